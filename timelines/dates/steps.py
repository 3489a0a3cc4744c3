"""Steps of the calendar from one instant to another: months, local days, exact time."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from timelines.dates import clock
from timelines.dates.civil import CYCLE, DAY, calendar_day, month_start, months_later

Whole = Literal["day", "month", "year"]


class Shift(NamedTuple):
    """A step by the calendar: months first, then local days, then exact microseconds.

    The signs may differ: half a month less than four months is 4 months and -15 days.
    """

    months: int = 0
    days: int = 0
    microseconds: int = 0

    def plus(self, other: Shift, times: int = 1) -> Shift:
        """This step and another one, taken `times` times."""
        return Shift(
            self.months + times * other.months,
            self.days + times * other.days,
            self.microseconds + times * other.microseconds,
        )

    @property
    def fixed(self) -> bool:
        """The step is the same number of microseconds from every instant."""
        return self.months == 0 and self.days == 0

    @property
    def rough(self) -> float:
        """About how many microseconds it is, for comparing steps of different units."""
        return (self.months * 30.436875 + self.days) * DAY + self.microseconds


def forward(instant: int, shift: Shift, zone: str) -> tuple[int, int]:
    """The earliest and latest instant that lies a step after one (microseconds since 1970, UTC).

    A day that a month does not have is its last; a clock time that is two instants counts twice.
    """
    months, days, exact = shift
    if not months and not days:
        return instant + exact, instant + exact
    day, time = clock.local(instant, zone)
    if months:
        day = months_later(day, months)
    early, late = clock.instants(day + days, time, zone)
    return early + exact, late + exact


def backward(instant: int, shift: Shift, zone: str) -> tuple[int, int]:
    """The earliest and latest instant that this one lies a step after.

    31 October is four months after no day of June; it counts as after 30 June.
    """
    months, days, exact = shift
    if not months and not days:
        return instant - exact, instant - exact
    far = instant - exact
    found: list[int] = []
    # Beside a change of the clock, times of both clocks may lead here: skipped ones lead to it.
    for ahead in {clock.offset(far + near * DAY, zone) for near in (-1, 0, 1)}:
        day, time = divmod(far + ahead, DAY)
        first = last = months_later(day - days, -months)
        # The last of a short month is a month after several days: of 28 to 31 January.
        while months and months_later(last + 1, months) == day - days:
            last += 1
        found += (clock.instants(first, time, zone)[0], clock.instants(last, time, zone)[1])
    return min(found), max(found)


def whole_after(instant: int, ahead: Shift, whole: Whole, zone: str) -> tuple[int, int]:
    """The first and last microsecond of the local day, month or year a step after an instant's."""
    day = clock.local(instant, zone)[0]
    if whole == "day":
        first, following = day + ahead.days, day + ahead.days + 1
    else:
        first = months_later(first_of(day, whole), ahead.months)
        following = months_later(first, 12 if whole == "year" else 1)
    return clock.midnight(first, zone), clock.midnight(following, zone) - 1


def first_of(day: int, whole: Whole) -> int:
    """The first day of a day's month or year, counted from 1970-01-01."""
    year, month, _ = calendar_day(day)
    return month_start(year, 1 if whole == "year" else month)


@lru_cache(maxsize=256)
def extremes(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many months ever are."""
    starts, fewest, most = _month_starts(), [], []
    for month, first in enumerate(starts[:-1]):
        cycles, place = divmod(month + months, _MONTHS)
        days = cycles * CYCLE + starts[place] - first
        # From the last day of a longer month, the step ends early: on the last of the shorter one.
        longer = (starts[month + 1] - first) - (starts[place + 1] - starts[place])
        fewest.append(days - max(0, longer))
        most.append(days)
    return min(fewest), max(most)


_MONTHS = 400 * 12
"""After so many months the calendar repeats."""


@cache
def _month_starts() -> tuple[int, ...]:
    """The first days of the months of 400 years, and of the month after them."""
    return tuple(month_start(2000 + place // 12, place % 12 + 1) for place in range(_MONTHS + 1))
