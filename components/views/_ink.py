"""Ink for the marks of a timeline: from strokes in numbers to Plotly traces.

One trace a role, whatever the number of events. Only `hit` and `dots` can be pointed at: the
others are skipped, so that a click anywhere on a mark, its fading ends included, finds its event.
Plotly itself dims what is not chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.views._hover import card_template
from components.views._paper import SANS, plain, quiet
from timelines.marks import Counts, Flags, Marks
from timelines.palette import INK, PAPER, VERIFICATION, Theme, storyline_colour
from timelines.rows import VAGUE_SEEN, Layout
from timelines.strokes import Bars, Signs, Soft, Strokes

SOFT_HEIGHT = 12.0
CORE_HEIGHT = 10.0
LINE_HEIGHT = 2.0
DIMMED = 0.28
_STEPS = 3_000
"""About how many bars all fades together are made of."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """What the traces need beside the numbers, one entry for every mark drawn.

    `shades` are all colours used: paper, then every lane's, then every lane's paler. `lane` is
    a mark's lane. Colours go to Plotly as numbers into `shades`: a tenth of the bytes. `cards`
    begin with the event's id; `template` sets them.
    """

    theme: Theme
    shades: tuple[str, ...]
    lane: Counts
    verification: Sequence[str]
    cards: Sequence[Sequence[str]]
    template: str

    @property
    def colour(self) -> Counts:
        """Each mark's colour, as a place in `shades`."""
        return self.lane + 1

    @property
    def pale(self) -> Counts:
        """Each mark's paler colour, as a place in `shades`."""
        return self.lane + 1 + (len(self.shades) - 1) // 2

    def paint(self, places: Any) -> dict[str, Any]:
        """Colours by their places in `shades`, as Plotly's markers want them."""
        last = len(self.shades) - 1
        return {
            "color": np.asarray(places, dtype=np.int16),
            "colorscale": [[place / last, shade] for place, shade in enumerate(self.shades)],
            "cmin": 0,
            "cmax": last,
            "showscale": False,
        }


def ink_for(
    plan: Layout,
    marks: Marks,
    verification: Sequence[str],
    cards: Sequence[Sequence[str]],
    theme: Theme,
) -> Ink:
    """The ink for every mark drawn, by its lane, with the card that a pointer reads."""
    colours = [storyline_colour(hue) for hue in marks.hues]
    shades = (
        PAPER.on(theme),
        *(colour.on(theme) for colour in colours),
        *(colour.pale(theme, 0.38) for colour in colours),
    )
    # A scale needs two ends, and an empty timeline has no lane.
    shades = shades if len(shades) > 1 else (*shades, INK.on(theme), INK.pale(theme, 0.38))
    return Ink(
        theme=theme,
        shades=shades,
        lane=marks.lane[plan.drawn],
        verification=verification,
        cards=cards,
        template=card_template(theme),
    )


def traces(plan: Layout, strokes: Strokes, ink: Ink) -> list[Any]:
    """All traces of the marks, from the back to the front."""
    return [
        _hit(plan, strokes, ink),
        _soft(plan, strokes.soft, ink),
        _bars("line", plan, strokes.line, LINE_HEIGHT, ink),
        _core(plan, strokes.core, ink),
        _weave(plan, strokes, ink),
        _symbols("stops", plan, strokes.stops, ink),
        _bars("dashes", plan, strokes.dashes, CORE_HEIGHT * 0.6, ink),
        _halos(plan, strokes.soft, ink),
        _dots(plan, strokes, ink),
        _symbols("arrows", plan, strokes.arrows, ink),
        _signs(plan, strokes.signs, ink),
        _labels(plan, ink),
    ]


def _bar(**values: Any) -> Any:
    return go.Bar(orientation="h", textposition="none", **values)


def _hit(plan: Layout, strokes: Strokes, ink: Ink) -> Any:
    """Clear bars over the whole of each mark: what a pointer finds, and what shows it chosen.

    A day that is a symbol has none: its symbol is what one clicks.
    """
    sharp = strokes.soft.mark[~strokes.soft.vague]
    lasting = np.isin(np.arange(len(ink.lane)), strokes.line.mark)
    only_symbol = plan.narrow & np.isin(np.arange(len(ink.lane)), sharp) & ~lasting
    mark = np.flatnonzero(~only_symbol)
    return _bar(
        name="hit",
        base=plan.x0[mark],
        x=np.maximum(plan.x1 - plan.x0, 1.0)[mark],
        y=plan.y[mark],
        width=SOFT_HEIGHT + 6,
        customdata=[ink.cards[at] for at in mark.tolist()],
        hovertemplate=ink.template,
        # Clear, not of no opacity: who marks the chosen one with an outline must see it.
        marker={"color": INK.clear(ink.theme, 0), "opacity": 1, "cornerradius": 4},
        selected={"marker": {"color": INK.clear(ink.theme, 0.2)}},
    )


