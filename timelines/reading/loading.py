"""Puts the files of a folder together: heading, records, tables, dates, problems."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from timelines.findings import Finding
from timelines.reading.assembly import Loaded, assembled
from timelines.reading.dating import Calendar
from timelines.reading.documents import document_problems
from timelines.reading.event_rows import event_rows
from timelines.reading.folder import (
    HEADING,
    Escape,
    Found,
    cannot_open,
    glance,
    inside,
    listing,
    shown,
    stamp,
    unreadable,
)
from timelines.reading.keeping import Shelf
from timelines.reading.parsing import Entry, FileRead, HeadingRead, parse, parse_heading, unopened
from timelines.reading.rows import Rows
from timelines.reading.source_rows import person_rows, source_rows
from timelines.reading.validation import lines_at
from timelines.records import Event, Heading, Source
from timelines.yamlfile import line_of


class Unusable(Exception):
    """A folder that is no investigation, or whose heading cannot be used at all.

    `findings` say why, with file and line where there is one.
    """

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


@dataclass(slots=True)
class File:
    """What was read of one file, and its rows as they are in one calendar."""

    read: FileRead
    calendar: object = None
    rows: tuple[Rows, ...] = ()

    def rows_in(self, calendar: Calendar, key: object) -> tuple[Rows, ...]:
        """The rows of its records; worked out anew only where the calendar is another."""
        if self.calendar != key:
            self.rows = tuple(rows_of(entry, calendar) for entry in self.read.entries)
            self.calendar = key
        return self.rows


def rows_of(entry: Entry, calendar: Calendar) -> Rows:
    """The rows that a record makes, its dates read in this calendar."""
    rows = Rows(entry, calendar)
    record = entry.record
    if isinstance(record, Event):
        event_rows(rows, record)
    elif isinstance(record, Source):
        source_rows(rows, record)
    else:
        person_rows(rows, record)
    return rows


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Python from looking for garbage meanwhile: reading makes none in cycles.

    Ten thousand events are a million objects that stay; going through them again and again
    takes as long as the rest of reading. Freezing and unfreezing sorts them in among the old ones
    without going through them even once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def loaded(root: Path, shelf: Shelf) -> tuple[Loaded, bool]:
    """What the folder holds, and whether it is the very same as the last time."""
    glanced = glance(root)
    if glanced is not None and shelf.glanced == glanced and _is_the_same(root, shelf):
        return shelf.whole, True
    shelf.glanced = None
    with _undisturbed():
        same = _read(root, shelf)
    shelf.glanced = glanced
    return shelf.whole, same


def _read(root: Path, shelf: Shelf) -> bool:
    """Read what changed; True where in the end nothing is different."""
    heading_file = _heading_file(root)
    found, strays = listing(root)
    files = shelf.refresh(root, [heading_file, *found], lambda one, data: _parse(root, one, data))
    head = files.pop(heading_file.name)
    others = [problem for file in files.values() for problem in file.read.problems]
    heading = _usable(head, heading_file.name, [*strays, *others])
    key = (heading.zone, heading.hemisphere, tuple(sorted(heading.house.about.items())))
    calendar = Calendar(heading.zone, heading.hemisphere, heading.house.about)
    rows = [one for file in files.values() for one in file.rows_in(calendar, key)]
    pointing = [one for one in rows if one.documents]
    misplaced = document_problems(root, pointing, heading)
    signature = (
        heading_file.name,
        tuple((name, kept.digest) for name, kept in shelf.files.items()),
        tuple(strays),
        tuple(misplaced),
    )
    if shelf.signature == signature:
        return True
    reads = {name: file.read for name, file in files.items()}
    shelf.whole = assembled(
        head, heading_file.name, heading, reads, rows, [*strays, *misplaced], shelf.whole
    )
    shelf.whole.pointing, shelf.whole.misplaced = pointing, misplaced
    shelf.signature = signature
    shelf.records = len(rows)
    return False


def _is_the_same(root: Path, shelf: Shelf) -> bool:
    """True where what a glance does not show has not changed either."""
    whole: Loaded = shelf.whole
    return (
        shelf.unsure_are_unchanged(root)
        and document_problems(root, whole.pointing, whole.heading) == whole.misplaced
    )


def _parse(root: Path, one: Found, data: bytes | OSError) -> HeadingRead | File:
    file = shown(one.name)
    if isinstance(data, OSError):
        why = cannot_open(data)
        if one.name in HEADING:
            return HeadingRead(None, 1, (unreadable(file, None, why),))
        return File(unopened(file, why))
    if one.name in HEADING:
        return parse_heading(file, data, root.name)
    return File(parse(one.kind, file, data))


def _heading_file(root: Path) -> Found:
    if not root.is_dir():
        raise Unusable(f"There is no folder “{root}”.")
    for name in HEADING:
        if not os.path.lexists(root / name):
            continue
        try:
            status = inside(root, name)
        except (Escape, OSError) as fault:
            message = str(fault) if isinstance(fault, Escape) else cannot_open(fault)
            raise Unusable(message, [unreadable(name, None, message)]) from None
        if not stat.S_ISREG(status.st_mode):
            message = f"“{name}” is not an ordinary file."
            raise Unusable(message, [unreadable(name, None, message)])
        return Found(name, "event", stamp(status))
    message = f"“{root.name}” has no investigation.yaml; every investigation begins with one."
    raise Unusable(message, [unreadable(HEADING[0], None, message)])


def _usable(head: HeadingRead, file: str, others: list[Finding]) -> Heading:
    """The heading; if it is none, Unusable with everything that was found so far."""
    heading = head.heading
    if heading is None:
        raise Unusable("The heading cannot be used.", [*head.problems, *others])
    trouble = Calendar.zone_trouble(heading.zone)
    if trouble is not None:
        line = line_of(lines_at(head.lines, ("zone",)))
        raise Unusable(
            "The heading has no usable time zone.",
            [*head.problems, unreadable(file, line, trouble), *others],
        )
    return heading
