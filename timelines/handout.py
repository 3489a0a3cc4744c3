"""What an export is made from: events in the order they are read, as records and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from timelines import tables
from timelines.dates.when import When
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.outgoing import record_fields

Audience = Literal["desk", "public"]

DESK = "FOR THE DESK, NOT FOR PUBLICATION"
"""Stands in every export that holds what readers may not see, wherever its format has a place."""


@dataclass(frozen=True, slots=True)
class Item:
    """One event, for formats that only show: names instead of ids, dates in words.

    `when` is None for a date that cannot be read. `sources` are lines such as “A report (City
    Hall)”. `fields` is the whole record as its file has it.
    """

    id: str
    headline: str
    written: str
    when: When | None
    words: str
    fields: Mapping[str, Any]
    summary: str = ""
    place: str = ""
    verification: str = ""
    storylines: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything to export. Records are mappings as files have them; `today` dates the export."""

    slug: str
    title: str
    zone: str
    language: str
    audience: Audience
    items: tuple[Item, ...]
    heading: Mapping[str, Any]
    sources: tuple[Mapping[str, Any], ...] = ()
    people: tuple[Mapping[str, Any], ...] = ()
    notes: bool = False
    today: date = date(1970, 1, 1)

    @property
    def banner(self) -> str:
        """The words that say whom it is for; empty where readers may have it."""
        return DESK if self.audience == "desk" else ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes, and a sentence for each thing it could not carry."""

    data: bytes
    remarks: tuple[str, ...] = ()


def for_the_desk(investigation: Investigation, *, notes: bool, today: date) -> Material:
    """Everything in an investigation; internal notes of all records only where asked for."""
    heading = investigation.heading
    titles = {row.id: row for row in tables.rows(investigation.sources)}
    names = {row.id: row.name for row in tables.rows(investigation.people)}

    def plain(record: Mapping[str, Any]) -> dict[str, Any]:
        return dict(record) if notes else _without_notes(record)

    return Material(
        slug=investigation.slug,
        title=heading.title,
        zone=heading.zone,
        language=heading.language,
        audience="desk",
        items=tuple(
            _item(investigation, event, plain, titles, names) for event in _in_order(investigation)
        ),
        heading=plain(record_fields(heading)),
        sources=tuple(
            {"id": one, **plain(record_fields(investigation.source(one)))} for one in titles
        ),
        people=tuple(
            {"id": one, **plain(record_fields(investigation.person(one)))} for one in names
        ),
        notes=notes,
        today=today,
    )


def _without_notes(record: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in record.items():
        if name in ("notes", "vault"):
            continue
        if isinstance(value, Mapping) and name != "says":
            value = _without_notes(value)
        elif isinstance(value, list):
            value = [_without_notes(one) if isinstance(one, Mapping) else one for one in value]
        found[name] = value
    return found


def _in_order(investigation: Investigation) -> list[str]:
    """Ids of all events, earliest first; those that may be of any time come last."""
    far = float("inf")

    def key(identity: str) -> tuple[float, float, str]:
        when = investigation.dates.get(identity)
        if when is None or when.precision == "unknown":
            return far, far, identity
        start, end = when.start.earliest, when.end.latest
        return (
            float("-inf") if start is None else start,
            far if end is None else end,
            identity,
        )

    return sorted(investigation.events["id"], key=key)


def _item(
    investigation: Investigation,
    identity: str,
    plain: Any,
    titles: Mapping[str, Any],
    names: Mapping[str, str],
) -> Item:
    event = investigation.event(identity)
    when = investigation.dates.get(identity)
    zone, language = investigation.heading.zone, investigation.heading.language
    fields = plain(record_fields(event))
    fields.pop("id", None)
    return Item(
        id=identity,
        headline=event.headline,
        written=event.date,
        when=when,
        words=event.date if when is None else in_words(when, zone=zone, language=language),
        fields={"id": identity, **fields},
        summary=event.summary or "",
        place=event.place or "",
        verification=event.verification,
        storylines=event.storyline,
        tags=event.tags,
        people=tuple(names.get(one.who, one.who) for one in event.people),
        sources=tuple(_source(titles.get(one.source), one.source) for one in event.sources),
        notes=fields.get("notes", ""),
    )


def _source(row: Any, identity: str) -> str:
    if row is None:
        return identity
    beside = ", ".join(one for one in (row.publisher, row.url) if one)
    return f"{row.title} ({beside})" if beside else str(row.title)


def not_carried(items: Iterable[Item], carried: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each field of events that a format has no place for, with how many have it."""
    known = frozenset(carried)
    counts = Counter(name for item in items for name in item.fields if name not in known)
    return tuple(
        f"“{name}” of {count} event{'' if count == 1 else 's'} is not carried."
        for name, count in sorted(counts.items())
    )
