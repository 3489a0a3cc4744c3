"""What every check is given: the investigation, today, and what is worked out from them once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from timelines import origins, tables
from timelines.agreement import apart, finer
from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, Order, When
from timelines.evidence.stored import Stored
from timelines.findings import Finding
from timelines.frames import by_event, listed
from timelines.headlines import stems
from timelines.investigation import Investigation
from timelines.network import Chronology, solve
from timelines.passages import Passage, readers_words
from timelines.said import Said, resolved
from timelines.sameness import Sameness
from timelines.textdates import local_days, names_date
from timelines.told import readers_texts
from timelines.vault.entries import Vault

Row = Any
"""A row of a table as a named tuple: the columns of `timelines/tables.py`, None for what is
missing, and instants as microseconds in UTC since 1970."""


@dataclass(frozen=True)
class Docket:
    """An investigation as of a day, with everything that more than one check needs.

    Every property is worked out at most once. Rows stand in the order of the files. `found` is
    what the other checks said, for those about waivers. `vault` is the open vault, where somebody
    at the desk gave its key; whatever goes to readers is decided without it.
    """

    investigation: Investigation
    today: date
    found: list[Finding] = field(default_factory=list)
    vault: Vault | None = field(default=None, repr=False, compare=False)

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
        return {row.id: row for row in tables.facts(self.investigation.events)}

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """The row of each source, by id."""
        return {row.id: row for row in tables.facts(self.investigation.sources)}

    @cached_property
    def confidential(self) -> frozenset[str]:
        """Ids of the sources that spoke on other terms than on the record."""
        return frozenset(id for id, row in self.sources.items() if row.terms != "on-record")

    @cached_property
    def stored(self) -> Stored:
        """The stored files of sources, each read at most once."""
        allowed = self.investigation.heading.house.evidence_megabytes * 1_000_000
        return Stored(self.investigation.path, allowed)

    @cached_property
    def publishers(self) -> Mapping[str, int]:
        """How many sources each publisher has."""
        return Counter(row.publisher for row in self.sources.values() if row.publisher is not None)

    @cached_property
    def people(self) -> Mapping[str, Row]:
        """The row of each person or organisation, by id."""
        return {row.id: row for row in tables.facts(self.investigation.people)}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name that each person or organisation goes by; of a person, the last one too."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self.people.values():
            found[row.id][row.name] = None
            if row.kind != "organisation":
                found[row.id][row.name.split()[-1]] = None
        for row in tables.facts(self.investigation.variants):
            found[row.person][row.variant] = None
        return {person: tuple(names) for person, names in found.items()}

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """By person, their names and the titles of their offices: the words that mean them."""
        found = {person: list(names) for person, names in self.names.items()}
        for row in self.roles:
            found[row.person].append(row.title)
        return {person: tuple(forms) for person, forms in found.items()}

    @cached_property
    def spoken_of(self) -> Mapping[str, tuple[str, ...]]:
        """By person, in small letters: the words of `called`, and the label."""
        found = {}
        for person, row in self.people.items():
            forms = [*self.called[person], *([] if row.label is None else [row.label])]
            if row.kind == "organisation":
                forms.append(row.name.split()[-1])
            found[person] = tuple(dict.fromkeys(form.casefold() for form in forms))
        return found

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of all words that only say who: names, their variants and titles of office."""
        return stems(" ".join(form for forms in self.called.values() for form in forms))

    @cached_property
    def roles(self) -> tuple[Row, ...]:
        """Every office that somebody held."""
        return tuple(tables.facts(self.investigation.roles))

    @cached_property
    def in_office(self) -> frozenset[str]:
        """Ids of those of whom an office is known."""
        return frozenset(role.person for role in self.roles)

    @cached_property
    def people_of(self) -> Mapping[str, frozenset[str]]:
        """Ids of those who held an office with each organisation, by its name in small letters."""
        found: dict[str, set[str]] = defaultdict(set)
        for role in self.roles:
            if role.org is not None:
                found[role.org.casefold()].add(role.person)
        return {name: frozenset(people) for name, people in found.items()}

    @cached_property
    def public(self) -> frozenset[str]:
        """Ids of the events meant for readers."""
        return frozenset(id for id, row in self.events.items() if row.visibility == "public")

    @cached_property
    def citations(self) -> Mapping[str, tuple[Row, ...]]:
        """The event's own citations, by event; those of `known_to` items are `known_citations`."""
        own = self.investigation.citations
        return by_event(own[own["known"].isna()])

    @cached_property
    def supporting(self) -> Mapping[str, tuple[Row, ...]]:
        """Those of the event's own citations that support it, by event."""
        return {
            event: tuple(row for row in rows if row.stance == "supports")
            for event, rows in self.citations.items()
        }

    @cached_property
    def known_citations(self) -> Mapping[str, tuple[Row, ...]]:
        """The citations that stand in `known_to` items, by event."""
        own = self.investigation.citations
        return by_event(own[own["known"].notna()])

    @cached_property
    def claims(self) -> tuple[Row, ...]:
        """Everything that citations say, a field each."""
        return tuple(tables.facts(self.investigation.claims))

    @cached_property
    def known(self) -> Mapping[str, tuple[Row, ...]]:
        """Who knew of each event, by event."""
        return by_event(self.investigation.known)

    @cached_property
    def knowing(self) -> Mapping[tuple[str, int], Row]:
        """The row of each statement of who knew, by event and position."""
        return {(row.event, row.position): row for rows in self.known.values() for row in rows}

    @cached_property
    def involved(self) -> Mapping[str, tuple[Row, ...]]:
        """Who has a part in each event, by event."""
        return by_event(self.investigation.involved)

    @cached_property
    def adverse(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of those whom each event shows in a bad light, by event."""
        return listed(self.investigation.adverse, "person")

    @cached_property
    def sensitivities(self) -> Mapping[str, tuple[str, ...]]:
        """The reasons for care with each event, by event."""
        return listed(self.investigation.sensitivities, "sensitivity")

    @cached_property
    def responses(self) -> Mapping[str, tuple[Row, ...]]:
        """The rights of reply of each event, by event."""
        return by_event(self.investigation.responses)

    @cached_property
    def media(self) -> tuple[Row, ...]:
        """Every picture and recording shown with an event."""
        return tuple(tables.facts(self.investigation.media))

    @cached_property
    def signoffs(self) -> Mapping[str, tuple[Row, ...]]:
        """The sign-offs on each event, by event."""
        return by_event(self.investigation.signoffs)

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Row, ...]]:
        """The corrections that readers were given, by event."""
        return by_event(self.investigation.corrections)

    @cached_property
    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """The tags of each event, by event."""
        return listed(self.investigation.tags, "tag")

    @cached_property
    def statuses(self) -> Mapping[str, tuple[Row, ...]]:
        """Every legal status of each person, by person."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in tables.facts(self.investigation.statuses):
            found[row.person].append(row)
        return {person: tuple(rows) for person, rows in found.items()}

    def called_in_print(self, person: str) -> str:
        """What readers may be told for a person: the name, else the label."""
        row = self.people.get(person)
        if row is None:
            return f"“{person}”"
        return str(row.name if row.naming == "name" else row.label or "somebody not named")

    @cached_property
    def events_of(self) -> Mapping[str, tuple[str, ...]]:
        """The events that each person has a part in, by person."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for event, rows in self.involved.items():
            for row in rows:
                found[row.person][event] = None
        return {person: tuple(events) for person, events in found.items()}

    @cached_property
    def order(self) -> Mapping[str, tuple[Row, ...]]:
        """The order facts that each event states, by event."""
        return by_event(self.investigation.order)

    @cached_property
    def tied(self) -> frozenset[str]:
        """Ids of the events that an order fact ties to another, whichever of them states it."""
        order = self.investigation.order
        return frozenset(order["event"].tolist()) | frozenset(order["other"].tolist())

    @cached_property
    def waivers(self) -> Mapping[str, tuple[Row, ...]]:
        """What an editor accepts of each event, by event."""
        return by_event(self.investigation.waivers)

    @cached_property
    def lanes(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the events of each storyline, in the order of the files."""
        lanes: dict[str, list[str]] = defaultdict(list)
        for row in tables.facts(self.investigation.lanes):
            lanes[row.storyline].append(row.event)
        return {name: tuple(events) for name, events in lanes.items()}

    @cached_property
    def lanes_of(self) -> Mapping[str, tuple[str, ...]]:
        """The storylines of each event, by event."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in tables.facts(self.investigation.lanes):
            found[row.event].append(row.storyline)
        return {event: tuple(lanes) for event, lanes in found.items()}

    @cached_property
    def sameness(self) -> Sameness:
        """What counts as the same thing here, by synonyms and names."""
        return Sameness(self.investigation.heading.synonyms, self.names)

    @cached_property
    def source_dates(self) -> Mapping[str, Mapping[str, When]]:
        """The readable dates of the sources, by `published`, `created` and `obtained`."""
        investigation = self.investigation
        return {
            "published": investigation.published,
            "created": investigation.created,
            "obtained": investigation.obtained,
        }

    def dated(self, event: str) -> When | None:
        """The event's stated date, or None where it cannot be read."""
        return self.investigation.dates.get(event)

    @cached_property
    def chronology(self) -> Chronology:
        """What follows from all dates and order facts together."""
        return solve(self.investigation)

    def order_of(self, one: str, other: str) -> Order:
        """How one event surely stands to another, by all dates and order facts together."""
        return self.chronology.order(one, other).order

    def source_day(self, source: str) -> tuple[date, date] | None:
        """The first and last local day a source may be of, by `published`, else `created`."""
        dates = self.source_dates
        when = dates["published"].get(source, dates["created"].get(source))
        return None if when is None else local_days(when)

    def states_date(self, event: str, when: When) -> bool:
        """Whether a citation states the event's date as exactly as the event has it.

        One that says so does, and one whose quoted words name the day (the month, the year) and,
        for a clock time, the hour. A source that is only named states nothing.
        """
        for said in self.said.get(event, ()):
            own = said.when if said.known is None else None
            if own is not None and not apart(own, when) and not finer(when, own):
                return True
        quotes = [row.quote for row in self.citations.get(event, ()) if row.quote is not None]
        return any(names_date(quote, when) for quote in quotes)

    @cached_property
    def said(self) -> Mapping[str, tuple[Said, ...]]:
        """What the citations say of the date, in words or EDTF, by event."""
        found: dict[str, list[Said]] = defaultdict(list)
        for said in resolved(self.investigation):
            found[said.event].append(said)
        return {event: tuple(every) for event, every in found.items()}

    def supported_date(self, said: Said) -> When | None:
        """The date that a citation speaks of: its event's, or that of the knowing it stands in.

        None where that cannot be read, and for a denial, whose date is the time denied for.
        """
        if said.known is None:
            return self.dated(said.event)
        if self.knowing[said.event, said.known].stance == "denies":
            return None
        return self.investigation.known_dates.get((said.event, said.known))

    @cached_property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each source the sources its account goes back to."""
        return origins.roots(self.investigation)

    @cached_property
    def derived_from(self) -> Mapping[str, tuple[str, ...]]:
        """What each source's `derived_from` names, by source."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in tables.facts(self.investigation.derivations):
            found[row.source].append(row.origin)
        return {source: tuple(origins) for source, origins in found.items()}

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """For each source all those it derives from, at any depth."""
        return origins.ancestors(self.investigation)

    @cached_property
    def origins(self) -> Mapping[str, frozenset[str]]:
        """The independent origins behind each event, through `derived_from`."""
        return origins.independent(self.investigation, self.roots, self.ancestors)

    @cached_property
    def passages(self) -> Mapping[str, tuple[Passage, ...]]:
        """The words of each event that readers would get, by event, in the order of the file."""
        return readers_words(self.investigation)

    @cached_property
    def told(self) -> Mapping[str, tuple[Passage, ...]]:
        """Every text of each public event that readers get, those of `passages` first."""
        return readers_texts(self.investigation, self.passages)

    def quote_line(self, row: Row) -> int | None:
        """The line of a citation's quote."""
        path: tuple[str | int, ...] = ("sources", row.position, "quote")
        if row.known is not None:
            path = ("known_to", row.known, *path)
        line = self.investigation.line("event", row.event, *path)
        return row.line if line is None else line

    def line(self, event: str, *path: str | int) -> int | None:
        """The line of one field of an event, else of the event."""
        line = self.investigation.line("event", event, *path)
        return self.events[event].line if line is None else line
