"""Dates that are sets: which members remain, and what holds when each is tried in turn.

Between the members of a set lie instants that are impossible, so that first and last instants
alone do not tell whether everything can be true. Members outside what the other facts leave are
dropped first; where several remain, the set is split in halves until no gap matters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timelines.network.constraints import Limit, Options
from timelines.network.narrowing import Narrowing

ROOMS = 4_000
"""How many combinations of halves are tried at most."""

WORK = 2_000_000
"""How many changed limits the combinations may cost together."""


class TooMany(Exception):
    """There are more combinations of members than are tried."""


@dataclass(frozen=True, slots=True)
class Dead:
    """No combination is possible: the statements behind that, and the smallest miss."""

    statements: frozenset[int]
    miss: int


Alive = None
"""Some combination is possible."""


def remaining(options: Options, earliest: int, last: int) -> tuple[int, int]:
    """The first and the last member that still touch the time between two instants, inclusive.

    The first is behind the last where none does.
    """
    spans = options.spans
    first = bisect_left(spans, earliest, key=lambda span: span[1])
    behind = bisect_left(spans, last + 1, key=lambda span: span[0])
    return first, behind - 1


@dataclass(slots=True)
class Search:
    """Tries the members of some sets within what is narrowed already, and takes every step back.

    `enough` is asked of every room whether trying inside it could still show anything new, and
    `visit` is shown every combination that is possible.
    """

    narrowed: Narrowing
    sets: dict[int, Options]
    enough: Callable[[], bool]
    visit: Callable[[], None]
    rooms: int = 0
    work: int = 0

    def try_all(self) -> Dead | None:
        """Why no combination is possible, or None where one is. Raises TooMany."""
        marks = self.narrowed.mark()
        try:
            return self._room()
        finally:
            self.narrowed.undo(marks)

    def _room(self) -> Dead | None:
        self.rooms += 1
        if self.rooms > ROOMS or self.work > WORK:
            raise TooMany
        marks = self.narrowed.mark()
        dead = drop_members(self.narrowed, self.sets)
        self._count(marks)
        if dead is not None or self.enough():
            return dead
        several = self._several()
        if several is None:
            self.visit()
            return Alive
        at, first, last = several
        spans, reason = self.sets[at]
        middle = (first + last) // 2
        early = self._half([Limit(at, spans[middle][1], reason)], [])
        late = self._half([], [Limit(at, spans[middle + 1][0], reason)])
        if early is None or late is None:
            return Alive
        return Dead(early.statements | late.statements | set(reason), min(early.miss, late.miss))

    def _half(self, uppers: list[Limit], lowers: list[Limit]) -> Dead | None:
        marks = self.narrowed.mark()
        clash = self.narrowed.impose(uppers, lowers)
        self._count(marks)
        if clash is None:
            dead = self._room()
        else:
            dead = Dead(frozenset(self.narrowed.reason(clash)), self.narrowed.miss(clash))
        self.narrowed.undo(marks)
        return dead

    def _count(self, marks: tuple[int, int]) -> None:
        self.work += sum(now - then for now, then in zip(self.narrowed.mark(), marks, strict=True))

    def _several(self) -> tuple[int, int, int] | None:
        """The set with the fewest members left of those with more than one."""
        found: list[tuple[int, int, int, int]] = []
        for at, options in self.sets.items():
            first, last = remaining(options, *ends(self.narrowed, at))
            if first < last:
                found.append((last - first, at, first, last))
        return min(found)[1:] if found else None


def ends(narrowed: Narrowing, at: int) -> tuple[int, int]:
    """The first and the last possible instant, where none is further off than anything."""
    return -narrowed.turned.values[at], narrowed.last.values[at]


def drop_members(narrowed: Narrowing, sets: dict[int, Options]) -> Dead | None:
    """Move the limits of each set to members that are still possible, until nothing moves."""
    moved: Iterable[int] = sets
    while moved:
        again: list[int] = []
        for at in moved:
            options = sets[at]
            earliest, latest = ends(narrowed, at)
            first, last = remaining(options, earliest, latest)
            if first > last:
                return Dead(
                    frozenset(narrowed.reason(at)) | set(options.reason),
                    _gap(options, earliest, latest),
                )
            clash = _tighten(narrowed, at, options, first, last)
            if clash is not None:
                return Dead(frozenset(narrowed.reason(clash)), narrowed.miss(clash))
            if ends(narrowed, at) != (earliest, latest):
                again = list(sets)
        moved = again
    return None


def _tighten(narrowed: Narrowing, at: int, options: Options, first: int, last: int) -> int | None:
    """Limit an instant to the members from first to last; an instant that this leaves no time."""
    uppers, lowers = [], []
    earliest, latest = ends(narrowed, at)
    because = set(options.reason)
    if options.spans[first][0] > earliest:
        why = because | set(narrowed.turned.chain(at).reason(narrowed.graph.constraints))
        lowers.append(Limit(at, options.spans[first][0], tuple(sorted(why))))
    if options.spans[last][1] < latest:
        why = because | set(narrowed.last.chain(at).reason(narrowed.graph.constraints))
        uppers.append(Limit(at, options.spans[last][1], tuple(sorted(why))))
    return narrowed.impose(uppers, lowers) if uppers or lowers else None


def _gap(options: Options, earliest: int, latest: int) -> int:
    """By how many microseconds the nearest member misses the time that is left."""
    return min(max(start - latest, earliest - end) for start, end in options.spans)
