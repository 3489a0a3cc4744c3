"""What every check is given: the investigation, today, and what is worked out from them once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from timelines import origins, tables
from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, When
from timelines.findings import Finding
from timelines.investigation import Investigation
from timelines.network import Chronology, solve
from timelines.passages import Passage, readers_words
from timelines.said import Said, resolved

Row = Any
"""A row of a table as a named tuple; its columns are those of `timelines/tables.py`."""


@dataclass(frozen=True)
class Docket:
    """An investigation as of a day, with everything that more than one check needs.

    Every property is worked out at most once. Rows have None for what is missing, and stand in
    the order of the files. `found` is what the other checks said, for those about waivers.
    """

    investigation: Investigation
    today: date
    found: list[Finding] = field(default_factory=list)

    @property
    def zone(self) -> str:
        """The investigation's IANA zone."""
        return self.investigation.heading.zone

    @cached_property
    def day(self) -> Bounds:
        """Today from local midnight to local midnight in the investigation's zone."""
        return edtf(self.today.isoformat(), self.zone).start

    def reported(self, check: str) -> Iterator[Finding]:
        """What reading already found under this name."""
        return (problem for problem in self.investigation.problems if problem.check == check)

    @cached_property
    def events(self) -> Mapping[str, Row]:
        """The row of each event, by id."""
        return {row.id: row for row in tables.rows(self.investigation.events)}

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """The row of each source, by id."""
        return {row.id: row for row in tables.rows(self.investigation.sources)}

    @cached_property
    def people(self) -> Mapping[str, Row]:
        """The row of each person or organisation, by id."""
        return {row.id: row for row in tables.rows(self.investigation.people)}

    @cached_property
    def public(self) -> frozenset[str]:
        """Ids of the events meant for readers."""
        return frozenset(id for id, row in self.events.items() if row.visibility == "public")

    @cached_property
    def citations(self) -> Mapping[str, tuple[Row, ...]]:
        """The event's own citations, by event; those of `known_to` items are `known_citations`."""
        own = self.investigation.citations
        return _by_event(own[own["known"].isna()])

    @cached_property
    def known_citations(self) -> Mapping[str, tuple[Row, ...]]:
        """The citations that stand in `known_to` items, by event."""
        own = self.investigation.citations
        return _by_event(own[own["known"].notna()])

    @cached_property
    def known(self) -> Mapping[str, tuple[Row, ...]]:
        """Who knew of each event, by event."""
        return _by_event(self.investigation.known)

    @cached_property
    def involved(self) -> Mapping[str, tuple[Row, ...]]:
        """Who has a part in each event, by event."""
        return _by_event(self.investigation.involved)

    @cached_property
    def order(self) -> Mapping[str, tuple[Row, ...]]:
        """The order facts that each event states, by event."""
        return _by_event(self.investigation.order)

    @cached_property
    def waivers(self) -> Mapping[str, tuple[Row, ...]]:
        """What an editor accepts of each event, by event."""
        return _by_event(self.investigation.waivers)

    @cached_property
    def lanes(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the events of each storyline, in the order of the files."""
        lanes: dict[str, list[str]] = defaultdict(list)
        for row in tables.rows(self.investigation.lanes):
            lanes[row.storyline].append(row.event)
        return {name: tuple(events) for name, events in lanes.items()}

    def dated(self, event: str) -> When | None:
        """The event's stated date, or None where it cannot be read."""
        return self.investigation.dates.get(event)

    @cached_property
    def chronology(self) -> Chronology:
        """What follows from all dates and order facts together."""
        return solve(self.investigation)

    @cached_property
    def said(self) -> Mapping[str, tuple[Said, ...]]:
        """What the citations say of the date, in words or EDTF, by event."""
        found: dict[str, list[Said]] = defaultdict(list)
        for said in resolved(self.investigation):
            found[said.event].append(said)
        return {event: tuple(every) for event, every in found.items()}

    @cached_property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each source the sources its account goes back to."""
        return origins.roots(self.investigation)

    @cached_property
    def origins(self) -> Mapping[str, frozenset[str]]:
        """The independent origins behind each event, through `derived_from`."""
        return origins.independent(self.investigation)

    @cached_property
    def passages(self) -> Mapping[str, tuple[Passage, ...]]:
        """The words of each event that readers would get, by event, in the order of the file."""
        return readers_words(self.investigation)

    def line(self, event: str, *path: str | int) -> int | None:
        """The line of one field of an event, else of the event."""
        line = self.investigation.line("event", event, *path)
        return self.events[event].line if line is None else line


def _by_event(frame: Any) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows(frame):
        found[row.event].append(row)
    return {event: tuple(every) for event, every in found.items()}
