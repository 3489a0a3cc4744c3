"""“Sept. 8”, “8 September 2021”, “the 8th of September”: a day of a month.

Without a year it is the last such day that is not past the day of publication; for something
planned, the next one from that day on. A day that its month does not have is a question.
"""

from __future__ import annotations

import re
from datetime import date

from timelines.dates.calendar_words import (
    DAY,
    MONTH,
    MONTHS,
    ORDINAL_DAY,
    YEAR,
    day_of,
    month_of,
    spelled,
)
from timelines.dates.idiom import Anchor, Example, Meant, Question, span

_AWAY = {"last year": -1, "this year": 0, "next year": 1}
_YEARS = f"{YEAR}|{'|'.join(_AWAY)}"
PATTERN = re.compile(
    rf"(?:on |dated )?(?:the )?(?:"
    rf"(?P<month1>{MONTH}) ?(?:the )?(?P<day1>{DAY}|{ORDINAL_DAY})"
    rf"(?: (?:of |in )?(?P<year1>{_YEARS}))?"
    rf"|(?P<day2>{DAY}|{ORDINAL_DAY}) (?:day )?(?:of )?(?P<month2>{MONTH})"
    rf"(?: (?:of |in )?(?P<year2>{_YEARS}))?)"
)
EXAMPLES = (
    Example(
        "Sept. 8",
        "2021-10-15",
        "2021-09-08",
        "Wed 8 Sep 2021, the last 8 September up to Fri 15 Oct 2021",
    ),
    Example("Sept. 8, 2020", "2021-10-15", "2020-09-08", "Tue 8 Sep 2020"),
    Example("the 8th of September, 2021", "2021-10-15", "2021-09-08", "Wed 8 Sep 2021"),
    Example(
        "Dec. 28",
        "2021-10-15",
        "2020-12-28",
        "Mon 28 Dec 2020, the last 28 December up to Fri 15 Oct 2021",
    ),
    Example(
        "Nov. 9",
        "2021-10-15",
        "2021-11-09",
        "Tue 9 Nov 2021, the next 9 November from Fri 15 Oct 2021 on",
        planned=True,
    ),
    Example("June 31, 2021", "2021-10-15", None, "June 2021 has no day 31."),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The day meant."""
    which = "1" if found["month1"] else "2"
    month, day = month_of(found[f"month{which}"]), day_of(found[f"day{which}"])
    said = found[f"year{which}"]
    if said:
        if said == "next year":
            anchor.forward()
        year = anchor.day.year + _AWAY[said] if said in _AWAY else anchor.year(said)
        exact = _day(year, month, day)
        if exact is None:
            raise Question(f"{MONTHS[month - 1]} {year} has no day {day}.", "words")
        return span(exact, exact, spelled(exact))
    name = f"{day} {MONTHS[month - 1]}"
    step = 1 if anchor.planned else -1
    # 29 February is at most eight years away.
    for year in range(anchor.day.year, anchor.day.year + 9 * step, step):
        near = _day(year, month, day)
        if near is not None and (near >= anchor.day if anchor.planned else near <= anchor.day):
            which = "next" if anchor.planned else "last"
            to = f"from {anchor.here} on" if anchor.planned else f"up to {anchor.here}"
            return span(near, near, f"{spelled(near)}, the {which} {name} {to}")
    raise Question(f"{MONTHS[month - 1]} has no day {day}.", "words")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
