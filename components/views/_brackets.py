"""What reasoning leaves of a date, as a thin bracket under what is stated."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timelines.marks import Flags, Floats, Marks, wall_milliseconds
from timelines.palette import INK, Theme
from timelines.rows import Layout

_BELOW = 8.0  # pixels under the middle of the mark
_TICK = 3.0
_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def brackets(
    plan: Layout, found: Marks, narrowed: pd.DataFrame | None, zone: str, theme: Theme
) -> list[Any]:
    """One trace of brackets for the marks whose bounds reasoning has narrowed; none without them.

    A moment has one bracket, around the time left for it. A stretch has one around each end that
    was narrowed. The frame has the columns `event` and the four bounds of the events table.
    """
    if narrowed is None:
        return []
    row_of = pd.Series(np.arange(len(narrowed)), index=pd.Index(narrowed["event"]))
    rows = pd.Series(found.event[plan.drawn], dtype=object).map(row_of)
    known = rows.notna().to_numpy()
    mark = np.flatnonzero(known)
    place = rows[known].to_numpy(np.int64)
    tight = [wall_milliseconds(narrowed[name], zone)[place] for name in _BOUNDS]
    stated = [getattr(found, name)[plan.drawn[mark]] for name in _BOUNDS]
    moment = found.kind[plan.drawn[mark]] != "stretch"
    y = plan.y[mark] + _BELOW
    first = _changed(stated[0], tight[0]) | _changed(stated[1], tight[1])
    second = (_changed(stated[2], tight[2]) | _changed(stated[3], tight[3])) & ~moment
    sides = ((tight[0], tight[1], first), (tight[2], tight[3], second))
    paths = [_paths(low, high, which, y, plan) for low, high, which in sides]
    return [
        go.Scatter(
            name="narrowed",
            mode="lines",
            x=np.concatenate([path[0] for path in paths]),
            y=np.concatenate([path[1] for path in paths]),
            line={"color": INK.on(theme), "width": 1.5},
            hoverinfo="skip",
            connectgaps=False,
        )
    ]


def _changed(stated: Floats, tight: Floats) -> Flags:
    both = np.isnan(stated) & np.isnan(tight)
    return np.asarray(~both & (stated != tight), dtype=np.bool_)


def _paths(
    low: Floats, high: Floats, which: Flags, y: Floats, plan: Layout
) -> tuple[Floats, Floats]:
    """Bracket after bracket, with a gap between them; a side that is unbounded stays open."""
    open_left, open_right = np.isnan(low[which]), np.isnan(high[which])
    left = np.where(open_left, plan.period.left, low[which])
    right = np.where(open_right, plan.period.right, high[which])
    line = y[which]
    gap = np.full(len(line), np.nan)
    up_left = np.where(open_left, line, line - _TICK)
    up_right = np.where(open_right, line, line - _TICK)
    x = np.stack([left, left, right, right, gap], axis=1).ravel()
    return x, np.stack([up_left, line, line, up_right, gap], axis=1).ravel()
