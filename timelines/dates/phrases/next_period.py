"""“Next week”, “next month”, “the week after next”: the calendar one after that of publication.

It looks forward and is read for something planned only.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import UNIT, period

PATTERN = re.compile(
    rf"(?:in |during |earlier |later )?(?:next|the coming) ({UNIT})|(?:the )?({UNIT}) after next"
)
EXAMPLES = (
    Example(
        "next month",
        "2021-10-15",
        "2021-11",
        "the month from Mon 1 Nov 2021, the one after that of Fri 15 Oct 2021",
        planned=True,
    ),
    Example(
        "next week",
        "2021-10-15",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The whole of it."""
    anchor.forward()
    unit, away = found[1] or found[2], 1 if found[1] else 2
    first, last = period(unit, anchor.day, anchor.week_starts, away)
    which = "one" if away == 1 else "second"
    return span(
        first, last, f"the {unit} from {spelled(first)}, the {which} after that of {anchor.here}"
    )
