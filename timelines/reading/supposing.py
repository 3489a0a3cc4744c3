"""An investigation as it would be if one event said something else; nothing on disk is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timelines.reading.assembly import Loaded, assembled
from timelines.reading.dating import Calendar
from timelines.reading.documents import document_problems
from timelines.reading.keeping import Shelf
from timelines.reading.loading import File, rows_of
from timelines.reading.parsing import FileRead, HeadingRead, parse


def supposed(root: Path, shelf: Shelf, identity: str, data: bytes) -> Loaded:
    """What the folder would hold if that event, there or new, were in a file with these bytes.

    `shelf` holds what was read of the folder before.
    """
    whole: Loaded = shelf.whole
    there = whole.entries["event"].get(identity)
    name = f"events/{identity}.yaml" if there is None else there.file
    parsed = {file: kept.parsed for file, kept in shelf.files.items()}
    head: HeadingRead = parsed.pop(whole.heading_file)
    files: dict[str, File] = parsed
    heading = whole.heading
    calendar = Calendar(heading.zone, heading.hemisphere, heading.house.about)
    new = parse("event", f"events/{identity}.yaml", data)
    own = [rows_of(entry._replace(file=name), calendar) for entry in new.entries]
    old = files.get(name)
    rows = [one for file in files.values() for one in file.rows if one.entry is not there]
    reads = {file: one.read for file, one in files.items()}
    reads[name] = _with(None if old is None else old.read, new, identity, name)
    misplaced = [one for one in whole.misplaced if one.event != identity]
    misplaced += document_problems(root, [one for one in own if one.documents], heading)
    return assembled(
        head, whole.heading_file, heading, reads, [*rows, *own], misplaced, shelf.whole
    )


def _with(old: FileRead | None, new: FileRead, identity: str, name: str) -> FileRead:
    """What a file would have been read as; findings about the event are the new ones alone."""
    problems = tuple(replace(one, file=name) for one in new.problems)
    if old is None:
        return FileRead(new.entries, problems, new.lost)
    kept = tuple(one for one in old.problems if one.event != identity)
    lost = (old.lost - {identity}) | new.lost
    return FileRead(old.entries, (*kept, *problems), lost)
