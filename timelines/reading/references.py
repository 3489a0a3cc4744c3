"""Holds records against each other: ids given twice, ids of nothing, circles, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timelines.findings import Finding, Related
from timelines.reading.folder import RecordKind, unreadable
from timelines.reading.parsing import Entry
from timelines.reading.rows import Path, Rows
from timelines.reading.validation import lines_at
from timelines.records import Event, Heading, Source
from timelines.suggestions import suggestion
from timelines.yamlfile import line_of

Entries = Mapping[RecordKind, Mapping[str, Entry]]


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


def dangling(
    rows: Iterable[Rows], entries: Entries, lost: Mapping[RecordKind, frozenset[str]]
) -> Iterator[Finding]:
    """A finding for every id that names nothing.

    An id in `lost` is of a record that is there and could not be read: that is said already.
    """
    known = {kind: entries[kind].keys() | lost[kind] for kind in entries}
    for one in rows:
        for kind, identity, path in one.named:
            if identity not in known[kind]:
                what = "person or organisation" if kind == "person" else kind
                hint = suggestion(identity, entries[kind])
                yield _at(one.entry, path, f"There is no {what} “{identity}”.{hint}")


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


def circles(rows: Iterable[Rows], entries: Entries) -> Iterator[Finding]:
    """A finding at each place of a circle of sources, and at each event tied to itself."""
    for one in rows:
        event = one.entry.record.id
        for kind, identity, path in one.named:
            if kind == "event" and identity == event:
                relation = str(path[-1]).replace("_", " as ")
                yield _at(one.entry, path, f"“{event}” is said to be {relation} itself.")
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
