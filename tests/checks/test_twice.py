"""Two entries of one event are seen, and two like events are not taken for one."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- people.yaml
- id: lucas
  name: Quinton Lucas
  roles: [{{title: mayor}}]
- {{id: board, name: The police board, kind: organisation}}
--- events/one.yaml
headline: {one}
date: {date}
kind: {kind}
people: [{people}]
{more}
--- events/two.yaml
headline: {two}
date: {other}
kind: filing
people: [lucas]
{end}
"""


def twice(**words: str) -> list[str]:
    """The levels at which two filings are said to be one."""
    plain = {
        "one": "Mayor Quinton Lucas files a complaint",
        "two": "Lucas filed complaint",
        "date": "2021-10-15",
        "other": "2021-10-15",
        "kind": "filing",
        "people": "lucas",
        "more": "",
        "end": "",
    }
    return [f.level for f in findings(CASE.format(**plain | words), only="same-event-twice")]


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"other": "2021-10"},
        {"other": "2021-10-16"},
        {"other": "2021-10-15T17:44"},
        {"other": "2021"},
        {"people": "board, lucas"},
        {"one": "Lucas files complaint with the oversight office"},
        {"one": "Complaint filed by the mayor"},
        {"more": "instrument: complaint", "end": "instrument: formal complaint"},
    ],
)
def test_one_event(words: dict[str, str]) -> None:
    """The same kind, shared people, close dates and alike headlines: probably one event."""
    assert twice(**words) == ["warning"]


@pytest.mark.parametrize(
    "words",
    [
        {"other": "2021-10-25"},
        {"other": "2021-11"},
        {"kind": "statement"},
        {"people": "board"},
        {"two": "Lucas files a lawsuit"},
        {"two": "Lucas filed complaint 2", "one": "Lucas filed complaint 1"},
        {"two": "Lucas files second complaint", "one": "Lucas files first complaint"},
        {"date": "2021-10-15T09:00", "other": "2021-10-15T15:00"},
        {"more": "order: [{before: two}]"},
        {"end": "order: [{after: one}]"},
        {"more": "instrument: complaint", "end": "instrument: lawsuit"},
        {"two": "Judge denies the city’s motion", "one": "Judge grants the city’s motion"},
        {"date": "unknown", "other": "2021-10-15", "two": "Lucas resigns"},
    ],
)
def test_two_events(words: dict[str, str]) -> None:
    """Another day, another kind, other people, or words that tell them apart: two events."""
    assert twice(**words) == []


def test_told_once() -> None:
    """Two shared people make it no more than one pair, whichever file is read first."""
    words = {"people": "board, lucas"}
    (found,) = findings(
        CASE.format(
            one="Mayor files complaint", two="Mayor files complaint", date="2021-10-15",
            other="2021-10-15", kind="filing", more="", end="", **words,
        ).replace("people: [lucas]", "people: [lucas, board]"),
        only="same-event-twice",
    )  # fmt: skip
    assert found.event == "one"
    assert [fact.event for fact in found.related] == ["one", "two"]


def test_no_people_at_all() -> None:
    """Without anybody in them, only the very same headline makes two entries one."""
    bare = "--- events/{}.yaml\nheadline: {}\ndate: 2021-10-15\n"
    same = bare.format("a", "The pier burns") + bare.format("b", "Pier burned.")
    assert len(findings(same, only="same-event-twice")) == 1
    other = bare.format("a", "The pier burns") + bare.format("b", "The old pier burns down")
    assert findings(other, only="same-event-twice") == []


def test_among_many() -> None:
    """In a busy file the one pair is still found, and nothing else is."""
    people = "--- people.yaml\n- {id: lucas, name: Quinton Lucas}\n"
    events = "".join(
        f"--- events/e{number}.yaml\nheadline: Lucas signs permit {number} for the pier\n"
        f"date: 2021-03\npeople: [lucas]\n"
        for number in range(80)
    )
    twin = (
        "--- events/twin.yaml\nheadline: Lucas signed permit 41 for pier\ndate: 2021-03-09\n"
        "people: [lucas]\n"
    )
    found = findings(people + events + twin, only="same-event-twice")
    assert [[fact.event for fact in one.related] for one in found] == [["e41", "twin"]]
