"""The grammar of one written date: its parts, before anyone asks what they mean."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = {None: 0, "": 0, "?": 1, "~": 2, "%": 3}
UNCERTAIN, APPROXIMATE = 1, 2
UNMARKED = (0, 0, 0, 0)

_MARK = "([?~%]?)"
_ZONE = r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?(\[[^\]\[]*\])?"
_DATE = re.compile(
    rf"{_MARK}(-?[0-9X]{{4}}){_MARK}"
    rf"(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
    rf"(?:T([0-9]{{2}})(?::([0-9]{{2}})(?::([0-9]{{2}})(?:\.([0-9]{{1,6}}))?)?)?{_MARK})?"
    rf"{_ZONE}"
).fullmatch
# Behind a year alone, “-05” would read like a month: there an offset has its minutes.
_YEAR = re.compile(
    rf"{_MARK}(Y?)(-?[0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?{_MARK}(?!-[0-9]{{2}}(?![0-9:])){_ZONE}"
).fullmatch


class Clock(NamedTuple):
    """A clock time as written: a moment within its last unit. `fraction` is its digits."""

    hour: int
    minute: int | None
    second: int | None
    fraction: str | None


class Written(NamedTuple):
    """One date as written. Digits may be X in year, month and day.

    `marks` are bit sums for year, month, day and clock time.

    A year alone may be long (`letter` is Y), have an `exponent`, or `significant` digits.
    """

    year: str
    month: str | None
    day: str | None
    clock: Clock | None
    marks: tuple[int, int, int, int]
    offset: str | None
    zone: str | None
    letter: str = ""
    exponent: str | None = None
    significant: str | None = None


def read_parts(text: str) -> Written | None:
    """The parts of a written date; None if it has not the form of one."""
    found = _DATE(text)
    if found is None:
        return _read_year(text)
    (
        y_left, year, y_right, m_left, month, m_right, d_left, day, d_right,
        hour, minute, second, fraction, t_right, offset, bracket,
    ) = found.groups()  # fmt: skip
    clock = None
    if hour is not None:
        clock = Clock(
            int(hour),
            None if minute is None else int(minute),
            None if second is None else int(second),
            fraction,
        )
    if y_left or y_right or m_left or m_right or d_left or d_right or t_right:
        # A mark on the right speaks for its component and all that stand left of it.
        days = MARKS[d_right] | MARKS[t_right]
        months = MARKS[m_right] | days
        marks = (
            MARKS[y_left] | MARKS[y_right] | months,
            MARKS[m_left] | months if month else 0,
            MARKS[d_left] | days if day else 0,
            MARKS[t_right],
        )
    else:
        marks = UNMARKED
    return Written(year, month, day, clock, marks, offset, bracket and bracket[1:-1])


_GROUPS = {"year": 2, "month": 5, "day": 8, "hour": 10, "minute": 11, "second": 12}


def place(text: str, part: str) -> int:
    """Where a part of a written date starts, counted from 0; 0 if it has none."""
    found = _DATE(text)
    return max(found.start(_GROUPS[part]), 0) if found is not None else 0


def _read_year(text: str) -> Written | None:
    found = _YEAR(text)
    if found is None:
        return None
    left, letter, year, exponent, significant, right, offset, bracket = found.groups()
    if not letter and (exponent is not None or significant is None):
        return None
    marks = (MARKS[left] | MARKS[right], 0, 0, 0)
    zone = bracket and bracket[1:-1]
    return Written(year, None, None, None, marks, offset, zone, letter, exponent, significant)


def slash(text: str) -> int | None:
    """Where the slash between an interval's ends stands; those in zone names do not count."""
    place = text.find("/")
    if place < 0:
        return None
    if "[" not in text:
        return place
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark == "[") - (mark == "]")
        if mark == "/" and depth <= 0:
            return place
    return None


def elements(text: str) -> list[tuple[int, int]]:
    """Where each element of a set starts and ends; the brackets around it are in place.

    Blanks around the elements are left out: a set that stands in YAML without quotes has them.
    """
    places = []
    start, last = 1, len(text) - 1
    while True:
        comma = text.find(",", start, last)
        end = last if comma < 0 else comma
        bare = text[start:end].lstrip()
        first = end - len(bare)
        places.append((first, first + len(bare.rstrip())))
        if comma < 0:
            return places
        start = comma + 1
