"""How many events there are when, where there are too many to draw one by one.

Every event counts once, spread evenly over the time it may lie in or lasted: "sometime in May"
adds a thirty-first to every day of May, never a whole to the first of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timelines.marks import DAY, HOUR, Counts, Floats, Marks
from timelines.period import Period

_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_SHORT = (HOUR / 60, HOUR / 12, HOUR / 4, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY)
_MONDAY = 4 * DAY  # 5 January 1970, in wall milliseconds
_MOST_EVENTS_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Bins of one lane: `edges` in wall milliseconds (one more than `counts`), events in each."""

    edges: Floats
    counts: Floats


def density(marks: Marks, members: Counts, shown: Period, most: int) -> Density:
    """How many of these marks fall into each of at most so many calendar bins of the period.

    A mark that reaches beyond the period counts with its part inside; an open or unknown end
    counts up to the last bound that is known.
    """
    edges = bin_edges(shown.left, shown.right, most)
    low = marks.low[members]
    length = np.maximum(marks.high[members] - low, 1.0)
    below = np.zeros(len(edges))
    for begin in range(0, len(low), _MOST_EVENTS_AT_ONCE):
        part = slice(begin, begin + _MOST_EVENTS_AT_ONCE)
        share = (edges[:, None] - low[None, part]) / length[None, part]
        below += np.clip(share, 0.0, 1.0).sum(axis=1)
    return Density(edges, np.diff(below))


def bin_edges(left: float, right: float, most: int) -> Floats:
    """Edges that cover the period with at most so many equal bins of the calendar, plus two.

    Minutes, hours, days, weeks from Monday, months, years: the smallest that will do.
    """
    for step in _SHORT:
        if (right - left) / step <= most:
            origin = _MONDAY if step == 7 * DAY else 0.0
            first = np.floor((left - origin) / step)
            last = np.ceil((right - origin) / step)
            return np.asarray(origin + np.arange(first, last + 1) * step, dtype=np.float64)
    months = (_month(left), _month(right) + 1)
    step_months = next((n for n in _MONTHS if (months[1] - months[0]) / n <= most), _MONTHS[-1])
    first_month = months[0] // step_months * step_months
    counted = np.arange(first_month, months[1] + step_months, step_months)
    return counted.astype("datetime64[M]").astype("datetime64[ms]").astype(np.float64)


def _month(wall: float) -> int:
    """Months since January 1970."""
    return int(np.datetime64(int(np.floor(wall)), "ms").astype("datetime64[M]").astype(np.int64))
