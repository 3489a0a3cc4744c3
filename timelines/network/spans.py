"""Distances in words, from seconds to decades, never more precise than what is known."""

from __future__ import annotations

from typing import Literal

from timelines.words import Words, words

Unit = Literal["second", "minute", "hour", "day", "year"]

SIZES: dict[Unit, int] = {
    "second": 1_000_000,
    "minute": 60_000_000,
    "hour": 3_600_000_000,
    "day": 86_400_000_000,
    "year": 31_556_952_000_000,
}
"""Microseconds; a year is the Gregorian calendar's mean one."""

_UNITS = tuple(SIZES)
_SECOND, _DAY = SIZES["second"], SIZES["day"]

_MANY: dict[Unit, int] = {"second": 120, "minute": 180, "hour": 72, "day": 1_461}
"""Beyond so many of a unit the next larger one is used, where that says no more than is known."""


def between_words(least: int | None, most: int | None, language: str = "en") -> str:
    """How far apart two instants are, from the least and the most microseconds between them.

    “between 100 and 131 days”, “less than 2 hours”, “at least 3 days”; None is no limit. The unit
    follows from how exactly the distance is known. Where that is to a day, days are counted on the
    calendar, as people do: from 31 May to 8 September is 100 days, though the last hour of the one
    lies only 99 days before the first of the other.
    """
    said = words(language)
    if least is None and most is None:
        return said["spans.unknown"]
    if least is not None and least >= 0:
        return said["spans.later"] if _open(least, most) else _apart(least, most, said)
    if most is not None and most <= 0:
        if _open(-most, _turned(least)):
            return said["spans.before"]
        return said.say("spans.earlier", span=_apart(-most, _turned(least), said))
    return _either_way(_turned(least), most, said)


def _turned(value: int | None) -> int | None:
    return None if value is None else -value


def _open(least: int, most: int | None) -> bool:
    return least < _SECOND and most is None


def _apart(least: int, most: int | None, said: Words) -> str:
    if most is None:
        unit = _exact_unit(least)
        return said.say("spans.at_least", span=_many(least // SIZES[unit], unit, said))
    if most < _SECOND:
        return said["spans.instant"]
    known = _known_to(least, most)
    unit = _telling(least, most, _readable(most, most - least, known))
    size = SIZES[unit]
    # No year has the mean year's length: a day more or less is none.
    slack = _DAY if unit == "year" else 0
    high = -(-(most - slack) // size)
    low = (
        -(-least // size) if unit == known and most - least >= _SECOND else (least + slack) // size
    )
    if least < size and least != most:
        return said.say("spans.less_than", span=_many(high, unit, said))
    if low == high or least == most:
        return _roughly(_many(high, unit, said), least, most, unit, said)
    between = said.say("spans.between", low=low, high=_many(high, unit, said))
    return _roughly(between, least, most, unit, said)


def _either_way(before: int | None, after: int | None, said: Words) -> str:
    if before is None and after is not None:
        return said.say("spans.before_or_later", after=_up_to(after, after, said))
    if after is None and before is not None:
        return said.say("spans.earlier_or_after", before=_up_to(before, before, said))
    if before is None or after is None:
        return said["spans.unknown"]
    width = before + after
    return said.say(
        "spans.either_way", before=_up_to(before, width, said), after=_up_to(after, width, said)
    )


def _up_to(value: int, width: int, said: Words) -> str:
    if value < _SECOND:
        return said["spans.instant"]
    unit = _readable(value, width, _known_to(0, width))
    return _many(-(-value // SIZES[unit]), unit, said)


def _known_to(least: int, most: int) -> Unit:
    """The largest unit up to a day that is no wider than the distance is known."""
    width = most - least
    if width < _SECOND:
        return _exact_unit(least)
    found: Unit = "second"
    for unit in _UNITS[1:4]:
        # Two instants known to a minute are known to a microsecond less than two minutes apart.
        if width + _SECOND >= SIZES[unit]:
            found = unit
    return found


def _exact_unit(value: int) -> Unit:
    """The largest unit up to a day that a distance is a whole number of, else a readable one."""
    for unit in reversed(_UNITS[:4]):
        if value >= SIZES[unit] and value % SIZES[unit] < _SECOND:
            return unit if unit != "second" else _readable(value, 0, unit)
    return "second"


def _readable(value: int, width: int, unit: Unit) -> Unit:
    """This unit, or a larger one where its number would be hard to grasp."""
    while unit in _MANY and value > _MANY[unit] * SIZES[unit]:
        larger = _UNITS[_UNITS.index(unit) + 1]
        if larger == "year" and width < SIZES["year"]:
            break
        unit = larger
    return unit


def _telling(least: int, most: int, unit: Unit) -> Unit:
    """This unit, or a smaller one where only that tells of the least."""
    finer = unit
    while finer != "second" and least < SIZES[finer]:
        finer = _UNITS[_UNITS.index(finer) - 1]
        if most > _MANY[finer] * SIZES[finer]:
            return unit
    return finer if least >= SIZES[finer] else unit


def _many(number: int, unit: Unit, said: Words) -> str:
    return said.count(f"spans.{unit}", number)


def _roughly(text: str, least: int, most: int, unit: Unit, said: Words) -> str:
    """The text, and how many years that is where the days are many."""
    years = round((least + most) / 2 / SIZES["year"])
    if unit != "day" or years < 2:
        return text
    return said.say("spans.roughly", span=text, years=_many(years, "year", said))


def miss_words(miss: int, unit: Unit, language: str = "en") -> str:
    """By how much facts miss each other, rounded up to whole units of what the dates are known to.

    Two days that stand the wrong way round miss each other by as many days as lie between them.
    """
    said = words(language)
    unit = _readable(miss, miss, unit)
    return _many(-(-miss // SIZES[unit]), unit, said)
