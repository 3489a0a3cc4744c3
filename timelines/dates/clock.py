"""The wall clock of a zone, read quickly: local days, and when the clock is set."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from timelines.dates.civil import DAY, day_number
from timelines.dates.zones import Zone, zone_named

_SECOND = 1_000_000
_WEEK = 7 * DAY
_FIRST = day_number(1800, 1, 1) * DAY
"""No zone's clock was set before."""

LAST = day_number(2150, 1, 1) * DAY
"""Up to here the settings of a clock are listed (microseconds since 1970, UTC)."""


@lru_cache(maxsize=256)
def _settings(name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The instants at which the clock is set, and the offsets before, between and after them."""
    zone = zone_named(name)
    changes: list[int] = []
    offsets = [zone.offset(_FIRST)]
    weeks = range(_FIRST + _WEEK, LAST + _WEEK, _WEEK)
    for right, found in zip(weeks, zone.offsets(weeks), strict=True):
        if found != offsets[-1]:
            changes.append(_setting(zone, right - _WEEK, right))
            offsets.append(found)
    return tuple(changes), tuple(offsets)


def _setting(zone: Zone, before: int, after: int) -> int:
    """The instant between two whole seconds; clocks are set at one."""
    offset = zone.offset(before)
    while after - before > _SECOND:
        middle = (before + after) // (2 * _SECOND) * _SECOND
        if zone.offset(middle) == offset:
            before = middle
        else:
            after = middle
    return after


def offset(instant: int, zone: str) -> int:
    """Microseconds that local time is ahead of UTC at an instant (microseconds since 1970)."""
    if instant >= LAST:
        return zone_named(zone).offset(instant)
    changes, offsets = _settings(zone)
    return offsets[bisect_right(changes, instant)]


def local(instant: int, zone: str) -> tuple[int, int]:
    """The local day (counted from 1970-01-01) and the microseconds its clock shows."""
    return divmod(instant + offset(instant, zone), DAY)


def instants(day: int, clock: int, zone: str) -> tuple[int, int]:
    """The earlier and the later instant at which the wall clock shows this, mostly the same.

    A clock time that a change of the clock repeats is two instants; one that it skips is the
    change itself.
    """
    wall = day * DAY + clock
    if wall + 2 * DAY < LAST:
        changes, offsets = _settings(zone)
        place = bisect_right(changes, wall - 2 * DAY)
        if place == len(changes) or changes[place] > wall + 2 * DAY:
            return wall - offsets[place], wall - offsets[place]
    early = zone_named(zone).first(wall)
    return early, max(early, zone_named(zone).last(wall + 1) - 1)


def midnight(day: int, zone: str) -> int:
    """The instant at which a local day (counted from 1970-01-01) begins."""
    return instants(day, 0, zone)[0]


def changes(first: int, last: int, zone: str) -> tuple[int, ...]:
    """The instants from `first` to `last`, both included, at which the clock is set."""
    every = _settings(zone)[0]
    return every[bisect_left(every, first) : bisect_right(every, last)]


def spread(zone: str) -> int:
    """By how many microseconds the zone's clock differs at most from itself: an hour, or more."""
    offsets = _settings(zone)[1]
    return max(offsets) - min(offsets)
