"""Spans of time as bars on a strip: where each stands, from left to right, in per cent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timelines.dates.when import Bounds, When

_DAY = 86_400_000_000
_ROOM = 0.04
"""Of the width of a strip, left free at both ends."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a span stands on its strip, in per cent; `point` where it is known to a day or so."""

    left: float
    width: float
    point: bool
    open_left: bool
    open_right: bool
    lasted: bool


def scale(whens: Iterable[When]) -> Bounds:
    """From the first to the last bound that is known, with room at both ends."""
    known: list[int] = [
        bound for when in whens for bound in (*when.start, *when.end) if bound is not None
    ]
    if not known:
        return Bounds(None, None)
    first, last = min(known), max(known)
    room = int(max(last - first, _DAY) * _ROOM)
    return Bounds(first - room, last + room)


def bar(when: When, on: Bounds) -> Bar | None:
    """The bar of a date on a strip of that scale; None where the date has no bound."""
    if on.earliest is None or on.latest is None:
        return None
    low, high = when.start.earliest, when.end.latest
    if low is None and high is None:
        return None
    left = on.earliest if low is None else low
    right = on.latest if high is None else high
    return Bar(
        left=_place(left, on),
        width=round(_place(right, on) - _place(left, on), 2),
        point=low is not None and high is not None and high - low <= 2 * _DAY,
        open_left=low is None,
        open_right=high is None,
        lasted=when.stretch,
    )


def between(left: int, right: int, on: Bounds) -> tuple[float, float] | None:
    """Left edge and width of what lies between two instants, in per cent."""
    if on.earliest is None or on.latest is None or right < left:
        return None
    return _place(left, on), round(_place(right, on) - _place(left, on), 2)


def _place(instant: int, on: Bounds) -> float:
    first, last = on.earliest or 0, on.latest or 0
    return round(100 * (instant - first) / (last - first), 2)
