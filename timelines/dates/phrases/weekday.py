"""A weekday alone is the last one up to the day of publication, that day included.

In same-day copy “on Friday”, published on a Friday, is that Friday. For something planned it is
the first one from that day on.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import WEEKDAY, WEEKDAYS, weekday_of
from timelines.dates.idiom import Anchor, Example, Meant, span

PATTERN = re.compile(rf"(?:on )?(?:the )?({WEEKDAY})")
EXAMPLES = (
    Example(
        "on Friday",
        "2021-10-15T16:10",
        "2021-10-15",
        "the Friday of the week up to and including Fri 15 Oct 2021",
    ),
    Example(
        "Wednesday",
        "2021-10-15",
        "2021-10-13",
        "the Wednesday of the week up to and including Fri 15 Oct 2021",
    ),
    Example(
        "Tues.",
        "2021-10-15",
        "2021-10-19",
        "the Tuesday of the week from Fri 15 Oct 2021 on",
        planned=True,
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The nearest such day that is not past the day of publication."""
    weekday = weekday_of(found[1])
    name = WEEKDAYS[weekday]
    if anchor.planned:
        day = anchor.day + timedelta(days=(weekday - anchor.day.weekday()) % 7)
        return span(day, day, f"the {name} of the week from {anchor.here} on")
    day = anchor.day - timedelta(days=(anchor.day.weekday() - weekday) % 7)
    return span(day, day, f"the {name} of the week up to and including {anchor.here}")
