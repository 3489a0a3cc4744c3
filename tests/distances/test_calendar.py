"""Distances are measured by the local calendar and clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timelines.dates.distances import distance
from timelines.dates.when import Bounds

CHICAGO = "America/Chicago"
DAY = 86_400_000_000


def at(text: str, zone: str = CHICAGO, fold: int = 0) -> int:
    """An instant in microseconds from a local clock time."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return (local - datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))) // timedelta(microseconds=1)


REACH = [
    ("P4M", "2021-05-31T12:00", "2021-09-30T12:00", "2021-09-30T12:00"),
    ("4 months", "2021-05-15T00:00", "2021-08-31T00:00", "2021-09-30T00:00"),
    ("P1D", "2021-03-13T12:00", "2021-03-14T12:00", "2021-03-14T12:00"),
    ("PT24H", "2021-03-13T12:00", "2021-03-14T13:00", "2021-03-14T13:00"),
    ("the next day", "2021-10-15T16:10", "2021-10-16T00:00", "2021-10-16T23:59:59.999999"),
    ("the same day", "2021-10-15T16:10", "2021-10-15T16:10", "2021-10-15T23:59:59.999999"),
    ("the next month", "2021-10-31T16:10", "2021-11-01T00:00", "2021-11-30T23:59:59.999999"),
    ("the following year", "2021-10-31T16:10", "2022-01-01T00:00", "2022-12-31T23:59:59.999999"),
    ("less than a week", "2021-05-01T12:00", "2021-05-01T12:00", "2021-05-08T11:59:59.999999"),
    ("P1Y", "2020-02-29T00:00", "2021-02-28T00:00", "2021-02-28T00:00"),
]


@pytest.mark.parametrize(("words", "start", "earliest", "latest"), REACH)
def test_reach(words: str, start: str, earliest: str, latest: str) -> None:
    """Months end when they end, and a day over a clock change is a day."""
    assert distance(words).reach(at(start), CHICAGO) == (at(earliest), at(latest))


def test_reach_without_a_limit() -> None:
    """“At least two days” has no latest instant, and looking back no earliest one."""
    two = distance("at least two days")
    assert two.reach(at("2021-05-01"), CHICAGO) == (at("2021-05-03"), None)
    assert two.reach_back(at("2021-05-03"), CHICAGO) == (None, at("2021-05-01"))


def test_a_repeated_clock_time_counts_twice() -> None:
    """One day after 1:30 a.m. may be either 1:30 of a night in which the clock is set back."""
    first, second = at("2021-11-07T01:30"), at("2021-11-07T01:30", fold=1)
    assert distance("P1D").reach(at("2021-11-06T01:30"), CHICAGO) == (first, second)


def test_a_skipped_clock_time_is_the_change() -> None:
    """One day after 2:30 a.m., in a night that has no 2:30, is when the clock jumps."""
    change = at("2021-03-14T03:00")
    earliest, latest = distance("P1D").reach(at("2021-03-13T02:30"), CHICAGO)
    assert earliest == change
    assert latest == change


def test_over_a_month() -> None:
    """Four months from some time in May are counted from both of its ends."""
    may = Bounds(at("2021-05-01"), at("2021-06-01"))
    least, most = distance("4 months").over(may, CHICAGO)
    # 1 May + 4 months = 1 Sept; 30 May + 4 months = 30 Sept, 31 May + 4 months = 30 Sept too.
    assert least == (122 - 15) * DAY
    assert most == (123 + 15) * DAY


