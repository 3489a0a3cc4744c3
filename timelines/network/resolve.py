"""Finds every contradiction of a problem, relaxing the weakest statement of each, and narrows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from timelines.network import circle as circles
from timelines.network.consistency import Refutation, refutation
from timelines.network.constraints import Constraints, Limit
from timelines.network.graph import NEVER, UNTOUCHED, Graph, settle_all
from timelines.network.index import Index
from timelines.network.narrowing import Narrowing, Side, narrowing
from timelines.network.sets import drop_members
from timelines.network.smallest import smallest
from timelines.network.ties import ties

AT_ONCE = 1_000
"""How many clashes between limits are looked at before the rest is worked out anew."""

Weakness = Callable[[int], Any]
"""A sort key for each statement; of a clash, the one with the greatest is given up."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A smallest set of statements that cannot all be true, and the one that was given up.

    The statements stand in the order of time where they form a chain.
    """

    statements: tuple[int, ...]
    miss: int
    """By how many microseconds they miss."""
    weakest: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """What holds once the weakest statement of every clash is given up."""

    problem: Constraints
    """All of it; what was given up is in none of the following."""
    clashes: tuple[Clash, ...]
    narrowed: Narrowing
    potential: list[int]
    """One chronology that satisfies every edge, where instants without limits are far off."""
    ties: dict[int, int]
    """Of the instants that sets tie together, the group each belongs to."""


def resolve(problem: Constraints, weakness: Weakness) -> Resolved:
    """Solve a problem as far as it can be solved, and name what stands in the way.

    The same problem gives the same answer, to the order of its clashes.
    """
    return _Resolving(problem, weakness).run()


@dataclass(slots=True)
class _Resolving:
    whole: Constraints
    weakness: Weakness
    clashes: list[Clash] = field(default_factory=list)
    accused: Counter[int] = field(default_factory=Counter)
    """In how many clashes seen at one time each statement takes part."""
    indexed: Index | None = None

    @property
    def index(self) -> Index:
        if self.indexed is None:
            self.indexed = Index(self.whole)
        return self.indexed

    def run(self) -> Resolved:
        graph, potential = Graph(self.whole), _uppermost(self.whole)

        def on_circle(edges: list[int]) -> None:
            for given_up in self._give_up(refutation(circles.along(self.whole, edges))):
                graph.take_out(self.index.edges(given_up))

        parents = settle_all(graph, potential, on_circle)
        narrowed = self._narrowed(graph, potential, parents)
        while True:
            given_up = self._through_origin(narrowed)
            if not given_up:
                dead = drop_members(narrowed, dict.fromkeys(narrowed.sets))
                if dead is None:
                    break
                given_up = list(self._give_up(Refutation(dead.statements, dead.miss, None)))
            for statement in given_up:
                graph.take_out(self.index.edges(statement))
            narrowed.forget(self.index)
        return Resolved(self.whole, tuple(self.clashes), narrowed, potential, ties(narrowed))

    def _narrowed(self, graph: Graph, potential: list[int], parents: list[int]) -> Narrowing:
        """All limits that still hold, and what follows from them by the edges."""
        if self.clashes:
            narrowed = narrowing(graph, potential)
            narrowed.last.begin(self._left(self.whole.uppers))
        else:
            narrowed = _already_settled(graph, potential, parents)
        lowers = self._left(self.whole.lowers)
        narrowed.turned.begin([Limit(at, -value, reason) for at, value, reason in lowers])
        if self.clashes:
            narrowed.forget(self.index)
        return narrowed

    def _left(self, limits: list[Limit]) -> list[Limit]:
        if not self.clashes:
            return limits
        given_up = self.index.given_up
        return [limit for limit in limits if given_up.isdisjoint(limit.reason)]

    def _give_up(self, refuted: Refutation) -> Iterator[int]:
        """Give up the weakest statements until the refutation is none any more."""
        while self.index.given_up.isdisjoint(refuted.statements):
            least = smallest(self.index, refuted)
            weakest = max(
                sorted(least.statements),
                key=lambda one: (self.weakness(one), self.accused[one], one),
            )
            self.clashes.append(Clash(_in_order(least), least.miss, weakest))
            self.index.given_up.add(weakest)
            yield weakest

    def _through_origin(self, narrowed: Narrowing) -> list[int]:
        """Give up what lets limits clash: first the plain clashes, of few statements."""
        last, turned = narrowed.last, narrowed.turned
        clashing = [
            at
            for at, (late, early) in enumerate(zip(last.values, turned.values, strict=True))
            if late + early < 0
        ]
        if not clashing:
            return []
        above, below = _roots(last, clashing), _roots(turned, clashing)
        nearest: dict[tuple[int, int], tuple[int, int]] = {}
        for at in clashing:
            roots = above[at][0], below[at][0]
            reach = above[at][1] + below[at][1], at
            if roots not in nearest or reach < nearest[roots]:
                nearest[roots] = reach
        found = [circles.through(narrowed, at) for _, at in sorted(nearest.values())[:AT_ONCE]]
        self.accused = Counter(one for circle in found for one in circles.statements(circle))
        given_up = [one for circle in found for one in self._give_up(refutation(circle))]
        self.accused.clear()
        return given_up


def _in_order(refuted: Refutation) -> tuple[int, ...]:
    """The statements along the circle, from what comes first in time; else by number."""
    chain = (one for step in reversed(refuted.circle or ()) for one in step.reason)
    return tuple(dict.fromkeys((*chain, *sorted(refuted.statements))))


def _uppermost(problem: Constraints) -> list[int]:
    values = [NEVER] * problem.size
    for at, value, _ in problem.uppers:
        if value < values[at]:
            values[at] = value
    return values


def _already_settled(graph: Graph, values: list[int], parents: list[int]) -> Narrowing:
    """What looking for circles settled already: all last instants."""
    found = narrowing(graph, values)
    problem = graph.constraints
    at_limit: dict[int, int] = {}
    for place, (at, value, _) in enumerate(problem.uppers):
        if at not in at_limit or value < problem.uppers[at_limit[at]].value:
            at_limit[at] = place
    for at, place in at_limit.items():
        if parents[at] == UNTOUCHED:
            parents[at] = -2 - place
    found.last.values = list(values)
    found.last.parents = parents
    found.last.limits = list(problem.uppers)
    return found


def _roots(side: Side, wanted: list[int]) -> dict[int, tuple[int, int]]:
    """For each wanted instant the limit its value comes from, and over how many edges."""
    known: dict[int, tuple[int, int]] = {}
    for at in wanted:
        path = []
        while at not in known and side.parents[at] >= 0:
            path.append(at)
            at = side.near[side.parents[at]]
        limit, far = known.setdefault(at, (-2 - side.parents[at], 0))
        for further, one in enumerate(reversed(path), start=far + 1):
            known[one] = (limit, further)
    return known
