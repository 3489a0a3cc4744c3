"""Shows how far a long piece of work is, and never lets a new drawing of the page cut it short."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException


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
