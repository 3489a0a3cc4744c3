"""Finds the file in which a record is written, and the one in which a new record belongs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timelines.desk.durable import content, inside
from timelines.desk.refused import Refused
from timelines.desk.shape import RecordKind
from timelines.desk.splicing.filetext import FileText, file_text
from timelines.desk.splicing.places import Source
from timelines.desk.splicing.places import source as placed
from timelines.reading.folder import FOLDERS, HEADING, LISTS, listing
from timelines.records.fields import DATE_KEYS, composed, id_trouble
from timelines.yamlfile import LARGEST, Unreadable, Value

_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}
_NEW_LIST = {"source": "sources.yaml", "person": "people.yaml"}
_SAID = {"event": "an event", "source": "a source", "person": "a person or organisation"}
_LONGEST_NAME = 200
_ID = re.compile(r"""\bid["']?[ \t]*:[ \t]*["']?([^\s"'#,}\]]+)""")


@dataclass(frozen=True, slots=True)
class Written:
    """A record as a file has it: the file's text, what stands where in it, and which this is.

    `number` is None where the whole file is the record.
    """

    file: str
    text: FileText
    source: Source
    number: int | None
    value: dict[str, Value]


@dataclass(slots=True)
class Files:
    """The files of an investigation as they are, and as they are to be.

    `before` has what was read from the disk, `after` what is to be written there; None is no file.
    """

    root: Path
    before: dict[str, bytes | None] = field(default_factory=dict)
    after: dict[str, bytes | None] = field(default_factory=dict)
    naming: dict[RecordKind, dict[str, list[str]]] = field(default_factory=dict)
    """By kind and id, the files that may hold it."""

    def peek(self, name: str) -> bytes:
        """The bytes of a file that is only looked at; none where it cannot be opened."""
        if name in self.after:
            return self.after[name] or b""
        try:
            return (self.root / name).read_bytes()
        except OSError:
            return b""

    def get(self, name: str) -> bytes | None:
        """The bytes of a file with the changes so far; None where there is none."""
        if name not in self.after:
            self.before[name] = self.after[name] = content(inside(self.root, name))
        return self.after[name]

    def put(self, name: str, data: bytes | None) -> None:
        """Have a file hold these bytes; None takes it away."""
        self.get(name)
        self.after[name] = data
        kind = FOLDERS.get(name.partition("/")[0], LISTS.get(name))
        if kind in self.naming:
            _note(self.naming[kind], name, data or b"")

    def changed(self) -> Iterator[tuple[str, bytes | None, bytes | None]]:
        """The files that are to change: name, what is there, what is to be there."""
        for name, data in self.after.items():
            if self.before[name] != data:
                yield name, self.before[name], data


def find(files: Files, kind: RecordKind, identity: str | None) -> Written | None:
    """Where a record is written; None where it is nowhere.

    Raises Refused where the file that should hold it cannot be read.
    """
    if kind == "heading":
        return _heading(files)
    identity = composed(identity or "")
    own = [f"{_FOLDER[kind]}/{identity}{ending}" for ending in (".yaml", ".yml")]
    names = own if id_trouble(identity) is None else []
    for name in names:
        found = _within(files, name, identity)
        if found is not None:
            return found
    for name in _naming(files, kind, identity):
        found = _within(files, name, identity)
        if found is not None:
            return found
    return None


def needed(files: Files, kind: RecordKind, identity: str | None) -> Written:
    """Where a record is written; Refused where it is nowhere."""
    found = find(files, kind, identity)
    if found is None:
        what = "heading" if kind == "heading" else f"{_SAID[kind].partition(' ')[2]} “{identity}”"
        raise Refused(f"There is no {what} here; it may have been removed.")
    return found


def _heading(files: Files) -> Written | None:
    for name in HEADING:
        data = files.get(name)
        if data is not None:
            text, source = readable(name, data)
            value = source.seen.document.value
            if isinstance(value, dict):
                return Written(name, text, source, None, value)
            raise Refused(f"“{name}” holds no heading; mend it in a text editor first.")
    return None


def _naming(files: Files, kind: RecordKind, identity: str) -> list[str]:
    """The files in which an id may be that of a record; every file is looked into but once."""
    if kind not in files.naming:
        naming = files.naming[kind] = {}
        for one in listing(files.root)[0]:
            if one.kind == kind:
                _note(naming, one.name, files.peek(one.name))
    return files.naming[kind].get(identity, [])


def _note(naming: dict[str, list[str]], name: str, data: bytes) -> None:
    said = _ID.findall(data.decode("utf-8", "replace"))
    for identity in {stem(name), *map(composed, said)}:
        names = naming.setdefault(identity, [])
        if name not in names:
            names.append(name)


def stem(name: str) -> str:
    """The name of a file without folder and ending: the id of a record that says none."""
    return composed(name.rpartition("/")[2].rpartition(".")[0])


def readable(name: str, data: bytes) -> tuple[FileText, Source]:
    """A file as text, and what it says where; Refused for one that cannot be read."""
    try:
        text = file_text(data)
        return text, placed(text.text, DATE_KEYS)
    except Unreadable as fault:
        raise Refused(
            f"“{name}” cannot be read, so nothing is written into it. Line {fault.line}: "
            f"{fault.message}"
        ) from None


def _within(files: Files, name: str, identity: str) -> Written | None:
    data = files.get(name)
    if data is None:
        return None
    try:
        text, source = readable(name, data)
    except Refused:
        if stem(name) == identity:
            raise
        return None
    for number, value, own in records(name, source.seen.document.value):
        if own == identity:
            return Written(name, text, source, number, value)
    return None


def records(
    name: str, value: Value | None
) -> Iterator[tuple[int | None, dict[str, Value], str | None]]:
    """The records of a file: which one it is, what it says, and its id."""
    if isinstance(value, dict):
        yield None, value, _identity(value, stem(name))
    elif isinstance(value, list):
        only = stem(name) if len(value) == 1 else None
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield number, one, _identity(one, only)


def _identity(value: dict[str, Value], default: str | None) -> str | None:
    said = value.get("id")
    return composed(said.strip()) if isinstance(said, str) else default


def home(
    files: Files, kind: RecordKind, identity: str, size: int, open_lists: Sequence[str] = ()
) -> str:
    """The file a new record belongs in: events each in their own, others in the list there is.

    `size` is about how many bytes it has; `open_lists` are known to take more.
    Raises Refused for an id that is none, or that is taken.
    """
    if kind == "heading":
        raise Refused("There is one heading, and no second one.")
    trouble = id_trouble(composed(identity))
    if trouble is not None:
        raise Refused(trouble)
    if find(files, kind, identity) is not None:
        raise Refused(f"There is {_SAID[kind]} “{identity}” already; choose another id.")
    for name in open_lists:
        return name
    lists = [name for name in LISTS if LISTS[name] == kind and files.get(name) is not None]
    for name in lists:
        if _takes(files, name, size):
            return name
    folder = _FOLDER[kind]
    if kind in _NEW_LIST and not lists and not os.path.lexists(files.root / folder):
        return _NEW_LIST[kind]
    return _own_file(files, folder, identity)


def _takes(files: Files, name: str, size: int) -> bool:
    """Whether a file is a list that can be read and has room for more."""
    data = files.get(name)
    if data is None or len(data) + size > LARGEST:
        return False
    try:
        value = readable(name, data)[1].seen.document.value
    except Refused:
        return False
    if value is None:
        return True
    # A record alone in a list may go by the file's name; with a second one it would have no id.
    return isinstance(value, list) and not (
        len(value) == 1 and isinstance(value[0], dict) and "id" not in value[0]
    )


def _own_file(files: Files, folder: str, identity: str) -> str:
    """A file named after the id, as far as a file can be, that is not there yet."""
    name = identity.lstrip(".").encode()[:_LONGEST_NAME].decode("utf-8", "ignore")
    number = 1
    while True:
        path = f"{folder}/{name}{'' if number == 1 else f'-{number}'}.yaml"
        if files.get(path) is None and not os.path.lexists(files.root / path):
            return path
        number += 1
