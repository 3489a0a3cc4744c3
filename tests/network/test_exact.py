"""On invented problems, what the network says is exactly what an independent reckoning says."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import rustworkx
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import lil_matrix

from tests.network.reckoning import earliest, invented, latest, most, reckon
from timelines.network import sweep
from timelines.network.apart import most_from, surely_before
from timelines.network.constraints import Constraints
from timelines.network.graph import Graph, settle_all
from timelines.network.resolve import Resolved, resolve

SEEDS = range(70)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_ways_to_settle_agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large network, settled all edges at once, is settled as a small one would be."""
    problem, statements, slow = solved(seed)
    monkeypatch.setattr(sweep, "FEW", 1)
    monkeypatch.setattr(sweep, "ROUNDS", 3)
    fast = resolve(problem, lambda one: one % 3)
    assert bool(fast.clashes) == bool(slow.clashes)
    truth = reckon(problem, left(statements, fast))
    assert truth is not None
    for clash in fast.clashes:
        assert reckon(problem, clash.statements) is None
    for at in range(problem.size):
        assert fast.narrowed.earliest(at) == earliest(truth, at)
        assert fast.narrowed.latest(at) == latest(truth, at)
        for side, reckoned in ((fast.narrowed.last, latest), (fast.narrowed.turned, earliest)):
            proof = reckon(problem, side.chain(at).reason(problem))
            assert proof is not None
            assert reckoned(proof, at) == reckoned(truth, at)


@cache
def solved(seed: int, *, sets: bool = True) -> tuple[Constraints, int, Resolved]:
    """An invented problem, and what the network makes of it."""
    problem, statements = invented(seed, sets=sets)
    return problem, statements, resolve(problem, lambda one: one % 3)


