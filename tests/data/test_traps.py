"""Every disagreement and trap of the founding case is found: as it stands, or once it is sprung."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.data.places import FOUNDING_CASE
from timelines.checks import check
from timelines.findings import Finding
from timelines.investigation import load

TODAY = date(2022, 2, 1)
REVIEWED = Path(__file__).with_name("founding_case_findings.txt")


STANDING: list[tuple[str, str, str | None]] = [
    (
        "an e-mail, a letter or a report",
        "natures-disagree",
        "prosecutor-email",
    ),
    (
        "who sent it",
        "claims-disagree",
        "prosecutor-email",
    ),
    (
        "the search or the knowledge of it first",
        "order-undecided",
        "internal-report",
    ),
    (
        "several months before the story",
        "phrase-unresolved",
        "records-search",
    ),
    (
        "what was looked for",
        "natures-disagree",
        "what-was-looked-for",
    ),
    (
        "one source without a name",
        "anonymous-only",
        "address-lookup",
    ),
    (
        "parties that nobody counted",
        "plural-sources",
        "address-confirmed",
    ),
    (
        "a complaint or a lawsuit",
        "natures-disagree",
        "mediation-or-investigation",
    ),
    (
        "a copy where the original can be had",
        "translation-used",
        "mediation-or-investigation",
    ),
    (
        "CJIS or JCIS",
        "claims-disagree",
        "records-search",
    ),
    (
        "a police source for a law enforcement source",
        "attribution-drift",
        "what-was-looked-for",
    ),
    (
        "ineffective or inefficient",
        "claims-disagree",
        "critics",
    ),
    (
        "the Friday of a copy without a day",
        "phrase-unanchored",
        "no-update",
    ),
    (
        "one spokesman behind six citations",
        "one-origin",
        "internal-report",
    ),
    (
        "a review that nobody asked after",
        "status-stale",
        "prosecutors-review",
    ),
    ("an anonymity that nobody explains", "anonymity-unexplained", None),
    ("a month that is hearsay", "hearsay-confirmed", "search-month"),
    ("before and after what", "order-in-words", "reported-up"),
    ("what one station calls it", "guilt-words", "records-search"),
    ("an assistant prosecuting attorney", "house-wording", "prosecutor-email"),
]
"""What it is, the check that finds it, and at which event."""

SPRUNG = [
    (
        "letters swapped",
        "records-search",
        "information system.",
        "system, JCIS.",
        "house-wording",
    ),
    (
        "guilt before a charge",
        "records-search",
        "an unauthorized search",
        "an illegal search",
        "guilt-words",
    ),
    (
        "another office",
        "prosecutor-email",
        "An assistant prosecutor",
        "An assistant district attorney",
        "house-wording",
    ),
    (
        "another name of the office",
        "complaint-filed",
        "with the Office of Community Complaints",
        "with the Community Complaints Office",
        "house-wording",
    ),
    (
        "the copy's words for the source",
        "address-lookup",
        "attribution: a law enforcement source\nvis",
        "attribution: a police source\nvis",
        "attribution-drift",
    ),
    (
        "an order nobody states",
        "internal-report",
        "is made aware of the search",
        "learns of it after a patrol officer runs an unauthorized search",
        "order-in-words",
    ),
    (
        "a month that cannot be",
        "prosecutor-email",
        "date: 2021-09, instrument",
        "date: 2021-05, instrument",
        "phrase-disagrees",
    ),
    (
        "a day nobody gave",
        "internal-report",
        "date: 2021-05\nsummary",
        "date: 2021-05-07\nsummary",
        "false-precision",
    ),
    (
        "the wrong Friday",
        "mayor-statement",
        "date: 2021-10-08",
        "date: 2021-10-07",
        "phrase-disagrees",
    ),
    (
        "a weekday that does not fit",
        "independence-proposed",
        "date: 2020-08-25",
        "date: 2020-08-26",
        "phrase-disagrees",
    ),
    (
        "an answer that readers do not get",
        "address-lookup",
        "    answer: The department declined to say what was looked for.\n",
        "",
        "response-unreported",
    ),
    (
        "a complaint after its own story",
        "complaint-filed",
        "date: 2021-10-15",
        "date: 2021-10-20",
        "source-before-event",
    ),
]
"""What it is, the event to spoil, its words, what they become, and the check that speaks up."""


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    """All findings on the founding case as it stands, some months after the complaint."""
    return check(load(FOUNDING_CASE), TODAY)


@pytest.mark.parametrize(
    ("trap", "name", "event"),
    STANDING,
    ids=[trap for trap, *_ in STANDING],
)
def test_a_disagreement_is_found_as_it_stands(
    found: list[Finding], trap: str, name: str, event: str | None
) -> None:
    """An editor who checks the case is told of the disagreement at the event it is about."""
    assert any((one.check, one.event) == (name, event) for one in found), trap


@pytest.mark.parametrize(
    ("trap", "event", "was", "becomes", "name"),
    SPRUNG,
    ids=[trap for trap, *_ in SPRUNG],
)
def test_a_trap_is_found_once_it_is_sprung(
    found: list[Finding],
    tmp_path: Path,
    trap: str,
    event: str,
    was: str,
    becomes: str,
    name: str,
) -> None:
    """Whoever writes the copies' mistake into what readers get is stopped by the right check."""
    case = tmp_path / "case"
    shutil.copytree(FOUNDING_CASE, case)
    file = case / "events" / f"{event}.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(was) == 1, f"{trap}: “{was}” is no longer in {file.name}"
    file.write_text(text.replace(was, becomes), encoding="utf-8")
    before = {one.fingerprint for one in found}
    new = [one for one in check(load(case), TODAY) if one.fingerprint not in before]
    assert (name, event) in {(one.check, one.event) for one in new}, trap


def test_the_same_day_is_possible(found: list[Finding]) -> None:
    """That the complaint was released on the day it was filed is asked about, not accused."""
    assert not any(one.check == "obtained-too-early" for one in found)


def test_nothing_contradicts_and_nothing_is_unreadable(found: list[Finding]) -> None:
    """The case has disagreements between sources, but no dates that cannot all be true."""
    names = {one.check for one in found}
    assert names.isdisjoint({"contradiction", "unreadable", "count-unexpected"})


def test_what_readers_get_is_blocked_by_nothing_but_signatures(found: list[Finding]) -> None:
    """Once an editor signs, no error that nobody accepted keeps a public event from readers."""
    public = {
        row.id for row in load(FOUNDING_CASE).events.itertuples() if row.visibility == "public"
    }
    open_ones = [
        f"{one.check}: {one.event}"
        for one in found
        if one.event in public
        and one.level in ("block", "error")
        and one.accepted is None
        and not one.check.startswith("signoff")
    ]
    assert open_ones == []


def test_the_findings_are_the_reviewed_ones(found: list[Finding]) -> None:
    """Every finding on the case was read by a person: a new one, or one lost, is looked at.

    To review: read the sentences of `timelines check data/kansas-city-records-search`, then
    write the list below into founding_case_findings.txt.
    """
    lines = [
        " ".join([one.level, one.check, one.event or "-", *(["accepted"] if one.accepted else [])])
        for one in found
        if one.check != "not-archived"
    ]
    archive = sum(one.check == "not-archived" for one in found)
    lines.append(f"warning not-archived - {archive} times")
    assert "\n".join(sorted(lines)) + "\n" == REVIEWED.read_text(encoding="utf-8")