def test_over_a_change_of_the_clock() -> None:
    """A day is 23, 24 or 25 hours, so a day from a week in March is 23 to 24."""
    week = Bounds(at("2021-03-08"), at("2021-03-15"))
    assert distance("P1D").over(week, CHICAGO) == (23 * DAY // 24, DAY)


def test_over_without_bounds_is_generous() -> None:
    """From a date nobody can bound, months are as short and as long as months get."""
    least, most = distance("P1M").over(Bounds(None, None), CHICAGO)
    assert least is not None
    assert most is not None
    assert least <= 28 * DAY
    assert most >= 31 * DAY


WORDS = st.sampled_from(
    [
        "4 months", "P1M", "P1D", "2 days", "the next day", "the same day", "next month",
        "next year", "a year", "about 2 weeks", "P1M1D", "P2DT5H", "1 year and 2 months",
        "17 minutes", "at least 3 months", "less than a week", "P1Y", "half a month",
    ]
)  # fmt: skip
ZONES = st.sampled_from(
    [
        CHICAGO, "UTC", "Pacific/Apia", "Africa/Casablanca", "Australia/Lord_Howe",
        "America/Toronto", "Asia/Gaza",
    ]
)  # fmt: skip
INSTANTS = st.integers(at("1900-01-01"), at("2099-01-01"))


@given(WORDS, ZONES, INSTANTS, st.integers(1, 800 * DAY), st.data())
@settings(max_examples=300, deadline=None)
def test_over_holds_every_reach(
    words: str, zone: str, start: int, length: int, data: st.DataObject
) -> None:
    """No instant of a span has a distance outside the least and the most over the span."""
    found = distance(words)
    least, most = found.over(Bounds(start, start + length), zone)
    base = start + data.draw(st.integers(0, length - 1))
    earliest, latest = found.reach(base, zone)
    assert earliest is not None
    assert least is not None
    assert 0 <= least <= earliest - base
    assert (most is None) == (latest is None)
    if most is not None and latest is not None:
        assert earliest <= latest
        assert latest - base <= most


@given(WORDS, ZONES, INSTANTS, st.integers(1, 60 * DAY))
@settings(max_examples=100, deadline=None)
def test_over_is_not_wider_than_needed(words: str, zone: str, start: int, length: int) -> None:
    """The least and the most are those of instants in the span, not of 30-day months."""
    found = distance(words)
    least, most = found.over(Bounds(start, start + length), zone)
    wider = found.over(Bounds(start - 40 * DAY, start + length + 40 * DAY), zone)
    assert least is not None
    assert wider[0] is not None
    assert wider[0] <= least
    assert most is None or (wider[1] is not None and most <= wider[1])
    one = found.over(Bounds(start, start + 1), zone)
    reach = found.reach(start, zone)
    assert one == tuple(None if end is None else end - start for end in reach)


@given(WORDS, ZONES, INSTANTS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_reach_back_undoes_reach(words: str, zone: str, start: int, late: bool) -> None:
    """Whatever lies a distance after an instant has that instant the same distance before it."""
    found = distance(words)
    ends = found.reach(start, zone)
    end = ends[1] if late and ends[1] is not None else ends[0]
    assert end is not None
    earliest, latest = found.reach_back(end, zone)
    assert earliest is None or earliest <= start
    assert latest is None or start <= latest


@given(WORDS, ZONES, INSTANTS, st.integers(0, 400 * DAY))
@settings(max_examples=200, deadline=None)
def test_later_reaches_later(words: str, zone: str, start: int, more: int) -> None:
    """A later instant reaches as late, but for month ends and clock changes."""
    found = distance(words)
    first, second = found.reach(start, zone), found.reach(start + more, zone)
    for one, other in zip(first, second, strict=True):
        assert one is None or other is None or one <= other + 4 * DAY


@pytest.mark.parametrize("year", [-200_000, -1, 0, 1, 1500, 2160, 9998, 9999, 200_000])
def test_far_years_have_months_too(year: int) -> None:
    """A distance is the same four months in years that no clock was made for."""
    start = (year - 1970) * 365 * DAY + (year - 1970) // 4 * DAY
    earliest, latest = distance("P4M").reach(start, CHICAGO)
    assert earliest is not None
    assert 119 * DAY <= earliest - start <= 124 * DAY
    assert latest == earliest
