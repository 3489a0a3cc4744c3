"""Whether two dates can both be true of one thing, which is finer, and whose zone has slipped."""

from __future__ import annotations

import math
import re

from timelines.dates.when import Bounds, When

MINUTE = 60_000_000
DAY = 24 * 60 * MINUTE
QUARTER_HOUR = 15 * MINUTE
FARTHEST_ZONES = 14 * 60 * MINUTE

NOMINAL: dict[str, float] = {
    "microsecond": 1,
    "second": 1_000_000,
    "minute": MINUTE,
    "hour": 60 * MINUTE,
    "day": DAY,
    "month": 30.5 * DAY,
    "season": 91 * DAY,
    "quarter": 91 * DAY,
    "quadrimester": 122 * DAY,
    "semester": 183 * DAY,
    "year": 365 * DAY,
    "decade": 3_652 * DAY,
    "century": 36_524 * DAY,
    "millennium": 365_242 * DAY,
}
"""How long a date of each precision is, in microseconds, before “about” widens it."""

CLEARLY = 1.2
"""Lengths nearer to each other than this are the same precision: months differ by a tenth."""

_ZONE = re.compile(r"T[\d:.]+\??~?%?(Z|[+-]\d\d(?::\d\d)?(?:\[.*\])?|\[.*\])")


CLOSE = 2 * DAY
"""How far apart two dates may lie at the least and still be of one event."""


def may_be_one(one: When | None, other: When | None) -> bool:
    """Whether two dates may be of one event: they meet, or lie at most `CLOSE` apart.

    None is a date that nobody knows, which may be any.
    """
    if one is None or other is None:
        return True
    for early, late in ((one, other), (other, one)):
        end, start = early.end.latest, late.start.earliest
        if end is not None and start is not None and start - end > CLOSE:
            return False
    return True


def apart(one: When, other: When) -> bool:
    """True when no reading of the two lets one lie within the other, even in part.

    Of a set each member is tried. Dates that are written backwards are apart from nothing.
    """
    if one.backwards or other.backwards:
        return False
    return not any(_meet(a, b) for a in spans(one) for b in spans(other))


def spans(when: When) -> tuple[Bounds, ...]:
    """The stretches of time it may have to do with: of a moment, wherever it may lie."""
    if when.members is not None:
        return when.members
    return (Bounds(when.start.earliest, when.end.latest),)


def _meet(one: Bounds, other: Bounds) -> bool:
    return (one.earliest is None or other.latest is None or one.earliest < other.latest) and (
        other.earliest is None or one.latest is None or other.earliest < one.latest
    )


def within(inner: When, outer: When) -> bool:
    """True when every reading of `inner` lies within `outer`."""
    return all(any(_inside(a, b) for b in spans(outer)) for a in spans(inner))


def _inside(inner: Bounds, outer: Bounds) -> bool:
    return (
        outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    ) and (outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest))


def length(when: When) -> float:
    """How exactly it is known, in microseconds: smaller is finer; infinite where it has no end.

    Of a stretch, its better known end. What “about” adds is not counted.
    """
    if when.approximate and when.precision in NOMINAL:
        return NOMINAL[when.precision]
    if "time-repeated" in when.troubles:
        return NOMINAL[when.precision]
    return min(_length(when.start), _length(when.end))


def _length(bounds: Bounds) -> float:
    if bounds.earliest is None or bounds.latest is None:
        return math.inf
    return bounds.latest - bounds.earliest


def finer(one: When, other: When) -> bool:
    """True when `one` is clearly more exact: a day beside a month, not February beside March."""
    return length(one) * CLEARLY < length(other)


def written_zone(when: When) -> str | None:
    """The zone or offset behind its clock time, as written; None where it has none of its own."""
    found = _ZONE.search(when.written)
    return None if found is None else found[1]


def slipped_zone(one: When, other: When) -> bool:
    """True when two clock times clash, and would agree if one of them had another zone.

    They must be written in different zones, or one with a zone and one without; and differ by
    whole quarters of an hour, fourteen hours at most, as zones do.
    """
    if not (one.timed and other.timed) or one.stretch or other.stretch:
        return False
    if one.zone == other.zone and written_zone(one) == written_zone(other):
        return False
    if not apart(one, other) or one.start.earliest is None or other.start.earliest is None:
        return False
    difference = one.start.earliest - other.start.earliest
    if abs(difference) > FARTHEST_ZONES + MINUTE:
        return False
    quarters = round(difference / QUARTER_HOUR)
    moved = Bounds(*(_moved(edge, quarters) for edge in other.start))
    return quarters != 0 and _meet(one.start, moved)


def _moved(instant: int | None, quarters: int) -> int | None:
    return None if instant is None else instant + quarters * QUARTER_HOUR
