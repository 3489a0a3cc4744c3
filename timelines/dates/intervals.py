"""Stretches that lasted: `2021-05/2021-09`, with ends that may be open or unknown."""

from __future__ import annotations

from typing import Final

from timelines.dates.moments import House, Moment, iana_zone, read_moment
from timelines.dates.when import UNBOUNDED, Bounds, DateError, When
from timelines.dates.written import APPROXIMATE, UNCERTAIN
from timelines.dates.zones import Zone

PRECISIONS: Final = (
    "microsecond", "second", "minute", "hour", "day", "month", "season", "quarter",
    "quadrimester", "semester", "year", "decade", "century", "millennium",
)  # fmt: skip
"""From the finest on. Besides, a set has the precision “set”, and no date at all “unknown”."""

_RANK: Final = {precision: rank for rank, precision in enumerate(PRECISIONS)}


def read_interval(text: str, middle: int, house: House) -> When:
    """The stretch whose ends stand on both sides of the slash at `middle`.

    An open end has no bounds; an unknown one is bounded by the other end. An end before the start
    is kept as written. Raises DateError with a place in `text`.
    """
    left, right = text[:middle], text[middle + 1 :]
    if left in ("", "..") and right in ("", ".."):
        raise DateError(f"“{text}” says nothing; write “unknown” for a date nobody knows.", 0)
    first = _end(left, 0, house, None)
    last = _end(right, middle + 1, house, first.zone if first and first.own_zone else None)
    return When(
        text,
        iana_zone(first or last, house),
        first.bounds if first else _other_end(left, last),
        last.bounds if last else _other_end(right, first, after=True),
        True,
        _finest(first, last),
        bool((first and first.timed) or (last and last.timed)),
        bool(_marks(first, last) & APPROXIMATE),
        bool(_marks(first, last) & UNCERTAIN),
        left == "..",
        right == "..",
        left == "",
        right == "",
        None,
        _troubles(first, last),
        house.hemisphere,
        house.zone.name,
    )


def _end(text: str, place: int, house: House, carried: Zone | None) -> Moment | None:
    """One end of an interval; None if it is open or unknown."""
    if text in ("", ".."):
        return None
    try:
        return read_moment(text, house, carried)
    except DateError as error:
        raise error.moved(place) from None


def _other_end(written: str, known: Moment | None, *, after: bool = False) -> Bounds:
    """Bounds of an end that no date is written for: none if open, else by the other end."""
    if written == ".." or known is None:
        return UNBOUNDED
    if after:
        return Bounds(known.bounds.earliest, None)
    return Bounds(None, known.bounds.latest)


def _finest(first: Moment | None, last: Moment | None) -> str:
    if first is None or last is None:
        known = first or last
        return known.precision if known else "unknown"
    return min(first.precision, last.precision, key=_RANK.__getitem__)


def _marks(first: Moment | None, last: Moment | None) -> int:
    return (first.marks if first else 0) | (last.marks if last else 0)


def _troubles(first: Moment | None, last: Moment | None) -> tuple[str, ...]:
    both = (first.troubles if first else ()) + (last.troubles if last else ())
    return tuple(sorted(set(both))) if both else ()
