"""Units of time that distances are said in, with what half of each one is."""

from __future__ import annotations

from typing import NamedTuple

from timelines.dates.civil import DAY
from timelines.dates.steps import Shift

_HOUR = DAY // 24
_MINUTE = _HOUR // 60
_SECOND = _MINUTE // 60


class Unit(NamedTuple):
    """A unit with its half and its quarter: half a month is 15 days, half a year six months."""

    one: Shift
    half: Shift
    quarter: Shift


UNITS = {
    "second": Unit(Shift(0, 0, _SECOND), Shift(0, 0, _SECOND // 2), Shift(0, 0, _SECOND // 4)),
    "minute": Unit(Shift(0, 0, _MINUTE), Shift(0, 0, _MINUTE // 2), Shift(0, 0, _MINUTE // 4)),
    "quarter-hour": Unit(
        Shift(0, 0, 15 * _MINUTE), Shift(0, 0, 15 * _MINUTE // 2), Shift(0, 0, 15 * _MINUTE // 4)
    ),
    "hour": Unit(Shift(0, 0, _HOUR), Shift(0, 0, _HOUR // 2), Shift(0, 0, _HOUR // 4)),
    "day": Unit(Shift(0, 1), Shift(0, 0, DAY // 2), Shift(0, 0, DAY // 4)),
    "week": Unit(Shift(0, 7), Shift(0, 3, DAY // 2), Shift(0, 1, 3 * DAY // 4)),
    "fortnight": Unit(Shift(0, 14), Shift(0, 7), Shift(0, 3, DAY // 2)),
    "month": Unit(Shift(1), Shift(0, 15), Shift(0, 7, DAY // 2)),
    "quarter": Unit(Shift(3), Shift(0, 45), Shift(0, 22, DAY // 2)),
    "year": Unit(Shift(12), Shift(6), Shift(3)),
    "decade": Unit(Shift(120), Shift(60), Shift(30)),
    "century": Unit(Shift(1200), Shift(600), Shift(300)),
}
NAMES = {form: name for name in UNITS for form in (name, name + "s")} | {
    "centuries": "century", "sec": "second", "secs": "second", "min": "minute",
    "mins": "minute", "hr": "hour", "hrs": "hour", "mo": "month", "mos": "month",
    "wk": "week", "wks": "week", "yr": "year", "yrs": "year",
}  # fmt: skip
"""The unit of every form that is read."""


class Amount(NamedTuple):
    """A length of time: its size, and how far one may be off who says it."""

    size: Shift
    unit: Shift
    half: Shift
    words: str
    exact: bool = False


def in_words(shift: Shift) -> str:
    """A step in words: “1 year and 3 months”, “3 days and 12 hours”."""
    years, months = divmod(shift.months, 12)
    seconds, rest = divmod(shift.microseconds, _SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    counts = {
        "year": years, "month": months, "day": shift.days, "hour": hours, "minute": minutes,
    }  # fmt: skip
    said = [counted(count, unit) for unit, count in counts.items() if count]
    if rest:
        said.append(f"{seconds}.{rest:06d}".rstrip("0") + " seconds")
    elif seconds or not said:
        said.append(counted(seconds, "second"))
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def counted(count: int, unit: str) -> str:
    """A count with its unit: “1 week”, “1,000 days”."""
    return f"{count:,} {unit}{'' if count == 1 else 's'}"
