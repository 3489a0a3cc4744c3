"""Which part of time a timeline shows: all of it, the part where the story is, or a chosen part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timelines.marks import DAY, HOUR, Flags, Floats, Marks

_COST = 6.0
"""Leaving out one mark in a hundred must make the picture 6 percent shorter to be worth it."""
_WORTH = 1.0
"""Nothing is left out for less than this gain, the natural logarithm of how much shorter."""
_LOST = 0.2
"""At most this share of the marks is left outside, or cut at an edge, which is as bad: whose ends
one does not see may be anything."""
_TRIED = 40
_FIRST, _LAST = -377_000_000_000_000.0, 253_000_000_000_000.0
"""Years -9977 and 9987: what an axis of dates can hold."""


@dataclass(frozen=True, slots=True)
class Period:
    """A part of time in wall milliseconds, and how many events lie wholly before and after it."""

    left: float
    right: float
    earlier: int = 0
    later: int = 0

    @property
    def length(self) -> float:
        """In milliseconds, more than 0."""
        return self.right - self.left


def period(
    marks: Marks, *, since: float | None = None, until: float | None = None, whole: bool = False
) -> Period:
    """The part of time to show, with a little air at both sides.

    `since` and `until` are wall milliseconds and are kept exactly. Without them, `whole` shows
    everything; else a few events far from all others are left outside where that brings the
    rest closer: an office founded in 1969 would squeeze a story of five months into a hair.
    """
    if len(marks) == 0:
        return Period(
            0.0 if since is None else since, DAY if until is None else max(until, (since or 0) + 1)
        )
    low, high = marks.low, marks.high
    left, right = float(low.min()), float(high.max())
    if since is None and until is None and not whole:
        left, right = _focus(low, high)
    air = _air(left, right, bool(marks.timed.any()))
    left = since if since is not None else max(left - air, _FIRST)
    right = until if until is not None else min(right + air, _LAST)
    if right <= left:
        right = left + air
    outside = _ids(marks, high <= left), _ids(marks, low >= right)
    return Period(left, right, len(outside[0]), len(outside[1] - outside[0]))


def inside(marks: Marks, shown: Period) -> Flags:
    """Which marks have any part within the period."""
    open_left = marks.open_start | marks.unknown_start
    open_right = marks.open_end | marks.unknown_end
    before = (marks.high <= shown.left) & ~open_right
    after = (marks.low >= shown.right) & ~open_left
    return ~(before | after)


def _ids(marks: Marks, which: Flags) -> set[str]:
    return set(marks.event[which])


def _air(left: float, right: float, timed: bool) -> float:
    """Room at each side: a thirtieth, and enough that one lone day is not a whole picture."""
    least = 6 * HOUR if timed else 15 * DAY
    return max((right - left) / 30, (least - (right - left)) / 2, HOUR / 60)


def _focus(low: Floats, high: Floats) -> tuple[float, float]:
    """The window that is much shorter for few marks lost; everything where none is worth it."""
    first, last = float(low.min()), float(high.max())
    most = int(len(low) * _LOST)
    full = last - first
    if most == 0 or full <= 0:
        return first, last
    starts, ends = np.sort(low), np.sort(high)
    lefts = np.unique(starts[: most + 1][:: max(1, most // _TRIED)])
    rights = np.unique(ends[len(ends) - most - 1 :][:: max(1, most // _TRIED)])
    rights = np.append(rights, last)
    before = np.searchsorted(starts, lefts, side="left")
    after = len(ends) - np.searchsorted(ends, rights, side="right")
    lost = before[:, None] + after[None, :]
    lengths = np.maximum(rights[None, :] - lefts[:, None], full / 1e4)
    gain = np.log(full / lengths) - _COST * lost / len(low)
    gain[(lost > most) | (rights[None, :] <= lefts[:, None])] = -np.inf
    best = np.unravel_index(int(np.argmax(gain)), gain.shape)
    if gain[best] < _WORTH:
        return first, last
    return float(lefts[best[0]]), float(rights[best[1]])
