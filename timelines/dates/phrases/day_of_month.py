"""“The 8th”: a day of the month, the last one that is not past the day of publication.

“The 8th of last month” says which month. For something planned it is the next one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timelines.dates.calendar_words import ORDINAL_DAY, day_of, spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import period

PATTERN = re.compile(
    rf"(?:on )?the ({ORDINAL_DAY})(?: (?:day )?of (the month|this month|last month|next month))?"
)
EXAMPLES = (
    Example(
        "on the 8th",
        "2021-10-15",
        "2021-10-08",
        "Fri 8 Oct 2021, the last day 8 of a month up to Fri 15 Oct 2021",
    ),
    Example("the 31st of last month", "2021-09-15", "2021-08-31", "Tue 31 Aug 2021"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day meant."""
    number, month = day_of(found[1]), found[2]
    if month in ("last month", "next month", "this month"):
        away = {"last month": -1, "this month": 0, "next month": 1}[month]
        first, last = period("month", anchor.day, anchor.week_starts, away)
        if number > last.day:
            return None
        day = first.replace(day=number)
        if day > anchor.day:
            anchor.forward()
        return span(day, day, spelled(day))
    step = timedelta(days=1 if anchor.planned else -1)
    day = _walk(anchor.day, number, step)
    which = "next" if anchor.planned else "last"
    to = f"from {anchor.here} on" if anchor.planned else f"up to {anchor.here}"
    return span(day, day, f"{spelled(day)}, the {which} day {number} of a month {to}")


def _walk(day: date, number: int, step: timedelta) -> date:
    while day.day != number:
        day += step
    return day
