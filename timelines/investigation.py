"""Loads an investigation: its heading, its tables, and everything in its files that is wrong."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from timelines.dates.when import When
from timelines.findings import Finding
from timelines.reading.assembly import Loaded
from timelines.reading.folder import RecordKind
from timelines.reading.keeping import parsed, shelf
from timelines.reading.loading import Unusable, loaded
from timelines.reading.parsing import Entry
from timelines.reading.supposing import supposed
from timelines.reading.validation import lines_at
from timelines.records import Event, Heading, Person, Source
from timelines.yamlfile import Lines, line_of

__all__ = ["Investigation", "Unusable", "files_parsed", "load", "suppose"]


@dataclass(frozen=True, eq=False)
class Investigation:
    """An investigation as its files have it; nothing writes into it.

    The frames are those of `timelines/tables.py`, by their names there. `problems` are the
    findings of reading, sorted by file and line. Dates that cannot be read are in none of the
    mappings. `known_dates` are by event and position in its `known_to`.
    """

    slug: str
    path: Path
    heading: Heading
    events: pd.DataFrame
    lanes: pd.DataFrame
    tags: pd.DataFrame
    sensitivities: pd.DataFrame
    adverse: pd.DataFrame
    involved: pd.DataFrame
    media: pd.DataFrame
    citations: pd.DataFrame
    claims: pd.DataFrame
    order: pd.DataFrame
    known: pd.DataFrame
    responses: pd.DataFrame
    signoffs: pd.DataFrame
    waivers: pd.DataFrame
    corrections: pd.DataFrame
    questions: pd.DataFrame
    sources: pd.DataFrame
    derivations: pd.DataFrame
    people: pd.DataFrame
    variants: pd.DataFrame
    roles: pd.DataFrame
    statuses: pd.DataFrame
    problems: tuple[Finding, ...]
    dates: Mapping[str, When]
    published: Mapping[str, When]
    created: Mapping[str, When]
    obtained: Mapping[str, When]
    known_dates: Mapping[tuple[str, int], When]
    digest: str
    """A sum over all of its files: two investigations with the same one say the same."""
    _entries: Mapping[RecordKind, Mapping[str, Entry]] = field(repr=False)
    _heading_file: str = field(repr=False)
    _heading_lines: Lines = field(repr=False)

    def event(self, identity: str) -> Event:
        """The event of an id; KeyError if there is none."""
        record = self._entries["event"][identity].record
        assert isinstance(record, Event)  # noqa: S101 - for the type checker
        return record

    def source(self, identity: str) -> Source:
        """The source of an id; KeyError if there is none."""
        record = self._entries["source"][identity].record
        assert isinstance(record, Source)  # noqa: S101 - for the type checker
        return record

    def person(self, identity: str) -> Person:
        """The person or organisation of an id; KeyError if there is none."""
        record = self._entries["person"][identity].record
        assert isinstance(record, Person)  # noqa: S101 - for the type checker
        return record

    def line(self, kind: str, identity: str | None, *path: str | int) -> int | None:
        """The line, from 1, of a field of a record: `line("event", "x", "sources", 0, "quote")`.

        `kind` is event, source, person or heading (whose id is not looked at). The line of what
        is around it for a field that is not written; None for a record that is not there.
        """
        if kind == "heading":
            return line_of(lines_at(self._heading_lines, path))
        entry = self._entries[kind].get(identity or "")  # type: ignore[index]
        return None if entry is None else line_of(lines_at(entry.lines, path))

    def file(self, kind: str, identity: str | None = None) -> str | None:
        """The file a record stands in, relative to the folder; None if it is not there."""
        if kind == "heading":
            return self._heading_file
        entry = self._entries[kind].get(identity or "")  # type: ignore[index]
        return None if entry is None else entry.file


def load(path: Path | str) -> Investigation:
    """The investigation in a folder.

    Everything that can be read is in it, and everything that cannot is in its `problems`. Files
    that did not change since the last time are not read again, and where none did, it is the
    same Investigation. Raises Unusable where there is no heading, or none with a time zone.
    """
    root = Path(os.path.realpath(path))
    with shelf(root) as kept:
        whole, same = loaded(root, kept)
        if not same or kept.investigation is None:
            kept.investigation = _investigation(root, whole, kept.digest())
        investigation: Investigation = kept.investigation
    return investigation


def suppose(path: Path | str, identity: str, data: bytes) -> Investigation:
    """The investigation as it would be if that event, there or new, said this in its file.

    Nothing is written, and what `load` gives stays as it is. Raises Unusable as `load` does.
    """
    root = Path(os.path.realpath(path))
    with shelf(root) as kept:
        loaded(root, kept)
        digest = hashlib.sha256(f"{kept.digest()}\0{identity}\0".encode() + data).hexdigest()
        return _investigation(root, supposed(root, kept, identity, data), digest)


def files_parsed(path: Path | str) -> int:
    """How many files have been parsed for an investigation since this program keeps it."""
    return parsed(Path(os.path.realpath(path)))


def _investigation(root: Path, whole: Loaded, digest: str) -> Investigation:
    return Investigation(
        slug=root.name,
        path=root,
        heading=whole.heading,
        **whole.frames,
        problems=whole.problems,
        dates=MappingProxyType(whole.dates),
        published=MappingProxyType(whole.published),
        created=MappingProxyType(whole.created),
        obtained=MappingProxyType(whole.obtained),
        known_dates=MappingProxyType(whole.known_dates),
        digest=digest,
        _entries=whole.entries,
        _heading_file=whole.heading_file,
        _heading_lines=whole.heading_read.lines,
    )
