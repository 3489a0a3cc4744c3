"""The card of one event: all that is known of it, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.citing import Cited, Pages, Readings, cited, readings
from components.found import Found
from components.internal import Line, corrections, desk, name_of, questions
from components.meaning import meaning
from components.template import render
from timelines import palette
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.prose import prose
from timelines.records import Event
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
    edit: str | None = None


def drawn(card: Card, words: Words) -> str:
    """The card as HTML."""
    return render("card.html", card=card, words=words, prose=prose)


def card(
    investigation: Investigation,
    event: str,
    *,
    findings: Sequence[Found],
    origins: Mapping[str, frozenset[str]],
    headlines: Mapping[str, str],
    link: Link,
    words: Words,
    hidden: bool = False,
    edit: str | None = None,
    pages: Pages | None = None,
) -> Card:
    """What the card of this event says; KeyError if there is no such event.

    `findings` are those about it, `origins` the independent ones by event, `headlines` those of
    all events. `hidden`: the filter leaves this event out. `pages` leads to the cited pages.
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
        citations=cited(investigation, record.sources, read, words, pages=pages),
        people=tuple(_people(investigation, record, words)),
        known=tuple(_known(investigation, record, read, words, pages)),
        order=tuple(_order(investigation, record, headlines, link, words)),
        findings=tuple(findings),
        corrections=tuple(corrections(record, words)),
        questions=tuple(questions(record, words)),
        desk=tuple(desk(investigation, record, words)),
        edit=edit,
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


def _known(
    investigation: Investigation,
    record: Event,
    read: Readings,
    words: Words,
    pages: Pages | None,
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
            citations=cited(investigation, one.sources, read, words, known=position, pages=pages),
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
