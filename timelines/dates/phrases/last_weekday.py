"""“Last Friday” is the last one before the day of publication, or that of the week before.

Where the two differ, because the Friday of this week is already past, it is one of both: people
say “last Friday” for either. “This past Friday” is always the nearest one.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import WEEKDAY, WEEKDAYS, spelled, weekday_of
from timelines.dates.idiom import Anchor, Example, Meant, one_of, span
from timelines.dates.numbers import NUMBER, number

PATTERN = re.compile(
    rf"(?:on )?(?:(?:the )?(?P<last>last|previous)|(?P<past>(?:this |the )?(?:past|last past)|"
    rf"this last)) (?P<day>{WEEKDAY})"
    rf"|(?P<day2>{WEEKDAY}) last"
    rf"|(?:on )?(?:the )?(?P<day3>{WEEKDAY}) (?:of )?(?P<week>last|this) week"
    rf"|(?P<week2>last|this) week on (?P<day4>{WEEKDAY})"
    rf"|(?P<count>{NUMBER}) (?P<day5>{WEEKDAY})s ago"
)
EXAMPLES = (
    Example("last Friday", "2021-10-13", "2021-10-08", "the last Friday before Wed 13 Oct 2021"),
    Example(
        "last Tuesday",
        "2021-10-15",
        "[2021-10-05,2021-10-12]",
        "the Tuesday of this week or of the week before, seen from Fri 15 Oct 2021",
    ),
    Example(
        "this past Tuesday", "2021-10-15", "2021-10-12", "the last Tuesday before Fri 15 Oct 2021"
    ),
    Example(
        "Tuesday of last week",
        "2021-10-15",
        "2021-10-05",
        "the Tuesday of the week from Mon 4 Oct 2021",
    ),
    Example("two Fridays ago", "2021-10-15", "2021-10-01", "2 Fridays back from Fri 15 Oct 2021"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day or days meant."""
    given = found.groupdict()
    weekday = weekday_of(
        next(given[key] for key in ("day", "day2", "day3", "day4", "day5") if given[key])
    )
    name = WEEKDAYS[weekday]
    nearest = anchor.day - timedelta(days=(anchor.day.weekday() - weekday - 1) % 7 + 1)
    if which := given["week"] or given["week2"]:
        return _of_week(which, weekday, anchor)
    if given["count"]:
        count = number(given["count"])
        if count is None or count == 0:
            return None
        day = nearest - timedelta(weeks=count - 1)
        return span(day, day, f"{count} {name}s back from {anchor.here}")
    if given["past"] or nearest < anchor.week:
        return span(nearest, nearest, f"the last {name} before {anchor.here}")
    return one_of(
        [nearest, nearest - timedelta(weeks=1)],
        f"the {name} of this week or of the week before, seen from {anchor.here}",
    )


def _of_week(which: str, weekday: int, anchor: Anchor) -> Meant:
    start = anchor.week - timedelta(weeks=which == "last")
    day = start + timedelta(days=(weekday - start.weekday()) % 7)
    if day > anchor.day:
        anchor.forward()
    week = spelled(start)
    return span(day, day, f"the {WEEKDAYS[weekday]} of the week from {week}")
