"""The timeline: one lane a storyline, every date drawn as exactly as it is known and no further."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.views._hover import date_in_words, hovers
from components.views._ink import inked, traces
from components.views._paper import CONFIG, SANS, paper, plain, quiet, time_axis
from timelines.density import density
from timelines.investigation import Investigation
from timelines.marks import Marks, marks, members
from timelines.palette import INK, MUTED, RULE, Theme, storyline_colour
from timelines.period import period
from timelines.rows import Lane, Layout, layout
from timelines.strokes import strokes
from timelines.words import Words, words

__all__ = ["CONFIG", "figure"]

_MARGIN = {"l": 10, "r": 14, "t": 74, "b": 34, "pad": 0}
_BIN_PIXELS = 9.0


def figure(
    investigation: Investigation,
    events: pd.DataFrame,
    *,
    zone: str,
    language: str,
    theme: Theme,
    width: float,
    narrowed: pd.DataFrame | None = None,
    since: float | None = None,
    until: float | None = None,
    whole: bool = False,
    storylines: tuple[str, ...] = (),
) -> go.Figure:
    """These events of an investigation as a timeline that is so many CSS pixels wide."""
    told = words(language)
    found = marks(investigation, events, zone, storylines)
    shown = period(found, since=since, until=until, whole=whole)
    plot = max(width - _MARGIN["l"] - _MARGIN["r"], 200)
    headlines = events["headline"].fillna("").to_numpy(object)
    said: dict[str, str] = {}

    def label_of(mark: int) -> tuple[str, str]:
        event = str(found.event[mark])
        if event not in said:
            said[event] = date_in_words(investigation, event, zone, told)
        return str(headlines[found.place[mark]]), said[event]

    plan = layout(found, shown, plot, label_of)
    drawn = events.iloc[found.place[plan.drawn]]
    dates = [label_of(int(mark))[1] for mark in plan.drawn]
    ink = inked(
        plan,
        found,
        drawn["verification"].tolist(),
        hovers(investigation, drawn, dates, told, theme),
        theme,
    )
    several = members(investigation, found.event[plan.drawn].tolist(), zone)
    built = go.Figure(
        data=[*_dense(plan, found, told, theme), *traces(plan, strokes(plan, found, several), ink)]
    )
    built.update_layout(_layout(plan, found, zone, told, theme, width))
    return built


def _layout(
    plan: Layout, found: Marks, zone: str, told: Words, theme: Theme, width: float
) -> dict[str, Any]:
    return {
        **paper(theme, width),
        "height": plan.height + _MARGIN["t"] + _MARGIN["b"],
        "margin": _MARGIN,
        "xaxis": time_axis(told, theme, plan.period.left, plan.period.right),
        "yaxis": {"range": [plan.height, 0], "fixedrange": True, "visible": False},
        "shapes": _rules(plan, theme),
        "annotations": [*_names(plan, told, theme), *_notes(plan, zone, told, theme, width)],
        "meta": {
            "undated": list(found.undated),
            "earlier": plan.period.earlier,
            "later": plan.period.later,
            "dense": [lane.name for lane in plan.lanes if lane.dense],
        },
    }


def _rules(plan: Layout, theme: Theme) -> list[dict[str, Any]]:
    """A thin rule over every lane but the first, which has the axis."""
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.top,
            "y1": lane.top,
            "line": {"color": RULE.on(theme), "width": 1},
            "layer": "below",
        }
        for lane in plan.lanes[1:]
    ]


def _names(plan: Layout, told: Words, theme: Theme) -> list[dict[str, Any]]:
    """Lane names at the left above their lanes; a dense lane says there what it shows."""
    found = []
    for lane in plan.lanes:
        if not lane.name and len(plan.lanes) == 1 and not lane.dense:
            continue
        name = plain(lane.name or told["figure.no_storyline"])
        note = "&nbsp; " + quiet(plain(told.say("figure.dense", count=lane.marks)), theme, 12)
        found.append(
            {
                "text": f"<b>{name}</b>" + (note if lane.dense else ""),
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "y": lane.top + 8,
                "yanchor": "top",
                "showarrow": False,
                "font": {
                    "family": SANS,
                    "size": 14,
                    "color": storyline_colour(lane.hue).on(theme),
                    "variant": "small-caps",
                },
            }
        )
    return found


def _notes(
    plan: Layout, zone: str, told: Words, theme: Theme, width: float
) -> list[dict[str, Any]]:
    """At the foot: what lies outside on either side, and which clock the axis goes by."""
    place = zone.rpartition("/")[2].replace("_", " ")
    texts = [
        (0.0, "left", _outside(told, "figure.earlier", plan.period.earlier)),
        (1.0, "right", _outside(told, "figure.later", plan.period.later)),
        (0.5 if width >= 560 else 0.0, "center" if width >= 560 else "left", ""),
    ]
    foot = " · ".join(
        text for text in (texts[0][2], told.say("figure.zone", place=place), texts[1][2]) if text
    )
    return [
        {
            "text": plain(foot),
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yanchor": "top",
            "yshift": -10,
            "showarrow": False,
            "font": {"family": SANS, "size": 12, "color": MUTED.on(theme)},
        }
    ]


def _outside(told: Words, key: str, number: int) -> str:
    return told.count(key, number) if number else ""


def _dense(plan: Layout, found: Marks, told: Words, theme: Theme) -> list[Any]:
    """For lanes too full to draw one by one: how many events there are when."""
    built = []
    most = max(20, int(plan.width / _BIN_PIXELS))
    for lane in plan.lanes:
        if lane.dense:
            built.append(_heights(lane, plan, found, told, theme, most))
    return built


def _heights(lane: Lane, plan: Layout, found: Marks, told: Words, theme: Theme, most: int) -> Any:
    position = found.hues.index(lane.hue)
    counted = density(found, np.flatnonzero(found.lane == position), plan.period, most)
    some = counted.counts > 0.005
    left, right = counted.edges[:-1][some], counted.edges[1:][some]
    share = counted.counts[some] / max(float(counted.counts.max()), 1e-9)
    tall = np.maximum(share * (plan.sizes.dense - 6), 1.5)
    foot = lane.top + lane.height
    return go.Bar(
        name="dense",
        orientation="h",
        base=left,
        x=right - left,
        y=foot - tall / 2,
        width=tall,
        marker={
            "color": storyline_colour(lane.hue).on(theme),
            "opacity": 0.8,
            "line": {"width": 0.5, "color": INK.clear(theme, 0)},
        },
        customdata=[[None, float(a), float(b)] for a, b in zip(left, right, strict=True)],
        hovertext=[
            plain(told.say("figure.bin", count=max(1, round(float(many))), total=lane.marks))
            + "<br>"
            + quiet(plain(told["figure.narrow_period"]), theme, 12)
            for many in counted.counts[some]
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        textposition="none",
    )
