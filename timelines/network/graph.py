"""The distance graph of a problem: tightest values along its edges, and circles that never close.

Circles of negative weight are found by Goldberg and Radzik's label-correcting method (1993), which
follows the edges that may still tighten something in topological order, so that a long chain is
settled in one pass. Once there are none, values are settled by Dijkstra's method with reduced
weights (Johnson 1977), of which later changes touch only what they move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heapify, heappop, heappush

from timelines.network.constraints import Constraints
from timelines.network.sweep import RUNS, sweep

Link = tuple[int, int, int]
"""The far end of an edge, its weight, and its number."""

NEVER = 1 << 100
"""The value of an instant without a limit: further off than any sum of weights."""

TAKEN_OUT = NEVER << 2
"""The weight of an edge that was taken out."""

UNTOUCHED = -1
"""In a list of parents: the value is the one it began with."""


@dataclass
class Graph:
    """The edges by the instant they lead from, and by the one they lead to, when first needed."""

    constraints: Constraints
    gone: set[int] = field(default_factory=set)
    """The edges that were taken out."""

    @cached_property
    def out(self) -> list[list[Link]]:
        """By instant, the links from it."""
        return self._links(self.constraints.tails, self.constraints.heads)

    @cached_property
    def into(self) -> list[list[Link]]:
        """By instant, the links to it, turned round."""
        return self._links(self.constraints.heads, self.constraints.tails)

    def _links(self, near: list[int], far: list[int]) -> list[list[Link]]:
        links: list[list[Link]] = [[] for _ in range(self.constraints.size)]
        for edge, weight in enumerate(self.constraints.weights):
            links[near[edge]].append((far[edge], weight, edge))
        for edge in self.gone:
            _take_out(links[near[edge]], far[edge], edge)
        return links

    def take_out(self, edges: Iterable[int]) -> None:
        """From now on these edges limit nothing."""
        tails, heads = self.constraints.tails, self.constraints.heads
        for edge in edges:
            self.gone.add(edge)
            if "out" in self.__dict__:
                _take_out(self.out[tails[edge]], heads[edge], edge)
            if "into" in self.__dict__:
                _take_out(self.into[heads[edge]], tails[edge], edge)


def _take_out(links: list[Link], far: int, edge: int) -> None:
    place = next(place for place, link in enumerate(links) if link[2] == edge)
    links[place] = (far, TAKEN_OUT, edge)


def settle(
    values: list[int],
    parents: list[int],
    links: list[list[Link]],
    potential: list[int],
    changed: Iterable[int],
    trail: list[tuple[int, int, int]] | None = None,
) -> None:
    """Carry lowered values along the links, from the instants in `changed` on.

    No link is negative once reduced by the potential. What is overwritten goes on the trail as
    instant, value, parent.
    """
    heap = []
    for at in changed:
        value = values[at]
        for far, weight, _ in links[at]:
            if value + weight < values[far]:
                heap.append((value - potential[at], at))
                break
    heapify(heap)
    while heap:
        key, at = heappop(heap)
        value = values[at]
        if key != value - potential[at]:
            continue
        for far, weight, edge in links[at]:
            reached = value + weight
            if reached < values[far]:
                if trail is not None:
                    trail.append((far, values[far], parents[far]))
                values[far] = reached
                parents[far] = edge
                heappush(heap, (reached - potential[far], far))


def settle_all(
    graph: Graph, values: list[int], on_circle: Callable[[list[int]], None]
) -> list[int]:
    """Lower the values until every edge holds, and return the edge that each value came by.

    A circle of negative weight is handed over as its edges, and at least one of them must then be
    taken out; after that the values still satisfy every edge but are not the tightest ones.
    """
    parents, waiting = _sweep_all(graph, values, on_circle)

    def found(circle: list[int]) -> None:
        on_circle(circle)
        parents[:] = [UNTOUCHED] * len(values)

    passes, looked = 0, 1
    while waiting:
        passes += 1
        if passes == 2 * looked:
            looked = passes
            for circle in list(_circles_of_parents(graph, parents)):
                if graph.gone.isdisjoint(circle):
                    found(circle)
        order = _in_order(graph, values, waiting, found)
        waiting = _scan(graph, values, parents, order)
    return parents


def _sweep_all(
    graph: Graph, values: list[int], on_circle: Callable[[list[int]], None]
) -> tuple[list[int], list[int]]:
    """Settle what all edges at once can settle: the parents, and from where to go on."""
    problem = graph.constraints
    begun = sweep(problem.tails, problem.heads, problem.weights, values, NEVER)
    if begun is None:
        return [UNTOUCHED] * len(values), list(range(len(values)))
    for _ in range(RUNS):
        waiting = begun.run()
        circles = list(_circles_of_parents(graph, begun.parents)) if waiting else []
        if not circles:
            break
        for circle in circles:
            if graph.gone.isdisjoint(circle):
                on_circle(circle)
        begun.take_out(graph.gone)
    values[:] = begun.values
    return begun.parents, waiting


def _scan(graph: Graph, values: list[int], parents: list[int], order: list[int]) -> list[int]:
    """Carry values over in this order; returns the instants whose turn was over before."""
    place = {at: index for index, at in enumerate(order)}
    again: dict[int, None] = {}
    for index, at in enumerate(order):
        value = values[at]
        for far, weight, edge in graph.out[at]:
            if value + weight < values[far]:
                values[far] = value + weight
                parents[far] = edge
                if place.get(far, -1) <= index:
                    again[far] = None
    return list(again)


def _in_order(
    graph: Graph, values: list[int], waiting: list[int], on_circle: Callable[[list[int]], None]
) -> list[int]:
    """The instants that may be lowered from those waiting, each before those behind it.

    A depth-first walk along the edges whose reduced weight is not positive. `met` has every
    instant seen, with the number of edges on the path to it that lower something; -1 once left.
    """
    out, left = graph.out, list[int]()
    met: dict[int, int] = {}
    for root in waiting:
        if root in met or not any(values[root] + w < values[far] for far, w, _ in out[root]):
            continue
        path, edges, turns = [root], list[int](), [iter(out[root])]
        met[root] = 0
        while path:
            at = path[-1]
            value, lowering = values[at], met[at]
            for far, weight, edge in turns[-1]:
                gap = value + weight - values[far]
                if gap > 0:
                    continue
                was = met.get(far)
                if was is None:
                    met[far] = lowering + (gap < 0)
                    path.append(far)
                    edges.append(edge)
                    turns.append(iter(out[far]))
                    break
                if was >= 0 and lowering + (gap < 0) > was:
                    on_circle([*edges[path.index(far) :], edge])
                    kept = _standing(graph, edges)
                    for gone in path[kept + 1 :]:
                        del met[gone]
                    del path[kept + 1 :], edges[kept:], turns[kept + 1 :]
                    break
            else:
                met[at] = -1
                left.append(path.pop())
                turns.pop()
                if edges:
                    edges.pop()
    left.reverse()
    return left


def _standing(graph: Graph, edges: list[int]) -> int:
    """How many of these edges come before the first that was taken out."""
    gone = (place for place, edge in enumerate(edges) if edge in graph.gone)
    return next(gone, len(edges))


def _circles_of_parents(graph: Graph, parents: list[int]) -> Iterator[list[int]]:
    """Every circle in which each instant got its value from the one before."""
    tails = graph.constraints.tails
    met = [0] * len(parents)
    for root in range(len(parents)):
        at, path = root, []
        while met[at] == 0 and parents[at] != UNTOUCHED:
            met[at] = root + 1
            path.append(at)
            at = tails[parents[at]]
        if met[at] == root + 1 and path:
            circle = path[path.index(at) :]
            yield [parents[one] for one in reversed(circle)]
