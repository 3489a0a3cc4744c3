"""The least and the most microseconds that an order fact puts between two events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timelines.dates.distances import Distance, DistanceError, distance
from timelines.dates.when import UNBOUNDED, Bounds, When


class Gap(NamedTuple):
    """From the end of the earlier event to the start of the later one.

    `earlier` and `later` are true where the limits count from that event's own date.
    """

    least: int
    most: int | None
    earlier: bool = False
    later: bool = False


AT_LEAST = 1
"""`after` and `before` mean by at least a microsecond."""


def gaps(text: str, earlier: When | None, later: When | None) -> Iterator[Gap]:
    """What a fact with this distance says, whatever the dates; and what it says with them.

    A distance in days, months or years is counted on the calendar from the earlier event, as far
    as that is dated, else back from the later one. One that no rule reads says no more than the
    order.
    """
    try:
        apart = distance(text)
    except DistanceError:
        yield Gap(AT_LEAST, None)
        return
    zone = (earlier or later or _NOWHERE).zone
    anywhere = _gap(*apart.over(UNBOUNDED, zone))
    yield anywhere
    base, from_later = _base(apart, earlier, later, zone)
    if base is None:
        return
    here = _gap(*apart.over(base, zone))
    if here != anywhere:
        has_own = earlier is not None and earlier.end != UNBOUNDED
        yield here._replace(earlier=has_own, later=from_later)


class _Nowhere(NamedTuple):
    zone: str


_NOWHERE = _Nowhere("UTC")


def _gap(least: int | None, most: int | None) -> Gap:
    # The later event comes after the earlier one, even by “less than a week”.
    least = least or 0
    return Gap(max(least, AT_LEAST) if most is None or most > 0 else least, most)


def _base(
    apart: Distance, earlier: When | None, later: When | None, zone: str
) -> tuple[Bounds | None, bool]:
    """The span in which the earlier event ended, and whether the later one's date gave it."""
    first, after = UNBOUNDED if earlier is None else earlier.end
    if first is not None and after is not None:
        return Bounds(first, after), False
    from_later = False
    if later is not None:
        if first is None and later.start.earliest is not None:
            first = apart.reach_back(later.start.earliest, zone)[0]
            from_later = first is not None
        if after is None and later.start.latest is not None:
            last = apart.reach_back(later.start.latest - 1, zone)[1]
            after = None if last is None else last + 1
            from_later = from_later or after is not None
    if first is None or after is None or first >= after:
        return None, False
    return Bounds(first, after), from_later
