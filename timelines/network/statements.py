"""The statements behind a chronology: what each says in words, where it stands, who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple, cast

import pandas as pd

from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.network.facts import Dated, Key, Knew, Ordered, Published, columns
from timelines.network.strength import Strength, strength

Kind = Literal["date", "order", "published", "known"]

LONGEST = 80
"""Characters of a headline or title that a sentence carries."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the files say about time.

    `event` is the event in whose file it stands, None for a publication. `sources` are the ids of
    the sources that say so; of an event's date, those that support the event. `clause` can follow
    “that”, `sentence` stands alone; both name the sources. `file` and `line` are its place.
    """

    kind: Kind
    event: str | None
    other: str | None
    """Of an order fact, the other event; of a publication, None."""
    sources: tuple[str, ...]
    clause: str
    file: str | None
    line: int | None
    position: int | None = None
    """Its place in the event's `order` or `known_to`."""

    @property
    def sentence(self) -> str:
        """The statement as a sentence of its own."""
        return f"{self.clause[:1].upper()}{self.clause[1:]}."


class _Event(NamedTuple):
    headline: str
    file: str
    line: int
    date_line: int | None
    basis: str | None
    verification: str | None


class _Source(NamedTuple):
    title: str | None
    publisher: str | None
    terms: str | None
    label: str | None
    file: str


class _Order(NamedTuple):
    relation: str
    other: str
    by: str | None
    source: str | None
    file: str
    line: int


class _Known(NamedTuple):
    who: str
    stance: str
    file: str
    line: int
    date_line: int | None


