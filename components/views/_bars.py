"""The bars of a timeline: spans that fade, what lasted, and what a pointer finds.

One trace a role, whatever the number of events. Only `hit` can be pointed at: the others are
skipped, so that a click anywhere on a mark, its fading ends included, finds its event. Plotly
itself dims what is not chosen.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.views._ink import DIMMED, SOFT_HEIGHT, Ink
from timelines.marks import Counts
from timelines.palette import INK, VERIFICATION
from timelines.rows import Layout
from timelines.strokes import Bars, Soft, Strokes

_CORE_HEIGHT = 10.0
_LINE_HEIGHT = 2.0
_STEPS = 3_000
"""About how many bars all fades together are made of."""


def bars(plan: Layout, strokes: Strokes, ink: Ink) -> list[Any]:
    """All bars, from the back to the front."""
    return [
        _hit(plan, strokes, ink),
        _soft(plan, strokes.soft, ink),
        _plain("line", plan, strokes.line, _LINE_HEIGHT, ink),
        _core(plan, strokes.core, ink),
        _weave(plan, strokes, ink),
        _plain("dashes", plan, strokes.dashes, _CORE_HEIGHT * 0.6, ink),
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
    tall = np.repeat([SOFT_HEIGHT, _CORE_HEIGHT], [len(full), len(core.mark)])
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
        width=_CORE_HEIGHT,
        hoverinfo="skip",
        marker={
            **ink.paint(np.where(np.array(plainly, dtype=np.bool_), colour, pale)),
            "line": {**ink.line(colour), "width": 1},
        },
        unselected={"marker": {"opacity": DIMMED}},
    )


def _plain(name: str, plan: Layout, bars: Bars, height: float, ink: Ink) -> Any:
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
