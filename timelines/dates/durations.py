"""ISO 8601 durations: “P4M”, “P1Y2M3DT4H5M6.5S”. They are exact."""

from __future__ import annotations

import re
from fractions import Fraction

from timelines.dates.steps import Shift
from timelines.dates.units import UNITS, Amount, in_words

_COUNT = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_ISO = re.compile(
    rf"P(?=.)(?:(?P<Y>{_COUNT})Y)?(?:(?P<M>{_COUNT})M)?(?:(?P<W>{_COUNT})W)?(?:(?P<D>{_COUNT})D)?"
    rf"(?:T(?=.)(?:(?P<h>{_COUNT})H)?(?:(?P<m>{_COUNT})M)?(?:(?P<s>{_COUNT})S)?)?"
)
_ISO_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "h": "hour", "m": "minute", "s": "second",
}  # fmt: skip


def is_duration(said: str) -> bool:
    """Whether the text has the form of a duration; its capitals matter."""
    return _ISO.fullmatch(said) is not None


def duration(said: str) -> Amount | None:
    """The length of a duration; None for a text that is none.

    Only its last number may have a fraction: any of hours, minutes and seconds, and a half of
    longer units, which differ in length.
    """
    found = _ISO.fullmatch(said)
    if found is None:
        return None
    given = [(name, value.replace(",", ".")) for name, value in found.groupdict().items() if value]
    if any("." in value for _, value in given[:-1]):
        return None
    size, unit = Shift(), UNITS["second"]
    for name, value in given:
        unit = UNITS[_ISO_UNITS[name]]
        size = size.plus(unit.one, int(value.split(".")[0]))
        fraction = Fraction(value) % 1
        if fraction and unit.one.fixed:
            size = size.plus(Shift(0, 0, round(fraction * unit.one.microseconds)))
        elif fraction == Fraction(1, 2):
            size = size.plus(unit.half)
        elif fraction:
            return None
    return Amount(size, unit.one, Shift(), in_words(size), exact=True)
