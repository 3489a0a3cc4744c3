"""“This week”, “earlier this month”, “this year”: from its first day to the day of publication.

What is reported as past ends at the publication. For something planned it is the whole week,
month or year, and “later this week” is what is left of it.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import UNIT, period

PATTERN = re.compile(
    rf"(?:in |during |over |within )?(?:the course of )?"
    rf"(?:(earlier |later )?(?:this|the (?:current|present))|(earlier|later) in the) ({UNIT})"
    r"(?: so far)?"
)
EXAMPLES = (
    Example(
        "this week",
        "2021-10-08",
        "[2021-10-04..2021-10-08]",
        "the week from Mon 4 Oct 2021, up to Fri 8 Oct 2021",
    ),
    Example(
        "earlier this month",
        "2021-10-15",
        "[2021-10-01..2021-10-15]",
        "the month from Fri 1 Oct 2021, up to Fri 15 Oct 2021",
    ),
    Example(
        "later this week",
        "2021-10-13",
        "[2021-10-13..2021-10-17]",
        "the week up to Sun 17 Oct 2021, from Wed 13 Oct 2021",
        planned=True,
    ),
    Example(
        "this year",
        "2021-10-15",
        "[2021-01-01..2021-10-15]",
        "the year from Fri 1 Jan 2021, up to Fri 15 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The part of it that is past, or for something planned all of it."""
    which, unit = (found[1] or found[2] or "").strip(), found[3]
    first, last = period(unit, anchor.day, anchor.week_starts)
    if which == "later":
        anchor.forward()
        return span(anchor.day, last, f"the {unit} up to {spelled(last)}, from {anchor.here}")
    if anchor.planned and which == "":
        return span(first, last, f"the {unit} from {spelled(first)}")
    return span(first, anchor.day, f"the {unit} from {spelled(first)}, up to {anchor.here}")
