"""“Last winter”, “in spring 2020”, “over the summer”: meteorological seasons, three whole months.

Northern winter is December to February and is called by the year in which it begins; “winter
2020-21” says both. In the south seasons are half a year shifted. “Last winter” is the last one
that was over before the publication, so in winter it is not the present one. A season without a
year is the last one that has begun.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timelines.dates.calendar_words import YEAR
from timelines.dates.idiom import Anchor, Example, Meant, Part
from timelines.dates.seasons import part_of_year

_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NAME = r"(spring|summer|autumn|fall|winter)"
_NOT_LONG_OVER = timedelta(days=120)
_OVER = r"(?:in |during |over )?"
PATTERN = re.compile(
    rf"{_OVER}(?:the )?{_NAME}(?: of)? ({YEAR})(?:[-/]([0-9]{{2}}|{YEAR}))?"
    rf"|{_OVER}(?:the )?(last|this|this past|past|next)? ?{_NAME}"
    rf"(?:(?: of)? (last|this|next) year)?"
)
EXAMPLES = (
    Example(
        "last winter",
        "2021-01-15",
        "2019-24",
        "winter 2019-2020, the last one over before Fri 15 Jan 2021",
    ),
    Example(
        "last summer",
        "2021-10-15",
        "2021-22",
        "summer 2021, the last one over before Fri 15 Oct 2021",
    ),
    Example("in spring 2020", "2021-10-15", "2020-21", "spring 2020"),
    Example(
        "over the summer",
        "2021-10-15",
        "2021-22",
        "summer 2021, the last one that had begun by Fri 15 Oct 2021",
    ),
    Example("winter of 2020-21", "2021-10-15", "2020-24", "winter 2020-2021"),
    Example(
        "next spring",
        "2021-10-15",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The season meant."""
    name = found[1] or found[5]
    if found[2]:
        year = anchor.year(found[2])
        two = int(found[3][-2:]) if found[3] else None
        if two is not None and (two != (year + 1) % 100 or name != "winter"):
            return None
        return _season(name, year, anchor)
    which, year_said = found[4], found[6]
    if year_said:
        year = anchor.day.year + {"last": -1, "this": 0, "next": 1}[year_said]
        if year_said == "next":
            anchor.forward()
        return None if which else _season(name, year, anchor)
    if which == "next" or anchor.planned:
        anchor.forward()
        return _first(name, anchor, after_now=which == "next")
    return _latest(name, anchor, over=which == "last", this=which == "this")


def _season(name: str, year: int, anchor: Anchor, note: str = "") -> Meant:
    part = _part(name, year, anchor)
    years = f"{year}" if part.last.year == year else f"{year}-{part.last.year}"
    return Meant(part, part, f"{name} {years}{note}")


def _part(name: str, year: int, anchor: Anchor) -> Part:
    found = part_of_year(_CODES[name], anchor.hemisphere)
    assert found is not None  # noqa: S101 - 21 to 24 are always seasons
    first = date(year, found[0], 1)
    return Part(first, first + relativedelta(months=3, days=-1), f"{year:04d}-{_CODES[name]}")


def _latest(name: str, anchor: Anchor, *, over: bool, this: bool) -> Meant:
    year = anchor.day.year
    while True:
        part = _part(name, year, anchor)
        if (part.last if over else part.first) < anchor.day + relativedelta(days=not over):
            break
        year -= 1
    if this and part.first.year < anchor.day.year and anchor.day - part.last > _NOT_LONG_OVER:
        # “This winter”, said in October, is the one ahead.
        anchor.forward()
    how = "over before" if over else "that had begun by"
    return _season(name, year, anchor, f", the last one {how} {anchor.here}")


def _first(name: str, anchor: Anchor, *, after_now: bool) -> Meant:
    year = anchor.day.year - 1
    while True:
        part = _part(name, year, anchor)
        if (part.first if after_now else part.last) > anchor.day:
            return _season(name, year, anchor, f", the next one from {anchor.here}")
        year += 1
