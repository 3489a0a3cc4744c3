"""Which of two events began first, for many pairs: dates first, order facts where needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timelines import tables
from timelines.docket import Docket

_NEVER = float("inf")


class Span(NamedTuple):
    """When an event may have begun, narrowed: half-open microseconds, infinite where open."""

    earliest: float
    latest: float
    event: str


class Leading:
    """The narrowed starts of all events, and which of them order facts may put before another.

    Whether a chain of order facts leads from one event to another is looked up by following the
    facts, within the time that both leave; the network is asked only where one does.
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
        self._after: dict[str, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        self._within: set[tuple[str, str]] = set()
        for rows in docket.order.values():
            for row in rows:
                self._add(row.relation, row.event, row.other)

    def _add(self, relation: str, event: str, other: str) -> None:
        if relation == "during":
            self._within.add((other, event))
        pairs = [(event, other)] if relation == "before" else [(other, event)]
        if relation == "same_day":
            pairs.append((event, other))
        for one, later in pairs:
            self._after[one].append(later)
            self._before[later].append(one)

    def spans(self, events: Iterable[str]) -> list[Span]:
        """The spans of the events that have one, in the order in which they are shown.

        One that may have begun at any time before stands at the last instant it may have.
        """
        known = [self._spans[event] for event in dict.fromkeys(events) if event in self._spans]
        bound = [span for span in known if span.earliest != -_NEVER or span.latest != _NEVER]
        return sorted(bound, key=_shown)

    def undecided(self, span: Span, others: Sequence[Span]) -> Iterator[int]:
        """The places of those others of which nothing establishes which of the two began first."""
        open_ones = [
            place
            for place, other in enumerate(others)
            if span.latest > other.earliest and other.latest > span.earliest
        ]
        if not open_ones:
            return
        wanted = {others[place].event for place in open_ones}
        led = self._led(span, wanted, self._after) | self._led(span, wanted, self._before)
        for place in open_ones:
            other = others[place].event
            if other not in led or not self._decided(span.event, other):
                yield place

    def _led(self, span: Span, wanted: set[str], onward: dict[str, list[str]]) -> set[str]:
        """Which of the wanted a chain of facts leads to, by way of events of the same time."""
        low = min(span.earliest, *(self._spans[event].earliest for event in wanted))
        high = max(span.latest, *(self._spans[event].latest for event in wanted))
        seen, ahead = {span.event}, [span.event]
        found: set[str] = set()
        while ahead and len(found) < len(wanted):
            for event in onward.get(ahead.pop(), ()):
                if event in seen:
                    continue
                seen.add(event)
                if event in wanted:
                    found.add(event)
                between = self._spans.get(event)
                if between is not None and between.earliest < high and between.latest > low:
                    ahead.append(event)
        return found

    def _decided(self, one: str, other: str) -> bool:
        """Whether the network orders them, or one lies within the other by a fact of its own."""
        if (one, other) in self._within or (other, one) in self._within:
            return True
        return self._docket.order_of(one, other) != "undecided"


def _shown(span: Span) -> tuple[float, float, str]:
    earliest = span.latest if span.earliest == -_NEVER else span.earliest
    return earliest, span.latest, span.event
