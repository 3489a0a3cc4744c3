"""Large networks: long chains, rings and grids are solved in time, whatever order they come in."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from timelines.network.constraints import Constraints
from timelines.network.resolve import Resolved, resolve

DAY = 86_400_000_000
MANY = 5_000
SECONDS = 20
"""Of work: far more than is needed, and far less than a quadratic method takes."""


def in_time(problem: Constraints) -> Resolved:
    """The problem solved, in no more time than grows with its size."""
    start = time.process_time()
    resolved = resolve(problem, lambda _: 0)
    assert time.process_time() - start < SECONDS
    return resolved


def shuffled(way: str) -> list[int]:
    """The numbers of many events, in the order in which they happened."""
    events = list(range(MANY))
    if way == "shuffled":
        random.Random(1).shuffle(events)  # noqa: S311 - the same every time
    return events if way != "backwards" else events[::-1]


def chain(events: list[int], least: int, most: int | None) -> Constraints:
    """Each event after the one before; statement n ties event n to the next."""
    problem = Constraints(size=len(events))
    for number, (one, other) in enumerate(pairwise(events)):
        problem.after(other, one, least, most, (number,))
    return problem


@pytest.mark.parametrize("way", ["forwards", "backwards", "shuffled"])
@pytest.mark.parametrize("most", [None, 3 * DAY])
def test_a_long_chain(way: str, most: int | None) -> None:
    """Events that each follow another are bounded by the first and the last of them."""
    events = shuffled(way)
    problem = chain(events, DAY, most)
    problem.bound(events[0], 0, DAY, (MANY,))
    resolved = in_time(problem)
    assert resolved.clashes == ()
    assert resolved.narrowed.earliest(events[-1]) == (MANY - 1) * DAY
    latest = None if most is None else DAY + (MANY - 1) * most
    assert resolved.narrowed.latest(events[-1]) == latest


@pytest.mark.parametrize("way", ["forwards", "backwards", "shuffled"])
@pytest.mark.parametrize("most", [None, 3 * DAY])
def test_a_long_chain_that_does_not_fit(way: str, most: int | None) -> None:
    """A chain too long for its two dates is one contradiction of all its statements."""
    events = shuffled(way)
    problem = chain(events, DAY, most)
    problem.bound(events[0], 0, DAY, (MANY,))
    problem.bound(events[-1], 0, 100 * DAY, (MANY + 1,))
    (clash,) = in_time(problem).clashes
    assert len(clash.statements) == MANY + 1
    assert clash.miss == (MANY - 1) * DAY - 100 * DAY
    # In the order of time: the first event's date, each step, the last event's date.
    assert clash.statements == (MANY, *range(MANY - 1), MANY + 1)


@pytest.mark.parametrize("way", ["forwards", "shuffled"])
def test_a_long_ring(way: str) -> None:
    """Events that each follow another, all round, are one contradiction of all the order facts."""
    events = shuffled(way)
    problem = chain([*events, events[0]], 1, None)
    problem.size = MANY
    (clash,) = in_time(problem).clashes
    assert sorted(clash.statements) == list(range(MANY))
    assert clash.miss == MANY


def test_a_grid_closed_at_its_corners() -> None:
    """Of very many ways through a grid, one is told, and it is a smallest set."""
    side = 60
    problem, statement = Constraints(size=side * side), 0
    for row in range(side):
        for column in range(side):
            here = row * side + column
            for ahead in ([here + 1] if column + 1 < side else []) + (
                [here + side] if row + 1 < side else []
            ):
                problem.after(ahead, here, 1, 3 * DAY, (statement,))
                statement += 1
    problem.after(0, side * side - 1, 1, None, (statement,))
    (clash,) = in_time(problem).clashes
    assert len(clash.statements) == 2 * (side - 1) + 1


def test_many_contradictions_at_once() -> None:
    """A hundred clashes in one investigation are all told in one run."""
    chance = random.Random(2)  # noqa: S311 - the same every time
    days = [chance.randrange(3_000) for _ in range(2_000)]
    problem = Constraints(size=len(days))
    for at, day in enumerate(days):
        problem.bound(at, day * DAY, day * DAY + DAY - 1, (at,))
    statement = len(days)
    wrong = 0
    for _ in range(4_000):
        one, other = chance.randrange(2_000), chance.randrange(2_000)
        if days[one] < days[other]:
            one, other = other, one
        if days[one] == days[other]:
            continue
        if wrong < 100:
            one, other, wrong = other, one, wrong + 1
        problem.after(one, other, 1, None, (statement,))
        statement += 1
    clashes = in_time(problem).clashes
    assert len(clashes) >= 90
    assert max(len(clash.statements) for clash in clashes) < 10
    given_up = {clash.weakest for clash in clashes}
    assert resolve(problem.without(given_up), lambda _: 0).clashes == ()
