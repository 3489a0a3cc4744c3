"""The card of one event: all that is known of it, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.citing import Cited, Readings, cited, readings
from components.found import Found, found
from components.meaning import meaning
from components.template import render
from timelines import palette
from timelines.dates.words import in_words
from timelines.findings import Finding
from timelines.investigation import Investigation
from timelines.prose import prose
from timelines.records import Event, Response
from timelines.words import Words

Link = Callable[[str], str]
"""The address, as a query string, of the view in which that event is chosen."""


@dataclass(frozen=True, slots=True)
class Part:
    """A few words with the number of the lane they stand for, if any."""

    text: str
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Involved:
    """Somebody's part in the event, their office, and how they may be named."""

    name: str
    part: str | None
    role: str | None
    naming: str | None


@dataclass(frozen=True, slots=True)
class Knew:
    """Somebody who knew, was told, or says they did not."""

    who: str
    how: str
    when: str
    stance: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """How the event stands to another one, and who says so."""

    relation: str
    headline: str
    link: str
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the card says, in words."""

    id: str
    headline: str
    hidden: bool
    kicker: tuple[Part, ...]
    when: str
    why: tuple[str, ...]
    written: str
    summary: str | None
    attribution: str | None
    origins: str
    behind: tuple[str, ...]
    citations: tuple[Cited, ...]
    people: tuple[Involved, ...]
    known: tuple[Knew, ...]
    order: tuple[Order, ...]
    findings: tuple[Found, ...]
    corrections: tuple[Line, ...]
    questions: tuple[Line, ...]
    desk: tuple[Line, ...]


def drawn(card: Card, words: Words) -> str:
    """The card as HTML."""
    return render("card.html", card=card, words=words, prose=prose)


def card(
    investigation: Investigation,
    event: str,
    *,
    findings: Sequence[Finding],
    origins: Mapping[str, frozenset[str]],
    headlines: Mapping[str, str],
    link: Link,
    words: Words,
    hidden: bool = False,
) -> Card:
    """What the card of this event says; KeyError if there is no such event.

    `findings` are those about it, `origins` the independent ones by event, `headlines` those of
    all events. `hidden`: the filter leaves this event out.
    """
    record = investigation.event(event)
    read = readings(investigation, event)
    when = investigation.dates.get(event)
    spoken = words["app.card.date_unreadable"]
    if when is not None:
        spoken = in_words(when, zone=investigation.heading.zone, language=words.language)
    return Card(
        id=event,
        headline=record.headline,
        hidden=hidden,
        kicker=_kicker(investigation, record, words),
        when=spoken[:1].upper() + spoken[1:],
        why=tuple(meaning(when, record.basis, words)),
        written=record.date,
        summary=record.summary,
        attribution=record.attribution,
        origins=_origins(investigation, record, origins.get(event, frozenset()), words),
        behind=tuple(_titles(investigation, origins.get(event, frozenset()))),
        citations=cited(investigation, record.sources, read, words),
        people=tuple(_people(investigation, record, words)),
        known=tuple(_known(investigation, record, read, words)),
        order=tuple(_order(investigation, record, headlines, link, words)),
        findings=tuple(found(findings, headlines, link)),
        corrections=tuple(_corrections(record, words)),
        questions=tuple(_questions(record)),
        desk=tuple(_desk(investigation, record, words)),
    )


def _kicker(investigation: Investigation, record: Event, words: Words) -> tuple[Part, ...]:
    order = {name: place for place, name in enumerate(investigation.heading.storylines)}
    count = len(palette.STORYLINES)
    lanes = [Part(name, order.get(name, 0) % count) for name in record.storyline]
    glyph = palette.VERIFICATION[record.verification].glyph
    verification = words[f"figure.verification.{record.verification}"]
    kind = [] if record.kind is None else [Part(words[f"app.kind.{record.kind}"])]
    return (*lanes, *kind, Part(f"{glyph} {verification}"))


def _origins(
    investigation: Investigation, record: Event, origins: frozenset[str], words: Words
) -> str:
    supporting = {one.source for one in record.sources if one.stance == "supports"}
    if not supporting:
        return words["app.origins.none"]
    if len(supporting) == 1 and origins <= supporting:
        return words["app.origins.single"]
    sources = words.count("app.extent.sources", len(supporting))
    return words.count("app.origins.summary", len(origins), sources=sources)


def _titles(investigation: Investigation, origins: frozenset[str]) -> Iterable[str]:
    for origin in sorted(origins):
        source = investigation.source(origin)
        yield source.title if source.label is None else source.label


def _people(investigation: Investigation, record: Event, words: Words) -> Iterable[Involved]:
    for one in record.people:
        try:
            person = investigation.person(one.who)
        except KeyError:
            yield Involved(one.who, one.part, None, None)
            continue
        role = None
        if person.roles:
            latest = person.roles[-1]
            role = latest.title if latest.org is None else f"{latest.title}, {latest.org}"
        naming = None if person.naming == "name" else words[f"app.naming.{person.naming}"]
        yield Involved(person.name, one.part, role, naming)


def name_of(investigation: Investigation, person: str) -> str:
    """The person's name; the id where nobody has it."""
    try:
        return investigation.person(person).name
    except KeyError:
        return person


