"""“In the past week”, “over the last two months”: the time up to the day of publication.

Days, weeks and months count back from that day; “last week” without “the” is a calendar week.
"""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_back_to
from timelines.dates.idiom import Anchor, Example, Meant
from timelines.dates.periods import UNIT

PATTERN = re.compile(
    r"(?:in |over |during |within |for )?(?:the )?(?:past|last|preceding) (?P<count>[a-z0-9].*)"
)
EXAMPLES = (
    Example(
        "over the past two months",
        "2021-10-15",
        "[2021-08-15..2021-10-15]",
        "from 2 months before Fri 15 Oct 2021 up to then",
    ),
    Example(
        "in the past week",
        "2021-10-15",
        "[2021-10-08..2021-10-15]",
        "from 1 week before Fri 15 Oct 2021 up to then",
    ),
    Example("in the past few days", "2021-10-15", None, "“few” is no number: ask how long."),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """From so far back up to the day of publication."""
    words = found["count"]
    if re.fullmatch(rf"day|hour|minute|fortnight|{UNIT}", words):
        # “Last week” is a calendar week, “the past week” and “the last week” are seven days.
        if not re.search("past|preceding|the last", found[0]):
            return None
        words = f"one {words}"
    distance = counted(words)
    return None if distance is None else days_back_to(distance, anchor)
