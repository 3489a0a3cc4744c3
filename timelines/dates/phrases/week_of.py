"""“The week of Oct. 4”, “the week ending Oct. 8”: the week a day lies in, or up to that day."""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import period

PATTERN = re.compile(
    r"(?:in |during )?(?:the )?week "
    r"(?:(of|that included|including)|(ending|ended)|(beginning|starting)) (?:on )?(.+)"
)
EXAMPLES = (
    Example(
        "the week of Oct. 6",
        "2021-10-15",
        "[2021-10-04..2021-10-10]",
        "the week of Wed 6 Oct 2021, from Mon 4 Oct 2021",
    ),
    Example(
        "the week ending Oct. 8",
        "2021-10-15",
        "[2021-10-02..2021-10-08]",
        "the seven days up to Fri 8 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The seven days meant."""
    inner = anchor.read(found[4])
    day = None if inner is None else inner.one_day
    if day is None:
        return None
    if found[2]:
        return span(day - timedelta(days=6), day, f"the seven days up to {spelled(day)}")
    if found[3]:
        return span(day, day + timedelta(days=6), f"the seven days from {spelled(day)}")
    first, last = period("week", day, anchor.week_starts)
    return span(first, last, f"the week of {spelled(day)}, from {spelled(first)}")
