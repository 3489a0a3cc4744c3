"""The claims of one event: everything of it that readers may get, each once, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from timelines.dates.when import When
from timelines.docket import Docket
from timelines.naming import Names
from timelines.proof.cited import Readings, all_evidence, bearing, readings, spoken_date, told
from timelines.proof.rows import Block, Claim, Evidence, clean
from timelines.proof.sentences import sentences
from timelines.proof.signed import changes, signed, standing
from timelines.publish import citing, telling
from timelines.records import Event
from timelines.said import Said
from timelines.words import Words


class Part(NamedTuple):
    """One claim before it has a number: what kind, which words, and what is particular to it."""

    part: str
    words: str
    when: str | None = None
    evidence: tuple[Evidence, ...] | None = None
    people: tuple[str, ...] = ()
    label: str | None = None


@dataclass(frozen=True)
class Builder:
    """Builds the blocks of one investigation. `internal`: also what readers never get."""

    docket: Docket
    words: Words
    names: Names
    internal: bool = False

    def block(self, event: str, number: int) -> Block:
        """The block of an event, under its number on the sheet."""
        record = self.docket.investigation.event(event)
        marks = signed(self.docket, event, self.words)
        required = len(self.docket.investigation.heading.signoffs)
        return Block(
            id=event,
            number=number,
            headline=clean(record.headline),
            when=self._when(record),
            seen=self.words[f"proof.visibility.{record.visibility}"],
            internal=record.visibility != "public",
            standing=standing(marks, required),
            signed=marks,
            changes=changes(self.docket, event, self.words),
            questions=tuple(self._questions(record)),
            claims=tuple(self._claims(record, number)),
        )

    def _when(self, record: Event) -> str:
        when = self.docket.dated(record.id)
        return clean(record.date) if when is None else told(self.docket, when)

    def _questions(self, record: Event) -> Iterator[str]:
        for one in record.questions:
            if one.answer is None:
                who = [name for name in (one.by, one.owner) if name is not None]
                yield clean(f"{one.ask} ({', '.join(who)})" if who else one.ask)

    def _claims(self, record: Event, number: int) -> Iterator[Claim]:
        read = readings(self.docket, record.id)
        every = all_evidence(self.docket, record.sources, read, None, self.words)
        when, home = self.docket.dated(record.id), self._when(record)
        for place, one in enumerate(self._parts(record, read), 1):
            text = clean(one.words)
            evidence = one.evidence
            if evidence is None:
                evidence = bearing(every, record.sources, one.part, text, when)
            yield Claim(
                number=f"{number}.{place}",
                part=one.part,
                label=one.label or self.words[f"proof.part.{one.part}"],
                words=text,
                when=home if one.when is None else one.when,
                quoted=self._quoted(record, read, one.part),
                evidence=evidence,
                people=frozenset(one.people) | self._named(text),
            )

    def _quoted(self, record: Event, read: Readings, part: str) -> tuple[str, ...]:
        """The date as the sources say it: in full at the date, their bare words elsewhere."""
        withheld = self._withheld(record)
        said = [
            (citation.says["date"], read.get((None, position)))
            for position, citation in enumerate(record.sources)
            if "date" in citation.says and position not in withheld
        ]
        if part not in ("headline", "date"):
            return ()
        if part == "date":
            home = self._when(record)
            said = [(value, one) for value, one in said if not _same(self.docket, one, home)]
            return tuple(
                dict.fromkeys(
                    spoken_date(self.docket, value, one, self.words) for value, one in said
                )
            )
        words = (value for value, one in said if one is None or one.reading or one.unresolved)
        return tuple(dict.fromkeys(f"“{clean(value)}”" for value in words))

    def _withheld(self, record: Event) -> frozenset[int]:
        """The positions of citations whose words do not stand on the sheet."""
        sources = self.docket.sources
        return frozenset(
            position
            for position, one in enumerate(record.sources)
            if one.source in sources
            and sources[one.source].terms in ("deep-background", "off-record")
        )

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(person for one in self.names.named(text) for person in one.people)

    def _parts(self, record: Event, read: Readings) -> Iterator[Part]:
        yield Part("headline", record.headline)
        yield Part("date", self._date(record))
        for sentence in sentences(record.summary or ""):
            yield Part("summary", sentence)
        if record.attribution is not None:
            yield Part("attribution", f"“{record.attribution}”")
        yield Part("verification", self.words[f"publish.verification.{record.verification}"])
        for name in ("instrument", "place"):
            value = getattr(record, name)
            if value is not None:
                yield Part(name, value)
        yield from self._people(record)
        yield from self._known(record, read)
        yield from self._answers(record)
        yield from self._told(record)

    def _date(self, record: Event) -> str:
        basis = self.words[f"publish.basis.{record.basis}"]
        return self.words.say(
            "proof.date.claim", when=self._when(record), written=record.date, basis=basis
        )

    def _people(self, record: Event) -> Iterator[Part]:
        for one in record.people:
            name = called(self.docket, one.who, self.words)
            said = name if one.part is None else f"{name}: {one.part}"
            yield Part("people", said, people=(one.who,))

    def _known(self, record: Event, read: Readings) -> Iterator[Part]:
        investigation = self.docket.investigation
        for position, one in enumerate(record.known_to):
            public = telling.is_public(investigation, record.id, position)
            if not public and not self.internal:
                continue
            when = investigation.known_dates.get((record.id, position))
            since = clean(one.date) if when is None else told(self.docket, when)
            said = self.words.say(
                f"proof.knew.{one.stance}",
                who=called(self.docket, one.who, self.words),
                when=since,
            )
            yield Part(
                "known_to",
                said if one.how is None else f"{said} ({one.how})",
                when=since,
                evidence=all_evidence(self.docket, one.sources, read, position, self.words),
                people=(one.who,),
                label=None if public else self.words["proof.part.known_to_internal"],
            )

    def _answers(self, record: Event) -> Iterator[Part]:
        for one in record.responses:
            if one.answer is not None:
                when = None if one.answered is None else self.day(one.answered)
                who = called(self.docket, one.who, self.words)
                yield Part("answers", f"{who}: {one.answer}", when, evidence=(), people=(one.who,))

    def _told(self, record: Event) -> Iterator[Part]:
        """Pictures, corrections, and the words an event is filed under."""
        for medium in record.media:
            said = [one for one in (medium.caption, medium.alt, medium.credit) if one is not None]
            yield Part("media", " · ".join(said) or medium.file, evidence=())
        for one in record.corrections:
            yield Part("corrections", one.note, self.day(one.on), evidence=())
        kind = () if record.kind is None else (record.kind,)
        filed = (*kind, *record.storyline, *record.tags)
        if filed:
            yield Part("filed", " · ".join(filed), evidence=())

    def day(self, written: str) -> str:
        """A day that a file names, in words."""
        when: When | None = citing.read(self.docket.investigation.heading, written)
        return clean(written) if when is None else told(self.docket, when)


def _same(docket: Docket, read: Said | None, home: str) -> bool:
    """Whether a source gives the date exactly as the event has it, not in words of its own."""
    if read is None or read.when is None or read.reading is not None:
        return False
    return told(docket, read.when) == home


def called(docket: Docket, person: str, words: Words) -> str:
    """What the sheet calls somebody: the name, or the agreed words where nobody may name them."""
    row = docket.people.get(person)
    if row is None:
        return clean(person)
    if row.naming == "name":
        return clean(row.name)
    return words["proof.nobody"] if row.label is None else clean(row.label)


def blocks(builder: Builder, events: Iterable[str]) -> tuple[Block, ...]:
    """The blocks of these events, numbered in their order."""
    return tuple(builder.block(event, number) for number, event in enumerate(events, 1))
