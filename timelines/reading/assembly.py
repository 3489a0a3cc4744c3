"""Puts together what was read of the files of an investigation: tables, dates, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from timelines import tables
from timelines.dates.when import When
from timelines.findings import Finding
from timelines.reading import references
from timelines.reading.circles import circles
from timelines.reading.folder import RecordKind
from timelines.reading.parsing import Entry, FileRead, HeadingRead
from timelines.reading.rows import COLUMNS, Rows
from timelines.reading.validation import lines_at
from timelines.records import Heading
from timelines.yamlfile import line_of

Columns = dict[str, tuple[Any, ...]]


@dataclass(slots=True)
class Loaded:
    """Everything that was made of a folder's files; the fields are those of an Investigation."""

    heading: Heading
    heading_read: HeadingRead
    heading_file: str
    entries: dict[RecordKind, dict[str, Entry]]
    columns: dict[str, Columns]
    frames: dict[str, pd.DataFrame]
    problems: tuple[Finding, ...]
    dates: dict[str, When] = field(default_factory=dict)
    published: dict[str, When] = field(default_factory=dict)
    created: dict[str, When] = field(default_factory=dict)
    obtained: dict[str, When] = field(default_factory=dict)
    known_dates: dict[tuple[str, int], When] = field(default_factory=dict)
    pointing: list[Rows] = field(default_factory=list)
    misplaced: list[Finding] = field(default_factory=list)


def assembled(
    head: HeadingRead,
    heading_file: str,
    heading: Heading,
    files: Mapping[str, FileRead],
    rows: list[Rows],
    problems: list[Finding],
    before: Loaded | None,
) -> Loaded:
    """Everything about an investigation, from what was read of each of its files.

    `problems` are those of the folder; `before` is the last state, whose unchanged columns are
    taken over.
    """
    problems += head.problems
    problems += _unsigned(heading_file, head, heading)
    lost: dict[RecordKind, set[str]] = {"event": set(), "source": set(), "person": set()}
    for name, file in files.items():
        problems += file.problems
        lost[_kind(name)] |= file.lost
    entries: dict[RecordKind, dict[str, Entry]] = {}
    for kind in lost:
        entries[kind], repeated = references.unique(
            one.entry for one in rows if one.entry.kind == kind
        )
        problems += repeated
    kept = [one for one in rows if entries[one.entry.kind][one.entry.record.id] is one.entry]
    for one in rows:
        problems += one.problems
    all_lost = {kind: frozenset(ids) for kind, ids in lost.items()}
    problems += references.dangling(kept, entries, all_lost)
    problems += references.foreign_storylines(entries, heading)
    problems += circles(kept, entries)
    problems += _miscounted(heading_file, head, heading, entries)
    whole = Loaded(
        heading, head, heading_file, entries, *_frames(kept, before),
        tuple(sorted(problems, key=lambda one: (one.file or "", one.line or 0, one.message))),
    )  # fmt: skip
    _date(whole, kept)
    return whole


def _kind(name: str) -> RecordKind:
    if name.startswith("events"):
        return "event"
    return "source" if name.startswith("sources") else "person"


def _frames(
    kept: Iterable[Rows], before: Loaded | None
) -> tuple[dict[str, Columns], dict[str, pd.DataFrame]]:
    """The cells of each table by column, and its frame; unchanged columns are taken over."""
    cells: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COLUMNS}
    for one in kept:
        for name, row in one.cells:
            cells[name].append(row)
    columns: dict[str, Columns] = {}
    frames: dict[str, pd.DataFrame] = {}
    for table in tables.TABLES:
        names = COLUMNS[table.name]
        new = dict(
            zip(names, zip(*cells[table.name], strict=True), strict=True)
            if cells[table.name]
            else ((name, ()) for name in names)
        )
        columns[table.name] = new
        if before is None:
            frames[table.name] = tables.build(table, new)
            continue
        old, frame = before.columns[table.name], before.frames[table.name]
        same = {name: frame[name] for name in names if old[name] == new[name]}
        frames[table.name] = (
            frame if len(same) == len(names) else tables.build(table, {**new, **same})
        )
    return columns, frames


def _date(whole: Loaded, kept: Iterable[Rows]) -> None:
    """Sort the dates of the records into the mappings by what they date."""
    named = {"created": whole.created, "published": whole.published, "obtained": whole.obtained}
    for one in kept:
        identity = one.entry.record.id
        for what, when in one.dates.items():
            if isinstance(what, int):
                whole.known_dates[identity, what] = when
            elif what == "date":
                whole.dates[identity] = when
            else:
                named[what][identity] = when


def _unsigned(file: str, head: HeadingRead, heading: Heading) -> list[Finding]:
    if heading.signoffs:
        return []
    line = line_of(lines_at(head.lines, ("signoffs",)))
    return [
        Finding(
            "nobody-signs",
            "warning",
            "“signoffs” is an empty list: nobody need sign an event before it is published.",
            file=file,
            line=line,
        )
    ]


def _miscounted(
    file: str,
    head: HeadingRead,
    heading: Heading,
    entries: Mapping[RecordKind, Mapping[str, Entry]],
) -> list[Finding]:
    expected = heading.expect
    findings = []
    for kind, name, count in (
        ("event", "events", expected.events),
        ("source", "sources", expected.sources),
        ("person", "people", expected.people),
    ):
        read = len(entries[kind])  # type: ignore[index]
        if count is not None and count != read:
            line = line_of(lines_at(head.lines, ("expect", name)))
            findings.append(
                Finding(
                    "count-unexpected",
                    "error",
                    f"The heading expects {count} {name}, and {read} could be read. "
                    "Look for what is missing or too many, or change “expect”.",
                    file=file,
                    line=line,
                    identity=(name, str(count), str(read)),
                )
            )
    return findings
