"""Holds records against each other: ids given twice, ids of nothing, circles, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timelines.findings import Finding, Related
from timelines.reading.folder import RecordKind, unreadable
from timelines.reading.parsing import Entry
from timelines.reading.validation import lines_at
from timelines.records import Event, Heading, Person, Source
from timelines.suggestions import suggestion
from timelines.yamlfile import line_of

CALLED: dict[str, str] = {"event": "event", "source": "source", "person": "person"}
Entries = Mapping[RecordKind, Mapping[str, Entry]]
Path = tuple[str | int, ...]


def unique(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Finding]]:
    """The first record of each id, and a finding for each further one."""
    kept: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        first = kept.setdefault(entry.record.id, entry)
        if first is not entry:
            problems.append(_twice(first, entry))
    return kept, problems


def _twice(first: Entry, second: Entry) -> Finding:
    identity = first.record.id
    event = identity if first.kind == "event" else None
    places = [(one.file, line_of(lines_at(one.lines, ("id",)))) for one in (first, second)]
    (file, line), (other, line_there) = places
    noun = {"event": "events", "source": "sources", "person": "people"}[first.kind]
    return Finding(
        "unreadable",
        "error",
        f"Two {noun} have the id “{identity}”: {file}, line {line}, and {other}, line "
        f"{line_there}. Only the first is loaded; give one of them another id.",
        event=event,
        file=other,
        line=line_there,
        related=tuple(
            Related(f"has the id “{identity}”", event=event, file=where, line=number)
            for where, number in places
        ),
    )


def references(record: Event | Source | Person) -> Iterator[tuple[str, str, Path]]:
    """Every id that a record names: the kind of what it names, the id, and its place."""
    if isinstance(record, Event):
        yield from _of_event(record)
    elif isinstance(record, Source):
        for i, origin in enumerate(record.derived_from):
            yield "source", origin, ("derived_from", i)
        if record.translated_from is not None:
            yield "source", record.translated_from, ("translated_from",)
    else:
        for i, status in enumerate(record.legal_status):
            if status.source is not None:
                yield "source", status.source, ("legal_status", i, "source")


def _of_event(event: Event) -> Iterator[tuple[str, str, Path]]:
    for i, one in enumerate(event.sources):
        yield "source", one.source, ("sources", i, "source")
    for i, part in enumerate(event.people):
        yield "person", part.who, ("people", i, "who")
    for i, fact in enumerate(event.order):
        yield "event", fact.other, ("order", i, fact.relation)
        if fact.source is not None:
            yield "source", fact.source, ("order", i, "source")
    for i, known in enumerate(event.known_to):
        yield "person", known.who, ("known_to", i, "who")
        for j, one in enumerate(known.sources):
            yield "source", one.source, ("known_to", i, "sources", j, "source")
    for i, person in enumerate(event.adverse_to):
        yield "person", person, ("adverse_to", i)
    for i, response in enumerate(event.responses):
        yield "person", response.who, ("responses", i, "who")


def dangling(entries: Entries, lost: Mapping[RecordKind, frozenset[str]]) -> Iterator[Finding]:
    """A finding for every id that names nothing.

    An id in `lost` is of a record that is there and could not be read: that is said already.
    """
    known: dict[str, Any] = {kind: entries[kind].keys() | lost[kind] for kind in entries}
    for kind in entries:
        for entry in entries[kind].values():
            for named, identity, path in references(entry.record):
                if identity not in known[named]:
                    hint = suggestion(identity, entries[named])  # type: ignore[index]
                    article = "person or organisation" if named == "person" else named
                    yield _at(entry, path, f"There is no {article} “{identity}”.{hint}")


def _at(entry: Entry, path: Path, message: str) -> Finding:
    event = entry.record.id if entry.kind == "event" else None
    return unreadable(entry.file, line_of(lines_at(entry.lines, path)), message, event)


def foreign_storylines(entries: Entries, heading: Heading) -> Iterator[Finding]:
    """A finding for every storyline that the heading does not list, if it lists any."""
    if not heading.storylines:
        return
    listed = set(heading.storylines)
    for entry in entries["event"].values():
        record = entry.record
        if isinstance(record, Event):
            for i, lane in enumerate(record.storyline):
                if lane not in listed:
                    hint = suggestion(lane, listed)
                    message = f"“{lane}” is not one of the heading’s storylines.{hint}"
                    yield _at(entry, ("storyline", i), message)


def circles(entries: Entries) -> Iterator[Finding]:
    """A finding at each place of a circle of sources, and at each event tied to itself."""
    for entry in entries["event"].values():
        if isinstance(entry.record, Event):
            for i, fact in enumerate(entry.record.order):
                if fact.other == entry.record.id:
                    relation = fact.relation.replace("_", " as ")
                    yield _at(
                        entry,
                        ("order", i, fact.relation),
                        f"“{entry.record.id}” is said to be {relation} itself.",
                    )
    derived: dict[str, list[tuple[str, Path]]] = {}
    translated: dict[str, list[tuple[str, Path]]] = {}
    for identity, entry in entries["source"].items():
        if isinstance(entry.record, Source):
            derived[identity] = [
                (origin, ("derived_from", i)) for i, origin in enumerate(entry.record.derived_from)
            ]
            original = entry.record.translated_from
            if original is not None:
                translated[identity] = [(original, ("translated_from",))]
    for graph, words in ((derived, "derives from"), (translated, "is translated from")):
        for identity, path, ring in _rings(graph):
            said = f" {words} ".join(f"“{one}”" for one in ring)
            entry = entries["source"][identity]
            yield _at(entry, path, f"Sources in a circle: {said}. One of these is wrong.")


def _rings(
    graph: Mapping[str, list[tuple[str, Path]]],
) -> Iterator[tuple[str, Path, list[str]]]:
    """Each statement that is part of a circle, with the shortest circle through it."""
    for identity, edges in graph.items():
        for origin, path in edges:
            way = _way(graph, origin, identity)
            if way is not None:
                yield identity, path, [identity, *way]


def _way(graph: Mapping[str, list[tuple[str, Path]]], start: str, goal: str) -> list[str] | None:
    """The shortest way from one source to another, both included."""
    came: dict[str, str | None] = {start: None}
    queue = [start]
    for here in queue:
        if here == goal:
            way: list[str] = []
            step: str | None = here
            while step is not None:
                way.append(step)
                step = came[step]
            return way[::-1]
        for there, _ in graph.get(here, ()):
            if there not in came:
                came[there] = here
                queue.append(there)
    return None
