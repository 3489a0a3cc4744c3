"""“Last week”, “last month”, “the year before last”: the calendar one before that of publication.

A week runs from the day the heading's `week_starts` names. “The past week” is something else:
the days up to the publication.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import UNIT, period

PATTERN = re.compile(
    rf"(?:in |during |over |earlier |later )?(?:last|the (?:last|previous) calendar) ({UNIT})"
    rf"|(?:in |during )?(?:the )?({UNIT}) before last"
)
EXAMPLES = (
    Example(
        "last week",
        "2021-10-15",
        "[2021-10-04..2021-10-10]",
        "the week from Mon 4 Oct 2021, the one before that of Fri 15 Oct 2021",
    ),
    Example(
        "last month",
        "2021-10-15",
        "2021-09",
        "the month from Wed 1 Sep 2021, the one before that of Fri 15 Oct 2021",
    ),
    Example(
        "the year before last",
        "2021-10-15",
        "2019",
        "the year from Tue 1 Jan 2019, the second before that of Fri 15 Oct 2021",
    ),
    Example(
        "last decade",
        "2021-10-15",
        "201X",
        "the decade from Fri 1 Jan 2010, the one before that of Fri 15 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The whole of it."""
    unit, back = found[1] or found[2], 1 if found[1] else 2
    first, last = period(unit, anchor.day, anchor.week_starts, -back)
    which = "one" if back == 1 else "second"
    return span(
        first, last, f"the {unit} from {spelled(first)}, the {which} before that of {anchor.here}"
    )
