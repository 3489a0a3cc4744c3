"""Everything of a problem by the statement it needs: to take out what a few of them say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from timelines.network.constraints import Constraints, Limit


class Places:
    """For each statement's number its places in a list of the problem."""

    def __init__(self, reasons: Sequence[Collection[int]]) -> None:
        places = [place for place, reason in enumerate(reasons) for _ in reason]
        numbers = np.fromiter((one for reason in reasons for one in reason), np.int64)
        order = np.argsort(numbers, kind="stable")
        self._numbers = numbers[order]
        self._places = np.array(places, np.int64)[order]

    def of(self, number: int) -> list[int]:
        """The places of a number, in order."""
        first, behind = np.searchsorted(self._numbers, (number, number + 1))
        found: list[int] = self._places[first:behind].tolist()
        return found

    def of_all(self, numbers: Iterable[int]) -> list[int]:
        """The places of several numbers, each once, in order."""
        return sorted({place for number in numbers for place in self.of(number)})


@dataclass
class Index:
    """A problem by statement. Statements that were given up say nothing any more."""

    whole: Constraints
    given_up: set[int] = field(default_factory=set)

    @cached_property
    def _edges(self) -> Places:
        return Places(self.whole.reasons)

    @cached_property
    def _uppers(self) -> Places:
        return Places([limit.reason for limit in self.whole.uppers])

    @cached_property
    def _lowers(self) -> Places:
        return Places([limit.reason for limit in self.whole.lowers])

    @cached_property
    def _sets(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, options in self.whole.sets.items():
            for statement in options.reason:
                found.setdefault(statement, []).append(at)
        return found

    @cached_property
    def _always(self) -> dict[int, list[int]]:
        """By instant, the edges that need no statement."""
        whole, found = self.whole, dict[int, list[int]]()
        for edge, reason in enumerate(whole.reasons):
            if not reason:
                for end in (whole.tails[edge], whole.heads[edge]):
                    found.setdefault(end, []).append(edge)
        return found

    @cached_property
    def _uppers_at(self) -> dict[int, list[Limit]]:
        return _by_instant(self.whole.uppers)

    @cached_property
    def _turned_at(self) -> dict[int, list[Limit]]:
        return _by_instant(low._replace(value=-low.value) for low in self.whole.lowers)

    def edges(self, statement: int) -> list[int]:
        """The edges that need a statement."""
        return self._edges.of(statement)

    def uppers(self, at: int) -> list[Limit]:
        """The limits above an instant that still hold."""
        return self._holding(self._uppers_at.get(at, []))

    def turned(self, at: int) -> list[Limit]:
        """The limits below an instant that still hold, negated."""
        return self._holding(self._turned_at.get(at, []))

    def _holding(self, limits: list[Limit]) -> list[Limit]:
        return [limit for limit in limits if self.given_up.isdisjoint(limit.reason)]

    def only(self, statements: Iterable[int]) -> Constraints:
        """What these statements say, with what always holds of the instants they speak of.

        The instants of the part are numbered anew.
        """
        chosen = set(statements) - self.given_up
        whole = self.whole
        edges = self._chosen_edges(chosen)
        uppers, lowers = (
            [
                limits[place]
                for place in places.of_all(chosen)
                if chosen.issuperset(limits[place].reason)
            ]
            for limits, places in ((whole.uppers, self._uppers), (whole.lowers, self._lowers))
        )
        spoken = dict.fromkeys(
            [
                *(end for edge in edges for end in (whole.tails[edge], whole.heads[edge])),
                *(limit.variable for limit in (*uppers, *lowers)),
            ]
        )
        edges += self._always_around(spoken)
        number = {at: place for place, at in enumerate(spoken)}
        return Constraints(
            len(number),
            [number[whole.tails[edge]] for edge in edges],
            [number[whole.heads[edge]] for edge in edges],
            [whole.weights[edge] for edge in edges],
            [whole.reasons[edge] for edge in edges],
            [limit._replace(variable=number[limit.variable]) for limit in uppers],
            [limit._replace(variable=number[limit.variable]) for limit in lowers],
            {
                number[at]: whole.sets[at]
                for statement in sorted(chosen)
                for at in self._sets.get(statement, ())
                if chosen.issuperset(whole.sets[at].reason)
            },
        )

    def _chosen_edges(self, chosen: set[int]) -> list[int]:
        """The edges that need no other statement than these."""
        reasons = self.whole.reasons
        return [edge for edge in self._edges.of_all(chosen) if chosen.issuperset(reasons[edge])]

    def _always_around(self, spoken: dict[int, None]) -> list[int]:
        """The edges that always hold around some instants; `spoken` grows by those they lead to."""
        found: dict[int, None] = {}
        waiting = list(spoken)
        while waiting:
            for edge in self._always.get(waiting.pop(), ()):
                found[edge] = None
                for end in (self.whole.tails[edge], self.whole.heads[edge]):
                    if end not in spoken:
                        spoken[end] = None
                        waiting.append(end)
        return sorted(found)

    def neighbours(self, statements: Iterable[int]) -> set[int]:
        """These statements, and those that limit the instants that these speak of."""
        part, whole = set(statements), self.whole
        spoken = {
            end
            for edge in self._chosen_edges(part)
            for end in (whole.tails[edge], whole.heads[edge])
        }
        limits = (limit for at in spoken for limit in (*self.uppers(at), *self.turned(at)))
        return part.union(*(limit.reason for limit in limits)) - self.given_up


def _by_instant(limits: Iterable[Limit]) -> dict[int, list[Limit]]:
    found: dict[int, list[Limit]] = {}
    for limit in limits:
        found.setdefault(limit.variable, []).append(limit)
    return found
