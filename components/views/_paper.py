"""The paper every figure is printed on: type, ground, rules, and how one may move about on it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from timelines.palette import CARD, HAIR, INK, MUTED, PAPER, RULE, Colour, Theme
from timelines.words import Words

SANS = (
    "'Source Sans', 'Source Sans 3', 'Gill Sans Nova', 'Gill Sans', 'Segoe UI', "
    "'Helvetica Neue', Arial, sans-serif"
)
"""Labels. What the desk's app brings itself comes first; nothing is fetched from elsewhere."""
SERIF = "'Source Serif', 'Source Serif 4', 'Iowan Old Style', Charter, Georgia, serif"
"""Headlines."""

_BUTTONS = [
    ["zoom2d", "pan2d"],
    ["zoomIn2d", "zoomOut2d", "resetScale2d"],
    ["toImage"],
]

CONFIG: Mapping[str, Any] = {
    "displaylogo": False,
    "displayModeBar": True,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": True,
    "doubleClick": "reset",
    "responsive": True,
    "modeBarButtons": _BUTTONS,
}
"""For `st.plotly_chart(config=…)` and every export: nothing is ever sent to anybody's cloud."""


def paper(theme: Theme, width: float) -> dict[str, Any]:
    """What every figure's layout has: for one theme and a plot that many pixels wide."""
    ink, muted = INK.on(theme), MUTED.on(theme)
    return {
        "template": go.layout.Template(),
        "paper_bgcolor": PAPER.on(theme),
        "plot_bgcolor": PAPER.on(theme),
        "font": {"family": SANS, "size": 13, "color": ink},
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "hoverdistance": 24,
        "clickmode": "event+select",
        "selectionrevision": "kept",
        "uirevision": "kept",
        # On a phone a finger on the figure scrolls the page; the buttons move the figure.
        "dragmode": "pan" if width >= 560 else False,
        "hoverlabel": {
            "bgcolor": CARD.on(theme),
            "bordercolor": RULE.on(theme),
            "font": {"family": SANS, "size": 13, "color": ink},
            "align": "left",
            "namelength": 0,
        },
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": muted,
            "activecolor": ink,
            "orientation": "h",
        },
    }


def time_axis(
    words: Words, theme: Theme, left: float, right: float, width: float
) -> dict[str, Any]:
    """An axis of dates over that part of time in wall milliseconds, so many pixels wide.

    A month's name stands over the middle of the month and not at its first day. Plotly finds that
    out from the format, and misses it where the format has a dash (`%-d`). One cannot move out of
    the period: what lies beyond it is not laid out.
    """
    formats = words.under("figure.ticks")
    stops = [
        {"dtickrange": [low, high], "value": formats[name].replace("|", "\n")}
        for low, high, name in _STOPS
    ]
    return {
        "type": "date",
        "range": [left, right],
        "minallowed": left,
        "maxallowed": right,
        "side": "top",
        "nticks": max(4, int(width / 62)),
        "ticklabelmode": "period",
        "tickformatstops": stops,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": RULE.on(theme),
        "tickfont": {"family": SANS, "size": 12, "color": MUTED.on(theme)},
        "tickangle": 0,
        "showgrid": True,
        "gridcolor": HAIR.on(theme),
        "gridwidth": 1,
        "zeroline": False,
        "showline": True,
        "linecolor": RULE.on(theme),
        "linewidth": 1,
        "title": None,
        "showspikes": False,
    }


_SECOND, _MINUTE, _HOUR, _DAY = 1_000, 60_000, 3_600_000, 86_400_000
_STOPS: tuple[tuple[Any, Any, str], ...] = (
    (None, _SECOND - 1, "fraction"),
    (_SECOND, _MINUTE - 1, "second"),
    (_MINUTE, _HOUR - 1, "minute"),
    (_HOUR, _DAY - 1, "hour"),
    (_DAY, 6 * _DAY, "day"),
    (6 * _DAY, 27 * _DAY, "week"),
    ("M1", "M6", "month"),
    ("M12", None, "year"),
)


def plain(text: str) -> str:
    """Somebody's text as Plotly shows it word for word: no tag, no entity, no link of theirs."""
    return html.escape(" ".join(text.split()), quote=True)


def quiet(text: str, theme: Theme, size: float, colour: Colour = MUTED) -> str:
    """Text that stands back, smaller and paler; it must be `plain` already."""
    style = f"color:{colour.on(theme)};font-size:{size:g}px;font-variant:normal"
    return f'<span style="{style}">{text}</span>'
