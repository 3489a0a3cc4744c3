"""A shorter way to the same clash: of all circles around some instants, one of fewest steps."""

from __future__ import annotations

from timelines.network import circle as circles
from timelines.network.circle import ORIGIN, Step
from timelines.network.constraints import Constraints

EFFORT = 200_000
"""How many steps are tried at most."""


def steps_of(part: Constraints) -> list[Step]:
    """Everything a problem says except its sets, as steps."""
    return [
        *circles.along(part, range(len(part.weights))),
        *(circles.upper(limit) for limit in part.uppers),
        *(circles.lower(limit) for limit in part.lowers),
    ]


def fewest_steps(part: Constraints) -> frozenset[int] | None:
    """The statements of a circle of fewest steps that leads from the origin and misses it.

    None where there is none, or where looking for it would take too long. (Bellman and Ford's
    method, whose k-th round knows every walk of k steps; a circle has no more steps than instants.)
    """
    out: dict[int, list[Step]] = {}
    for step in steps_of(part):
        out.setdefault(step.tail, []).append(step)
    values = {ORIGIN: 0}
    rounds: list[dict[int, Step]] = []
    front, effort = {ORIGIN: 0}, 0
    while front and effort < EFFORT and len(rounds) < len(out):
        came: dict[int, Step] = {}
        lowered: dict[int, int] = {}
        for at, value in front.items():
            effort += len(out.get(at, ()))
            for step in out.get(at, ()):
                reached = value + step.weight
                known = lowered.get(step.head, values.get(step.head))
                if known is None or reached < known:
                    lowered[step.head] = reached
                    came[step.head] = step
        rounds.append(came)
        if lowered.get(ORIGIN, 0) < 0:
            return _walk_back(rounds)
        values.update(lowered)
        front = lowered
    return None


def _walk_back(rounds: list[dict[int, Step]]) -> frozenset[int]:
    at, found = ORIGIN, set[int]()
    for came in reversed(rounds):
        step = came.get(at)
        if step is not None:
            found.update(step.reason)
            at = step.tail
    return frozenset(found)
