"""“In three weeks”, “two days from now”: counted forward, for something planned only."""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_away
from timelines.dates.idiom import Anchor, Example, Meant

PATTERN = re.compile(r"(?:in (.+?)(?: time)?|(.+?) (?:from now|from today|hence))")
EXAMPLES = (
    Example(
        "two weeks from now",
        "2021-10-15",
        "[2021-10-26..2021-11-01]",
        "2 weeks, give or take 3 days and 12 hours, after Fri 15 Oct 2021",
        planned=True,
    ),
    Example(
        "in three days",
        "2021-10-15",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far ahead."""
    distance = counted(found[1] or found[2], ask=found[1] is None)
    if distance is None:
        return None
    anchor.forward()
    return days_away(distance, anchor, back=False)
