"""Every loss of an import, the worst kinds first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.template import render
from timelines.intake.proposals import KINDS, Remark
from timelines.words import Words

MOST = 60
"""How many remarks of a kind are told one by one."""


def draw(remarks: Sequence[Remark], words: Words) -> None:
    """All remarks by kind."""
    groups = []
    for kind in KINDS:
        those = list(dict.fromkeys(remark for remark in remarks if remark.kind == kind))
        if those:
            groups.append((kind, those[:MOST], max(0, len(those) - MOST)))
    st.html(render("losses.html", groups=groups, words=words))
