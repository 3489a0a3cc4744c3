"""A place on the page for what is said only now and then.

Streamlit knows a part of the page by how many stand before it. Where something comes or goes, all
that stands below it may be drawn anew, and a field in which somebody types then loses the keyboard.
What comes and goes therefore has a place that is always there.
"""

from __future__ import annotations

from typing import Any

import streamlit as st


def slot(key: str) -> Any:
    """The place of that key, to draw into or to leave empty; empty it takes no room.

    The key stands once on a page.
    """
    return st.container(key=f"slot_{key}")
