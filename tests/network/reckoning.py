"""An independent reckoning of small problems: all shortest paths, in every combination of sets."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable

from timelines.network.constraints import Constraints, Options, Reason

FAR = 10**30
"""Further than anything: no limit."""

Matrix = list[list[int]]
"""matrix[i][j] is the most that x[j] - x[i] can be; the last row and column are the origin's."""


def reckon(problem: Constraints, believed: Iterable[int] | None = None) -> Matrix | None:
    """The most between any two instants, or None where nothing is possible.

    `believed` are the statements that count; all of them if not given. (Floyd and Warshall's
    method, over every combination of the sets' members.)
    """
    known = None if believed is None else set(believed)

    def counts(reason: Reason) -> bool:
        return known is None or known.issuperset(reason)

    sets = [(at, one) for at, one in problem.sets.items() if counts(one.reason)]
    best: Matrix | None = None
    for choice in itertools.product(*(one.spans for _, one in sets)):
        limits = {at: span for (at, _), span in zip(sets, choice, strict=True)}
        found = _closed(_matrix(problem, counts, limits))
        if found is None:
            continue
        best = found if best is None else _greater(best, found)
    return best


def _greater(one: Matrix, other: Matrix) -> Matrix:
    return [list(map(max, *rows)) for rows in zip(one, other, strict=True)]


def _matrix(problem, counts, limits: dict[int, tuple[int, int]]) -> Matrix:
    origin = problem.size
    matrix = [[0 if i == j else FAR for j in range(origin + 1)] for i in range(origin + 1)]

    def at_most(head: int, tail: int, weight: int) -> None:
        matrix[tail][head] = min(matrix[tail][head], weight)

    for tail, head, weight, reason in zip(
        problem.tails, problem.heads, problem.weights, problem.reasons, strict=True
    ):
        if counts(reason):
            at_most(head, tail, weight)
    for at, value, reason in problem.uppers:
        if counts(reason):
            at_most(at, origin, value)
    for at, value, reason in problem.lowers:
        if counts(reason):
            at_most(origin, at, -value)
    for at, (first, last) in limits.items():
        at_most(at, origin, last)
        at_most(origin, at, -first)
    return matrix


def _closed(matrix: Matrix) -> Matrix | None:
    every = range(len(matrix))
    for middle, i in itertools.product(every, every):
        if matrix[i][middle] < FAR:
            row, through = matrix[i], matrix[middle]
            for j in every:
                row[j] = min(row[j], matrix[i][middle] + through[j])
    return None if any(matrix[i][i] < 0 for i in every) else matrix


def latest(matrix: Matrix, at: int) -> int | None:
    """The last possible instant, None where there is none."""
    return most(matrix, len(matrix) - 1, at)


def earliest(matrix: Matrix, at: int) -> int | None:
    """The first possible instant, None where there is none."""
    value = most(matrix, at, len(matrix) - 1)
    return None if value is None else -value


def most(matrix: Matrix, start: int, end: int) -> int | None:
    """The most from one instant to another, None where nothing limits it."""
    return None if matrix[start][end] > FAR >> 1 else matrix[start][end]


def invented(seed: int, *, sets: bool = True) -> tuple[Constraints, int]:
    """A small problem and how many statements it has; about three of four contradict themselves."""
    chance = random.Random(seed)  # noqa: S311 - the same problem for the same seed
    problem = Constraints()
    size = chance.randint(2, 7)
    for _ in range(size):
        problem.variable()
    statements = 0
    for at in range(size):
        if chance.random() < 0.7:
            _date(problem, chance, at, (statements,), sets=sets)
            statements += 1
    for at in range(size - 1):
        if chance.random() < 0.2:
            problem.at_most(at, at + 1, 0)
    for _ in range(chance.randint(0, 9)):
        _fact(problem, chance, statements)
        statements += 1
    return problem, statements


def _date(
    problem: Constraints, chance: random.Random, at: int, reason: Reason, *, sets: bool
) -> None:
    first = chance.randint(-10, 20)
    last = first + chance.randint(0, 12)
    if sets and last > first + 2 and chance.random() < 0.3:
        days = sorted(chance.sample(range(first, last + 1, 2), 2))
        problem.bound(at, days[0], days[1], reason)
        problem.sets[at] = Options(tuple((day, day) for day in days), reason)
        return
    low = first if chance.random() < 0.85 else None
    problem.bound(at, low, last if chance.random() < 0.85 else None, reason)


def _fact(problem: Constraints, chance: random.Random, statements: int) -> None:
    one, other = chance.sample(range(problem.size), 2)
    reason: Reason = (statements,)
    if statements and chance.random() < 0.15:
        reason = (chance.randrange(statements), statements)
    pick = chance.random()
    if pick < 0.4:
        problem.after(one, other, 1, None, reason)
    elif pick < 0.8:
        least = chance.randint(-2, 8)
        problem.after(one, other, least, least + chance.randint(0, 6), reason)
    else:
        third = chance.choice([at for at in range(problem.size) if at != other])
        problem.at_most(one, other, chance.randint(-5, 5), reason)
        problem.at_most(other, third, chance.randint(-3, 8), reason)
