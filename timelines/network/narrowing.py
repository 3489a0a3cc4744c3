"""The tightest first and last possible instants that all facts together leave, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from timelines.network.constraints import Constraints, Limit, Options, Reason
from timelines.network.graph import NEVER, UNTOUCHED, Graph, Link, settle
from timelines.network.index import Index
from timelines.network.sweep import sweep


@dataclass(frozen=True, slots=True)
class Chain:
    """Why an instant has a limit: the first limit, and the edges that carry it there, in order."""

    limit: Limit | None
    edges: tuple[int, ...]

    def reason(self, constraints: Constraints) -> Reason:
        """The statements in the chain, from the limit on."""
        first = () if self.limit is None else self.limit.reason
        carried = (one for edge in self.edges for one in constraints.reasons[edge])
        return tuple(dict.fromkeys((*first, *carried)))


@dataclass(slots=True)
class Side:
    """The limits on one side: last instants, or first instants turned round (negated)."""

    graph: Graph
    turned: bool
    potential: list[int]
    values: list[int]
    parents: list[int]
    limits: list[Limit] = field(default_factory=list)
    trail: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def links(self) -> list[list[Link]]:
        """By instant, the links along which its value is carried."""
        return self.graph.into if self.turned else self.graph.out

    @property
    def near(self) -> list[int]:
        """By edge, the instant that a value comes from."""
        constraints = self.graph.constraints
        return constraints.heads if self.turned else constraints.tails

    def begin(self, limits: list[Limit]) -> None:
        """Impose the first limits, most of them at once."""
        self._lower(limits)
        constraints = self.graph.constraints
        ends = (constraints.tails, constraints.heads)
        near, far = reversed(ends) if self.turned else ends
        begun = sweep(near, far, constraints.weights, self.values, NEVER)
        waiting = list(range(len(self.values)))
        if begun is not None:
            begun.take_out(self.graph.gone)
            waiting = begun.run()
            self.values = begun.values
            for at, edge in enumerate(begun.parents):
                if edge != UNTOUCHED:
                    self.parents[at] = edge
        if waiting:
            settle(self.values, self.parents, self.links, self.potential, waiting)
        self.trail.clear()

    def impose(self, limits: list[Limit]) -> None:
        """Lower the values of some instants, and all that follows from it."""
        changed = self._lower(limits)
        if changed:
            settle(self.values, self.parents, self.links, self.potential, changed, self.trail)

    def _lower(self, limits: list[Limit]) -> dict[int, None]:
        """Lower the values of some instants alone; those that changed."""
        changed = dict[int, None]()
        for limit in limits:
            at = limit.variable
            if limit.value < self.values[at]:
                self.trail.append((at, self.values[at], self.parents[at]))
                self.values[at] = limit.value
                self.parents[at] = -2 - len(self.limits)
                self.limits.append(limit)
                changed[at] = None
        return changed

    def forget(self, given_up: set[int], own: Callable[[int], list[Limit]]) -> None:
        """Work out anew what came by edges that were taken out or statements given up.

        `own` gives the limits of an instant that still hold, on this side.
        """
        lost = self._lost(given_up)
        back = self.graph.out if self.turned else self.graph.into
        for at in lost:
            self.values[at], self.parents[at] = NEVER, UNTOUCHED
        for at in lost:
            for near, weight, edge in back[at]:
                if near not in lost and self.values[near] + weight < self.values[at]:
                    self.values[at], self.parents[at] = self.values[near] + weight, edge
        self._lower([limit for at in lost for limit in own(at)])
        settle(self.values, self.parents, self.links, self.potential, lost)
        self.trail.clear()

    def _lost(self, given_up: set[int]) -> dict[int, None]:
        """The instants whose value does not hold any more, or comes from one whose does not."""
        gone, limits = self.graph.gone, self.limits
        lost = dict.fromkeys(
            at
            for at, parent in enumerate(self.parents)
            if parent != UNTOUCHED
            and (
                parent in gone
                if parent >= 0
                else not given_up.isdisjoint(limits[-2 - parent].reason)
            )
        )
        waiting = list(lost)
        while waiting:
            for far, _, edge in self.links[waiting.pop()]:
                if self.parents[far] == edge and far not in lost:
                    lost[far] = None
                    waiting.append(far)
        return lost

    def chain(self, at: int) -> Chain:
        """Where the value of an instant comes from."""
        edges: list[int] = []
        while self.parents[at] >= 0:
            edges.append(self.parents[at])
            at = self.near[self.parents[at]]
        limit = None if self.parents[at] == UNTOUCHED else self.limits[-2 - self.parents[at]]
        return Chain(limit, tuple(reversed(edges)))

    def copy(self) -> Side:
        """The same limits, to try something without touching these."""
        return replace(
            self,
            values=self.values[:],
            parents=self.parents[:],
            limits=self.limits[:],
            trail=[],
        )


@dataclass(slots=True)
class Narrowing:
    """The first and the last possible instant of every variable of a problem without circles."""

    graph: Graph
    last: Side
    turned: Side
    """First instants, negated."""
    sets: dict[int, Options]
    """The sets that still hold."""

    def forget(self, index: Index) -> None:
        """Work out anew what came by edges that were taken out and statements given up."""
        given_up = index.given_up
        self.sets = {
            at: options for at, options in self.sets.items() if given_up.isdisjoint(options.reason)
        }
        self.last.forget(given_up, index.uppers)
        self.turned.forget(given_up, index.turned)

    def copy(self) -> Narrowing:
        """The same limits, to try something without touching these."""
        return Narrowing(self.graph, self.last.copy(), self.turned.copy(), self.sets)

    def latest(self, at: int) -> int | None:
        """The last possible instant, inclusive; None where there is none."""
        value = self.last.values[at]
        return None if value > NEVER >> 1 else value

    def earliest(self, at: int) -> int | None:
        """The first possible instant; None where there is none."""
        value = self.turned.values[at]
        return None if value > NEVER >> 1 else -value

    def impose(self, uppers: list[Limit], lowers: list[Limit]) -> int | None:
        """Add limits and all that follows; an instant that none is left for, if there is one."""
        marks = self.mark()
        self.last.impose(uppers)
        self.turned.impose([limit._replace(value=-limit.value) for limit in lowers])
        return next(self.clashes(marks), None)

    def mark(self) -> tuple[int, int]:
        """How far the trails go by now."""
        return len(self.last.trail), len(self.turned.trail)

    def moved(self, marks: tuple[int, int]) -> Iterator[int]:
        """The instants whose limits changed since the mark; some of them twice."""
        for side, mark in ((self.last, marks[0]), (self.turned, marks[1])):
            yield from (at for at, _, _ in side.trail[mark:])

    def clashes(self, marks: tuple[int, int]) -> Iterator[int]:
        """The instants changed since the mark whose first instant is after their last."""
        for at in self.moved(marks):
            if self.last.values[at] + self.turned.values[at] < 0:
                yield at

    def miss(self, at: int) -> int:
        """By how many microseconds the first instant is after the last."""
        return -(self.last.values[at] + self.turned.values[at])

    def reason(self, at: int) -> Reason:
        """The statements behind both limits of an instant."""
        constraints = self.graph.constraints
        both = (self.last.chain(at), self.turned.chain(at))
        return tuple(sorted({one for chain in both for one in chain.reason(constraints)}))


def narrowing(graph: Graph, potential: list[int]) -> Narrowing:
    """Nothing narrowed yet. The potential satisfies every edge: it is one possible chronology."""
    size = len(potential)
    turned = [-value for value in potential]
    return Narrowing(
        graph,
        Side(graph, False, potential, [NEVER] * size, [UNTOUCHED] * size),
        Side(graph, True, turned, [NEVER] * size, [UNTOUCHED] * size),
        graph.constraints.sets,
    )