@dataclass(frozen=True)
class Statements:
    """The statements of an investigation by number; tables are looked into when first needed."""

    investigation: Investigation
    keys: list[Key]
    reports: list[tuple[str, str]]
    """Events with the dated sources that report them as past."""

    def told(self, numbers: Iterable[int], about: Iterable[str] = ()) -> tuple[Statement, ...]:
        """Several statements that belong together, about some events besides those they name.

        What a publication reports of these is said with it.
        """
        every = [self[number] for number in numbers]
        named = {*about, *(event for one in every for event in (one.event, one.other))}
        return tuple(
            self._reporting(one, named) if one.kind == "published" else one for one in every
        )

    def _reporting(self, publication: Statement, events: set[str | None]) -> Statement:
        reported = [
            self.headline(event)
            for event, source in self.reports
            if source in publication.sources and event in events
        ]
        if not reported:
            return publication
        clause = f"{publication.clause}, reporting {' and '.join(reported)} as past"
        return replace(publication, clause=clause)

    def __getitem__(self, number: int) -> Statement:
        key = self.keys[number]
        if isinstance(key, Dated):
            return self._dated(key)
        if isinstance(key, Published):
            return self._published(key)
        if isinstance(key, Knew):
            return self._knew(key)
        return self._ordered(key)

    def strength(self, number: int) -> Strength:
        """How weak a statement is: by the strongest of its sources.

        Basis and verification are those of an event, so they speak of its date alone.
        """
        key = self.keys[number]
        if isinstance(key, Published):
            return strength([(self._terms(key.source), "document")], "stated", "confirmed")
        if not isinstance(key, Dated):
            return strength(self._said(self._behind(key)), "stated", "unverified")
        event, cited = self._events[key.event], self._cited.get((key.event, None), [])
        return strength(
            self._said(cited), event.basis or "stated", event.verification or "unverified"
        )

    def _said(self, cited: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
        """The terms of each source cited, with how it knows."""
        return [(self._terms(source), knowledge) for source, knowledge in cited]

    def _behind(self, key: Knew | Ordered) -> list[tuple[str, str | None]]:
        if isinstance(key, Knew):
            return self._cited.get((key.event, key.position), [])
        source = self._orders[key].source
        if source is None:
            return []
        own = dict(self._cited.get((key.event, None), []))
        return [(source, own.get(source))]

    def _terms(self, source: str) -> str:
        found = self._sources.get(source)
        return "on-record" if found is None or found.terms is None else found.terms

    def _dated(self, key: Dated) -> Statement:
        event, when = self._events[key.event], self.investigation.dates[key.event]
        words = in_words(when, zone=self.investigation.heading.zone)
        how = {"computed": ", as worked out", "inferred": ", as inferred"}.get(
            event.basis or "", ""
        )
        sources = tuple(source for source, _ in self._cited.get((key.event, None), []))
        return Statement(
            "date",
            key.event,
            None,
            sources,
            f"{self.headline(key.event)} is dated {words}{how} ({self._named(sources)})",
            event.file,
            event.line if event.date_line is None else event.date_line,
        )

    def _published(self, key: Published) -> Statement:
        when = self.investigation.published[key.source]
        words = in_words(when, zone=self.investigation.heading.zone, sentence=True)
        return Statement(
            "published",
            None,
            None,
            (key.source,),
            f"{self._paper(key.source)} was published {words}",
            self.investigation.file("source", key.source),
            self.investigation.line("source", key.source, "published"),
        )

    def _knew(self, key: Knew) -> Statement:
        known = self._knowing[key]
        when = self.investigation.known_dates[key]
        words = in_words(when, zone=self.investigation.heading.zone, sentence=True)
        verb = "was told of" if known.stance == "told" else "knew of"
        sources = tuple(source for source, _ in self._behind(key))
        who = self._names.get(known.who, f"“{known.who}”")
        return Statement(
            "known",
            key.event,
            None,
            sources,
            f"{who} {verb} {self.headline(key.event)} {words} ({self._named(sources)})",
            known.file,
            known.line if known.date_line is None else known.date_line,
            key.position,
        )

    def _ordered(self, key: Ordered) -> Statement:
        fact = self._orders[key]
        verb = {
            "after": "came after",
            "before": "came before",
            "during": "lies within",
            "same_day": "was on the same day as",
        }[fact.relation]
        by = "" if fact.by is None else f", by {fact.by}"
        sources = () if fact.source is None else (fact.source,)
        clause = f"{self.headline(key.event)} {verb} {self.headline(fact.other)}{by}"
        if fact.relation == "during" and self._is_moment(fact.other):
            clause += ", which is one moment,"
        return Statement(
            "order",
            key.event,
            fact.other,
            sources,
            f"{clause} ({self._named(sources)})",
            fact.file,
            fact.line,
            key.position,
        )

    def _is_moment(self, event: str) -> bool:
        when = self.investigation.dates.get(event)
        return when is not None and not when.stretch

    def headline(self, event: str) -> str:
        """The event's headline in quotation marks, cut where it is long."""
        return f"“{shortened(self._events[event].headline)}”"

    def title(self, source: str) -> str:
        """Who says so: publisher and title; the agreed wording for one who is not named."""
        found = self._sources.get(source)
        if found is None or found.title is None:
            return f"“{source}”"
        if found.terms not in (None, "on-record") and found.label is not None:
            return flat(found.label)
        by = "" if found.publisher is None else f"{flat(found.publisher)}, "
        return f"{by}“{shortened(found.title)}”"

    def _paper(self, source: str) -> str:
        """A publication as one speaks of it: its title, and who published it."""
        found = self._sources.get(source)
        if found is None or found.title is None or found.publisher is None:
            return self.title(source)
        return f"“{shortened(found.title)}” ({flat(found.publisher)})"

    def _named(self, sources: tuple[str, ...]) -> str:
        if not sources:
            return "no source is named"
        more = len(sources) - 2
        named = "; ".join(self.title(source) for source in sources[: 2 if more else 3])
        return named if more <= 0 else f"{named}; and {more} more"

    @cached_property
    def _events(self) -> dict[str, _Event]:
        names = ("id", "headline", "file", "line", "date_line", "basis", "verification")
        rows = columns(self.investigation.events, *names)
        return {row[0]: _Event(*row[1:]) for row in rows}

    @cached_property
    def _sources(self) -> dict[str, _Source]:
        names = ("id", "title", "publisher", "terms", "label", "file")
        return {row[0]: _Source(*row[1:]) for row in columns(self.investigation.sources, *names)}

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(cast("list[tuple[str, str]]", columns(self.investigation.people, "id", "name")))

    @cached_property
    def _orders(self) -> dict[tuple[str, int], _Order]:
        names = ("event", "position", "relation", "other", "by", "source", "file", "line")
        return {row[:2]: _Order(*row[2:]) for row in columns(self.investigation.order, *names)}

    @cached_property
    def _knowing(self) -> dict[tuple[str, int], _Known]:
        names = ("event", "position", "who", "stance", "file", "line", "date_line")
        return {row[:2]: _Known(*row[2:]) for row in columns(self.investigation.known, *names)}

    @cached_property
    def _cited(self) -> dict[tuple[str, int | None], list[tuple[str, str | None]]]:
        """Supporting citations as source and knowledge, by event and `known_to` item."""
        found: dict[tuple[str, int | None], list[tuple[str, str | None]]] = {}
        frame: pd.DataFrame = self.investigation.citations
        for event, known, source, knowledge in columns(
            frame[frame["stance"] == "supports"], "event", "known", "source", "knowledge"
        ):
            found.setdefault((event, known), []).append((source, knowledge))
        return found


def flat(text: str) -> str:
    """On one line, with single quotation marks inside, so that it can stand in “ ”."""
    line = " ".join(text.split())
    return line.replace("“", "‘").replace("”", "’").replace('"', "’")


def shortened(text: str) -> str:
    """On one line and without a full stop, cut after a word where it is long."""
    line = flat(text).rstrip(".")
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST - 1].rsplit(' ', 1)[0].rstrip(' ,;:.…')} …"
