"""Lanes too full to draw one by one: how many events there are when, and how to look closer."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.views._paper import plain, quiet
from timelines.density import Density, density
from timelines.marks import Marks
from timelines.palette import PAPER, Theme, storyline_colour
from timelines.rows import Lane, Layout
from timelines.words import Words

_BIN_PIXELS = 9.0


def crowds(plan: Layout, found: Marks, told: Words, theme: Theme) -> list[Any]:
    """A trace for every dense lane, all on one scale, so that their heights can be compared.

    A bar's customdata is `[None, since, until]`: no event, but the period that holds the bar, in
    the words of an address, so that a click on it can narrow the selection to it.
    """
    most = max(20, int(plan.width / _BIN_PIXELS))
    counted = [
        (lane, density(found, np.flatnonzero(found.lane == place), plan.period, most))
        for place, lane in ((found.lanes.index(lane.name), lane) for lane in plan.lanes)
        if lane.dense
    ]
    highest = max((float(counts.counts.max()) for _, counts in counted), default=1.0)
    return [_heights(lane, counts, highest, plan, told, theme) for lane, counts in counted]


def _heights(
    lane: Lane, counted: Density, highest: float, plan: Layout, told: Words, theme: Theme
) -> Any:
    some = np.flatnonzero(counted.counts > 0.005)
    left, right = counted.edges[some], counted.edges[some + 1]
    tall = np.maximum(counted.counts[some] / max(highest, 1e-9) * (plan.sizes.dense - 6), 1.5)
    closer = "<br>" + quiet(plain(told["figure.closer"]), theme, 12)
    return go.Bar(
        name="crowd",
        orientation="h",
        base=left,
        x=right - left,
        y=lane.top + lane.height - tall / 2,
        width=tall,
        marker={
            "color": storyline_colour(lane.hue).on(theme),
            "opacity": 0.8,
            "line": {"width": 1, "color": PAPER.on(theme)},
        },
        customdata=[
            [None, *_address(float(begin), float(end))]
            for begin, end in zip(left, right, strict=True)
        ],
        hovertext=[
            plain(told.say("figure.bin", count=max(1, round(float(many))), total=lane.marks))
            + closer
            for many in counted.counts[some]
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        textposition="none",
    )


def _address(left: float, right: float) -> tuple[str, str]:
    """First and last day of a bar as `since` and `until` of an address; minutes where shorter."""
    whole_days = left % 86_400_000 == 0 and right % 86_400_000 == 0
    unit = "D" if whole_days else "m"
    return (
        str(np.datetime64(int(left), "ms").astype(f"datetime64[{unit}]")),
        str(np.datetime64(int(right) - 1, "ms").astype(f"datetime64[{unit}]")),
    )
