"""The local day that an instant lies in, as two more instants: its midnight and its last moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from timelines.dates import clock
from timelines.dates.civil import DAY, day_number
from timelines.dates.when import Bounds, When
from timelines.network.constraints import Constraints, Options, Reason

_FIRST_CLOCKS = day_number(1800, 1, 1) * DAY
_FEW_DAYS = 64
"""A set of more days than this counts by its first and last."""


@dataclass(slots=True)
class Days:
    """The days asked for so far, by instant and zone."""

    problem: Constraints
    known: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)

    def of(self, instant: int, zone: str, when: When | None, reason: Reason) -> tuple[int, int]:
        """Midnight before and last microsecond after an instant, in a zone.

        `when` is the date whose start the instant is, and `reason` what states it.
        """
        found = self.known.get((instant, zone))
        if found is None:
            found = self.known[instant, zone] = self._new(instant, zone, when, reason)
        return found

    def _new(self, instant: int, zone: str, when: When | None, reason: Reason) -> tuple[int, int]:
        problem = self.problem
        first, last = problem.variable(), problem.variable()
        problem.at_most(first, instant, 0)
        problem.at_most(instant, last, 0)
        problem.at_most(last, first, _longest(zone) - 1)
        if when is None or not reason:
            return first, last
        earliest, latest = when.start
        low = None if earliest is None else day_of(earliest, zone)
        high = None if latest is None else day_of(latest - 1, zone)
        for end, variable in enumerate((first, last)):
            problem.bound(
                variable,
                None if low is None else low[end],
                None if high is None else high[end],
                reason,
            )
        if low is not None and high is not None:
            problem.at_most(last, first, _longest_between(low[0], high[1], zone) - 1, reason)
        for variable, spans in zip((first, last), _days_of_members(when, zone), strict=True):
            if len(spans) > 1:
                problem.sets[variable] = Options(spans, reason)
        return first, last


def day_of(instant: int, zone: str) -> tuple[int, int]:
    """The first and the last microsecond of the local day of an instant."""
    day = clock.local(instant, zone)[0]
    first = clock.midnight(day, zone)
    following = clock.midnight(day + 1, zone)
    return first, max(first, following - 1)


Spans = tuple[tuple[int, int], ...]


def _days_of_members(when: When, zone: str) -> tuple[Spans, Spans]:
    """The midnights and last moments of a set's members, where each lies within one day."""
    members = when.members or ()
    if when.stretch or not 1 < len(members) <= _FEW_DAYS:
        return (), ()
    days = {_one_day(member, zone) for member in members}
    if None in days:
        return (), ()
    found = sorted(day for day in days if day is not None)
    return tuple((first, first) for first, _ in found), tuple((last, last) for _, last in found)


def _one_day(span: Bounds, zone: str) -> tuple[int, int] | None:
    if span.earliest is None or span.latest is None:
        return None
    day = day_of(span.earliest, zone)
    return day if span.latest - 1 <= day[1] else None


def _longest_between(first: int, last: int, zone: str) -> int:
    """The longest local day between two instants: of more than 24 hours where clocks go back."""
    back = (
        clock.offset(change - 1, zone) - clock.offset(change, zone)
        for change in clock.changes(first, last, zone)
    )
    return DAY + max(0, max(back, default=0))


@cache
def _longest(zone: str) -> int:
    return _longest_between(_FIRST_CLOCKS, clock.LAST, zone)
