"""What is known of some instants: limits, differences and sets, each with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Reason = tuple[int, ...]
"""The statements, by number, without which something would not be known. Empty: it always holds."""


class Limit(NamedTuple):
    """One instant is not later (or, among the lower ones, not earlier) than a value, inclusive."""

    variable: int
    value: int
    reason: Reason


class Options(NamedTuple):
    """One instant lies in one of several spans (inclusive, sorted, with gaps between them)."""

    spans: tuple[tuple[int, int], ...]
    reason: Reason


@dataclass(slots=True)
class Constraints:
    """A Simple Temporal Problem in whole microseconds (Dechter, Meiri, Pearl 1991), and sets.

    Edge number i says: x[heads[i]] - x[tails[i]] <= weights[i], because of reasons[i].
    """

    size: int = 0
    tails: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    uppers: list[Limit] = field(default_factory=list)
    lowers: list[Limit] = field(default_factory=list)
    sets: dict[int, Options] = field(default_factory=dict)

    def variable(self) -> int:
        """The number of a new instant of which nothing is known yet."""
        self.size += 1
        return self.size - 1

    def bound(
        self, variable: int, earliest: int | None, last: int | None, reason: Reason = ()
    ) -> None:
        """The instant is not before `earliest` and not after `last`, both included."""
        if earliest is not None:
            self.lowers.append(Limit(variable, earliest, reason))
        if last is not None:
            self.uppers.append(Limit(variable, last, reason))

    def at_most(self, head: int, tail: int, weight: int, reason: Reason = ()) -> None:
        """The first instant is at most so many microseconds after the second."""
        self.heads.append(head)
        self.tails.append(tail)
        self.weights.append(weight)
        self.reasons.append(reason)

    def after(
        self, later: int, earlier: int, least: int, most: int | None, reason: Reason = ()
    ) -> None:
        """The first instant is at least and at most so many microseconds after the second."""
        self.at_most(earlier, later, -least, reason)
        if most is not None:
            self.at_most(later, earlier, most, reason)

    def without(self, dropped: set[int]) -> Constraints:
        """The same instants, without everything that needs one of these statements."""
        kept = [i for i, reason in enumerate(self.reasons) if dropped.isdisjoint(reason)]
        return Constraints(
            self.size,
            [self.tails[i] for i in kept],
            [self.heads[i] for i in kept],
            [self.weights[i] for i in kept],
            [self.reasons[i] for i in kept],
            [limit for limit in self.uppers if dropped.isdisjoint(limit.reason)],
            [limit for limit in self.lowers if dropped.isdisjoint(limit.reason)],
            {
                variable: options
                for variable, options in self.sets.items()
                if dropped.isdisjoint(options.reason)
            },
        )
