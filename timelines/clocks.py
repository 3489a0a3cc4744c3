"""Every written date of an investigation with its place, for what is odd about it by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket


@dataclass(frozen=True, slots=True)
class Dated:
    """One written date: what it is the date of, in words, and where it stands."""

    whose: str
    field: str
    when: When
    event: str | None
    file: str
    line: int | None

    @property
    def zone(self) -> str:
        """The zone that it is read in, in words."""
        return self.when.zone.replace("_", " ")


def every_date(docket: Docket, wanted: Callable[[When], bool]) -> Iterator[Dated]:
    """The dates wanted among those of events, of knowledge, of citations and of sources."""
    for event, row in docket.events.items():
        when = docket.dated(event)
        if when is not None and wanted(when):
            whose = f"The date of {facts.headline(docket, event)}"
            yield Dated(whose, "date", when, event, row.file, row.date_line)
    for (event, position), when in docket.investigation.known_dates.items():
        if wanted(when):
            row = docket.knowing[event, position]
            whose = f"The date on which {facts.name(docket, row.who)} knew"
            yield Dated(whose, f"known_to {row.who}", when, event, row.file, row.date_line)
    for event, every in docket.said.items():
        for said in every:
            if said.when is not None and said.reading is None and wanted(said.when):
                whose = f"What {facts.title(docket, said.source)} says"
                yield Dated(whose, f"says {said.source}", said.when, event, said.file, said.line)
    for field, dates in docket.source_dates.items():
        for source, when in dates.items():
            if wanted(when):
                fact = facts.source_dated(docket, source, field, when)
                whose = f"The date on which {facts.title(docket, source)} was {field}"
                file = docket.sources[source].file
                yield Dated(whose, f"{field} {source}", when, None, file, fact.line)


def troubled(docket: Docket, trouble: str) -> Iterator[Dated]:
    """Every written date with this trouble."""
    return every_date(docket, lambda when: trouble in when.troubles)
