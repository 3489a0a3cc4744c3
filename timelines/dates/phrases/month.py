"""A month: “May 2021”, “in May of last year”, or without a year the last one not yet ahead.

“Last May” is the last May that was over before the publication. For something planned, a month
without a year is the next one that is not over.
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from timelines.dates.calendar_words import MONTH, YEAR, month_of
from timelines.dates.idiom import Anchor, Example, Meant, month_part, month_words

_IN = r"(?:in |during |throughout |for )?(?:(?:the )?month of )?"
PATTERN = re.compile(
    rf"{_IN}(?P<name>{MONTH})(?: of| in)? (?P<year>{YEAR}|last year|this year|next year)"
    rf"|(?:in )?(?P<year2>{YEAR}|last year|this year|next year) in (?P<name2>{MONTH})"
    rf"|{_IN}(?P<which>last|this|this past|past|next)? ?(?P<name3>{MONTH})"
)
EXAMPLES = (
    Example("May 2021", "2021-10-15", "2021-05", "May 2021"),
    Example(
        "in May",
        "2021-10-15",
        "2021-05",
        "May 2021, the last one that had begun by Fri 15 Oct 2021",
    ),
    Example("in May of last year", "2021-10-15", "2020-05", "May 2020"),
    Example(
        "last October",
        "2021-10-15",
        "2020-10",
        "October 2020, the last one over before Fri 15 Oct 2021",
    ),
    Example(
        "in December",
        "2021-10-15",
        "2021-12",
        "December 2021, the next one from Fri 15 Oct 2021",
        planned=True,
    ),
)
_AWAY = {"last year": -1, "this year": 0, "next year": 1}


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The month meant."""
    month = month_of(found["name"] or found["name2"] or found["name3"])
    year_said = found["year"] or found["year2"]
    if year_said:
        if year_said in _AWAY:
            year = anchor.day.year + _AWAY[year_said]
            if year_said == "next year":
                anchor.forward()
        else:
            year = anchor.year(year_said)
        return _meant(year, month)
    which, day = found["which"], anchor.day
    here = date(day.year, day.month, 1)
    first = date(day.year, month, 1)
    if which == "next" or (anchor.planned and which not in ("last", "past", "this past")):
        anchor.forward()
        if first < here or (which == "next" and first == here):
            first += relativedelta(years=1)
        return _meant(first.year, month, f", the next one from {anchor.here}")
    over = which == "last"
    if first > here and which == "this":
        anchor.forward()
    if first > here or (over and first == here):
        first -= relativedelta(years=1)
    how = "over before" if over else "that had begun by"
    return _meant(first.year, month, f", the last one {how} {anchor.here}")


def _meant(year: int, month: int, note: str = "") -> Meant:
    part = month_part(year, month)
    return Meant(part, part, f"{month_words(year, month)}{note}")
