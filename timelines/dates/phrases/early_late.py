"""“Early May”, “mid-June”, “late last year”, “in the late 1970s”: thirds of what is named.

A month is cut at the 10th and the 20th, a year after April and August, a season by its months,
and a decade into years 0–3, 4–6 and 7–9. Of a week, “early” is up to Wednesday, “mid” Tuesday to
Thursday, “late” from Thursday on. The beginning and the end of a month are its thirds too.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span
from timelines.dates.periods import UNIT, period

_THIRDS = {
    "early": 0, "beginning of": 0, "start of": 0, "early part of": 0, "first days of": 0,
    "early days of": 0,
    "mid": 1, "middle of": 1, "midway through": 1,
    "late": 2, "end of": 2, "latter part of": 2, "last days of": 2, "final days of": 2,
}  # fmt: skip
PATTERN = re.compile(
    rf"(?:in |at |toward |towards )?(?:the )?(?:very )?"
    rf"({'|'.join(sorted(_THIRDS, key=len, reverse=True))})[- ](?:in |on )?(.+)"
)
_NAMES = ("first", "middle", "last")
EXAMPLES = (
    Example(
        "early May",
        "2021-10-15",
        "[2021-05-01..2021-05-10]",
        "the first third of May 2021",
    ),
    Example(
        "mid-June 2020", "2021-10-15", "[2020-06-11..2020-06-20]", "the middle third of June 2020"
    ),
    Example(
        "in the late 1970s", "2021-10-15", "[1977..1979]", "the last third of the decade from 1970"
    ),
    Example(
        "late last year",
        "2021-10-15",
        "[2020-09..2020-12]",
        "the last third of the year from Wed 1 Jan 2020",
    ),
    Example(
        "early last week",
        "2021-10-15",
        "[2021-10-04..2021-10-06]",
        "the first third of the week from Mon 4 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The third meant of the month, year, season, decade or week that the rest names."""
    third = _THIRDS[found[1]]
    words = re.sub(r"^the ", "", found[2])
    if this := re.fullmatch(f"this ({UNIT})", words):
        return _of_this(this[1], third, anchor)
    part = anchor.read_part(words, lambda whole: _third(whole, third))
    if part is None:
        return None
    whole, days = part
    return span(*days, f"the {_NAMES[third]} third of {whole.brief}")


def _of_this(unit: str, third: int, anchor: Anchor) -> Meant | None:
    """The same of “this month”, which ends at the publication."""
    start, end = period(unit, anchor.day, anchor.week_starts)
    whole = span(start, end, f"the {unit} from {spelled(start)}")
    days = _third(whole, third)
    if days is None:
        return None
    first, last = days
    if not anchor.planned:
        if first > anchor.day:
            anchor.forward()
        last = min(last, anchor.day)
    return span(first, last, f"the {_NAMES[third]} third of {whole.reading}")


def _third(whole: Meant, third: int) -> tuple[date, date] | None:
    """The first and last day of a third of a week, month, season, year or decade."""
    if whole.days is None or whole.choices or whole.stretch or whole.mark:
        return None
    first, last = whole.days
    days = (last - first).days + 1
    if days == 7:
        wednesday = first + timedelta(days=(2 - first.weekday()) % 7)
        tuesday, thursday = wednesday - timedelta(days=1), wednesday + timedelta(days=1)
        return ((first, wednesday), (tuesday, thursday), (thursday, last))[third]
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return None
    if days <= 31:
        ends = (10, 20, last.day)
        return first.replace(day=1 + 10 * third), first.replace(day=ends[third])
    months = round(days / 30.4369)
    if months not in (3, 12, 120):
        return None
    cuts = (0, 48, 84, 120) if months == 120 else tuple(months * cut // 3 for cut in range(4))
    start = first + relativedelta(months=cuts[third])
    return start, first + relativedelta(months=cuts[third + 1], days=-1)
