"""How far apart two instants can be, and the statements that keep them so."""

from __future__ import annotations

from contextlib import suppress
from heapq import heappop, heappush
from typing import NamedTuple

from timelines.network.constraints import Limit, Reason
from timelines.network.graph import NEVER
from timelines.network.groups import Group
from timelines.network.resolve import Resolved
from timelines.network.sets import Search, TooMany


class Most(NamedTuple):
    """The most microseconds from one instant to another, below zero if it is surely earlier.

    None where nothing limits it. The reason is the statements behind it.
    """

    value: int | None
    reason: Reason = ()


def latest(resolved: Resolved, at: int) -> int | None:
    """The last possible instant, inclusive, sets counted; None where there is none."""
    group = resolved.group_of.get(at)
    value = resolved.narrowed.last.values[at] if group is None else group.last[at]
    return None if value > NEVER >> 1 else value


def earliest(resolved: Resolved, at: int) -> int | None:
    """The first possible instant, sets counted; None where there is none."""
    group = resolved.group_of.get(at)
    value = resolved.narrowed.turned.values[at] if group is None else group.turned[at]
    return None if value > NEVER >> 1 else -value


def most_from(resolved: Resolved, start: int, end: int) -> Most:
    """The most that the second instant can lie after the first."""
    by_limits = _by_limits(resolved, start, end)
    path = _path(resolved, start, end, by_limits.value)
    return by_limits if path is None else _along(resolved, path)


def surely_before(resolved: Resolved, first: int, second: int) -> Most | None:
    """Why the first instant is before the second in every possible chronology; None if not."""
    if _tied_by_sets(resolved, first, second) is None:
        last, soonest = latest(resolved, first), earliest(resolved, second)
        if last is not None and soonest is not None and last < soonest:
            return _by_limits(resolved, second, first)
        if not _may_be_before(resolved, first, second):
            return None
    else:
        by_limits = _by_limits(resolved, second, first)
        if by_limits.value is not None and by_limits.value < 0:
            return by_limits
    path = _path(resolved, second, first, 0)
    return None if path is None else _along(resolved, path)


def _along(resolved: Resolved, path: list[int]) -> Most:
    weights, reasons = resolved.problem.weights, resolved.problem.reasons
    reason = dict.fromkeys(one for edge in path for one in reasons[edge])
    return Most(sum(weights[edge] for edge in path), tuple(reason))


def _tied_by_sets(resolved: Resolved, one: int, other: int) -> Group | None:
    """The group whose sets have to be tried to tell how far apart two instants are."""
    group = resolved.group_of.get(one)
    tied = group is not None and group.tried and group is resolved.group_of.get(other)
    return group if tied else None


def _may_be_before(resolved: Resolved, first: int, second: int) -> bool:
    """Whether it is worth looking: all last instants together are one possible chronology.

    So are all first ones, at least where sets have no say.
    """
    if first in resolved.group_of or second in resolved.group_of:
        return True
    last, turned = resolved.narrowed.last.values, resolved.narrowed.turned.values
    if last[second] <= last[first] < NEVER >> 1:
        return False
    return not turned[first] <= turned[second] < NEVER >> 1


def _by_limits(resolved: Resolved, start: int, end: int) -> Most:
    """The most between two instants by their own limits alone."""
    group = _tied_by_sets(resolved, start, end)
    if group is not None:
        return _within(resolved, group, start, end)
    last, first = latest(resolved, end), earliest(resolved, start)
    if last is None or first is None:
        return Most(None)
    reason = dict.fromkeys((*why_earliest(resolved, start), *why_latest(resolved, end)))
    return Most(last - first, tuple(reason))


def _within(resolved: Resolved, group: Group, start: int, end: int) -> Most:
    """The most between two instants that sets tie together: the most in any combination."""
    narrowed = resolved.narrowed.copy()
    last, turned = narrowed.last.values, narrowed.turned.values
    found: list[int] = []
    reasons: set[int] = set()

    def note() -> None:
        for side, at in ((narrowed.last, end), (narrowed.turned, start)):
            reasons.update(side.chain(at).reason(resolved.problem))

    def enough() -> bool:
        known = bool(found) and last[end] + turned[start] <= max(found)
        if known:
            note()
        return known

    def visit() -> None:
        note()
        found.append(last[end] + turned[start])

    try:
        Search(narrowed, group.sets, enough, visit).try_all()
    except TooMany:
        found, reasons = [group.last[end] + group.turned[start]], set()
    if max(found) > NEVER >> 1:
        return Most(None)
    return Most(max(found), tuple(sorted(reasons)))


def why_latest(resolved: Resolved, at: int) -> Reason:
    """The statements that prove the last possible instant."""
    return _why(resolved, at, upper=True)


def why_earliest(resolved: Resolved, at: int) -> Reason:
    """The statements that prove the first possible instant."""
    return _why(resolved, at, upper=False)


def _why(resolved: Resolved, at: int, *, upper: bool) -> Reason:
    narrowed, group = resolved.narrowed, resolved.group_of.get(at)
    side = narrowed.last if upper else narrowed.turned
    plain = side.chain(at).reason(resolved.problem)
    if group is None:
        return plain
    limit = (group.last if upper else group.turned)[at]
    if side.values[at] == limit:
        return plain
    return _shown_by_trying(resolved, group, at, limit, upper=upper)


def _shown_by_trying(
    resolved: Resolved, group: Group, at: int, limit: int, *, upper: bool
) -> Reason:
    """What stands against the instant being beyond a limit that only trying members shows."""
    narrowed = resolved.narrowed.copy()
    (narrowed.turned if upper else narrowed.last).impose([Limit(at, -limit - 1, ())])
    clash = next(narrowed.clashes((0, 0)), None)
    if clash is not None:
        return narrowed.reason(clash)
    with suppress(TooMany):
        dead = Search(narrowed, group.sets, lambda: False, lambda: None).try_all()
        return () if dead is None else tuple(sorted(dead.statements))
    return ()


def _path(resolved: Resolved, start: int, end: int, below: int | None) -> list[int] | None:
    """The edges of the shortest path between two instants, if it is shorter than `below`."""
    potential, out = resolved.potential, resolved.narrowed.graph.out
    # A path no shorter than the limit ends no nearer than this, reduced by the potential.
    room = None if below is None else below + potential[start] - potential[end]
    best = {start: 0}
    came: dict[int, tuple[int, int]] = {}
    heap = [(0, start)]
    while heap:
        key, at = heappop(heap)
        if key > best[at]:
            continue
        if room is not None and key >= room:
            return None
        if at == end:
            return _edges_back(came, start, end)
        for far, weight, edge in out[at]:
            reached = key + weight + potential[at] - potential[far]
            if reached < best.get(far, NEVER << 1):
                best[far] = reached
                came[far] = (at, edge)
                heappush(heap, (reached, far))
    return None


def _edges_back(came: dict[int, tuple[int, int]], start: int, end: int) -> list[int]:
    edges: list[int] = []
    while end != start:
        end, edge = came[end]
        edges.append(edge)
    return edges
