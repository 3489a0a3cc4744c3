"""“9/8/2021”: day-first or month-first? A question, unless only one of the two is possible.

“13/8/2021” and “8/8/2021” have one reading, and so has “2021/09/08”.
"""

from __future__ import annotations

import re
from datetime import date

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, Question, span

PATTERN = re.compile(
    r"(?:on |dated )?(?:([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?"
    r"|([0-9]{4})([/.])([0-9]{1,2})\6([0-9]{1,2}))"
)
EXAMPLES = (
    Example(
        "9/8/2021",
        "2021-10-15",
        None,
        "It may be Wed 8 Sep 2021 (month first) or Mon 9 Aug 2021 (day first): ask which.",
    ),
    Example("13/8/2021", "2021-10-15", "2021-08-13", "Fri 13 Aug 2021, the only reading"),
    Example("8/8/2021", "2021-10-15", "2021-08-08", "Sun 8 Aug 2021, the only reading"),
    Example("10/14", "2021-10-15", "2021-10-14", "Thu 14 Oct 2021, the only reading"),
    Example("2021/09/08", "2021-10-15", "2021-09-08", "Wed 8 Sep 2021, the only reading"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day, if the numbers can be one day only."""
    if found[5]:
        days = [_day(found[5], found[7], found[8], anchor)]
    elif found[4] is None and found[2] != "/":
        return None
    else:
        one, two, year = found[1], found[3], found[4]
        days = [_day(year, one, two, anchor), _day(year, two, one, anchor)]
    possible = [day for day in days if day is not None]
    if not possible:
        raise Question("There is no such day, whichever number is the month.", "words")
    if len(set(possible)) == 1:
        return span(possible[0], possible[0], f"{spelled(possible[0])}, the only reading")
    raise Question(
        f"It may be {spelled(possible[0])} (month first) or {spelled(possible[1])} (day first): "
        "ask which.",
        "two-readings",
    )


def _day(year: str | None, month: str, day: str, anchor: Anchor) -> date | None:
    """The day of that month; without a century or a year, the last one up to the publication."""
    try:
        if year is not None and len(year) == 4:
            return date(int(year), int(month), int(day))
        if year is not None:
            century = anchor.day.year // 100 * 100
            here = date(century + int(year), int(month), int(day))
            return here if here.year <= anchor.day.year else here.replace(year=here.year - 100)
        here = date(anchor.day.year, int(month), int(day))
        return here if here <= anchor.day else here.replace(year=here.year - 1)
    except ValueError:
        return None
