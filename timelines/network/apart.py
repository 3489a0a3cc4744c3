"""How far apart two instants can be, and the statements that keep them so."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import NamedTuple

from timelines.network.constraints import Limit, Reason
from timelines.network.graph import NEVER
from timelines.network.narrowing import Narrowing
from timelines.network.resolve import Resolved
from timelines.network.sets import Dead, drop_members, ends


class Most(NamedTuple):
    """The most microseconds from one instant to another, below zero if it is surely earlier.

    None where nothing limits it. The reason is the statements behind it.
    """

    value: int | None
    reason: Reason = ()


def most_from(resolved: Resolved, start: int, end: int) -> Most:
    """The most that the second instant can lie after the first."""
    found = _by_limits(resolved, start, end)
    path = _path(resolved, start, end, found.value)
    if path is not None:
        found = _along(resolved, path)
    if found.value is None or not _tied(resolved, start, end):
        return found
    return _most_with_sets(resolved, start, end, found)


def surely_before(resolved: Resolved, first: int, second: int) -> Most | None:
    """Why the first instant is before the second in every possible chronology; None if not."""
    last, soonest = resolved.narrowed.latest(first), resolved.narrowed.earliest(second)
    if last is not None and soonest is not None and last < soonest:
        return _by_limits(resolved, second, first)
    if not _may_be_before(resolved.narrowed, first, second):
        return None
    path = _path(resolved, second, first, 0)
    if path is not None:
        return _along(resolved, path)
    if not _tied(resolved, first, second):
        return None
    dead = _stands_against(resolved, second, first, 0)
    return None if dead is None else Most(-1, tuple(sorted(dead.statements)))


def _along(resolved: Resolved, path: list[int]) -> Most:
    weights, reasons = resolved.problem.weights, resolved.problem.reasons
    reason = dict.fromkeys(one for edge in path for one in reasons[edge])
    return Most(sum(weights[edge] for edge in path), tuple(reason))


def _may_be_before(narrowed: Narrowing, first: int, second: int) -> bool:
    """Whether it is worth looking: all last instants together are one possible chronology.

    So are all first ones.
    """
    last, turned = narrowed.last.values, narrowed.turned.values
    if last[second] <= last[first] < NEVER >> 1:
        return False
    return not turned[first] <= turned[second] < NEVER >> 1


def _by_limits(resolved: Resolved, start: int, end: int) -> Most:
    """The most between two instants by their own limits alone."""
    narrowed = resolved.narrowed
    last, first = narrowed.latest(end), narrowed.earliest(start)
    if last is None or first is None:
        return Most(None)
    constraints = resolved.problem
    reason = (
        *narrowed.turned.chain(start).reason(constraints),
        *narrowed.last.chain(end).reason(constraints),
    )
    return Most(last - first, tuple(dict.fromkeys(reason)))


def _tied(resolved: Resolved, one: int, other: int) -> bool:
    """Whether sets may keep the two from reaching their limits at once."""
    return one in resolved.ties and resolved.ties[one] == resolved.ties.get(other)


def _most_with_sets(resolved: Resolved, start: int, end: int, most: Most) -> Most:
    """The most between two instants that sets tie together: found by halving."""
    impossible = most.value
    if impossible is None:
        raise ValueError("there is no most to start from")
    stands = _stands_against(resolved, start, end, impossible)
    if stands is None:
        return most
    step = 1
    while (dead := _stands_against(resolved, start, end, impossible - step)) is not None:
        impossible, stands, step = impossible - step, dead, 2 * step
    possible = impossible - step
    while impossible - possible > 1:
        middle = (possible + impossible) // 2
        dead = _stands_against(resolved, start, end, middle)
        if dead is None:
            possible = middle
        else:
            impossible, stands = middle, dead
    return Most(possible, tuple(sorted(stands.statements)))


def _stands_against(resolved: Resolved, start: int, end: int, apart: int) -> Dead | None:
    """What shows that the second instant cannot lie so far or further after the first."""
    narrowed = resolved.narrowed.copy()
    constraints = resolved.problem
    while True:
        earliest, last = ends(narrowed, start)[0], ends(narrowed, end)[1]
        marks = narrowed.mark()
        clash = narrowed.impose(
            [Limit(start, last - apart, narrowed.last.chain(end).reason(constraints))],
            [Limit(end, earliest + apart, narrowed.turned.chain(start).reason(constraints))],
        )
        if clash is not None:
            return Dead(frozenset(narrowed.reason(clash)), narrowed.miss(clash))
        if narrowed.mark() == marks:
            return None
        moved = {at: None for at in narrowed.moved(marks) if at in narrowed.sets}
        dead = drop_members(narrowed, moved)
        if dead is not None:
            return dead


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
