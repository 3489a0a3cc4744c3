"""Years that need more than four digits: Y, exponents, and how many digits are significant."""

from __future__ import annotations

from typing import NamedTuple

from timelines.dates.when import DateError
from timelines.dates.written import Written

FARTHEST = 250_000
"""The last year either way that instants reach; it lies inside."""


class Years(NamedTuple):
    """First and last possible year, None where beyond what instants reach; and the precision."""

    first: int | None
    last: int | None
    precision: str


def long_year(written: Written) -> Years:
    """The years that a written year with Y, E or S may be.

    Raises DateError for a year of four digits or fewer behind a Y, and for S with no digit, or
    with more digits than the year has (ISO 8601-2, 4.4; leading zeros do not count).
    """
    digits = written.year.removeprefix("-")
    zeros = int(written.exponent or 0)
    bare = digits.lstrip("0")
    length = len(bare) + zeros if bare else 0
    if written.letter:
        _refuse_short(written, digits, bare, length)
    elif len(digits) != 4:
        raise DateError(
            f"A year of {len(digits)} digits is written “Y{written.year}”, with a Y before it.", 0
        )
    elif written.year == "-0000":
        raise DateError("There is no year “-0000”; 1 BC is written “0000”.", 0)
    kept = length
    if written.significant is not None:
        kept = int(written.significant)
        if length == 0:
            raise DateError("The year 0 has no significant digits; write it without the “S”.", 0)
        if not 1 <= kept <= length:
            raise DateError(
                f"“S{written.significant}” says how many digits of the year are significant: "
                f"1 to {length} here.",
                0,
            )
    if length > 7:
        return Years(None, None, _precision(length - kept))
    return _within_reach(int(bare or 0) * 10**zeros, length - kept, written.year[0] == "-")


def _refuse_short(written: Written, digits: str, bare: str, length: int) -> None:
    if bare != digits or length <= 4:
        value = int(bare or 0) * 10 ** min(int(written.exponent or 0), 4)
        sign = "-" if written.year[0] == "-" and value else ""
        right = f"{sign}{value:04d}" if length <= 4 else f"Y{sign}{bare}"
        raise DateError(f"“Y” is for years of more than four digits; write “{right}”.", 0)


def _within_reach(year: int, dropped: int, negative: bool) -> Years:
    step = 10**dropped
    first, last = year // step * step, year // step * step + step - 1
    if negative:
        first, last = -last, -first
    return Years(
        first if abs(first) <= FARTHEST else None,
        last if abs(last) <= FARTHEST else None,
        _precision(dropped),
    )


def _precision(dropped: int) -> str:
    return ("year", "decade", "century", "millennium")[min(dropped, 3)]
