"""Ink for the marks of a timeline: from strokes in numbers to Plotly traces.

One trace a role, whatever the number of events. Only `hit` and `dots` can be pointed at: the
others are skipped, so that a click anywhere on a mark, its fading ends included, finds its event.
Plotly itself dims what is not chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.views._paper import SANS, plain, quiet
from timelines.marks import Floats, Marks
from timelines.palette import INK, PAPER, VERIFICATION, Theme, storyline_colour
from timelines.rows import NARROW, Layout
from timelines.strokes import Bars, Soft, Strokes

SOFT_HEIGHT = 13.0
CORE_HEIGHT = 10.0
LINE_HEIGHT = 2.0
DIMMED = 0.28
_HOVER = "%{hovertext}<extra></extra>"


@dataclass(frozen=True, slots=True, eq=False)
class Inked:
    """What the traces need beside the numbers: colours, verification and words of each mark."""

    theme: Theme
    colours: list[str]
    pale: list[str]
    verification: list[str]
    hover: list[str]
    events: list[str]


def inked(
    plan: Layout, marks: Marks, verification: list[str], hover: list[str], theme: Theme
) -> Inked:
    """The colour of each mark drawn, by its lane, with the words it shows."""
    lanes = [storyline_colour(hue).on(theme) for hue in marks.hues]
    colours = [lanes[lane] for lane in marks.lane[plan.drawn]]
    thin = [storyline_colour(hue).pale(theme, 0.38) for hue in marks.hues]
    pale = [thin[lane] for lane in marks.lane[plan.drawn]]
    return Inked(theme, colours, pale, verification, hover, marks.event[plan.drawn].tolist())


def traces(plan: Layout, strokes: Strokes, ink: Inked) -> list[Any]:
    """All traces of the marks, from the back to the front."""
    return [
        _hit(plan, ink),
        _soft(plan, strokes.soft, ink),
        _weave(plan, strokes.soft, ink),
        _bars("line", plan, strokes.line, LINE_HEIGHT, ink),
        _core(plan, strokes.core, ink),
        _stops(plan, strokes, ink),
        _bars("dashes", plan, strokes.dashes, CORE_HEIGHT * 0.6, ink),
        _halos(plan, ink, strokes),
        _dots(plan, strokes, ink),
        _arrows(plan, strokes, ink),
        _signs(plan, strokes, ink),
        _labels(plan, ink),
    ]


def _bar(**values: Any) -> Any:
    return go.Bar(orientation="h", textposition="none", **values)


def _hit(plan: Layout, ink: Inked) -> Any:
    """Clear bars over the whole of each mark: what a pointer finds, and what shows it chosen."""
    return _bar(
        name="hit",
        base=plan.x0,
        x=np.maximum(plan.x1 - plan.x0, 1.0),
        y=plan.y,
        width=SOFT_HEIGHT + 6,
        customdata=[[event] for event in ink.events],
        hovertext=ink.hover,
        hovertemplate=_HOVER,
        marker={"color": ink.colours, "opacity": 0, "cornerradius": 4},
        selected={"marker": {"opacity": 0.5}},
        unselected={"marker": {"opacity": 0}},
    )


def _soft(plan: Layout, soft: Soft, ink: Inked) -> Any:
    """Fading bars: each a stack of translucent ones, the widest at the back."""
    steps = 14 if len(soft) <= 80 else 8 if len(soft) <= 300 else 4
    opacity = 1 - (1 - soft.strength) ** (1 / steps)
    parts = [
        (
            soft.left + (soft.full_left - soft.left) * step / steps,
            soft.right + (soft.full_right - soft.right) * step / steps,
        )
        for step in range(steps)
    ]
    left = np.stack([part[0] for part in parts], axis=1).ravel()
    right = np.stack([part[1] for part in parts], axis=1).ravel()
    mark = np.repeat(soft.mark, steps)
    shown = np.repeat(opacity, steps)
    return _bar(
        name="soft",
        base=left,
        x=np.maximum(right - left, 0.0),
        y=plan.y[mark],
        width=SOFT_HEIGHT,
        hoverinfo="skip",
        marker={
            "color": [ink.colours[place] for place in mark],
            "opacity": np.round(shown, 3),
            "cornerradius": 2,
        },
        unselected={"marker": {"opacity": 0.05}},
    )


def _weave(plan: Layout, soft: Soft, ink: Inked) -> Any:
    """The pattern of verification over the full part of soft spans."""
    shapes = [VERIFICATION[ink.verification[place]].pattern for place in soft.mark]
    woven = np.array([bool(shape) for shape in shapes], dtype=np.bool_)
    woven &= (soft.full_right > soft.full_left) & (soft.strength > 0.3)
    chosen = np.flatnonzero(woven)
    place = soft.mark[chosen]
    return _bar(
        name="weave",
        base=soft.full_left[chosen],
        x=(soft.full_right - soft.full_left)[chosen],
        y=plan.y[place],
        width=SOFT_HEIGHT,
        hoverinfo="skip",
        marker={
            "color": [ink.colours[at] for at in place],
            "opacity": 0.75,
            "pattern": {
                "shape": [shapes[at] for at in chosen],
                "fillmode": "replace",
                "size": 6,
                "solidity": 0.18,
            },
        },
        unselected={"marker": {"opacity": 0.12}},
    )


def _core(plan: Layout, core: Bars, ink: Inked) -> Any:
    """Solid bars where something surely lasted; woven where it is not confirmed."""
    shapes = [VERIFICATION[ink.verification[place]].pattern for place in core.mark]
    colours = [ink.colours[place] for place in core.mark]
    fills = [
        ink.pale[place] if shape else ink.colours[place]
        for place, shape in zip(core.mark, shapes, strict=True)
    ]
    return _bar(
        name="core",
        base=core.left,
        x=core.right - core.left,
        y=plan.y[core.mark],
        width=CORE_HEIGHT,
        hoverinfo="skip",
        marker={
            "color": fills,
            "line": {"color": colours, "width": 1},
            "pattern": {
                "shape": shapes,
                "fillmode": "overlay",
                "fgcolor": colours,
                "fgopacity": 1,
                "size": 6,
                "solidity": 0.22,
            },
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _bars(name: str, plan: Layout, bars: Bars, height: float, ink: Inked) -> Any:
    return _bar(
        name=name,
        base=bars.left,
        x=np.maximum(bars.right - bars.left, 0.0),
        y=plan.y[bars.mark],
        width=height,
        hoverinfo="skip",
        marker={
            "color": [ink.colours[place] for place in bars.mark],
            "opacity": bars.strength,
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _stops(plan: Layout, strokes: Strokes, ink: Inked) -> Any:
    """A sharp line at the side that is known."""
    stops = strokes.stops
    return go.Scatter(
        name="stops",
        mode="markers",
        x=stops.at,
        y=plan.y[stops.mark],
        hoverinfo="skip",
        marker={
            "symbol": "line-ns",
            "size": SOFT_HEIGHT + 2,
            "opacity": 1,
            "line": {"width": 2, "color": [ink.colours[place] for place in stops.mark]},
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _halos(plan: Layout, ink: Inked, strokes: Strokes) -> Any:
    """A soft glow for spans too thin to be seen as a bar: still not a sharp day."""
    thin = _thin(plan, strokes.soft)
    place = strokes.soft.mark[thin]
    middle = ((strokes.soft.left + strokes.soft.right) / 2)[thin]
    return go.Scatter(
        name="halos",
        mode="markers",
        x=middle,
        y=plan.y[place],
        hoverinfo="skip",
        marker={
            "size": 30,
            "color": PAPER.on(ink.theme),
            "opacity": 0.8,
            "line": {"width": 0},
            "gradient": {"type": "radial", "color": [ink.colours[at] for at in place]},
        },
        unselected={"marker": {"opacity": 0.2}},
    )


def _thin(plan: Layout, soft: Soft) -> Any:
    """Soft spans drawn as a glow: thinner than a symbol, and not known to the day."""
    pixels = (soft.right - soft.left) / plan.period.length * plan.width
    return np.flatnonzero((pixels < NARROW) & (soft.strength != 0.25))


def _dots(plan: Layout, strokes: Strokes, ink: Inked) -> Any:
    """Symbols: a circle or the like by verification, for every mark too thin for a bar."""
    place = np.flatnonzero(plan.narrow)
    soft = np.isin(place, strokes.soft.mark[_thin(plan, strokes.soft)])
    lasted = np.isin(place, strokes.line.mark)
    symbols = [VERIFICATION[ink.verification[at]].symbol for at in place]
    colours = [ink.colours[at] for at in place]
    return go.Scatter(
        name="dots",
        mode="markers",
        x=((plan.x0 + plan.x1) / 2)[place],
        y=plan.y[place],
        customdata=[[ink.events[at]] for at in place],
        hovertext=[ink.hover[at] for at in place],
        hovertemplate=_HOVER,
        marker={
            "symbol": [
                symbol.replace("circle", "square") if square else symbol
                for symbol, square in zip(symbols, lasted, strict=True)
            ],
            "size": np.where(soft, 8.0, 11.0),
            "color": colours,
            "opacity": 1,
            "line": {"width": 2, "color": colours},
        },
        selected={"marker": {"opacity": 1, "size": 17}},
        unselected={"marker": {"opacity": DIMMED}},
    )


def _arrows(plan: Layout, strokes: Strokes, ink: Inked) -> Any:
    arrows = strokes.arrows
    return go.Scatter(
        name="arrows",
        mode="markers",
        x=arrows.at,
        y=plan.y[arrows.mark],
        hoverinfo="skip",
        cliponaxis=False,
        marker={
            "symbol": [
                "triangle-right" if sign == "→" else "triangle-left" for sign in arrows.sign
            ],
            "size": 11,
            "color": [ink.colours[place] for place in arrows.mark],
            "opacity": 1,
            "line": {"width": 0},
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _signs(plan: Layout, strokes: Strokes, ink: Inked) -> Any:
    signs = strokes.signs
    small = plan.narrow[signs.mark] if len(signs.mark) else np.zeros(0, dtype=np.bool_)
    return go.Scatter(
        name="signs",
        mode="text",
        x=signs.at,
        y=plan.y[signs.mark] - np.where(small, 8.0, 0.0),
        text=[f"<b>{sign}</b>" for sign in signs.sign],
        textposition=["middle right" if tiny else "middle center" for tiny in small],
        textfont={"family": SANS, "size": 13, "color": INK.on(ink.theme)},
        hoverinfo="skip",
        unselected={"textfont": {"color": INK.clear(ink.theme, DIMMED)}},
    )


def _labels(plan: Layout, ink: Inked) -> Any:
    """Headlines and dates, kept off their marks by a clear marker of the right size."""
    sizes = plan.sizes
    between = "<br>" if sizes.stacked else "&nbsp; "
    text = [
        plain(label.headline)
        + (between + quiet(plain(label.date), ink.theme, sizes.date) if label.date else "")
        for label in plan.labels
    ]
    off: Floats = np.array([label.off for label in plan.labels], dtype=np.float64)
    return go.Scatter(
        name="labels",
        mode="markers+text",
        x=[label.anchor for label in plan.labels],
        y=[label.y for label in plan.labels],
        text=text,
        textposition=[
            "middle right" if label.from_start else "middle left" for label in plan.labels
        ],
        textfont={"family": SANS, "size": sizes.label, "color": INK.on(ink.theme)},
        # Plotly sets text 0.8 of a radius and a pixel away from a marker.
        marker={"size": np.maximum(off - 1, 0) * 1.6, "opacity": 0},
        hoverinfo="skip",
        unselected={"textfont": {"color": INK.clear(ink.theme, 0.45)}, "marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
    )
