"""The marks of a crowded strip in short: what the script needs to draw those that come in sight.

One entry for every mark, in reading order: how it is drawn, its verification, its lane, how many
hours it begins after the one before, how many hours long it may be, and of what lasted, how many
hours pass until it had surely begun and from when it may have been over. Numbers are in base 36;
`=` stands before a further mark of the same event. Hours are rounded outwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import numpy as np

from timelines.marks import HOUR, Marks
from timelines.palette import VERIFICATION
from timelines.period import Period

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
STANDING = tuple(VERIFICATION)
"""A value's number is its place; `strip.js` has the same list."""


def entries(marks: Marks, shown: Period, verification: Sequence[str]) -> str:
    """The entries of all marks; those without a place in the lanes are not in `marks` at all."""
    found: list[str] = []
    before, last = 0, -1
    order = np.lexsort((marks.lane, marks.place))
    for at in order.tolist():
        place = int(marks.place[at])
        # Each event counts, so that the script can find it in the list by its place.
        found += ["X000"] * (place - last - 1)
        same = "=" if place == last else ""
        kind, low, high, begun, over = _drawn(marks, at, shown)
        from_start = floor((low - shown.left) / HOUR)
        parts = [
            ceil((high - shown.left) / HOUR) - from_start,
            ceil(begun / HOUR),
            ceil(over / HOUR),
        ]
        while parts and parts[-1] == 0:
            parts.pop()
        standing = STANDING.index(verification[place])
        by = ".".join([_short(from_start - before), *map(_short, parts)])
        found.append(f"{same}{kind}{standing}{digit(int(marks.lane[at]))}{by}")
        before, last = from_start, place
    return "".join(found)


def digit(lane: int) -> str:
    """A lane's position in one digit; beyond 36 lanes they share."""
    return _DIGITS[lane % 36]


def _drawn(marks: Marks, at: int, shown: Period) -> tuple[str, float, float, float, float]:
    """The letter of how it is drawn, its edges, and how long it may have been begun and over."""
    low, high, kind = float(marks.low[at]), float(marks.high[at]), str(marks.kind[at])
    if kind == "bounded":
        return ("B" if np.isnan(marks.start_earliest[at]) else "E"), low, high, 0.0, 0.0
    if kind != "stretch":
        return {"point": "P", "span": "S", "about": "A"}[kind], low, high, 0.0, 0.0
    goes_on, came = bool(marks.open_end[at]), bool(marks.open_start[at])
    begun = 0.0 if came else _between(low, marks.start_latest[at])
    over = 0.0 if goes_on else _between(marks.end_earliest[at], high)
    if came:
        low = shown.left
    if goes_on:
        high = max(shown.right, low)
    # What nobody knows the end of fades out at its last known bound.
    return ("O" if goes_on else "T"), low, high, begun, over


def _between(first: float, second: float) -> float:
    return 0.0 if np.isnan(first) or np.isnan(second) else max(0.0, float(second - first))


def _short(number: int) -> str:
    if number < 0:
        return f"-{_short(-number)}"
    digits = _DIGITS[number % 36]
    return digits if number < 36 else _short(number // 36) + digits
