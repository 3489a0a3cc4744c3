"""Whether some statements can all be true, and if not, which of them show it."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.network import circle as circles
from timelines.network.circle import Circle
from timelines.network.constraints import Constraints
from timelines.network.graph import NEVER, Graph, settle_all
from timelines.network.narrowing import narrowing
from timelines.network.sets import drop_members


@dataclass(frozen=True, slots=True)
class Refutation:
    """Statements that cannot all be true, and by how many microseconds they miss.

    The circle is missing where the gaps within sets are needed to show it.
    """

    statements: frozenset[int]
    miss: int
    circle: Circle | None


class _Found(Exception):
    """A circle was found; the search can stop."""

    def __init__(self, edges: list[int]) -> None:
        self.edges = edges


def refute(part: Constraints) -> Refutation | None:
    """Why a problem has no solution, or None where it has one."""
    graph = Graph(part)
    potential = [NEVER] * part.size
    for limit in part.uppers:
        potential[limit.variable] = min(potential[limit.variable], limit.value)

    def stop(edges: list[int]) -> None:
        raise _Found(edges)

    try:
        settle_all(graph, potential, stop)
    except _Found as found:
        return refutation(circles.along(part, found.edges))
    narrowed = narrowing(graph, potential)
    narrowed.impose(part.uppers, part.lowers)
    worst = max(narrowed.clashes((0, 0)), key=narrowed.miss, default=None)
    if worst is not None:
        return refutation(circles.through(narrowed, worst))
    dead = drop_members(narrowed, dict.fromkeys(part.sets))
    return None if dead is None else Refutation(dead.statements, dead.miss, None)


def refutation(circle: Circle) -> Refutation:
    """What a circle of negative weight shows."""
    return Refutation(circles.statements(circle), -circles.weight(circle), circle)
