"""“This Friday” is the one of this week; “next Friday” and “the coming Friday” look forward.

A day that lies ahead is read for something planned only. “Next Friday” said before this week's
Friday may mean either that one or the one after it: it is one of both.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import WEEKDAY, WEEKDAYS, spelled, weekday_of
from timelines.dates.idiom import Anchor, Example, Meant, one_of, span

PATTERN = re.compile(
    rf"(?:on )?(?:the )?(this coming|coming|upcoming|this|next|the following) ({WEEKDAY})"
    rf"|(?:on )?(?:the )?({WEEKDAY}) (?:of )?next week"
    rf"|next week on ({WEEKDAY})"
)
EXAMPLES = (
    Example(
        "this Tuesday", "2021-10-15", "2021-10-12", "the Tuesday of the week from Mon 11 Oct 2021"
    ),
    Example(
        "next Friday",
        "2021-10-13",
        "[2021-10-15,2021-10-22]",
        "the Friday of this week or of the week after, seen from Wed 13 Oct 2021",
        planned=True,
    ),
    Example(
        "this coming Friday",
        "2021-10-13",
        "2021-10-15",
        "the first Friday after Wed 13 Oct 2021",
        planned=True,
    ),
    Example(
        "Friday of next week",
        "2021-10-13",
        "2021-10-22",
        "the Friday of the week from Mon 18 Oct 2021",
        planned=True,
    ),
    Example(
        "next Friday",
        "2021-10-13",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The day or days meant."""
    which = found[1]
    weekday = weekday_of(found[2] or found[3] or found[4])
    name = WEEKDAYS[weekday]
    coming = anchor.day + timedelta(days=(weekday - anchor.day.weekday() - 1) % 7 + 1)
    start = anchor.week + timedelta(weeks=which is None)
    day = start + timedelta(days=(weekday - start.weekday()) % 7)
    if which is None or (which == "this" and day <= anchor.day):
        if which is None:
            anchor.forward()
        return span(day, day, f"the {name} of the week from {spelled(start)}")
    anchor.forward()
    if which == "next" and coming < anchor.week + timedelta(weeks=1):
        return one_of(
            [coming, coming + timedelta(weeks=1)],
            f"the {name} of this week or of the week after, seen from {anchor.here}",
        )
    return span(coming, coming, f"the first {name} after {anchor.here}")
