"""X for a digit nobody knows: which years, months and days such a date may be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from timelines.dates.civil import day_number, month_length, month_start

TRIED_AT_MOST = 4_000
"""Above so many possible days only the first and the last are looked for."""

DaySpan = tuple[int, int]
"""Half-open, in day numbers."""


def possible_days(year: str, month: str | None, day: str | None, *, single: bool) -> list[DaySpan]:
    """Every span of days the pattern may mean, sorted, adjoining ones joined; empty if none.

    Impossible months and days are dropped. `single` keeps every day of an unspecified month by
    itself, for dates with a clock time. Where there are too many to try, one span holds them all.
    """
    if not single:
        day = None if day == "XX" else day
        month = None if month == "XX" and day is None else month
    if month is None and "X" not in year.rstrip("X"):
        return [_run_of_years(year)]
    years = possible_years(year)
    if month is None:
        return _joined(_whole_years(years))
    months = matching(month, 12)
    days = matching(day, 31) if day is not None else (0,)
    if len(years) * len(months) * len(days) > TRIED_AT_MOST:
        first = next(_each(years, months, days), None)
        last = next(_each(years[::-1], months[::-1], days[::-1]), None)
        return [] if first is None or last is None else [(first[0], last[1])]
    return list(_each(years, months, days)) if single else _joined(_each(years, months, days))


@cache
def possible_years(pattern: str) -> tuple[int, ...]:
    """The years a pattern of four digits and X may mean, in order; there is no year -0000."""
    digits = pattern.removeprefix("-")
    choices = [range(10) if digit == "X" else (int(digit),) for digit in digits]
    years = [a * 1000 + b * 100 + c * 10 + d for a, b, c, d in product(*choices)]
    if pattern[0] == "-":
        return tuple(-year for year in reversed(years) if year != 0)
    return tuple(years)


@cache
def matching(pattern: str, most: int) -> tuple[int, ...]:
    """The numbers from 1 to `most` that a pattern of two digits and X may mean."""
    return tuple(
        number
        for number in range(1, most + 1)
        if all(mark in ("X", digit) for mark, digit in zip(pattern, f"{number:02d}", strict=True))
    )


def _run_of_years(pattern: str) -> DaySpan:
    """All of a decade, century or more: X stands only at the end."""
    least, most = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    if pattern[0] == "-":
        least, most = most, min(least, -1)
    return day_number(least, 1, 1), day_number(most + 1, 1, 1)


def _whole_years(years: tuple[int, ...]) -> Iterator[DaySpan]:
    """Runs of years that follow each other, as spans."""
    start = 0
    for place in range(1, len(years) + 1):
        if place == len(years) or years[place] != years[place - 1] + 1:
            yield day_number(years[start], 1, 1), day_number(years[place - 1] + 1, 1, 1)
            start = place


def _each(
    years: tuple[int, ...], months: tuple[int, ...], days: tuple[int, ...]
) -> Iterator[DaySpan]:
    """Spans in the order of the numbers given; a day of 0 stands for the whole month."""
    for year in years:
        for month in months:
            if days == (0,):
                yield month_start(year, month), month_start(year, month + 1)
                continue
            length = month_length(year, month)
            first = month_start(year, month)
            for day in days:
                if day <= length:
                    yield first + day - 1, first + day


def _joined(spans: Iterator[DaySpan]) -> list[DaySpan]:
    joined: list[DaySpan] = []
    for span in spans:
        if joined and joined[-1][1] == span[0]:
            joined[-1] = joined[-1][0], span[1]
        else:
            joined.append(span)
    return joined
