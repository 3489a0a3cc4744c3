"""The look of the app: the palette's colours as CSS variables, and the style sheets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from timelines import palette

COLOURS = {
    "paper": palette.PAPER,
    "ink": palette.INK,
    "muted": palette.MUTED,
    "rule": palette.RULE,
    "hair": palette.HAIR,
    "card": palette.CARD,
    "clash": palette.CLASH,
    "accent": palette.STORYLINES[0],
}


PLACES = ".stApp,.stDialog,[role=dialog]"
"""Where the variables hold: on the page, and in the windows that open over it, outside of it."""


def lay() -> None:
    """Put the style sheets on the page; light and dark follow the theme without another run.

    Streamlit tells the page which of them it is, and not the windows over it: they are told here.
    """
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(f"<style>{_sheet()}.stDialog{{color-scheme:{theme};}}</style>")


@cache
def _sheet() -> str:
    lanes = {f"lane-{place}": one for place, one in enumerate(palette.STORYLINES)}
    variables = "".join(
        f"--{name}:light-dark({one.light},{one.dark});" for name, one in (COLOURS | lanes).items()
    )
    colours = "".join(f".{name}{{--lane:var(--{name});}}" for name in lanes)
    here = Path(__file__).parent
    files = [here / "style.css", *sorted((here / "pages").glob("*.css"))]
    sheet = "".join(file.read_text(encoding="utf-8") for file in files)
    return f"{PLACES}{{{variables}}}{colours}{sheet}"
