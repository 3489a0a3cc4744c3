"""Silences counted in the most cautious way, plans that are past, and what is not confirmed."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

PLAN = """
--- people.yaml
- {{id: board, name: The board, kind: organisation}}
- {{id: mayor, name: The mayor}}
--- events/plan.yaml
headline: The board is to vote.
date: {date}
kind: planned
verification: {verification}
storyline: [{lanes}]
people: [board]
{plan}
--- events/other.yaml
headline: Something happens.
date: {other}
kind: {kind}
storyline: {lane}
people: [{people}]
{more}
--- today
2021-12-01
"""


def plan(**words: str) -> list[str]:
    """What is said of a plan for Nov. 10, with something else on the file."""
    plain = {
        "date": "2021-11-10",
        "verification": "unverified",
        "lanes": "Office",
        "plan": "",
        "other": "2021-11-12",
        "kind": "decision",
        "lane": "Elsewhere",
        "people": "mayor",
        "more": "",
    }
    found = findings(PLAN.format(**plain | words), only="plan-not-followed-up")
    return [finding.level for finding in found]


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"lane": "Office"},
        {"people": "board"},
        {"lane": "Office", "people": "board", "other": "2021-11-09"},
        {"lane": "Office", "people": "board", "kind": "planned", "other": "2022"},
        {"plan": "order: [{after: other}]", "other": "2021-11-01"},
        {"more": "order: [{before: plan}]", "other": "2021-11-01"},
        {"date": "2021-11"},
    ],
)
def test_nothing_came_of_it(words: dict[str, str]) -> None:
    """What came before, elsewhere, with other people, or is a plan itself follows up nothing."""
    assert plan(**words) == ["warning"]


@pytest.mark.parametrize(
    "words",
    [
        {"lane": "Office", "people": "board"},
        {"lane": "Office", "people": "board, mayor"},
        {"lane": "Office", "people": "board", "other": "2021-11-10"},
        {"lane": "Office", "people": "board", "other": "2021-11"},
        {"lanes": "Other, Office", "lane": "Office", "people": "board"},
        {"more": "order: [{after: plan}]"},
        {"more": "order: [{same_day: plan}]", "other": "2021-11-10"},
        {"plan": "order: [{before: other}]"},
        {"more": "order: [{after: plan}]", "other": "unknown"},
        {"date": "2021-12"},
        {"date": "2021-11-10/.."},
        {"date": "2021-12-01"},
        {"date": "unknown"},
        {"verification": "withdrawn"},
    ],
)
def test_followed_up_or_not_past(words: dict[str, str]) -> None:
    """A tied event, a later one with the same people, or a plan not surely past is enough."""
    assert plan(**words) == []


SILENCE = """
--- investigation.yaml
title: The office
zone: America/Chicago
house:
  silence_days: {days}
--- events/a.yaml
headline: One thing.
date: {a}
storyline: Office
--- events/b.yaml
headline: Another.
date: {b}
kind: {kind}
verification: {verification}
storyline: Office
--- events/c.yaml
headline: A third.
date: {c}
storyline: {lane}
"""


def silences(**words: str) -> list[str]:
    """The notes on silences between three events."""
    plain = {
        "days": "30",
        "a": "2021-01-10",
        "b": "2021-01-20",
        "c": "2021-06",
        "kind": "incident",
        "verification": "confirmed",
        "lane": "Office",
    }
    found = findings(SILENCE.format(**plain | words), only="long-silence")
    assert {finding.level for finding in found} <= {"question"}
    return [finding.message for finding in found]


def test_counted_cautiously() -> None:
    """From the end of Jan. 20 to the first of June are 131 days at least."""
    (message,) = silences()
    assert message == (
        "For at least 131 days nothing is known to have happened in “Office”, between “Another” "
        "and “A third”."
    )
    assert len(silences(days="130")) == 1
    assert silences(days="131") == []


@pytest.mark.parametrize(
    ("words", "between"),
    [
        ({"kind": "planned", "b": "2021-03"}, "between “One thing”"),
        ({"verification": "hypothesis", "b": "2021-03"}, "between “One thing”"),
        ({"b": "unknown"}, "between “One thing”"),
        ({"a": "2020/2021-04"}, "between “One thing”"),
    ],
)
def test_what_fills_no_gap(words: dict[str, str], between: str) -> None:
    """Plans, hypotheses and undated events fill no gap; the one that ends last begins it."""
    (message,) = silences(**words)
    assert between in message


@pytest.mark.parametrize(
    "words",
    [
        {"a": "2021-01/.."},
        {"a": "2021-01/"},
        {"b": "2021"},
        {"b": "2021-01-20/2021-05-20"},
        {"lane": "Elsewhere"},
        {"c": "2021-01~"},
        {"c": "2021-02-20"},
        {"c": "../2021-06"},
    ],
)
def test_no_silence(words: dict[str, str]) -> None:
    """What lasts, may lie anywhere, or belongs elsewhere makes no gap."""
    assert silences(**words) == []


FACT = """
--- events/filed.yaml
headline: {headline}
summary: {summary}
date: 2021-10-15
basis: {basis}
verification: {verification}
visibility: {visibility}
attribution: {attribution}
"""


def facts_of(**words: str) -> list[str]:
    """The levels at which something worked out is said to pass for a fact."""
    plain = {
        "headline": "The mayor files a complaint",
        "summary": "He did.",
        "basis": "inferred",
        "verification": "confirmed",
        "visibility": "public",
        "attribution": "the mayor says",
    }
    return [f.level for f in findings(FACT.format(**plain | words), only="inference-as-fact")]


def test_inference_as_fact() -> None:
    """Inferred or computed, confirmed and public, with no word of it, is an error."""
    assert facts_of() == ["error"]
    assert facts_of(basis="computed") == ["error"]


@pytest.mark.parametrize(
    "words",
    [
        {"basis": "stated"},
        {"verification": "alleged"},
        {"visibility": "internal"},
        {"headline": "The mayor apparently files a complaint"},
        {"summary": "The dates suggest that he filed it that Friday."},
        {"summary": "By our count, it was a Friday."},
        {"attribution": "inferred from the article’s address"},
        {"summary": "It must   have been filed on Friday."},
    ],
)
def test_said_so(words: dict[str, str]) -> None:
    """Words that tell readers how it is known make it good."""
    assert facts_of(**words) == []
