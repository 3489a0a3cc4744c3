"""How far “about” (`~`) widens a date: the house's amounts for each precision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from timelines.dates.civil import DAY, months_later
from timelines.dates.when import DateError


class Amount(NamedTuple):
    """A width: calendar months and days, counted on the local calendar, and exact microseconds."""

    months: int = 0
    days: int = 0
    micros: int = 0


USUAL: Mapping[str, Amount] = {
    "second": Amount(micros=2_000_000),
    "minute": Amount(micros=15 * 60_000_000),
    "hour": Amount(micros=3_600_000_000),
    "day": Amount(days=2),
    "month": Amount(months=1),
    "season": Amount(months=1),
    "year": Amount(months=12),
    "decade": Amount(months=24),
    "century": Amount(months=120),
    # The house sets the nine above; these two follow from them.
    "some day": Amount(days=1),
    "millennium": Amount(months=1200),
}
SET_BY_THE_HOUSE = tuple(name for name in USUAL if name not in ("some day", "millennium"))

_AMOUNT = re.compile(
    r"([0-9]{1,6}|an?)\s+(second|minute|hour|day|week|month|year|decade|century|centurie)s?"
).fullmatch
_UNITS = {
    "second": Amount(micros=1_000_000),
    "minute": Amount(micros=60_000_000),
    "hour": Amount(micros=3_600_000_000),
    "day": Amount(days=1),
    "week": Amount(days=7),
    "month": Amount(months=1),
    "year": Amount(months=12),
    "decade": Amount(months=120),
    "century": Amount(months=1200),
    "centurie": Amount(months=1200),
}


def amounts(about: Mapping[str, str] | None) -> Mapping[str, Amount]:
    """The house's amounts, from `house.about` in the heading where it sets them.

    Raises DateError for a precision that cannot be set, or an amount such as “a bit”.
    """
    if not about:
        return USUAL
    return _amounts(tuple(about.items()))


@cache
def _amounts(about: tuple[tuple[str, str], ...]) -> Mapping[str, Amount]:
    chosen = dict(USUAL)
    for name, words in about:
        if name not in SET_BY_THE_HOUSE:
            names = ", ".join(SET_BY_THE_HOUSE)
            raise DateError(f"“{name}” is not a precision that “about” has; there are {names}.")
        chosen[name] = amount(words)
    return chosen


def amount(words: str) -> Amount:
    """What “2 days”, “15 minutes” or “a month” stands for; raises DateError for other words."""
    found = _AMOUNT(words.strip().lower())
    if found is None:
        raise DateError(f"“{words}” is not an amount of time; write it like “2 days”.")
    count = int(found[1]) if found[1].isdigit() else 1
    return Amount(*(count * each for each in _UNITS[found[2]]))


def earlier(wall: int, by: Amount) -> int:
    """A local clock reading so many calendar months and days before; the time of day stays."""
    if by.months == 0:
        return wall - by.days * DAY
    number, of_day = divmod(wall, DAY)
    return (months_later(number, -by.months) - by.days) * DAY + of_day


def later(wall: int, by: Amount) -> int:
    """A local clock reading so many calendar months and days after; the time of day stays."""
    if by.months == 0:
        return wall + by.days * DAY
    number, of_day = divmod(wall, DAY)
    return (months_later(number, by.months) + by.days) * DAY + of_day
