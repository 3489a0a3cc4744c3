"""Which of two events began first, for many pairs: dates first, order facts where needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from timelines import tables
from timelines.docket import Docket

SMALL = 300
"""Up to so many events tied together, the network is asked about every pair of them."""

NEAR = 3
"""In larger groups it is asked about pairs so many facts apart, at most."""

MOST = 30_000
"""Above so many events with order facts, chains of them are followed only that far too."""

_NEVER = float("inf")


class Span(NamedTuple):
    """When an event may have begun, narrowed: half-open microseconds, infinite where open."""

    earliest: float
    latest: float
    event: str


class Leading:
    """The narrowed starts of all events, and how order facts tie them.

    A chain of facts by itself (this after that, this within that) is followed without the
    network; the network is asked where distances may decide as well.
    """

    def __init__(self, docket: Docket) -> None:
        self._docket = docket
        narrowed = docket.chronology.narrowed
        columns = (
            narrowed["event"].tolist(),
            tables.micros(narrowed["start_earliest"]),
            tables.micros(narrowed["start_latest"]),
        )
        self._spans = {
            event: Span(
                -_NEVER if earliest is None else earliest,
                _NEVER if latest is None else latest,
                event,
            )
            for event, earliest, latest in zip(*columns, strict=True)
        }
        self._later: dict[str, list[str]] = defaultdict(list)
        self._tied: dict[str, set[str]] = defaultdict(set)
        for rows in docket.order.values():
            for row in rows:
                self._add(row.relation, row.event, row.other)

    def _add(self, relation: str, event: str, other: str) -> None:
        self._tied[event].add(other)
        self._tied[other].add(event)
        if relation == "before":
            self._later[event].append(other)
        elif relation != "same_day":
            # What another lies within began no later than it did.
            self._later[other].append(event)

    def spans(self, events: Iterable[str]) -> list[Span]:
        """The spans of the events that have one, in the order in which they are shown.

        One that may have begun at any time before stands at the last instant it may have.
        """
        known = [self._spans[event] for event in dict.fromkeys(events) if event in self._spans]
        bound = [span for span in known if span.earliest != -_NEVER or span.latest != _NEVER]
        return sorted(bound, key=_shown)

    def undecided(self, span: Span, others: Sequence[Span]) -> Iterator[int]:
        """The places of those others of which nothing establishes which of the two began first."""
        one, near = span.event, set[str]()
        for place, other in enumerate(others):
            if span.latest <= other.earliest or other.latest <= span.earliest:
                continue
            group = self._group.get(one)
            if group is not None and group == self._group.get(other.event):
                if self._leads(one, other.event) or self._leads(other.event, one):
                    continue
                if self._sizes[group] > SMALL and not near:
                    near = self._near(one)
                if self._asked(one, other.event, near):
                    continue
            yield place

    def _asked(self, one: str, other: str, near: set[str]) -> bool:
        """Whether the network, where it is worth asking, orders two events that facts tie."""
        if near and other not in near and near.isdisjoint(self._tied[other]):
            return False
        return self._docket.order_of(one, other) != "undecided"

    def _leads(self, one: str, other: str) -> bool:
        """Whether a chain of facts puts the start of one before that of the other."""
        reached = self._reached.get(one, 0)
        return bool(reached >> self._number[other] & 1)

    def _near(self, event: str) -> set[str]:
        """The events a few facts away; the last step of `NEAR` is taken from the other event."""
        seen, edge = {event}, {event}
        for _ in range(NEAR - 1):
            edge = set().union(*map(self._tied.__getitem__, edge)) - seen
            seen.update(edge)
        return seen

    @cached_property
    def _number(self) -> dict[str, int]:
        return {event: number for number, event in enumerate(self._tied)}

    @cached_property
    def _group(self) -> dict[str, int]:
        """Which events facts tie together, in any way and by way of others."""
        group: dict[str, int] = {}
        for number, first in enumerate(self._tied):
            ahead = [] if first in group else [first]
            while ahead:
                event = ahead.pop()
                if event not in group:
                    group[event] = number
                    ahead.extend(self._tied[event])
        return group

    @cached_property
    def _sizes(self) -> dict[int, int]:
        sizes: dict[int, int] = defaultdict(int)
        for group in self._group.values():
            sizes[group] += 1
        return sizes

    @cached_property
    def _reached(self) -> dict[str, int]:
        """For each event those that chains of facts put later, as the bits of a number.

        Worked out from the last event to the first, so that each fact is looked at once. Facts
        that lead round in a circle, which is a contradiction, establish nothing here.
        """
        if len(self._number) > MOST:
            return {}
        waiting = {event: len(self._later.get(event, ())) for event in self._number}
        before: dict[str, list[str]] = defaultdict(list)
        for event, others in self._later.items():
            for other in others:
                before[other].append(event)
        reached = dict.fromkeys(self._number, 0)
        ready = [event for event, count in waiting.items() if count == 0]
        while ready:
            event = ready.pop()
            bits = reached[event] | 1 << self._number[event]
            for earlier in before[event]:
                reached[earlier] |= bits
                waiting[earlier] -= 1
                if waiting[earlier] == 0:
                    ready.append(earlier)
        return reached


def _shown(span: Span) -> tuple[float, float, str]:
    earliest = span.latest if span.earliest == -_NEVER else span.earliest
    return earliest, span.latest, span.event
