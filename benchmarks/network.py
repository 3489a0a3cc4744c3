"""The chronology network: solving, and explaining a contradiction, as order facts grow.

The yardstick is scipy's Bellman-Ford on the same graph, which finds whether there is a circle and
neither which one, nor a smallest set, nor which statement is the weakest.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Process, Queue
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import NegativeCycleError, bellman_ford

from benchmarks.rows import Row, seconds, shown
from benchmarks.synthetic import write
from timelines.investigation import load
from timelines.network import solve
from timelines.network.constraints import Constraints
from timelines.network.resolve import resolve

ROOM = "network"
DAY = 86_400_000_000
SIZES = (1_000, 10_000, 100_000)
"""Order facts; there are half as many events."""

PATIENCE = 20
"""Seconds after which the yardstick is not waited for any more."""


def invented(facts: int, *, wrong: bool) -> Constraints:
    """Dated events with true order facts, four in ten with a distance; one is wrong, if asked."""
    chance = random.Random(7)
    days = [chance.randrange(30 * 365) for _ in range(facts // 2)]
    problem = Constraints(size=len(days))
    for at, day in enumerate(days):
        width = chance.choice([1, 31, 365])
        first = day - chance.randrange(width)
        problem.bound(at, first * DAY, (first + width) * DAY - 1, (at,))
    for statement in range(len(days), len(days) + facts):
        one, other = chance.sample(range(len(days)), 2)
        if days[one] < days[other]:
            one, other = other, one
        apart = (days[one] - days[other]) * DAY
        if chance.random() < 0.4 or apart == 0:
            problem.after(one, other, apart - 15 * DAY, apart + 15 * DAY, (statement,))
        else:
            problem.after(one, other, 1, None, (statement,))
    if wrong:
        latest, first = days.index(max(days)), days.index(min(days))
        problem.after(first, latest, 1, None, (len(days) + facts,))
    return problem


def as_matrix(problem: Constraints) -> csr_array:
    """The same graph for scipy, with the origin as its last node."""
    ways: dict[tuple[int, int], int] = {}

    def at_most(head: int, tail: int, weight: int) -> None:
        ways[tail, head] = min(ways.get((tail, head), weight), weight)

    for tail, head, weight in zip(problem.tails, problem.heads, problem.weights, strict=True):
        at_most(head, tail, weight)
    for at, value, _ in problem.uppers:
        at_most(at, problem.size, value)
    for at, value, _ in problem.lowers:
        at_most(problem.size, at, -value)
    tails, heads = np.array(list(ways)).T
    values = np.array(list(ways.values()), dtype=float)
    size = problem.size + 1
    return csr_array(coo_array((values, (tails, heads)), shape=(size, size)))


def _scipy(matrix: csr_array, took: Queue[float]) -> None:
    start = time.perf_counter()
    with suppress(NegativeCycleError):
        bellman_ford(matrix, indices=matrix.shape[0] - 1)
    took.put(time.perf_counter() - start)


def _yardstick(problem: Constraints) -> str:
    """How long scipy takes for the same graph, in a process that can be stopped."""
    took: Queue[float] = Queue()
    process = Process(target=_scipy, args=(as_matrix(problem), took))
    process.start()
    process.join(PATIENCE)
    if process.is_alive():
        process.terminate()
        return f"more than {PATIENCE} s"
    return shown(took.get())


def table() -> Iterator[Row]:
    """Consistent and contradictory networks of each size, and the growth from size to size."""
    took: dict[tuple[int, bool], float] = {}
    for facts in SIZES:
        for wrong in (False, True):
            problem = invented(facts, wrong=wrong)
            lasted = seconds(lambda problem=problem: resolve(problem, abs))
            took[facts, wrong] = _worked(problem)
            yield _row(facts, lasted, problem, wrong=wrong)
    for wrong in (False, True):
        growth = took[SIZES[-1], wrong] / took[SIZES[0], wrong]
        times = SIZES[-1] // SIZES[0]
        yield Row(
            ROOM,
            f"{times} times the facts, {_named(wrong=wrong)}",
            f"{growth:.0f} times as long",
            f"{3 * times} or less",
            growth <= 3 * times,
        )
    yield _from_files()


def _worked(problem: Constraints) -> float:
    """The least processor time of some runs: growth is judged by it, whatever else runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        resolve(problem, abs)
        times.append(time.process_time() - start)
    return min(times)


def _named(*, wrong: bool) -> str:
    return "one contradiction explained" if wrong else "consistent"


def _row(facts: int, lasted: float, problem: Constraints, *, wrong: bool) -> Row:
    goal = (3.0 if wrong else 1.0) if facts == 10_000 else None
    return Row(
        ROOM,
        f"{facts:,} order facts, {_named(wrong=wrong)}",
        f"{shown(lasted)} (scipy: {_yardstick(problem)})",
        "" if goal is None else f"{goal:.0f} s or less",
        None if goal is None else lasted <= goal,
    )


def _from_files() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "case", 10_000, order_facts=20_000, per_file=100)
        investigation = load(path)
        lasted = seconds(lambda: solve(investigation).narrowed)
    return Row(
        ROOM,
        "10,000 events with 20,000 order facts, as loaded",
        shown(lasted),
        "1 s or less",
        lasted <= 1,
    )
