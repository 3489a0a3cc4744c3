"""The timeline: one lane a storyline, every date drawn as exactly as it is known and no further."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.views._bars import bars
from components.views._brackets import Narrowed, brackets, narrowed_marks
from components.views._crowd import crowds
from components.views._hover import Sayings, Says
from components.views._ink import ink_for
from components.views._paper import CONFIG, SANS, paper, plain, quiet, time_axis
from components.views._symbols import symbols
from timelines.investigation import Investigation
from timelines.marks import Marks, marks, members, wall_milliseconds
from timelines.palette import MUTED, RULE, Theme, storyline_colour
from timelines.period import Period, period
from timelines.rows import Layout, layout
from timelines.strokes import Members, strokes
from timelines.words import Words, words

__all__ = ["CONFIG", "assembled", "figure", "plot_width"]

_MARGIN = {"l": 10, "r": 14, "t": 74, "b": 34, "pad": 0}


def figure(
    investigation: Investigation,
    events: pd.DataFrame,
    *,
    zone: str,
    language: str,
    theme: Theme,
    width: float,
    narrowed: pd.DataFrame | None = None,
    since: int | None = None,
    until: int | None = None,
    whole: bool = False,
    storylines: Sequence[str] = (),
) -> go.Figure:
    """These events of an investigation as a timeline for a place so many CSS pixels wide.

    `events` are rows of its table; times are shown on the clock of `zone`, an IANA name. Labels
    do not collide on that width or a larger one. `since` and `until` (microseconds UTC, half-open)
    fix the period; without them a few far-off events may lie outside, unless `whole`; the foot
    says how many. `storylines` keeps only those lanes. `narrowed` draws what reasoning leaves of
    each date as a bracket under it.

    The first entry of a mark's customdata is its event's id; of a bar that stands for many it is
    None. The layout's `meta` has `undated` (ids without a place on the axis), `earlier` and
    `later` (events outside), `dense` (lanes drawn as how many), and `alt` (the figure in words).
    Never build the figure from what is chosen in it: Plotly dims the rest by itself, and a new
    figure would lose the reader's place.
    """
    told = words(language)
    found = marks(investigation, events, zone, storylines)
    since_wall, until_wall = _on_the_clock(since, zone), _on_the_clock(until, zone)
    shown = period(found, since=since_wall, until=until_wall, whole=whole)
    sayings = Sayings(investigation, events, zone, told)
    standing = events["verification"].to_numpy(object)
    tight = None
    if narrowed is not None:
        tight = narrowed_marks(found, narrowed, zone, shown, plot_width(width))
    return assembled(
        found,
        shown,
        sayings,
        standing,
        lambda drawn: members(investigation, drawn, zone),
        told,
        zone=zone,
        theme=theme,
        width=width,
        tight=tight,
    )


def plot_width(width: float) -> float:
    """CSS pixels between the margins of a figure of that width."""
    return max(width - _MARGIN["l"] - _MARGIN["r"], 200.0)


def assembled(
    found: Marks,
    shown: Period,
    sayings: Says,
    standing: Any,
    members_of: Callable[[list[str]], Members],
    told: Words,
    *,
    zone: str,
    theme: Theme,
    width: float,
    tight: Narrowed | None = None,
) -> go.Figure:
    """The figure of marks, whoever they are of: the desk's events, or what readers get.

    `standing` has the verification of each event by its place, `members_of` gives the single
    times of those that are sets.
    """
    plot = plot_width(width)
    plan = layout(
        found,
        shown,
        plot,
        lambda mark: sayings.label(int(found.place[mark])),
        also=None if tight is None else tight.reach(shown),
    )
    drawn = found.place[plan.drawn]
    ink = ink_for(
        plan,
        found,
        standing[drawn].tolist(),
        sayings.cards(drawn),
        theme,
    )
    several = members_of(found.event[plan.drawn].tolist())
    drawn_with = strokes(plan, found, several)
    return go.Figure(
        data=[
            *crowds(plan, found, told, theme),
            *bars(plan, drawn_with, ink),
            *symbols(plan, drawn_with, ink),
            *([] if tight is None else [brackets(plan, tight, theme)]),
        ],
        layout=_layout(plan, found, zone, told, theme, width),
    )


def _on_the_clock(instant: int | None, zone: str) -> float | None:
    if instant is None:
        return None
    stamp = pd.Series(np.array([instant], dtype="datetime64[us]")).dt.tz_localize("UTC")
    return float(wall_milliseconds(stamp, zone)[0])


def _layout(
    plan: Layout, found: Marks, zone: str, told: Words, theme: Theme, width: float
) -> dict[str, Any]:
    return {
        **paper(theme, width),
        "height": plan.height + _MARGIN["t"] + _MARGIN["b"],
        "margin": _MARGIN,
        "xaxis": time_axis(told, theme, plan.period.left, plan.period.right, plan.width),
        "yaxis": {"range": [plan.height, 0], "fixedrange": True, "visible": False},
        "shapes": _rules(plan, theme),
        "annotations": [
            *_names(plan, told, theme),
            _foot(plan, zone, told, theme),
            *_nothing(plan, told, theme),
        ],
        "meta": {
            "undated": list(found.undated),
            "earlier": plan.period.earlier,
            "later": plan.period.later,
            "dense": [lane.name for lane in plan.lanes if lane.dense],
            "alt": _alt(plan, found, told),
        },
    }


def _alt(plan: Layout, found: Marks, told: Words) -> str:
    drawn = {*found.event[plan.drawn]}
    crowd = [
        found.event[found.lane == found.lanes.index(one.name)] for one in plan.lanes if one.dense
    ]
    shown = told.count("figure.alt_events", len(drawn.union(*crowd)))
    lanes = told.count("figure.alt_lanes", len(plan.lanes))
    return told.say("figure.alt", events=shown, lanes=lanes)


def _rules(plan: Layout, theme: Theme) -> list[dict[str, Any]]:
    """A thin rule over every lane but the first, which has the axis."""
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.top + 0.5,
            "y1": lane.top + 0.5,
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
        key = "figure.dense_short" if plan.sizes.stacked else "figure.dense"
        note = "&nbsp; " + quiet(plain(told.say(key, count=lane.marks)), theme, 12)
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


def _foot(plan: Layout, zone: str, told: Words, theme: Theme) -> dict[str, Any]:
    """At the foot: what lies outside on either side, and which clock the axis goes by."""
    earlier, later = plan.period.earlier, plan.period.later
    texts = [
        told.count("figure.earlier", earlier) if earlier else "",
        told.say("figure.zone", place=zone.rpartition("/")[2].replace("_", " ")),
        told.count("figure.later", later) if later else "",
    ]
    # Two lines on a phone, where one would run out of the picture.
    between = "<br>" if plan.sizes.stacked else " &nbsp;·&nbsp; "
    return {
        "text": between.join(plain(text) for text in texts if text),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "yshift": -8,
        "align": "left",
        "showarrow": False,
        "font": {"family": SANS, "size": 12, "color": MUTED.on(theme)},
    }


def _nothing(plan: Layout, told: Words, theme: Theme) -> list[dict[str, Any]]:
    if plan.lanes:
        return []
    return [
        {
            "text": plain(told["figure.nothing"]),
            "xref": "paper",
            "yref": "paper",
            "x": 0.5,
            "y": 0.5,
            "showarrow": False,
            "font": {"family": SANS, "size": 15, "color": MUTED.on(theme)},
        }
    ]
