"""Shows how far a long piece of work is, and never lets a new drawing of the page cut it short."""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException

from components.address import acted

_WANTED = "wanted_"
_STALE = 30.0
"""Seconds after which nobody expects any more that what they pressed for begins."""


def want(key: str) -> None:
    """The callback of a button that begins long work: what was pressed for is done once.

    Streamlit forgets that a button was pressed when it ends that run of the page before it comes
    to the button, as it does when files change; a callback has been heard by then.
    """
    acted()
    st.session_state[_WANTED + key] = time.monotonic()


def wanted(key: str) -> bool:
    """Whether that was pressed for just now, and nobody has begun it yet."""
    since: float | None = st.session_state.pop(_WANTED + key, None)
    return since is not None and time.monotonic() - since < _STALE


def undisturbed(said: Callable[[int, int], str]) -> Callable[[int, int], None]:
    """A bar on the page, as a function to call with how much is done and how much there is.

    Streamlit ends a run of the page in the middle of any call to it, when somebody clicks or the
    files change, which writing makes them do. Here that only ends the bar: whoever works goes on,
    tells what came of it, and draws the page again with `st.rerun`.
    """
    bar = st.empty()
    ended = False

    def tell(done: int, total: int) -> None:
        nonlocal ended
        if ended:
            return
        try:
            bar.progress(min(1.0, done / max(1, total)), text=said(done, total))
        except ScriptControlException:
            ended = True

    return tell
