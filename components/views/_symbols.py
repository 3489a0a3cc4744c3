"""The symbols and words of a timeline: days, glows, arrowheads, signs, labels.

Only `dots` can be pointed at: the rest is skipped, so that what is clicked is always an event.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.views._ink import DIMMED, SOFT_HEIGHT, Ink
from components.views._paper import SANS, plain, quiet
from timelines.marks import Flags
from timelines.palette import INK, PAPER, VERIFICATION
from timelines.rows import VAGUE_SEEN, Layout
from timelines.strokes import Signs, Soft, Strokes

_SHAPES = {"→": "triangle-right", "←": "triangle-left", "[": "line-ns", "]": "line-ns"}


def symbols(plan: Layout, strokes: Strokes, ink: Ink) -> list[Any]:
    """All symbols and words, from the back to the front."""
    return [
        _pointers("stops", plan, strokes.stops, ink),
        _halos(plan, strokes.soft, ink),
        _dots(plan, strokes, ink),
        _pointers("arrows", plan, strokes.arrows, ink),
        _signs(plan, strokes.signs, ink),
        _labels(plan, ink),
    ]


def _pointers(name: str, plan: Layout, signs: Signs, ink: Ink) -> Any:
    """Arrowheads at open ends, and a sharp line at the one side of a moment that is known."""
    stops = name == "stops"
    colours = ink.paint(ink.colour[signs.mark])
    return go.Scatter(
        name=name,
        mode="markers",
        x=signs.at,
        y=plan.y[signs.mark],
        hoverinfo="skip",
        marker={
            **colours,
            "symbol": [_SHAPES[sign] for sign in signs.sign],
            "size": SOFT_HEIGHT + 2 if stops else 11,
            "opacity": 1,
            "line": {**ink.line(ink.colour[signs.mark]), "width": 2 if stops else 0},
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _thin(plan: Layout, soft: Soft) -> Flags:
    """Which soft spans are drawn as a glow: thinner than a symbol, and vague."""
    pixels = (soft.right - soft.left) / plan.period.length * plan.width
    return np.asarray((pixels < VAGUE_SEEN) & soft.vague, dtype=np.bool_)


def _halos(plan: Layout, soft: Soft, ink: Ink) -> Any:
    """A soft glow for spans too thin to be seen as a bar: still not a sharp day."""
    thin = _thin(plan, soft)
    place = soft.mark[thin]
    return go.Scatter(
        name="halos",
        mode="markers",
        x=((soft.left + soft.right) / 2)[thin],
        y=plan.y[place],
        hoverinfo="skip",
        marker={
            "size": 30,
            "color": PAPER.clear(ink.theme, 0),
            "opacity": 0.8,
            "line": {"width": 0},
            # Plotly's “color” of a gradient is the one at its middle.
            "gradient": {"type": "radial", "color": [ink.shades[at] for at in ink.colour[place]]},
        },
        unselected={"marker": {"opacity": 0.2}},
    )


def _dots(plan: Layout, strokes: Strokes, ink: Ink) -> Any:
    """Symbols: a circle or the like by verification, for every mark too thin for a bar.

    What lasted, however shortly, is a square. Hollow symbols are filled with paper.
    """
    soft = strokes.soft
    place = np.flatnonzero(plan.narrow)
    glows = np.isin(place, soft.mark[_thin(plan, soft)])
    lasted = np.isin(place, strokes.line.mark) & ~np.isin(place, soft.mark[soft.vague])
    looks = [VERIFICATION[ink.verification[at]] for at in place.tolist()]
    filled = np.array([look.filled for look in looks], dtype=np.bool_)
    colour = ink.colour[place]
    return go.Scatter(
        name="dots",
        mode="markers",
        x=((plan.x0 + plan.x1) / 2)[place],
        y=plan.y[place],
        customdata=[ink.cards[at] for at in place.tolist()],
        hovertemplate=ink.template,
        marker={
            **ink.paint(np.where(filled, colour, 0)),
            "symbol": [
                look.symbol.replace("circle", "square") if square else look.symbol
                for look, square in zip(looks, lasted, strict=True)
            ],
            # In a glow it is a speck: anything larger would look like a known day.
            "size": np.where(glows, 4.0, 11.0).astype(np.float32),
            "opacity": 1,
            "line": {**ink.line(colour), "width": 2},
        },
        selected={"marker": {"opacity": 1, "size": 17}},
        unselected={"marker": {"opacity": DIMMED}},
    )


def _signs(plan: Layout, signs: Signs, ink: Ink) -> Any:
    small = plan.narrow[signs.mark]
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


def _labels(plan: Layout, ink: Ink) -> Any:
    """Headlines and dates, kept off their marks by a clear marker of the right size."""
    sizes = plan.sizes
    between = "<br>" if sizes.stacked else "&nbsp; "
    text = [
        plain(label.headline)
        + (between + quiet(plain(label.date), ink.theme, sizes.date) if label.date else "")
        for label in plan.labels
    ]
    off = np.array([label.off for label in plan.labels], dtype=np.float32)
    return go.Scatter(
        name="labels",
        mode="markers+text",
        x=np.array([label.anchor for label in plan.labels], dtype=np.float64),
        y=np.array([label.y for label in plan.labels], dtype=np.float64),
        text=text,
        textposition=[
            "middle right" if label.from_start else "middle left" for label in plan.labels
        ],
        textfont={"family": SANS, "size": sizes.label, "color": INK.on(ink.theme)},
        # Plotly sets text 0.8 of a radius and a pixel away from a marker.
        marker={"size": np.maximum(off - 1, 0) * 1.6, "opacity": 0},
        hoverinfo="skip",
        selected={"marker": {"opacity": 0}},
        unselected={"textfont": {"color": INK.clear(ink.theme, 0.45)}, "marker": {"opacity": 0}},
    )
