"""The smallest set: statements that cannot all be true, none of which is superfluous."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.network.circle import Circle, Step
from timelines.network.consistency import Refutation, refute
from timelines.network.constraints import Constraints
from timelines.network.index import Index
from timelines.network.shorter import fewest_steps, steps_of

FEW = 400
"""Up to so many statements, a shorter way to the same clash is looked for."""

ROOM = 20_000
"""How many steps may come of leaving out instants beside a circle."""


def smallest(index: Index, refuted: Refutation) -> Refutation:
    """A refutation from these statements, of which none can be left out.

    Other statements about the same instants come in where they show a clash in fewer steps.
    """
    statements = refuted.statements
    if len(statements) <= FEW:
        statements = fewest_steps(index.only(index.neighbours(statements))) or statements
    needed: set[int] = set()
    while True:
        part = index.only(statements)
        found = refute(part)
        if found is None:
            raise ValueError("these statements do not clash")
        if found.statements != statements:
            statements = found.statements
            continue
        if found.circle is not None and not part.sets:
            needed |= _shown_needed(part, found.circle)
        less = _with_one_left_out(index, statements, needed)
        if less is None:
            return found
        statements = less


def _with_one_left_out(
    index: Index, statements: frozenset[int], needed: set[int]
) -> frozenset[int] | None:
    """Fewer statements that still clash; `needed` grows by those that cannot be left out."""
    for statement in sorted(statements - needed, reverse=True):
        less = refute(index.only(statements - {statement}))
        if less is not None:
            return less.statements
        needed.add(statement)
    return None


def _shown_needed(part: Constraints, circle: Circle) -> set[int]:
    """Statements of a circle for which a solution of everything but them is at hand.

    Cut open at a step, the circle itself gives instants that satisfy all its other steps. Where
    they satisfy everything else in the part too, the statements of that step are needed.
    """
    steps = _beside(part, circle)
    if steps is None:
        return set()
    place = {step.tail: index for index, step in enumerate(circle)}
    reached = [0]
    for step in circle:
        reached.append(reached[-1] + step.weight)
    total = reached.pop()
    broken = [0] * (len(circle) + 1)
    excused: dict[int, list[tuple[int, int]]] = {}
    for step in steps:
        tail, head = place[step.tail], place[step.head]
        apart = reached[head] - reached[tail]
        for start, end in _cuts(tail, head, apart, total, step.weight, len(circle)):
            broken[start] += 1
            broken[end] -= 1
            for statement in step.reason:
                excused.setdefault(statement, []).append((start, end))
    shown, running = set(), 0
    for index, step in enumerate(circle):
        running += broken[index]
        for statement in step.reason:
            if running == sum(start <= index < end for start, end in excused.get(statement, ())):
                shown.add(statement)
    return shown


def _cuts(
    tail: int, head: int, apart: int, total: int, weight: int, length: int
) -> Iterator[tuple[int, int]]:
    """The cuts, as ranges of steps, that put two places further apart than a weight allows."""
    low, high = min(tail, head), max(tail, head)
    if apart > weight:
        yield 0, low
        yield high, length
    if (apart - total if tail < head else apart + total) > weight:
        yield low, high


def _beside(part: Constraints, circle: Circle) -> list[Step] | None:
    """What a part says of the instants on a circle, steps over other instants joined into one.

    None where that would be too many, or would show another clash.
    """
    on = {step.tail for step in circle}
    steps = [step for step in steps_of(part) if step.tail != step.head or step.weight < 0]
    if any(step.tail == step.head for step in steps):
        return None
    others = sorted({end for step in steps for end in (step.tail, step.head)} - on)
    for other in others:
        into = [step for step in steps if step.head == other]
        out = [step for step in steps if step.tail == other]
        if len(steps) + len(into) * len(out) > ROOM + len(circle) or len(others) > 100:
            return None
        steps = [step for step in steps if other not in (step.tail, step.head)]
        for first in into:
            for second in out:
                joined = Step(
                    first.tail,
                    second.head,
                    first.weight + second.weight,
                    (*first.reason, *second.reason),
                )
                if joined.tail == joined.head:
                    if joined.weight < 0:
                        return None
                    continue
                steps.append(joined)
    return steps
