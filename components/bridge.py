"""Joins the chart, the list and the card in the browser: what is chosen in one shows in all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

KEY = "bridge"
STEP = 20
PHONE, DESKTOP = 360, 800


def join(
    chosen: str | None,
    spoken: str,
    *,
    on_chosen: Callable[[str], None],
    on_go: Callable[[str], None],
    on_period: Callable[[str, str], None],
    on_width: Callable[[], None],
) -> None:
    """Mark the chosen event everywhere, and call back when somebody chooses or follows a link.

    `spoken` is what a screen reader says once it changes. `on_chosen` gets the id that a mark of
    a chart or a button of a list stands for, `on_go` the query string of a link inside the app,
    `on_period` the first and last day of a bar that stands for many events; `on_width` is called
    when the chart has another width. All of it comes from the browser and may be anything.
    """
    _component()(
        key=KEY,
        data={"chosen": chosen, "spoken": spoken},
        on_chosen_change=lambda: on_chosen(_sent("chosen")),
        on_go_change=lambda: on_go(_sent("go")),
        on_period_change=lambda: on_period(*_sent("period").partition("/")[::2]),
        on_width_change=on_width,
    )


def width() -> int:
    """Pixels that a chart has from side to side, in steps, so that it is seldom drawn anew.

    Until the browser has told, a guess: a phone says in its requests that it is one.
    """
    told = st.session_state.get(KEY)
    pixels = None if told is None else told.get("width")
    if isinstance(pixels, int | float) and 0 < pixels < 100_000:
        return max(STEP, int(pixels) // STEP * STEP)
    return PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else DESKTOP


def _sent(name: str) -> str:
    return str(st.session_state[KEY][name] or "")


@cache
def _script() -> str:
    return (Path(__file__).parent / "bridge.js").read_text(encoding="utf-8")


def _component() -> Any:
    return st.components.v2.component(
        "timelines_bridge",
        html='<p class="timelines-status sr-only" role="status" aria-live="polite"></p>',
        js=_script(),
        isolate_styles=False,
    )
