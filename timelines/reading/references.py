"""Holds records against each other: ids given twice, ids of nothing, lanes of no heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timelines.findings import Finding, Related
from timelines.reading.folder import RecordKind, unreadable
from timelines.reading.parsing import Entry
from timelines.reading.rows import Path, Rows
from timelines.reading.validation import lines_at
from timelines.records import Event, Heading
from timelines.suggestions import suggestion
from timelines.yamlfile import line_of
from timelines.yamltrouble import brief

MOST_HINTS = 100
"""Unknown ids for which a near one is looked for; where there are more, a file is missing."""

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
        identity=("given twice", first.kind, identity),
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
    hints: dict[tuple[RecordKind, str], str] = {}
    for one in rows:
        for kind, identity, path in one.named:
            if identity in known[kind]:
                continue
            if (kind, identity) not in hints and len(hints) < MOST_HINTS:
                hints[kind, identity] = suggestion(identity, entries[kind])
            what = "person or organisation" if kind == "person" else kind
            hint = hints.get((kind, identity), "")
            yield at(one.entry, path, f"There is no {what} “{brief(identity)}”.{hint}")


def at(entry: Entry, path: Path, message: str) -> Finding:
    """A finding about a field of a record."""
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
                    message = f"“{brief(lane)}” is not one of the heading’s storylines.{hint}"
                    yield at(entry, ("storyline", i), message)
