"""Everything of a problem by the statement it needs: to take out what a few of them say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from timelines.network.constraints import Constraints, Limit

Places = dict[int, list[int]]
"""By statement, or by instant: places in a list of the problem."""


@dataclass(slots=True)
class Index:
    """A problem by statement. Statements that were given up say nothing any more."""

    whole: Constraints
    given_up: set[int] = field(default_factory=set)
    edges: Places = field(init=False)
    uppers: Places = field(init=False)
    lowers: Places = field(init=False)
    sets: Places = field(init=False)
    always: Places = field(default_factory=dict)
    """By instant, the edges that need no statement."""
    limiting: Places = field(default_factory=dict)
    """By instant, the statements that limit it alone."""

    def __post_init__(self) -> None:
        whole = self.whole
        self.edges = _places(enumerate(whole.reasons))
        self.uppers = _places((place, limit.reason) for place, limit in enumerate(whole.uppers))
        self.lowers = _places((place, limit.reason) for place, limit in enumerate(whole.lowers))
        self.sets = _places((at, options.reason) for at, options in whole.sets.items())
        for limit in (*whole.uppers, *whole.lowers):
            self.limiting.setdefault(limit.variable, []).extend(limit.reason)
        for edge, reason in enumerate(whole.reasons):
            if not reason:
                for end in (whole.tails[edge], whole.heads[edge]):
                    self.always.setdefault(end, []).append(edge)

    def only(self, statements: Iterable[int]) -> Constraints:
        """What these statements say, with what always holds of the instants they speak of.

        The instants of the part are numbered anew.
        """
        chosen = set(statements) - self.given_up
        whole = self.whole
        edges = _chosen(self.edges, chosen, whole.reasons)
        uppers = _chosen_limits(self.uppers, chosen, whole.uppers)
        lowers = _chosen_limits(self.lowers, chosen, whole.lowers)
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
                for at in self.sets.get(statement, ())
                if chosen.issuperset(whole.sets[at].reason)
            },
        )

    def _always_around(self, spoken: dict[int, None]) -> list[int]:
        """The edges that always hold around some instants; `spoken` grows by those they lead to."""
        found: dict[int, None] = {}
        waiting = list(spoken)
        while waiting:
            for edge in self.always.get(waiting.pop(), ()):
                found[edge] = None
                for end in (self.whole.tails[edge], self.whole.heads[edge]):
                    if end not in spoken:
                        spoken[end] = None
                        waiting.append(end)
        return sorted(found)

    def neighbours(self, statements: Iterable[int]) -> set[int]:
        """These statements, and those that limit the instants that these speak of."""
        part = set(statements)
        whole = self.whole
        spoken = {
            end
            for edge in _chosen(self.edges, part, whole.reasons)
            for end in (whole.tails[edge], whole.heads[edge])
        }
        return part.union(*(self.limiting.get(at, ()) for at in spoken)) - self.given_up


def _places(reasons: Iterable[tuple[int, Collection[int]]]) -> Places:
    found: Places = {}
    for place, reason in reasons:
        for statement in reason:
            found.setdefault(statement, []).append(place)
    return found


def _chosen(places: Places, chosen: set[int], reasons: Sequence[Collection[int]]) -> list[int]:
    """The places that need no other statement than the chosen ones, in order."""
    found = {place for statement in chosen for place in places.get(statement, ())}
    return sorted(place for place in found if chosen.issuperset(reasons[place]))


def _chosen_limits(places: Places, chosen: set[int], limits: Sequence[Limit]) -> list[Limit]:
    found = {place for statement in chosen for place in places.get(statement, ())}
    return [limits[place] for place in sorted(found) if chosen.issuperset(limits[place].reason)]
