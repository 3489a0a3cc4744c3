"""A circle of limits and differences that cannot close, and what it shows about statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timelines.network.constraints import Constraints, Limit, Reason
from timelines.network.narrowing import Narrowing

ORIGIN = -1
"""The fixed instant that limits are counted from: 1 January 1970."""


class Step(NamedTuple):
    """x[head] - x[tail] <= weight, because of the reason; a limit is a step from or to ORIGIN."""

    tail: int
    head: int
    weight: int
    reason: Reason


Circle = tuple[Step, ...]
"""Steps that each begin where the one before ends; the last leads back to the first."""


def along(constraints: Constraints, edges: Sequence[int]) -> Circle:
    """The edges as steps."""
    return tuple(
        Step(
            constraints.tails[edge],
            constraints.heads[edge],
            constraints.weights[edge],
            constraints.reasons[edge],
        )
        for edge in edges
    )


def upper(limit: Limit) -> Step:
    """The limit above an instant, as a step from the origin."""
    return Step(ORIGIN, limit.variable, limit.value, limit.reason)


def lower(limit: Limit) -> Step:
    """The limit below an instant, as a step to the origin."""
    return Step(limit.variable, ORIGIN, -limit.value, limit.reason)


def through(narrowed: Narrowing, at: int) -> Circle:
    """The circle from the origin over an instant whose first instant is after its last, and back.

    Where it passes an instant twice, the part in between is left out: it only takes up room.
    """
    constraints = narrowed.graph.constraints
    last, first = narrowed.last.chain(at), narrowed.turned.chain(at)
    if last.limit is None or first.limit is None:
        raise ValueError("an instant without limits clashes with nothing")
    there = [upper(last.limit), *along(constraints, last.edges)]
    low = first.limit._replace(value=-first.limit.value)
    back = [*along(constraints, first.edges[::-1]), lower(low)]
    place = {step.tail: index for index, step in enumerate(back)}
    for index, step in enumerate(there):
        if step.head in place:
            return (*there[: index + 1], *back[place[step.head] :])
    raise ValueError("the two chains do not meet")


def weight(circle: Circle) -> int:
    """The sum of the weights; below zero by as much as the circle misses."""
    return sum(step.weight for step in circle)


def statements(circle: Circle) -> frozenset[int]:
    """Every statement that some step needs."""
    return frozenset(one for step in circle for one in step.reason)
