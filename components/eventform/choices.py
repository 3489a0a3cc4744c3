"""What can be chosen in the form: sources, people, events and words, as they are called here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from components.meaning import day_in_words
from components.visit import Visit
from timelines import tables
from timelines.checks import shelf
from timelines.desk.asking import Asked
from timelines.reading.folder import RecordKind


@dataclass(frozen=True)
class Choices:
    """Every record of an investigation by kind and id, with what it is called in a list."""

    visit: Visit

    def of(self, kind: RecordKind) -> Mapping[str, str]:
        """The records of a kind."""
        named = {"source": lambda: self.sources, "person": lambda: self.people}
        found: Callable[[], Mapping[str, str]] = named.get(kind, lambda: self.events)
        return found()

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Title, publisher, day and id; the latest added stands last in its file, first here."""
        zone, language = self.visit.docket.zone, self.visit.words.language
        found = {}
        for row in reversed(list(tables.facts(self.visit.investigation.sources))):
            written = row.published if row.published is not None else row.created
            day = None if written is None else day_in_words(written, language, zone)
            parts = [row.title, row.publisher, day, row.id]
            found[row.id] = " · ".join(part for part in parts if part)
        return found

    @cached_property
    def people(self) -> Mapping[str, str]:
        """Name, latest office and id."""
        offices = {row.person: row.title for row in self.visit.docket.roles}
        return {
            one: " · ".join(part for part in (row.name, offices.get(one), one) if part)
            for one, row in self.visit.docket.people.items()
        }

    @cached_property
    def events(self) -> Mapping[str, str]:
        """Headline and id, in the order of the timeline."""
        headlines = self.visit.headlines
        return {one.event: f"{headlines[one.event]} · {one.event}" for one in self.visit.steps}

    def words(self, field: Asked) -> tuple[str, ...]:
        """Words that were used in a field before, or that the heading lists."""
        investigation = self.visit.investigation
        frames = {
            "storyline": ("lanes", "storyline"),
            "tags": ("tags", "tag"),
        }
        listed = investigation.heading.storylines if field.name == "storyline" else ()
        used: list[str] = []
        if field.name in frames:
            table, column = frames[field.name]
            used = sorted(set(getattr(investigation, table)[column]))
        if field.name == "check":
            used = [one.name for one in shelf()]
        return tuple(dict.fromkeys([*listed, *used]))
