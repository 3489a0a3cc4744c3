"""The same local day, on days the clocks are set and at the ends of the calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.network.conftest import Solved, start
from timelines.network.days import day_of

HOUR = 3_600_000_000


@pytest.mark.parametrize(
    ("instant", "zone", "hours"),
    [
        ("2021-05-07T12:00:00", "America/Chicago", 24),
        ("2021-03-14T12:00:00", "America/Chicago", 23),
        ("2021-11-07T12:00:00", "America/Chicago", 25),
        ("2021-04-04T00:00:00", "Australia/Lord_Howe", 24.5),
        ("2021-11-07T12:00:00", "UTC", 24),
    ],
)
def test_a_local_day_has_its_hours(instant: str, zone: str, hours: float) -> None:
    """A day lasts from local midnight to local midnight."""
    moment = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    first, last = day_of(round(moment.timestamp()) * 1_000_000, zone)
    assert last + 1 - first == hours * HOUR


def test_a_set_of_days_is_one_of_those_days(solved: Solved) -> None:
    """What happened on the day of one of two events is on one of two days, not between them."""
    chronology = solved(
        {
            "a": 'date: "[2021-05-01, 2021-05-11]"',
            "b": "date: 2021-05\norder: [{same_day: a}, {after: c}]",
            "c": "date: 2021-05-03",
        }
    )
    assert start(chronology, "a") == ["2021-05-11T00:00:00Z", "2021-05-12T00:00:00Z"]
    assert start(chronology, "b") == ["2021-05-11T00:00:00Z", "2021-05-12T00:00:00Z"]


def test_two_zones_one_day(solved: Solved) -> None:
    """A local day that lies in two days of the other event's zone is still narrowed to them."""
    chronology = solved(
        {
            "york": "date: 2021-05-07\nzone: America/New_York\norder: [{same_day: chicago}]",
            "chicago": "date: 2021-05\nzone: America/Chicago",
        }
    )
    assert start(chronology, "chicago") == ["2021-05-06T05:00:00Z", "2021-05-08T05:00:00Z"]


def test_an_undated_event_on_the_day_of_another(solved: Solved) -> None:
    """An event with no date of its own is on the day of the other."""
    chronology = solved(
        {"a": "date: unknown\norder: [{same_day: b}]", "b": "date: 2021-05-07T23:59"}
    )
    assert start(chronology, "a") == ["2021-05-07T00:00:00Z", "2021-05-08T00:00:00Z"]


def test_two_undated_events_on_one_day(solved: Solved) -> None:
    """Two undated events on one day are less than a local day apart."""
    chronology = solved({"a": "date: unknown\norder: [{same_day: b}]", "b": "date: unknown"})
    distance = chronology.distance("a", "b")
    assert (distance.least, distance.most) == (1 - 24 * HOUR, 24 * HOUR - 1)


def test_a_day_that_came_twice(solved: Solved) -> None:
    """When Alaska moved to the other side of the date line, 18 October 1867 had 48 hours."""
    chronology = solved(
        {"a": "date: 1867-10-18", "b": "date: 1867\norder: [{same_day: a}]"}, zone="America/Sitka"
    )
    assert chronology.contradictions == ()
    assert start(chronology, "b") == start(chronology, "a")


def test_years_beyond_the_clocks_are_left_alone(solved: Solved) -> None:
    """A day in the year 12000 or 5000 BC is a day like any other."""
    chronology = solved(
        {
            "far": "date: Y12000",
            "old": "date: -4999-05-07",
            "a": "date: unknown\norder: [{same_day: far}]",
            "b": "date: unknown\norder: [{same_day: old}]",
        },
        zone="America/Chicago",
    )
    assert chronology.contradictions == ()
    first = start(chronology, "a")[0]
    assert first is not None
    assert first.startswith("+12000-01-01")
    assert start(chronology, "b")[0] is not None
