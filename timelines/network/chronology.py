"""What follows from all dates and order facts of an investigation together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from timelines import tables
from timelines.dates.when import Order
from timelines.investigation import Investigation
from timelines.network import apart
from timelines.network.constraints import Reason
from timelines.network.contradiction import Contradiction, contradiction
from timelines.network.facts import Facts, facts
from timelines.network.resolve import Resolved, resolve
from timelines.network.spans import between_words
from timelines.network.statements import Statement, Statements


@dataclass(frozen=True)
class Standing:
    """How one event surely stands to another, or that it is undecided."""

    order: Order
    _statements: Statements
    _reason: Reason
    _events: tuple[str, str]

    @cached_property
    def why(self) -> tuple[Statement, ...]:
        """The statements that prove it; empty where it is undecided."""
        return self._statements.told(self._reason, self._events)


@dataclass(frozen=True)
class Apart:
    """From one event to another: the least and the most microseconds, None where unbounded.

    They count from the end of the earlier to the start of the later event, and are negative where
    the second is the earlier one. Where the order is undecided they count from the end of the
    first to the start of the second.
    """

    least: int | None
    most: int | None
    _statements: Statements
    _reason: Reason
    _events: tuple[str, str]

    @cached_property
    def why(self) -> tuple[Statement, ...]:
        """The statements that prove both; empty where nothing limits the distance."""
        return self._statements.told(self._reason, self._events)

    def in_words(self, language: str = "en") -> str:
        """“between 100 and 131 days”."""
        return between_words(self.least, self.most, language)


@dataclass(frozen=True, eq=False)
class Chronology:
    """What all facts together allow. Everything is worked out once, when first asked for.

    Where there are contradictions, everything else is what holds once the weakest statement of
    each is relaxed; `relaxed` names them.
    """

    investigation: Investigation
    _facts: Facts
    _resolved: Resolved

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.investigation, self._facts.keys, self._facts.reports)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every smallest set of statements that cannot all be true, in the order found."""
        return tuple(
            contradiction(clash, self._facts, self._statements, self.investigation)
            for clash in self._resolved.clashes
        )

    @cached_property
    def relaxed(self) -> tuple[Statement, ...]:
        """The statements that were given up so that the others can hold together."""
        return tuple(found.weakest for found in self.contradictions)

    @cached_property
    def narrowed(self) -> pd.DataFrame:
        """The tightest bounds of every event, half-open: `tables.NARROWED`, by the event's id."""
        events = list(self._facts.starts)
        starts, ends = (list(ats.values()) for ats in (self._facts.starts, self._facts.ends))
        return tables.build(
            tables.NARROWED,
            {
                "event": events,
                "start_earliest": [self._earliest(at) for at in starts],
                "start_latest": [self._latest(at) for at in starts],
                "end_earliest": [self._earliest(at) for at in ends],
                "end_latest": [self._latest(at) for at in ends],
            },
        )

    def _earliest(self, at: int) -> int | None:
        return _held(self._resolved.narrowed.earliest(at))

    def _latest(self, at: int) -> int | None:
        last = self._resolved.narrowed.latest(at)
        return None if last is None else _held(last + 1)

    def proof(self, event: str, which: str) -> tuple[Statement, ...]:
        """The statements that prove one bound: `start_earliest`, `start_latest`, `end_…`.

        In the order of the chain that leads to it; empty where the bound is open.
        """
        at = (self._facts.starts if which.startswith("start_") else self._facts.ends)[event]
        narrowed = self._resolved.narrowed
        side = narrowed.last if which.endswith("_latest") else narrowed.turned
        reason = side.chain(at).reason(self._resolved.problem)
        return self._statements.told(reason, (event,))

    def order(self, first: str, second: str) -> Standing:
        """How the first event surely stands to the second."""
        ways: tuple[tuple[Order, str, str], ...] = (
            ("before", first, second),
            ("after", second, first),
        )
        for order, one, other in ways:
            found = apart.surely_before(
                self._resolved, self._facts.ends[one], self._facts.starts[other]
            )
            if found is not None:
                return Standing(order, self._statements, found.reason, (first, second))
        return Standing("undecided", self._statements, (), (first, second))

    def distance(self, first: str, second: str) -> Apart:
        """How far the second event is from the first, at least and at most."""
        if self.order(first, second).order == "after":
            ahead, back = self._between(second, first)
            least, most = _turned(ahead.value), back.value
        else:
            ahead, back = self._between(first, second)
            least, most = _turned(back.value), ahead.value
        reason = tuple(dict.fromkeys((*ahead.reason, *back.reason)))
        return Apart(least, most, self._statements, reason, (first, second))

    def _between(self, earlier: str, later: str) -> tuple[apart.Most, apart.Most]:
        """The most from the end of one to the start of the other, and the most back again."""
        end, start = self._facts.ends[earlier], self._facts.starts[later]
        return (
            apart.most_from(self._resolved, end, start),
            apart.most_from(self._resolved, start, end),
        )


def _turned(value: int | None) -> int | None:
    return None if value is None else -value


_BEYOND = 1 << 63


def _held(instant: int | None) -> int | None:
    """The instant where a table can hold it."""
    return None if instant is None or not -_BEYOND < instant < _BEYOND else instant


def solve(investigation: Investigation) -> Chronology:
    """Reason over an investigation: contradictions, bounds, order and distances.

    Depends on nothing but the investigation, and not on the order of its files.
    """
    found = facts(investigation)
    statements = Statements(investigation, found.keys, found.reports)
    return Chronology(investigation, found, resolve(found.problem, statements.strength))
