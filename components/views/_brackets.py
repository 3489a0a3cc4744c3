"""What reasoning leaves of a date, as a thin bracket under what is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timelines.marks import Flags, Floats, Marks, wall_milliseconds
from timelines.palette import INK, Theme
from timelines.period import Period
from timelines.rows import Layout

_BELOW = 8.0  # pixels under the middle of the mark
_TICK = 3.0
_SEEN = 3.0
_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True, eq=False)
class Narrowed:
    """What is left of the start and the end of marks; one entry a mark, NaN where unbounded.

    `first` and `second` say whether a bracket is drawn around the start and around the end: only
    what has visibly changed is. A moment has only a start.
    """

    start: tuple[Floats, Floats]
    end: tuple[Floats, Floats]
    first: Flags
    second: Flags

    def reach(self, shown: Period) -> tuple[Floats, Floats]:
        """From and until when each mark's brackets go, NaN where it has none."""
        low = np.where(self.first, _within(self.start[0], shown.left), np.nan)
        low = np.fmin(low, np.where(self.second, _within(self.end[0], shown.left), np.nan))
        high = np.where(self.first, _within(self.start[1], shown.right), np.nan)
        high = np.fmax(high, np.where(self.second, _within(self.end[1], shown.right), np.nan))
        return low, high


def narrowed_marks(
    found: Marks, frame: pd.DataFrame, zone: str, shown: Period, width: float
) -> Narrowed:
    """What reasoning leaves of each mark, on a plot that wide.

    The frame has the columns `event` and the four bounds of the events table.
    """
    row_of = pd.Series(np.arange(len(frame)), index=pd.Index(frame["event"]))
    rows = pd.Series(found.event, dtype=object).map(row_of)
    known = rows.notna().to_numpy()
    place = rows.fillna(0).to_numpy(np.int64)
    tight = [wall_milliseconds(frame[name], zone) for name in _BOUNDS]
    tight = [times[place] if len(times) else np.full(len(found), np.nan) for times in tight]
    seen = _SEEN / width * shown.length
    changed = [
        _changed(getattr(found, name), times, seen) & known
        for name, times in zip(_BOUNDS, tight, strict=True)
    ]
    lasted = np.asarray(found.kind == "stretch", dtype=np.bool_)
    return Narrowed(
        start=(tight[0], tight[1]),
        end=(tight[2], tight[3]),
        first=changed[0] | changed[1],
        second=(changed[2] | changed[3]) & lasted,
    )


def brackets(plan: Layout, narrowed: Narrowed, theme: Theme) -> Any:
    """One trace with all brackets."""
    y = plan.y + _BELOW
    paths = [
        _paths(low[plan.drawn], high[plan.drawn], which[plan.drawn], y, plan.period)
        for (low, high), which in (
            (narrowed.start, narrowed.first),
            (narrowed.end, narrowed.second),
        )
    ]
    return go.Scatter(
        name="narrowed",
        mode="lines",
        x=np.concatenate([path[0] for path in paths]),
        y=np.concatenate([path[1] for path in paths]),
        line={"color": INK.on(theme), "width": 1.5},
        hoverinfo="skip",
        connectgaps=False,
    )


def _within(times: Floats, edge: float) -> Floats:
    return np.where(np.isnan(times), edge, times)


def _changed(stated: Floats, tight: Floats, seen: float) -> Flags:
    """Where a bound moved so far that one can see it; by a microsecond is no news."""
    found = np.isnan(stated) & ~np.isnan(tight)
    return np.asarray(found | (np.abs(stated - tight) > seen), dtype=np.bool_)


def _paths(
    low: Floats, high: Floats, which: Flags, y: Floats, shown: Period
) -> tuple[Floats, Floats]:
    """Bracket after bracket, with a gap between them; a side that is unbounded stays open."""
    open_left, open_right = np.isnan(low[which]), np.isnan(high[which])
    left, right = _within(low[which], shown.left), _within(high[which], shown.right)
    line = y[which]
    gap = np.full(len(line), np.nan)
    up_left = np.where(open_left, line, line - _TICK)
    up_right = np.where(open_right, line, line - _TICK)
    x = np.stack([left, left, right, right, gap], axis=1).ravel()
    return x, np.stack([up_left, line, line, up_right, gap], axis=1).ravel()