def _soft(plan: Layout, soft: Soft, ink: Ink) -> Any:
    """Fading bars: steps side by side, each a little stronger than the one before.

    Not a stack of clear ones: so many thin layers would shift the hue, and would not dim.
    """
    into, out = _steps(plan, soft)
    each = into + 1 + out
    which = np.repeat(np.arange(len(soft)), each)
    step = np.arange(len(which)) - np.repeat(np.cumsum(each) - each, each)
    up, down = into[which], out[which]
    after = step - up
    fade_in = (soft.full_left - soft.left)[which] / up
    fade_out = (soft.right - soft.full_right)[which] / down
    full_right = soft.full_right[which]
    left = np.where(
        after <= 0, soft.left[which] + fade_in * step, full_right + fade_out * (after - 1)
    )
    right = np.where(
        after < 0, soft.left[which] + fade_in * (step + 1), full_right + fade_out * after
    )
    share = np.where(after < 0, (step + 0.5) / (up + 0.5), 1 - (after - 0.5) / (down + 0.5))
    strength = soft.strength[which] * np.where(after == 0, 1.0, share)
    some = right > left
    mark = soft.mark[which][some]
    return _bar(
        name="soft",
        base=left[some],
        x=(right - left)[some],
        y=plan.y[mark],
        width=SOFT_HEIGHT,
        hoverinfo="skip",
        marker={
            **ink.paint(ink.colour[mark]),
            "opacity": np.round(strength[some], 3).astype(np.float32),
        },
    )


def _steps(plan: Layout, soft: Soft) -> tuple[Counts, Counts]:
    """In how many steps each fades in and out: one every few pixels, but not too many in all.

    Never thinner than three pixels: Plotly makes thin bars wider, and they would overlap.
    """
    scale = plan.width / plan.period.length
    wanted = [
        np.clip(np.floor(fade * scale / 3), 1, 24)
        for fade in (soft.full_left - soft.left, soft.right - soft.full_right)
    ]
    fewer = min(1.0, _STEPS / max(float(wanted[0].sum() + wanted[1].sum()), 1.0))
    into, out = (np.asarray(np.ceil(steps * fewer), dtype=np.int64) for steps in wanted)
    return into, out


def _weave(plan: Layout, strokes: Strokes, ink: Ink) -> Any:
    """The pattern of verification over the full part of soft spans and over solid bars."""
    soft, core = strokes.soft, strokes.core
    full = np.flatnonzero((soft.full_right > soft.full_left) & (soft.strength > 0.3))
    mark = np.concatenate([soft.mark[full], core.mark])
    left = np.concatenate([soft.full_left[full], core.left])
    right = np.concatenate([soft.full_right[full], core.right])
    tall = np.repeat([SOFT_HEIGHT, CORE_HEIGHT], [len(full), len(core.mark)])
    shapes = [VERIFICATION[ink.verification[place]].pattern for place in mark.tolist()]
    woven = np.flatnonzero([bool(shape) for shape in shapes])
    return _bar(
        name="weave",
        base=left[woven],
        x=(right - left)[woven],
        y=plan.y[mark[woven]],
        width=tall[woven],
        hoverinfo="skip",
        marker={
            **ink.paint(ink.colour[mark[woven]]),
            "opacity": 0.85,
            "pattern": {
                "shape": [shapes[at] for at in woven.tolist()],
                # The pattern takes the bar's own colour: Plotly mistakes it when given twice.
                "fillmode": "replace",
                "size": 6,
                "solidity": 0.2,
            },
        },
    )


def _core(plan: Layout, core: Bars, ink: Ink) -> Any:
    """Solid bars where something surely lasted; paler in a frame where it is not confirmed."""
    plainly = [not VERIFICATION[ink.verification[at]].pattern for at in core.mark.tolist()]
    colour, pale = ink.colour[core.mark], ink.pale[core.mark]
    return _bar(
        name="core",
        base=core.left,
        x=core.right - core.left,
        y=plan.y[core.mark],
        width=CORE_HEIGHT,
        hoverinfo="skip",
        marker={
            **ink.paint(np.where(np.array(plainly, dtype=np.bool_), colour, pale)),
            "line": {**_without_bar(ink.paint(colour)), "width": 1},
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _without_bar(paint: dict[str, Any]) -> dict[str, Any]:
    """Colours for a line, which has no bar of colours to hide."""
    return {key: value for key, value in paint.items() if key != "showscale"}


def _bars(name: str, plan: Layout, bars: Bars, height: float, ink: Ink) -> Any:
    return _bar(
        name=name,
        base=bars.left,
        x=np.maximum(bars.right - bars.left, 0.0),
        y=plan.y[bars.mark],
        width=height,
        hoverinfo="skip",
        marker={**ink.paint(ink.colour[bars.mark]), "opacity": bars.strength},
        unselected={"marker": {"opacity": DIMMED}},
    )


_SHAPES = {"→": "triangle-right", "←": "triangle-left", "[": "line-ns", "]": "line-ns"}


def _symbols(name: str, plan: Layout, signs: Signs, ink: Ink) -> Any:
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
            "line": {**_without_bar(colours), "width": 2 if stops else 0},
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
            "size": np.where(glows, 8.0, 11.0).astype(np.float32),
            "opacity": 1,
            "line": {**_without_bar(ink.paint(colour)), "width": 2},
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
