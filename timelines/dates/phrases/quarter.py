"""“The third quarter of 2020”, “Q3”, “the first half of last year”: parts of a calendar year.

Without a year, the last one that has begun. Fiscal years begin when a company says: a question.
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from timelines.dates.calendar_words import YEAR
from timelines.dates.idiom import Anchor, Example, Meant, Part, Question

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEARS = rf"{YEAR}|last year|this year|the year|the fiscal year|fiscal {YEAR}"
PATTERN = re.compile(
    rf"(?:in |during )?(?:the )?(?P<fiscal>fiscal )?"
    rf"(?:q(?P<q>[1-4])|(?P<nth>{'|'.join(_NTH)}) (?P<part>quarter|half))"
    rf"(?: ?(?:of |in )?(?P<year1>{_YEARS}))?"
    rf"|(?P<year2>{YEAR}) ?q(?P<q2>[1-4])"
)
EXAMPLES = (
    Example("the third quarter of 2020", "2021-10-15", "2020-35", "quarter 3 of 2020"),
    Example(
        "Q1",
        "2021-10-15",
        "2021-33",
        "quarter 1 of 2021, the last one that had begun by Fri 15 Oct 2021",
    ),
    Example("the first half of last year", "2021-10-15", "2020-40", "half 1 of 2020"),
    Example(
        "the second quarter of the fiscal year",
        "2021-10-15",
        None,
        "A fiscal year begins when its owner says: ask for the months.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The quarter or half meant."""
    nth = int(found["q"] or found["q2"] or _NTH[found["nth"]])
    halves = found["part"] == "half"
    year_said = found["year1"] or found["year2"] or ""
    if found["fiscal"] or "fiscal" in year_said:
        raise Question("A fiscal year begins when its owner says: ask for the months.", "open")
    if halves and nth > 2:
        return None
    note = ""
    if year_said in ("last year", "this year", "the year"):
        year = anchor.day.year - (year_said == "last year")
    elif year_said:
        year = anchor.year(year_said)
    else:
        year = anchor.day.year
        if _part(nth, year, halves).first > anchor.day and not anchor.planned:
            year -= 1
        note = f", the last one that had begun by {anchor.here}" if not anchor.planned else ""
    part = _part(nth, year, halves)
    return Meant(part, part, f"{'half' if halves else 'quarter'} {nth} of {year}{note}")


def _part(nth: int, year: int, halves: bool) -> Part:
    months = 6 if halves else 3
    first = date(year, 1 + months * (nth - 1), 1)
    code = 39 + nth if halves else 32 + nth
    return Part(first, first + relativedelta(months=months, days=-1), f"{year:04d}-{code}")
