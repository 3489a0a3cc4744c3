"""People and sources by the rule under which readers get them: named, in agreed words, or not.

A source is shown with its title and link only where it spoke on the record and may be shown. One
that spoke on background is the words agreed with it and nothing else, said once in an event
however many such sources it has. Of deep background, of what is off the record, and of a source
without agreed words there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timelines.dates.edtf import edtf
from timelines.dates.markup import datetime_attribute
from timelines.dates.when import Bounds, DateError, When, instant_text
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.publish.numbering import person_id, source_id
from timelines.publish.origins import Origins
from timelines.publish.public import (
    PublicCitation,
    PublicDate,
    PublicDay,
    PublicPerson,
    PublicSource,
    Span,
)
from timelines.records import Citation, Heading, Person, Source

_WEB = ("http://", "https://")


def shown(source: Source) -> bool:
    """Whether readers may see title and link: on the record, and not kept from them."""
    return source.terms == "on-record" and source.may_be_shown


def agreed_words(source: Source) -> str | None:
    """The words readers get for a source that they may not see; None where they get nothing."""
    if shown(source) or source.terms in ("deep-background", "off-record"):
        return None
    return source.label


def link(address: str | None) -> str | None:
    """An address that readers may be sent to; None for anything but http and https.

    One that holds a user's name or password is none.
    """
    if address is None:
        return None
    plain = address.strip()
    rest = plain.partition("://")[2]
    if not plain.lower().startswith(_WEB) or "@" in rest.partition("/")[0]:
        return None
    return plain


def source_of(investigation: Investigation, identity: str) -> Source | None:
    """The source of an id, None where there is none."""
    try:
        return investigation.source(identity)
    except KeyError:
        return None


def person_of(investigation: Investigation, identity: str) -> Person | None:
    """The person or organisation of an id, None where there is none."""
    try:
        return investigation.person(identity)
    except KeyError:
        return None


def span(bounds: Bounds) -> Span:
    """Bounds as instants in text."""
    return instant_text(bounds.earliest), instant_text(bounds.latest)


def day(heading: Heading, when: When) -> PublicDay:
    """A date as readers get it, without its span."""
    words = in_words(when, zone=heading.zone, language=heading.language)
    return PublicDay(words, when.written, datetime_attribute(when))


def read(heading: Heading, written: str) -> When | None:
    """A date as the investigation reads it; None for one that cannot be read."""
    house = heading.house
    try:
        return edtf(written, heading.zone, hemisphere=heading.hemisphere, about=house.about)
    except DateError:
        return None


def date(heading: Heading, when: When) -> PublicDate:
    """A date as readers get it, with the span in which it lies as it is stated."""
    told = day(heading, when)
    known = when.precision != "unknown"
    return PublicDate(
        told.words,
        told.edtf,
        told.datetime,
        stretch=when.stretch or None,
        start=span(when.start) if known else None,
        end=span(when.end) if known else None,
        members=tuple(span(member) for member in when.members or ()),
        approximate=when.approximate or None,
        uncertain=when.uncertain or None,
        ongoing=when.open_end or None,
    )


def person(
    investigation: Investigation, identity: str, origins: Origins, part: str | None = None
) -> PublicPerson | None:
    """Somebody as readers get them; None for somebody without a name and without agreed words."""
    record = person_of(investigation, identity)
    if record is None:
        return None
    if record.naming == "name":
        found = PublicPerson(person_id(record.name), record.name, kind=record.kind, part=part)
    elif record.label is not None:
        found = PublicPerson(label=record.label, part=part)
    else:
        return None
    return origins.came(found, "person", identity)


def named(investigation: Investigation, identity: str) -> bool:
    """Whether readers get somebody by name."""
    record = person_of(investigation, identity)
    return record is not None and record.naming == "name"


def citations(
    investigation: Investigation,
    event: str,
    written: Sequence[Citation],
    path: tuple[str | int, ...],
    origins: Origins,
) -> tuple[PublicCitation, ...]:
    """Citations as readers get them; agreed words stand once, however many sources they are of."""
    found: dict[object, PublicCitation] = {}
    for position, citation in enumerate(written):
        one = _citation(investigation, citation, origins)
        if one is None:
            continue
        key = (one.stance, one.label) if one.source is None else position
        if key not in found:
            found[key] = origins.came(one, "event", event, *path, position)
    return tuple(found.values())


def _citation(
    investigation: Investigation, citation: Citation, origins: Origins
) -> PublicCitation | None:
    source = source_of(investigation, citation.source)
    if source is None:
        return None
    if not shown(source):
        label = agreed_words(source)
        if label is None:
            return None
        unnamed = PublicCitation(citation.stance, label=label)
        origins.but(unnamed, "label", "source", source.id, "label")
        return unnamed
    return PublicCitation(
        citation.stance,
        source=_source(investigation, source, origins),
        at=citation.at,
        quote=citation.quote,
        attribution=citation.attribution,
    )


def _source(investigation: Investigation, source: Source, origins: Origins) -> PublicSource:
    heading = investigation.heading
    published = investigation.published.get(source.id)
    created = investigation.created.get(source.id)
    url = link(source.url)
    found = PublicSource(
        source_id(url, source.title, source.publisher),
        source.title,
        publisher=source.publisher,
        author=source.author,
        published=None if published is None else day(heading, published),
        created=None if created is None else day(heading, created),
        url=url,
        archived_url=link(source.archived_url),
    )
    return origins.came(found, "source", source.id)


def all_shown(investigation: Investigation, cited: Sequence[Citation]) -> bool:
    """Whether there are sources, and readers may see every one of them."""
    return bool(cited) and all(_is_shown(investigation, one.source) for one in cited)


def _is_shown(investigation: Investigation, identity: str) -> bool:
    source = source_of(investigation, identity)
    return source is not None and shown(source)


def sources_shown(investigation: Investigation) -> Iterator[str]:
    """Ids of all sources that readers may see."""
    for identity in investigation.sources["id"]:
        if _is_shown(investigation, identity):
            yield identity
