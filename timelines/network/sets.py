"""Dates that are sets: which members the other facts leave, and what follows from that.

Members outside the limits of their instant are dropped, the limits move to the members that are
left, and so on until nothing moves. No combination of members has to be tried: all constraints
here are differences, so once nothing moves, the first instants of all variables are one possible
chronology, and the last instants another (constraints closed under minimum and maximum: Jeavons
and Cooper 1995, “Tractable constraints on ordered domains”). Limits are exact for the same reason.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from timelines.network.constraints import Limit, Options
from timelines.network.narrowing import Narrowing


@dataclass(frozen=True, slots=True)
class Dead:
    """Nothing is possible: the statements behind that, and by how many microseconds they miss."""

    statements: frozenset[int]
    miss: int


def remaining(options: Options, earliest: int, last: int) -> tuple[int, int]:
    """The first and the last member that touch the time between two instants, inclusive.

    The first is behind the last where none does.
    """
    spans = options.spans
    first = bisect_left(spans, earliest, key=lambda span: span[1])
    behind = bisect_left(spans, last + 1, key=lambda span: span[0])
    return first, behind - 1


def ends(narrowed: Narrowing, at: int) -> tuple[int, int]:
    """The first and the last possible instant; where there is none, further off than anything."""
    return -narrowed.turned.values[at], narrowed.last.values[at]


def drop_members(narrowed: Narrowing, waiting: dict[int, None]) -> Dead | None:
    """Move the limits of sets to members that are possible, until nothing moves.

    `waiting` are the sets to look at first; it is used up. Returns what shows that nothing is
    possible, if so.
    """
    sets = narrowed.sets
    while waiting:
        at = next(iter(waiting))
        del waiting[at]
        options = sets[at]
        earliest, last = ends(narrowed, at)
        first, final = remaining(options, earliest, last)
        if first > final:
            statements = frozenset((*narrowed.reason(at), *options.reason))
            return Dead(statements, _gap(options, earliest, last))
        start, end = options.spans[first][0], options.spans[final][1]
        marks = narrowed.mark()
        clash = narrowed.impose(
            [_limit(narrowed, at, end, upper=True)] if end < last else [],
            [_limit(narrowed, at, start, upper=False)] if start > earliest else [],
        )
        if clash is not None:
            return Dead(frozenset(narrowed.reason(clash)), narrowed.miss(clash))
        waiting |= {moved: None for moved in narrowed.moved(marks) if moved in sets}
        waiting.pop(at, None)
    return None


def _limit(narrowed: Narrowing, at: int, value: int, *, upper: bool) -> Limit:
    """A limit at the edge of a member, because of the set and of what drops those beyond it."""
    constraints = narrowed.graph.constraints
    side = narrowed.last if upper else narrowed.turned
    dropping = side.chain(at).reason(constraints)
    return Limit(at, value, tuple(dict.fromkeys((*narrowed.sets[at].reason, *dropping))))


def _gap(options: Options, earliest: int, last: int) -> int:
    """By how many microseconds the nearest member misses the time that is left."""
    return min(max(start - last, earliest - end) for start, end in options.spans)
