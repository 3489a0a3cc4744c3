"""Dates such as “9/8/2021” in words: day-first in one country and month-first in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timelines.dates.calendar_words import MONTHS

_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<date>(?:(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})|(\d{1,2})-(\d{1,2})-\d{4}))"
    r"(?![\w/-]|\.\d)"
)
_BARE = re.compile(r"(?:on |dated )?(?P<date>(\d{1,2})/(\d{1,2}))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeric:
    """An ambiguous date as it stands in the words, and its two readings."""

    text: str
    readings: tuple[str, str]


def ambiguous(words: str, *, dated: bool = False) -> tuple[Numeric, ...]:
    """Every numeric date in the words that is one day by day-first and another by month-first.

    `8/8/2021` is the same day both ways; `13/8/2021` has only one reading. Dots are left alone:
    where they are used (`9.8.2021`), the day comes first. With `dated` the words are known to be
    a date, and `9/8` without a year is one too.
    """
    pattern = _BARE if dated and _BARE.fullmatch(words) else _NUMERIC
    found = []
    for match in pattern.finditer(words):
        first, second = (int(part) for part in match.groups()[1:] if part is not None)
        if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
            readings = (f"{MONTHS[first - 1]} {second}", f"{MONTHS[second - 1]} {first}")
            found.append(Numeric(match["date"], readings))
    return tuple(found)