def _known(
    investigation: Investigation, record: Event, read: Readings, words: Words
) -> Iterable[Knew]:
    zone = investigation.heading.zone
    for position, one in enumerate(record.known_to):
        when = investigation.known_dates.get((record.id, position))
        how = words[f"app.stance.{one.stance}"]
        yield Knew(
            who=name_of(investigation, one.who),
            how=how if one.how is None else f"{how} ({one.how})",
            when=one.date if when is None else in_words(when, zone=zone, language=words.language),
            stance=one.stance,
            citations=cited(investigation, one.sources, read, words, known=position),
        )


def _order(
    investigation: Investigation,
    record: Event,
    headlines: Mapping[str, str],
    link: Link,
    words: Words,
) -> Iterable[Order]:
    for fact in record.order:
        says = words["app.order.nobody"]
        if fact.source is not None:
            try:
                title = investigation.source(fact.source).title
            except KeyError:
                title = fact.source
            says = words.say("app.order.says", source=title)
        if fact.by is not None:
            says = f"{words.say('app.order.by', distance=fact.by)}, {says}"
        yield Order(
            relation=words[f"app.relation.{fact.relation}"],
            headline=headlines.get(fact.other, fact.other),
            link=link(fact.other),
            says=says,
        )


def _corrections(record: Event, words: Words) -> Iterable[Line]:
    for one in record.corrections:
        kind = words[f"app.change.{one.kind or 'correction'}"]
        yield Line(f"{kind}, {one.on}", one.note)


def _questions(record: Event) -> Iterable[Line]:
    for one in record.questions:
        said = [part for part in (one.by, one.on, one.owner) if part is not None]
        text = one.ask if one.answer is None else f"{one.ask} — {one.answer}"
        yield Line(", ".join(said), text)


def _desk(investigation: Investigation, record: Event, words: Words) -> Iterable[Line]:
    def line(key: str, text: str | None) -> Iterable[Line]:
        if text:
            yield Line(words[f"app.card.{key}"], text)

    yield from line("instrument", record.instrument)
    yield from line("place", record.place)
    yield from line("tags", ", ".join(record.tags))
    yield from line("visibility", words[f"app.visibility.{record.visibility}"])
    yield from line("embargo", record.embargo)
    yield from line("sensitivity", ", ".join(record.sensitivity))
    yield from line("adverse", ", ".join(name_of(investigation, one) for one in record.adverse_to))
    for response in record.responses:
        yield from line("responses", _response(investigation, response, words))
    for one in record.media:
        said = [one.file, one.caption, one.alt, one.credit]
        yield from line("media", " · ".join(part for part in said if part is not None))
    signed = "; ".join(f"{one.role}: {one.by}, {one.on}" for one in record.signoffs)
    yield from line("signed", signed or words["app.card.unsigned"])
    yield from line("notes", record.notes)
    file, at = investigation.file("event", record.id), investigation.line("event", record.id)
    yield from line("file", file if at is None else f"{file}:{at}")


def _response(investigation: Investigation, one: Response, words: Words) -> str:
    said = [name_of(investigation, one.who), words.say("app.card.asked", asked=one.asked)]
    if one.deadline is not None:
        said.append(words.say("app.card.deadline", deadline=one.deadline))
    if one.answered is not None:
        said.append(words.say("app.card.answered", answered=one.answered))
    elif one.answer is None:
        said.append(words["app.card.no_answer"])
    answer = [] if one.answer is None else [words.say("app.card.answer", answer=one.answer)]
    return ". ".join([", ".join(said), *answer])
