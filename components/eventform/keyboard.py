"""Lets the form be filled in by keyboard: where typing begins, Ctrl+Enter, texts read as typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

KEY = "event_keys"


def join(first: str, save: str, number: int, *, unsaved: bool) -> None:
    """Begin typing in the field of that key, once for each form; Ctrl+Enter presses the button.

    `first` and `save` are keys of widgets, `number` that of the form. While something is
    `unsaved`, the browser asks before it leaves or reloads the page.
    """
    data = {"first": first, "save": save, "form": number, "unsaved": unsaved}
    _component()(key=KEY, data=data)


@cache
def _script() -> str:
    return (Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")


def _component() -> Any:
    return st.components.v2.component(
        "timelines_event_keys",
        html='<span class="event-keys" hidden></span>',
        js=_script(),
        isolate_styles=False,
    )
