"""On invented investigations, read from files, everything agrees with an independent reckoning."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.network.casebook import Casebook, Key, casebook, files
from tests.network.reckoning import earliest, latest, most, reckon
from timelines import tables
from timelines.investigation import load
from timelines.network import Chronology, Statement, solve

SEEDS = range(40)

Solved = Callable[[int], tuple[Casebook, Chronology]]


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Solved:
    """An invented investigation by its number, and what the network makes of it."""

    @cache
    def by_seed(seed: int) -> tuple[Casebook, Chronology]:
        book = casebook(seed, 4 + seed % 4)
        folder = tmp_path_factory.mktemp(f"book{seed}")
        found = load(write_investigation(folder, files(book)))
        assert found.problems == ()
        return book, solve(found)

    return by_seed


def key(statement: Statement) -> Key:
    """The statement as the casebook knows it."""
    if statement.kind == "published":
        return ("published", *statement.sources)
    event = statement.event or ""
    if statement.kind == "date":
        return ("date", event)
    return (statement.kind, event, str(statement.position))


def numbers(book: Casebook, statements: tuple[Statement, ...]) -> set[int]:
    """The statements by their number in the casebook."""
    return {book.keys.index(key(one)) for one in statements}


@pytest.mark.parametrize("seed", SEEDS)
def test_contradictions_are_those_there_are(seed: int, solved: Solved) -> None:
    """None is missed, none invented, and each is a smallest set of statements of the files."""
    book, chronology = solved(seed)
    assert (reckon(book.problem) is None) == bool(chronology.contradictions)
    for found in chronology.contradictions:
        clash = numbers(book, found.statements)
        assert len(clash) == len(found.statements)
        assert reckon(book.problem, clash) is None
        for one in clash:
            assert reckon(book.problem, clash - {one}) is not None
        assert found.weakest in found.statements


@pytest.mark.parametrize("seed", SEEDS)
def test_bounds_are_exact_to_the_microsecond(seed: int, solved: Solved) -> None:
    """Each event's narrowed bounds are the tightest there are, and their proof suffices."""
    book, chronology = solved(seed)
    believed = set(range(len(book.keys))) - numbers(book, chronology.relaxed)
    truth = reckon(book.problem, believed)
    assert truth is not None
    narrowed = chronology.narrowed.set_index("event")
    for end, variables in (("start", book.starts), ("end", book.ends)):
        first = dict(zip(narrowed.index, tables.micros(narrowed[f"{end}_earliest"]), strict=True))
        after = dict(zip(narrowed.index, tables.micros(narrowed[f"{end}_latest"]), strict=True))
        for event, at in variables.items():
            last = latest(truth, at)
            assert first[event] == earliest(truth, at)
            assert after[event] == (None if last is None else last + 1)
            proof = reckon(book.problem, numbers(book, chronology.proof(event, f"{end}_earliest")))
            assert proof is not None
            assert earliest(proof, at) == first[event]


@pytest.mark.parametrize("seed", SEEDS)
def test_order_and_distance_are_exact(seed: int, solved: Solved) -> None:
    """Between any two events, order and distance are what every possible chronology agrees on."""
    book, chronology = solved(seed)
    believed = set(range(len(book.keys))) - numbers(book, chronology.relaxed)
    truth = reckon(book.problem, believed)
    assert truth is not None
    for one in book.starts:
        for other in set(book.starts) - {one}:
            there = most(truth, book.ends[one], book.starts[other])
            back = most(truth, book.starts[other], book.ends[one])
            turned = most(truth, book.starts[one], book.ends[other])
            order = "undecided"
            if back is not None and back < 0:
                order = "before"
            elif turned is not None and turned < 0:
                order = "after"
            assert chronology.order(one, other).order == order
            apart = chronology.distance(one, other)
            if order != "after":
                assert (apart.least, apart.most) == (None if back is None else -back, there)
            else:
                again = chronology.distance(other, one)
                assert apart.most == -again.least
                assert apart.least == (None if again.most is None else -again.most)


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_the_order_of_files_changes_nothing(seed: int, solved: Solved, tmp_path: Path) -> None:
    """The same statements, all in one file and the other way round, give the same answer."""
    book, chronology = solved(seed)
    turned = solve(load(write_investigation(tmp_path, files(book, turned=True))))
    assert turned.narrowed.equals(chronology.narrowed)
    assert [one.sentence for one in turned.contradictions] == [
        one.sentence for one in chronology.contradictions
    ]
