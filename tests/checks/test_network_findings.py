"""What the network proves impossible is told once, and what it leaves open is asked about."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CLASH = """
--- sources.yaml
- id: form
  kind: document
  title: The complaint form
- id: story
  kind: publication
  title: The first story
  publisher: The Star
  published: {published}
--- people.yaml
id: chief
name: The chief
--- events/report.yaml
headline: An officer reports the search.
date: {report}
sources: [form]
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: {told}
order:
  - {{{relation}: report, source: form{by}}}
known_to:
  - who: chief
    date: {known}
sources: [story]
"""


def clash(**words: str) -> str:
    """A report in May and a message four months later."""
    plain = {
        "published": "2021-10-08",
        "report": "2021-05",
        "told": "2021-09-08",
        "relation": "after",
        "by": ", by: about 4 months",
        "known": "2021-09-09",
    }
    return CLASH.format(**plain | words)


ORDER = ("contradiction", "source-before-event", "known-too-early", "end-before-start")


def names(text: str) -> list[str]:
    """The checks of impossible order that speak."""
    return [finding.check for finding in findings(text) if finding.check in ORDER]


@pytest.mark.parametrize(
    "words",
    [
        {"by": ", by: 2 weeks"},
        {"by": "", "report": "2021-09-09"},
        {"relation": "before", "by": ""},
        {"relation": "during", "by": ""},
        {"relation": "same_day", "by": ""},
        {"by": ", by: at least 5 months"},
        {"by": ", by: less than a week"},
    ],
)
def test_impossible(words: dict[str, str]) -> None:
    """Dates and an order fact that leave no room block publication, and are told once."""
    text = clash(**words)
    (found,) = findings(text, only="contradiction")
    assert found.level == "block"
    assert len(found.related) == 3
    assert names(text) == ["contradiction"]


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"report": "2021"},
        {"by": ""},
        {"told": "[2021-06-01, 2021-09-08]"},
        {"relation": "same_day", "by": "", "report": "2021-09"},
        {"relation": "before", "by": "", "told": "2021-05"},
    ],
)
def test_possible(words: dict[str, str]) -> None:
    """The same facts with a month instead of a day, or with one fitting member, can be true."""
    assert names(clash(**words)) == []


def test_place_is_the_weakest_statement() -> None:
    """The finding stands at the statement on the weakest ground, of whose event it is."""
    text = clash(by=", by: 2 weeks").replace("source: form, ", "")
    (found,) = findings(text, only="contradiction")
    assert found.event == "told"
    assert found.file == "events/told.yaml"
    assert found.line == 4
    assert "no source" in (found.settles or "")
    assert [(fact.file, fact.line) for fact in found.related].count(("events/told.yaml", 4)) == 1


def test_pairs_have_checks_of_their_own() -> None:
    """A date against one publication, one knowing or itself is not called a contradiction too."""
    assert names(clash(published="2021-09-01")) == ["source-before-event"]
    assert names(clash(known="2021-09-01")) == ["known-too-early"]
    assert names(clash(told="2021-09-30/2021-09-01", known="2021-10")) == ["end-before-start"]


def test_three_with_a_publication() -> None:
    """Where a third statement is needed for the clash, it is a contradiction."""
    text = clash(told="unknown", by=", by: at least 6 months", known="2021-12")
    assert names(text) == ["contradiction"]


def test_two_contradictions_in_one_run() -> None:
    """Independent contradictions surface together."""
    again = clash(by=", by: 2 weeks") + (
        "--- events/a.yaml\nheadline: One thing.\ndate: 2020-01-02\norder: [{after: b}]\n"
        "--- events/b.yaml\nheadline: Another.\ndate: 2020-01-05\n"
    )
    assert names(again) == ["contradiction", "contradiction"]


LANE = """
--- events/{name}.yaml
headline: {name} happens.
date: {date}
storyline: {lane}
visibility: {visibility}
{more}
"""


def lane(*dates: str, **more: str) -> str:
    """Public events a, b, c … of one storyline with these dates; `b="…"` adds lines to b."""
    return "".join(
        LANE.format(
            name=name, date=date, lane="Office", visibility="public", more=more.get(name, "")
        )
        for name, date in zip("abcdefgh", dates, strict=False)
    )


def clusters(text: str) -> list[list[str | None]]:
    """The events of each cluster."""
    return [[fact.event for fact in f.related] for f in findings(text, only="order-undecided")]


def test_one_finding_a_cluster() -> None:
    """However many events share a month, it is one question, and it starts with the first."""
    assert clusters(lane("2021-05", "2021-05", "2021-05")) == [["a", "b", "c"]]
    assert clusters(lane("2021-05-20", "2021-05", "2021-07", "2021-07-04", "2021-09")) == [
        ["b", "a"],
        ["c", "d"],
    ]


def test_the_wide_one_ties_the_others() -> None:
    """A month around two days in order makes one cluster of all three."""
    assert clusters(lane("2021-05", "2021-05-03", "2021-05-20")) == [["a", "b", "c"]]


@pytest.mark.parametrize(
    "text",
    [
        lane("2021-05", "2021-06"),
        lane("2021-05", "2021-05", b="order: [{after: a}]"),
        lane("2021-05", "2021-05", a="order: [{before: b, by: 2 days}]"),
        lane("2021-05", "2021-05", b="order: [{during: a}]"),
        lane("2021-05", "2021-05").replace("public", "internal", 1),
        lane("2021-05", "2021-05").replace("storyline: Office", "storyline: Elsewhere", 1),
        lane("2021-05-01/2021-09-30", "2021-06-03"),
        lane("2021-05", "unknown"),
        lane("2021-05-03T10:00", "2021-05-03T11:00"),
        lane("2021-05", "2021-05", "2021-05", a="order: [{before: b}]", b="order: [{before: c}]"),
    ],
)
def test_established(text: str) -> None:
    """Dates, facts, another storyline, or an event that readers do not see: nothing to ask."""
    assert clusters(text) == []


def test_by_way_of_another_event() -> None:
    """A chain of facts through an internal event decides too."""
    between = (
        "--- events/x.yaml\nheadline: Something between.\ndate: 2021-05\n"
        "order: [{after: a}, {before: b}]\n"
    )
    assert clusters(lane("2021-05", "2021-05") + between) == []
    half = between.replace("{after: a}, ", "")
    assert clusters(lane("2021-05", "2021-05") + half) == [["a", "b"]]


def test_same_day_is_no_order() -> None:
    """Two events of one day are in no established order."""
    assert clusters(lane("2021-05-03", "2021-05-03")) == [["a", "b"]]
    assert clusters(lane("2021-05", "2021-05", b="order: [{same_day: a}]")) == [["a", "b"]]


def test_shared_storylines_are_asked_about_once() -> None:
    """Two events that share two storylines are one question."""
    text = lane("2021-05", "2021-05").replace("storyline: Office", "storyline: [Office, Police]")
    assert clusters(text) == [["a", "b"]]
