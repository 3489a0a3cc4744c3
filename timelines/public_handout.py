"""What an export for readers is made from: the public objects of the gate, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timelines.dates.edtf import edtf
from timelines.dates.when import When
from timelines.findings import Finding
from timelines.handout import Item, Material
from timelines.investigation import Investigation
from timelines.publish.public import PublicCitation, PublicEvent, PublicPerson, PublicTimeline
from timelines.publish.publication import prepare


def released(
    investigation: Investigation, today: date
) -> tuple[Material | None, tuple[Finding, ...]]:
    """What readers may get on that day; without it, the findings of the gate that keep it in.

    What is under embargo until some hour of the day waits until the next one.
    """
    midnight = edtf(today.isoformat(), investigation.heading.zone).start.earliest or 0
    prepared = prepare(investigation, today, midnight)
    if prepared.decision.missing:
        return None, tuple(prepared.decision.missing)
    publication = prepared.publication
    dates = {
        publication.ids[event]: when
        for event, when in investigation.dates.items()
        if event in publication.ids
    }
    return for_the_public(publication.public, investigation.slug, dates, today=today), ()


def for_the_public(
    public: PublicTimeline, slug: str, dates: Mapping[str, When], *, today: date
) -> Material:
    """Everything readers get, in the order in which they get it; `dates` by public id.

    The records name people and sources by the words readers get, because ids are the desk's.
    """
    heading = {
        name: getattr(public, name)
        for name in ("title", "summary", "zone", "language", "byline", "publisher", "url")
        if getattr(public, name) is not None
    }
    if public.storylines:
        heading["storylines"] = list(public.storylines)
    return Material(
        slug=slug,
        title=public.title,
        zone=public.zone,
        language=public.language,
        audience="public",
        items=tuple(_item(event, dates.get(event.id)) for event in public.events),
        heading=heading,
        today=today,
    )


def _item(event: PublicEvent, when: When | None) -> Item:
    people = tuple(filter(None, (_person(one) for one in event.people)))
    sources = tuple(filter(None, (_source(one) for one in event.sources)))
    named: dict[str, Any] = {
        "id": event.id,
        "headline": event.headline,
        "date": event.date.edtf,
        "basis": event.basis,
        "summary": event.summary,
        "kind": event.kind,
        "instrument": event.instrument,
        "storyline": list(event.storylines),
        "people": list(people),
        "place": event.place,
        "tags": list(event.tags),
        "weight": event.weight,
        "verification": event.verification,
        "visibility": "public",
        "attribution": event.attribution,
        "sources": list(sources),
    }
    return Item(
        id=event.id,
        headline=event.headline,
        written=event.date.edtf,
        when=when,
        words=event.date.words,
        fields={name: value for name, value in named.items() if value not in (None, [])},
        summary=event.summary or "",
        place=event.place or "",
        verification=event.verification,
        storylines=event.storylines,
        tags=event.tags,
        people=people,
        sources=sources,
    )


def _person(person: PublicPerson) -> str | None:
    return person.name or person.label


def _source(citation: PublicCitation) -> str | None:
    """The title and address of a source, or the words agreed for one that is not named."""
    source = citation.source
    if source is None:
        return citation.label
    beside = ", ".join(one for one in (source.publisher, source.url) if one)
    return f"{source.title} ({beside})" if beside else source.title
