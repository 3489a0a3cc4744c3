"""Yesterday, today and tomorrow count local days from the day of publication.

“Tomorrow” looks forward and is read for something planned only.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.idiom import Anchor, Example, Meant, span

_DAYS = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "earlier yesterday": -1,
    "today": 0,
    "earlier today": 0,
    "later today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
PATTERN = re.compile(rf"({'|'.join(_DAYS)})")
EXAMPLES = (
    Example("yesterday", "2021-10-15", "2021-10-14", "the day before Fri 15 Oct 2021"),
    Example("earlier today", "2021-10-15T16:10", "2021-10-15", "Fri 15 Oct 2021 itself"),
    Example(
        "the day before yesterday", "2021-10-15", "2021-10-13", "two days before Fri 15 Oct 2021"
    ),
    Example("tomorrow", "2021-10-15", "2021-10-16", "the day after Fri 15 Oct 2021", planned=True),
    Example(
        "tomorrow",
        "2021-10-15",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)

_WORDS = {-2: "two days before {}", -1: "the day before {}", 0: "{} itself"} | {
    1: "the day after {}",
    2: "two days after {}",
}


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The day so many days from the day of publication."""
    away = _DAYS[found[1]]
    if away > 0 or found[1] == "later today":
        anchor.forward()
    day = anchor.day + timedelta(days=away)
    return span(day, day, _WORDS[away].format(anchor.here))
