"""“Friday, Oct. 14”, “Tues., August 25”: a day of a month together with its weekday.

The weekday must be that of the day; if not, one of the two is wrong and it is a question. It
never chooses another year, except between the years a document may be of.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import WEEKDAY, WEEKDAYS, spelled, weekday_of
from timelines.dates.idiom import Anchor, Example, Meant, Question, span

PATTERN = re.compile(
    rf"(?:on )?(?:(?:last|this|this past|next) )?(?P<name1>{WEEKDAY}) (?:on )?(?P<rest1>[a-z0-9].*)"
    rf"|(?P<rest2>.+?) (?:which was )?a (?P<name2>{WEEKDAY})"
)
EXAMPLES = (
    Example(
        "Friday, Oct. 15",
        "2021-10-16",
        "2021-10-15",
        "Fri 15 Oct 2021, the last 15 October up to Sat 16 Oct 2021",
    ),
    Example(
        "Tues., August 25",
        "2020-09-01",
        "2020-08-25",
        "Tue 25 Aug 2020, the last 25 August up to Tue 1 Sep 2020",
    ),
    Example("Wednesday, 8 September 2021", "2021-10-15", "2021-09-08", "Wed 8 Sep 2021"),
    Example(
        "Friday, Oct. 14",
        "2021-10-16",
        None,
        "Thu 14 Oct 2021 is not a Friday: ask which of the two is right.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day, if its weekday agrees."""
    weekday = weekday_of(found["name1"] or found["name2"])
    inner = anchor.read(found["rest1"] or found["rest2"])
    day = None if inner is None else inner.one_day
    if inner is None or day is None:
        return None
    if day.weekday() != weekday:
        raise Question(
            f"{spelled(day)} is not a {WEEKDAYS[weekday]}: ask which of the two is right.",
            "two-readings",
        )
    return span(day, day, inner.reading)
