"""Nothing is reported, obtained or known before it can have been; what is open stays open."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- sources.yaml
id: story
kind: publication
title: Mayor files complaint
publisher: The Star
published: {published}
created: {created}
obtained:
  on: {obtained}
--- people.yaml
- {{id: chief, name: The chief}}
- {{id: mayor, name: The mayor}}
--- events/filed.yaml
headline: The mayor files a complaint.
date: {date}
kind: {kind}
known_to:
  - who: chief
    date: {known}
    stance: {stance}
  - who: {denier}
    date: {denied}
    stance: denies
sources:
  - source: story
    stance: {cited}
"""


def case(**words: str) -> str:
    """A complaint of Oct. 15, with other dates in some places."""
    plain = {
        "published": "2021-10-16",
        "created": "2021-10-14",
        "obtained": "2021-10-15",
        "date": "2021-10-15",
        "kind": "filing",
        "known": "2021-10-15",
        "stance": "knew",
        "denier": "mayor",
        "denied": "2021-10-01",
        "cited": "supports",
    }
    return CASE.format(**plain | words)


def levels(name: str, **words: str) -> list[str]:
    """The levels at which the check speaks."""
    return [finding.level for finding in findings(case(**words), only=name)]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2021-10-14", "2021-10-15"),
        ("2021-09", "2021-10-15"),
        ("2021-10-15T08:00", "2021-10-15T17:00"),
        ("2021-10-15T04:00Z", "2021-10-15"),
        ("2021-10-14", "2021-10-15/2021-11"),
        ("2021-10-14", "[2021-10-15, 2021-10-20]"),
        ("2020", "2021-10/.."),
    ],
)
def test_published_before(published: str, date: str) -> None:
    """A source out surely before the event may have begun cannot report it as past."""
    assert levels("source-before-event", published=published, date=date) == ["block"]


@pytest.mark.parametrize(
    "words",
    [
        {"published": "2021-10-15"},
        {"published": "2021-10"},
        {"published": "2021-10-14", "date": "2021-10"},
        {"published": "2021-10-14", "kind": "planned"},
        {"published": "2021-10-14", "cited": "mentions"},
        {"published": "2021-10-14", "cited": "disputes"},
        {"published": "2021-10-14~"},
        {"published": "2021-10-14", "date": "2021-05/2021-12"},
        {"published": "2021-10-14", "date": "unknown"},
        {"published": "2021-10-14", "date": "../2021-12"},
        {"published": "unknown"},
        {"published": "[2021-10-14, 2021-10-16]"},
    ],
)
def test_may_be_published_after(words: dict[str, str]) -> None:
    """The same day, a plan, a dispute, or any overlap leaves room."""
    assert levels("source-before-event", **words) == []


def test_published_note() -> None:
    """The editor reads both dates and who published, at the citation."""
    (found,) = findings(case(published="2021-10-14"), only="source-before-event")
    assert found.message == (
        "“The mayor files a complaint” is dated Oct. 15, 2021, but “Mayor files complaint” (The "
        "Star) was published Oct. 14, 2021."
    )
    assert [fact.file for fact in found.related] == ["events/filed.yaml", "sources.yaml"]


@pytest.mark.parametrize(
    ("obtained", "created", "expected"),
    [
        ("2021-10-13", "2021-10-14", ["error"]),
        ("2021-09", "2021-10", ["error"]),
        ("2021-10-14", "2021-10-14", []),
        ("2021-10-14T09:00", "2021-10-14T10:00", ["error"]),
        ("2021-10", "2021-10-14", []),
        ("2021-10-13", "unknown", []),
    ],
)
def test_obtained(obtained: str, created: str, expected: list[str]) -> None:
    """A document cannot be had before it is made; on one day it can."""
    assert levels("obtained-too-early", obtained=obtained, created=created) == expected


@pytest.mark.parametrize("stance", ["knew", "told"])
@pytest.mark.parametrize("known", ["2021-10-14", "2021-09", "2020/2021-10-14", "2020/.."])
def test_known_before(stance: str, known: str) -> None:
    """Nobody knows of what has not begun."""
    assert levels("known-too-early", stance=stance, known=known) == ["block"]


@pytest.mark.parametrize(
    "words",
    [
        {"known": "2021-10-15"},
        {"known": "2021-10"},
        {"known": "2021-10-14", "kind": "planned"},
        {"known": "2021-10-14", "stance": "denies"},
        {"known": "2021-10-14", "date": "2021-10"},
        {"known": "2021-09", "date": "2021-05/2021-12"},
        {"known": "unknown"},
    ],
)
def test_may_have_known(words: dict[str, str]) -> None:
    """A plan may be known of, a denial claims nothing, and overlapping spans leave room."""
    assert levels("known-too-early", **words) == []


@pytest.mark.parametrize(
    ("known", "denied"),
    [
        ("2021-10-15", "2021-10-20"),
        ("2021-10-15", "2021-10-15"),
        ("2021-10", "2021-10"),
        ("2021-10-15", "2021-10-15/2021-12"),
        ("2021-10-15", "unknown"),
        ("2021-10-15", "2022"),
    ],
)
def test_denied(known: str, denied: str) -> None:
    """Whoever knew goes on knowing: a denial for that time or later is asked about."""
    words = {"denier": "chief", "known": known, "denied": denied}
    assert levels("denied-but-knew", **words) == ["question"]


@pytest.mark.parametrize(
    "words",
    [
        {"denied": "2021-10-20"},
        {"denier": "chief", "denied": "2021-10-14"},
        {"denier": "chief", "denied": "2021-09", "known": "2021-10"},
        {"denier": "chief", "denied": "2021-12", "stance": "denies"},
    ],
)
def test_denial_for_another_time(words: dict[str, str]) -> None:
    """A denial for the time before, or by somebody else, clashes with nothing."""
    assert levels("denied-but-knew", **words) == []


def test_denial_note() -> None:
    """The editor reads who denies what, for when, and since when they are said to have known."""
    text = case(denier="chief", denied="2021-12", stance="told")
    (found,) = findings(text, only="denied-but-knew")
    assert found.message == (
        "The chief denies knowing of “The mayor files a complaint” (sometime in December 2021), "
        "but is also said to have been told of it (Oct. 15, 2021)."
    )
