"""Days and months of the Gregorian calendar, carried back and forward over any year."""

from __future__ import annotations

from datetime import date
from typing import Final

DAY: Final = 86_400_000_000
"""A day of 24 hours in microseconds."""

CYCLE: Final = 146_097
"""Days after which the calendar repeats, weekdays included: 400 years."""

_EPOCH: Final = date(1970, 1, 1).toordinal()
_FIRST, _LAST = 1 - _EPOCH, date.max.toordinal() - _EPOCH
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def leap(year: int) -> bool:
    """Whether the year has a 29 February; years are astronomical, 0 is 1 BC."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and leap(year) else _LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 January 1970 (`days_from_civil`, Howard Hinnant, any year)."""
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal() - _EPOCH
    if month <= 2:
        year -= 1
        month += 12
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * CYCLE + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def calendar_day(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number: the other way round."""
    if _FIRST <= number <= _LAST:
        known = date.fromordinal(number + _EPOCH)
        return known.year, known.month, known.day
    era, of_era = divmod(number + 719_468, CYCLE)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    day = of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year + (month <= 2), month, day


def month_start(year: int, month: int) -> int:
    """Day number of the first of the month; a 13th month is January of the next year."""
    if month > 12:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return day_number(year, month, 1)


def months_later(number: int, months: int) -> int:
    """The same day of the month so many months later, or the month's last day."""
    year, month, day = calendar_day(number)
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    return day_number(year, month, min(day, month_length(year, month)))
