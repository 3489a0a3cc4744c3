"""The key under the chart: how each kind of date and each verification is drawn."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st
from markupsafe import Markup

from components.template import render
from timelines.key import Entry, dates_key, verification_key
from timelines.words import Words, words


def draw(said: Words, *, narrowed: bool, dense: bool) -> None:
    """Draw it; brackets and heights are in it where the chart has them.

    The drawings are SVG, which `st.html` takes out, so the key is a component of its own.
    """
    st.components.v2.component(
        f"timelines_key_{said.language}_{narrowed}_{dense}",
        html=_key(said.language, narrowed, dense),
        isolate_styles=False,
    )(key=f"key_{narrowed}_{dense}")


@cache
def _key(language: str, narrowed: bool, dense: bool) -> str:
    groups = (
        dates_key(language, narrowed=narrowed, dense=dense),
        verification_key(language),
    )
    return render(
        "key.html",
        words=words(language),
        groups=[[_drawn(one) for one in group] for group in groups],
    )


def _drawn(entry: Entry) -> dict[str, Any]:
    return {"label": entry.label, "svg": Markup(entry.svg)}  # noqa: S704 - drawn by ourselves
