"""Joins the chart, the list and the card in the browser: what is chosen in one shows in all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

KEY = "bridge"
STEP = 20
PHONE, DESKTOP = 360, 800
_HEEDED = "bridge_heeded"


def heed(**ways: Callable[[str], None]) -> None:
    """Do what somebody asked for last in the browser, unless that is done already.

    Each of `ways` is done with what was sent for it: `chosen` with the id that a mark of a chart or
    a button of a list stands for, `go` with the query string of a link inside the app, `period`
    with the first and last day, parted by a slash, of a bar that stands for many events. All of it
    comes from the browser and may be anything. A run of the page that is cut short does it again
    from the beginning, so each must be the same done twice.
    """
    asked = _waiting()
    if asked is None:
        return
    sign, what, value = asked
    if what in ways:
        ways[what](value)
    st.session_state[_HEEDED] = sign


def waiting() -> bool:
    """Whether something was asked for last that no run of the page has done yet."""
    return _waiting() is not None


def _waiting() -> tuple[float, str, str] | None:
    match _told().get("asked"):
        case [int() | float() as sign, str() as what, str() as value]:
            if sign > st.session_state.get(_HEEDED, 0):
                return sign, what, value
    return None


def join(chosen: str | None, spoken: str, *, on_width: Callable[[], None]) -> None:
    """Mark the chosen event everywhere, and let the browser ask for others.

    `spoken` is what a screen reader says once it changes; `on_width` is called when the chart has
    another width.
    """
    _component()(
        key=KEY,
        data={"chosen": chosen, "spoken": spoken},
        on_width_change=on_width,
        on_asked_change=lambda: None,  # heed() looks for it
    )


def width() -> int:
    """Pixels that a chart has from side to side, in steps, so that it is seldom drawn anew.

    Until the browser has told, a guess: a phone says in its requests that it is one.
    """
    pixels = _told().get("width")
    if isinstance(pixels, int | float) and 0 < pixels < 100_000:
        return max(STEP, int(pixels) // STEP * STEP)
    return PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else DESKTOP


def _told() -> Mapping[str, Any]:
    told: Mapping[str, Any] | None = st.session_state.get(KEY)
    return told or {}


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
