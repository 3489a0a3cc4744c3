"""Clock times that did not happen or happened twice, and stretches that run backwards."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- people.yaml
id: clerk
name: A. Clerk
roles:
  - title: clerk
    from: {taken}
    to: {left}
--- sources.yaml
id: log
kind: document
title: The log
created: {created}
--- events/call.yaml
headline: The call is taken.
date: {date}
known_to:
  - who: clerk
    date: {known}
sources:
  - source: log
    says: {{date: "{says}"}}
"""


def case(**words: str) -> str:
    """A call, with other dates in some places."""
    plain = {
        "taken": "2019",
        "left": "2022",
        "created": "2021-12",
        "date": "2021",
        "known": "2021-12",
        "says": "2021",
    }
    return CASE.format(**plain | words)


def found(name: str, **words: str) -> list[tuple[str, str | None]]:
    """Level and event of each finding."""
    return [(one.level, one.event) for one in findings(case(**words), only=name)]


@pytest.mark.parametrize("field", ["date", "known", "says", "created"])
def test_every_written_time(field: str) -> None:
    """Times of events, of knowledge, of citations and of sources are held against the clock."""
    event = None if field == "created" else "call"
    assert found("time-skipped", **{field: "2021-03-14T02:30"}) == [("block", event)]
    assert found("time-repeated", **{field: "2021-11-07T01:30"}) == [("warning", event)]
    assert found("end-before-start", **{field: "2021-09/2021-05"}) == [("block", event)]


@pytest.mark.parametrize(
    "date",
    [
        "2021-03-14T01:59",
        "2021-03-14T03:00",
        "2021-03-14T02:30[America/Phoenix]",
        "2021-03-14T02:30Z",
        "2021-03-14T02:30-05:00",
        "2021-03-14",
    ],
)
def test_not_skipped(date: str) -> None:
    """A time beside the gap, in a zone without summer time, or with its offset, existed."""
    assert found("time-skipped", date=date) == []


def test_skipped_end_of_a_stretch() -> None:
    """The end of a stretch may be the time that was skipped."""
    assert found("time-skipped", date="2021-03-13T20:00/2021-03-14T02:15") == [("block", "call")]


@pytest.mark.parametrize("date", ["2021-11-07T01:30-05:00", "2021-11-07T02:00", "2021-11-07"])
def test_not_repeated(date: str) -> None:
    """An offset tells which of the two it was."""
    assert found("time-repeated", date=date) == []


@pytest.mark.parametrize(
    "date",
    [
        "2021-05/2021-05-10",
        "2021-05-10/2021-05",
        "2021-05/2021",
        "2021-05/..",
        "../2021-05",
        "2021-05/",
    ],
)
def test_ends_that_may_be_right(date: str) -> None:
    """Ends that overlap, and ends that are open or unknown, may be right."""
    assert found("end-before-start", date=date) == []


@pytest.mark.parametrize("date", ["2021-09/2021-05", "2021-05-10T12:00/2021-05-10T11:00"])
def test_ends_that_cannot(date: str) -> None:
    """Where no reading puts the start first, nothing may be published."""
    assert found("end-before-start", date=date) == [("block", "call")]


def test_office_that_ends_before_it_starts() -> None:
    """An office left before it was taken up is found at the person, with no event."""
    assert found("end-before-start", taken="2022", left="2019") == [("block", None)]
    assert found("end-before-start", taken="2022", left="2022") == []


def test_an_editor_reads_the_zone() -> None:
    """The note names the time as written and the zone in which it did not exist."""
    (one,) = findings(case(date="2021-03-14T02:30"), only="time-skipped")
    assert "“2021-03-14T02:30”" in one.message
    assert "America/Chicago" in one.message
    assert (one.file, one.line) == ("events/call.yaml", 2)