@pytest.fixture(params=["edge by edge", "all edges at once"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to settle a network: small ones take the first, large ones the second."""
    if request.param == "all edges at once":
        monkeypatch.setattr(sweep, "FEW", 1)
        monkeypatch.setattr(sweep, "ROUNDS", 3)


def left(statements: int, resolved: Resolved) -> set[int]:
    """The statements that were not given up."""
    return set(range(statements)) - {clash.weakest for clash in resolved.clashes}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_contradiction_is_found_if_there_is_one(seed: int) -> None:
    """No contradiction is missed, none is invented, and what is left over holds together."""
    problem, statements, resolved = solved(seed)
    assert (reckon(problem) is None) == bool(resolved.clashes)
    assert reckon(problem, left(statements, resolved)) is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_every_set_is_smallest(seed: int) -> None:
    """Each reported set clashes, and any one statement less would leave it possible."""
    problem, _, resolved = solved(seed)
    for clash in resolved.clashes:
        assert clash.miss > 0
        assert reckon(problem, clash.statements) is None
        for one in clash.statements:
            assert reckon(problem, set(clash.statements) - {one}) is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_weakest_of_each_set_is_given_up(seed: int) -> None:
    """The statement that is relaxed is one of the weakest, and clashes come one after the other."""
    _, _, resolved = solved(seed)
    gone: set[int] = set()
    for clash in resolved.clashes:
        assert clash.weakest % 3 == max(one % 3 for one in clash.statements)
        assert gone.isdisjoint(clash.statements)
        gone.add(clash.weakest)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_bound_is_exact(seed: int) -> None:
    """No bound is wider or narrower than all the facts together make it, gaps in sets included."""
    problem, statements, resolved = solved(seed)
    truth = reckon(problem, left(statements, resolved))
    assert truth is not None
    for at in range(problem.size):
        assert resolved.narrowed.earliest(at) == earliest(truth, at)
        assert resolved.narrowed.latest(at) == latest(truth, at)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_bound_is_proved_by_its_statements(seed: int) -> None:
    """The statements given as proof of a bound suffice for it."""
    problem, _, resolved = solved(seed)
    for at in range(problem.size):
        for side, reckoned in (
            (resolved.narrowed.last, latest),
            (resolved.narrowed.turned, earliest),
        ):
            whole = reckon(problem, side.chain(at).reason(resolved.problem))
            assert whole is not None
            bound = {latest: resolved.narrowed.latest, earliest: resolved.narrowed.earliest}
            assert reckoned(whole, at) == bound[reckoned](at)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_distance_and_order_is_exact(seed: int) -> None:
    """How far apart two events are, and which came first, is what every chronology agrees on."""
    problem, statements, resolved = solved(seed)
    truth = reckon(problem, left(statements, resolved))
    assert truth is not None
    for one in range(problem.size):
        for other in set(range(problem.size)) - {one}:
            apart = most_from(resolved, one, other)
            assert apart.value == most(truth, one, other)
            before = surely_before(resolved, one, other)
            assert (before is not None) == (truth[other][one] < 0)
            if apart.value is not None:
                proof = reckon(problem, apart.reason)
                assert proof is not None
                assert most(proof, one, other) == apart.value
            if before is not None:
                proof = reckon(problem, before.reason)
                assert proof is not None
                assert proof[other][one] < 0


def matrix_of(problem: Constraints) -> tuple[lil_matrix, list[float]]:
    """The problem's edges as rows of a linear program."""
    rows = lil_matrix((len(problem.weights), problem.size))
    for row, (tail, head) in enumerate(zip(problem.tails, problem.heads, strict=True)):
        if head != tail:
            rows[row, head], rows[row, tail] = 1, -1
    return rows, [float(weight) for weight in problem.weights]


def limits_of(problem: Constraints) -> list[tuple[float, float]]:
    """The problem's limits as bounds of a linear program."""
    low, high = [-1e6] * problem.size, [1e6] * problem.size
    for at, value, _ in problem.lowers:
        low[at] = max(low[at], value)
    for at, value, _ in problem.uppers:
        high[at] = min(high[at], value)
    return list(zip(low, high, strict=True))


@pytest.mark.parametrize("seed", range(40))
def test_linear_programming_agrees(seed: int) -> None:
    """A linear program finds a chronology exactly where the network does, with the same bounds."""
    problem, _, resolved = solved(seed, sets=False)
    rows, most_apart = matrix_of(problem)
    limits = limits_of(problem)
    possible = all(low <= high for low, high in limits)

    def program(goal: np.ndarray) -> float | None:
        if not possible:
            return None
        constraint = {"A_ub": rows, "b_ub": most_apart} if most_apart else {}
        found = linprog(goal, bounds=limits, **constraint)
        return None if found.status == 2 else float(found.fun)

    assert (program(np.zeros(problem.size)) is None) == bool(resolved.clashes)
    if resolved.clashes:
        return
    for at in range(problem.size):
        goal = np.zeros(problem.size)
        goal[at] = 1
        first = resolved.narrowed.earliest(at)
        if first is not None:
            assert program(goal) == pytest.approx(first)
        last = resolved.narrowed.latest(at)
        if last is not None:
            assert program(-goal) == pytest.approx(-last)


@pytest.mark.parametrize("seed", range(40))
def test_integer_programming_agrees_on_sets(seed: int) -> None:
    """With a yes or no for each member of each set, an integer program says the same."""
    problem, _, resolved = solved(seed)
    picks = [(at, span) for at, options in problem.sets.items() for span in options.spans]
    width = problem.size + len(picks)
    rows, highs = lil_matrix((len(problem.weights) + 2 * len(picks), width)), []
    edges, weights = matrix_of(problem)
    rows[: len(weights), : problem.size] = edges
    highs += weights
    for pick, (at, (first, last)) in enumerate(picks):
        # Where the member is picked, the instant lies in it; else this row says nothing.
        for sign, end in ((1, last), (-1, -first)):
            rows[len(highs), at], rows[len(highs), problem.size + pick] = sign, 1e4
            highs.append(end + 1e4)
    constraints = [LinearConstraint(rows.tocsr(), -np.inf, highs)] if highs else []
    for at in problem.sets:
        row = np.zeros((1, width))
        row[0, [problem.size + i for i, (one, _) in enumerate(picks) if one == at]] = 1
        constraints.append(LinearConstraint(row, 1, 1))
    low, high = zip(*limits_of(problem), strict=True)
    if any(one > other for one, other in zip(low, high, strict=True)):
        assert resolved.clashes
        return
    bounds = Bounds([*low, *[0] * len(picks)], [*high, *[1] * len(picks)])
    found = milp(np.zeros(width), constraints=constraints, bounds=bounds, integrality=1)
    assert (found.status == 2) == bool(resolved.clashes)


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("seed", range(70))
def test_every_circle_is_found(seed: int) -> None:
    """A graph library finds a circle of negative weight exactly where the network does."""
    problem, _ = invented(seed, sets=False)
    library = rustworkx.PyDiGraph()
    library.add_nodes_from(range(problem.size))
    library.extend_from_weighted_edge_list(
        list(zip(problem.tails, problem.heads, map(float, problem.weights), strict=True))
    )
    graph, circles = Graph(problem), []

    def found(edges: list[int]) -> None:
        circles.append(edges)
        graph.take_out(edges)

    settle_all(graph, [0] * problem.size, found)
    assert bool(circles) == rustworkx.negative_edge_cycle(library, float)
    for edges in circles:
        assert sum(problem.weights[edge] for edge in edges) < 0
        ends = [(problem.tails[edge], problem.heads[edge]) for edge in edges]
        assert all(
            one[1] == other[0] for one, other in zip(ends, [*ends[1:], ends[0]], strict=True)
        )


@pytest.mark.parametrize("seed", range(40))
def test_one_more_fact_never_widens(seed: int) -> None:
    """Adding a fact that fits never makes anything less certain."""
    problem, statements, before = solved(seed)
    if before.clashes:
        return
    for one in range(problem.size):
        other = (one + 1) % problem.size
        gap = most_from(before, other, one)
        more = problem.without(set())
        more.at_most(one, other, 0 if gap.value is None else gap.value // 2, (statements,))
        after = resolve(more, lambda _: 0)
        if after.clashes:
            continue
        for at in range(problem.size):
            assert after.narrowed.last.values[at] <= before.narrowed.last.values[at]
            assert after.narrowed.turned.values[at] <= before.narrowed.turned.values[at]
