"""Dates such as “9/8/2021” in words: day-first in one country and month-first in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_NUMERIC = re.compile(
    r"(?<![\w/.-])(\d{1,2})(?:/(\d{1,2})/(\d{4}|\d{2})|-(\d{1,2})-(\d{4}))(?![\w/-]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Numeric:
    """An ambiguous date as it stands in the words, and its two readings."""

    text: str
    readings: tuple[str, str]
    edtf: tuple[str, str]


def ambiguous(words: str) -> tuple[Numeric, ...]:
    """Every numeric date in the words that is one day by day-first and another by month-first.

    `8/8/2021` is the same day both ways; `13/8/2021` has only one reading. Dots are left alone:
    where they are used (`9.8.2021`), the day comes first.
    """
    found = []
    for match in _NUMERIC.finditer(words):
        first, second = int(match[1]), int(match[2] or match[4])
        year = match[3] or match[5]
        if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
            full = year if len(year) == 4 else f"20{year}"
            found.append(
                Numeric(
                    match[0],
                    (f"{_MONTHS[first - 1]} {second}", f"{_MONTHS[second - 1]} {first}"),
                    (f"{full}-{first:02d}-{second:02d}", f"{full}-{second:02d}-{first:02d}"),
                )
            )
    return tuple(found)
