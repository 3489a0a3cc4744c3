"""How far apart two events are, in words or ISO 8601: which instants a distance allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timelines.dates import clock
from timelines.dates.civil import DAY, months_later
from timelines.dates.distance_words import DistanceError, read
from timelines.dates.steps import (
    Shift,
    Whole,
    backward,
    extremes,
    first_of,
    forward,
    whole_after,
)
from timelines.dates.units import in_words
from timelines.dates.when import Bounds

__all__ = ["Distance", "DistanceError", "distance"]

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("4 months", "4 months, give or take 15 days"),
    ("about four months", "about 4 months, give or take 1 month"),
    ("3 to 5 months", "from 3 months to 5 months"),
    ("between two and three weeks", "from 2 weeks to 3 weeks"),
    ("at least two days", "at least 2 days"),
    ("more than a year", "more than 1 year"),
    ("at most 3 weeks", "at most 3 weeks"),
    ("less than a week", "less than 1 week"),
    ("within 24 hours", "at most 24 hours"),
    ("17 minutes", "17 minutes, give or take 30 seconds"),
    ("a week", "1 week, give or take 3 days and 12 hours"),
    ("a fortnight", "2 weeks, give or take 7 days"),
    ("a year and a half", "1 year and 6 months, give or take 3 months"),
    ("1 week and 2 days", "1 week and 2 days, give or take 12 hours"),
    ("exactly 90 days", "exactly 90 days"),
    ("the next day", "within the next local day"),
    ("P4M", "exactly 4 months"),
    ("P3M to P5M", "from 3 months to 5 months"),
)
"""Words and what they are taken to mean: run as tests, shown in the documentation."""

_EXACT = 30 * 366 * DAY
"""Over longer spans the limits of a distance are those over all of time."""

_WHOLE_DAYS: dict[Whole, int] = {"day": 1, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class Distance:
    """The least and the most that one instant lies after another; both are allowed themselves.

    `most` None has no upper limit. With `whole` the two are equal and count local days, months
    or years as wholes ("the next day"), not time from the instant. `said` is the length that the
    words name, without its leeway; of a range, its upper end.
    """

    text: str
    least: Shift
    most: Shift | None
    words: str
    said: Shift
    whole: Whole | None = None

    def reach(self, instant_us: int, zone: str) -> tuple[int | None, int | None]:
        """The earliest and latest instant at this distance after an instant (microseconds UTC).

        Days and months are steps of the local calendar and clock in `zone`; a day that a month
        does not have is its last. Where a clock change makes a time two instants, both count.
        """
        if self.whole is not None:
            earliest, latest = whole_after(instant_us, self.least, self.whole, zone)
            return max(instant_us, earliest), latest
        earliest = max(instant_us, forward(instant_us, self.least, zone)[0])
        if self.most is None:
            return earliest, None
        return earliest, max(instant_us, forward(instant_us, self.most, zone)[1])

    def reach_back(self, instant_us: int, zone: str) -> tuple[int | None, int | None]:
        """The earliest and latest instant that this one lies at this distance after.

        No instant outside the pair has this one within its `reach`.
        """
        if self.whole is not None:
            ago = Shift().plus(self.least, -1)
            earliest, latest = whole_after(instant_us, ago, self.whole, zone)
            return earliest, min(instant_us, latest)
        latest = min(instant_us, backward(instant_us, self.least, zone)[1])
        if self.most is None:
            return None, latest
        return min(instant_us, backward(instant_us, self.most, zone)[0]), latest

    def over(self, start: Bounds, zone: str) -> tuple[int | None, int | None]:
        """The least and the most microseconds this distance can be from any instant in a span.

        The span is half-open, in microseconds UTC. Exact for spans of up to thirty years; for
        longer and unbounded ones the limits may be generous by as much as the zone's clock was
        ever set, and are never too narrow. The least is always a number; the most is None where
        there is none.
        """
        return _over(self, start, zone)

    @property
    def exactly(self) -> Distance:
        """The length that the words name, without leeway."""
        return replace(self, least=self.said, most=self.said, words=in_words(self.said))

    def in_words(self) -> str:
        """What the words were taken to mean: “4 months, give or take 15 days”."""
        return self.words


@lru_cache(maxsize=4096)
def distance(text: str) -> Distance:
    """The distance that words ("about 4 months") or ISO 8601 durations ("P4M") give.

    Raises `DistanceError` for what gives none, and for words that leave the number open.
    """
    meaning = read(text)
    return Distance(text, *meaning)


@lru_cache(maxsize=65_536)
def _over(found: Distance, span: Bounds, zone: str) -> tuple[int, int | None]:
    if found.whole is None and found.least.fixed and (found.most is None or found.most.fixed):
        most = None if found.most is None else max(0, found.most.microseconds)
        return max(0, found.least.microseconds), most
    first, after = span
    if first is None or after is None or after - first > _EXACT or after > clock.LAST:
        return _over_all_time(found, zone)
    low: list[int] = []
    high: list[int] = []
    for base in _bases(found, first, max(first, after - 1), zone):
        earliest, latest = found.reach(base, zone)
        low.append((base if earliest is None else earliest) - base)
        if latest is not None:
            high.append(latest - base)
    return min(low), max(high) if high else None


def _over_all_time(found: Distance, zone: str) -> tuple[int, int | None]:
    """Limits from any instant: the shortest and the longest such months, and any clock change."""
    spare = clock.spread(zone)
    if found.whole is not None:
        wholes = found.least.days + found.least.months + 1
        return 0, wholes * _WHOLE_DAYS[found.whole] * DAY + spare - 1
    days = extremes(found.least.months)[0] + found.least.days
    least = max(0, days * DAY + found.least.microseconds - spare)
    if found.most is None:
        return least, None
    days = extremes(found.most.months)[1] + found.most.days
    return least, max(0, days * DAY + found.most.microseconds + spare)


def _bases(found: Distance, first: int, last: int, zone: str) -> Iterator[int]:
    """The ends of a span, and the instants in it from which the distance may be another one."""
    yield first
    yield last
    starts, ends = clock.local(first, zone)[0], clock.local(last, zone)[0]
    edges = {
        clock.midnight(day, zone)
        for day in _edge_days(found, first, last, zone)
        if starts < day <= ends
    }
    if found.whole is not None:
        # What is left of the day shrinks until its last microsecond.
        edges |= {edge - 1 for edge in edges}
    for edge in (*edges, *_clock_edges(found, first, last, zone)):
        if first < edge < last:
            yield edge


def _edge_days(found: Distance, first: int, last: int, zone: str) -> Iterator[int]:
    """Local days at whose midnight the number of days may change: around the ends of months."""
    starts, ends = clock.local(first, zone)[0], clock.local(last, zone)[0]
    if found.whole == "day":
        changed = (clock.local(edge, zone)[0] for edge in clock.changes(first, last, zone))
        for day in (starts + 1, ends - 1, *changed):
            yield from range(day - 2, day + 3)
    elif found.whole is not None or found.least.months or (found.most and found.most.months):
        month = first_of(starts, "month")
        while month <= ends:
            following = months_later(month, 1)
            yield month
            # Only from the 29th on can a month's day be missing from another month.
            yield from range(max(month, following - 3), following)
            month = following


def _clock_edges(found: Distance, first: int, last: int, zone: str) -> Iterator[int]:
    """Instants at which the clock is set here, or at the far end of the distance."""
    for change in clock.changes(first, last, zone):
        yield from (change - 1, change)
    for shift in (found.least, found.most):
        if shift is None or found.whole is not None:
            continue
        here = forward(first, shift, zone)[0] - shift.microseconds - 4 * DAY
        there = forward(last, shift, zone)[1] - shift.microseconds + 4 * DAY
        for change in clock.changes(here, there, zone):
            for edge in (change - 1, change):
                yield from backward(edge + shift.microseconds, shift, zone)
