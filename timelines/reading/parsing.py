"""From the bytes of one file to its records, with everything in it that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from timelines.findings import Finding
from timelines.reading.folder import RecordKind, unreadable
from timelines.reading.validation import known, validate
from timelines.records import Event, Heading, Person, Source
from timelines.records.fields import DATE_KEYS, composed, id_trouble
from timelines.yamlfile import Lines, Trouble, Unreadable, decode, line_of, read
from timelines.yamltrouble import brief

MODELS: dict[RecordKind, type[Event | Source | Person]] = {
    "event": Event,
    "source": Source,
    "person": Person,
}
_ID_LINE = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?id[ \t]*:[ \t]*[\"']?([^\s\"'#,}]+)", re.M)


class Entry(NamedTuple):
    """One record as it was read, its file, and the lines of everything in it."""

    kind: RecordKind
    record: Event | Source | Person
    file: str
    lines: Lines

    @property
    def line(self) -> int:
        """Line of its first key."""
        return line_of(self.lines)


class FileRead(NamedTuple):
    """What one file held. `lost` are ids of records that are there and could not be read."""

    entries: tuple[Entry, ...]
    problems: tuple[Finding, ...]
    lost: frozenset[str] = frozenset()


def _stem(file: str) -> str:
    """The name of a file without folder and ending: the id of a record that says none."""
    return composed(file.rpartition("/")[2].rpartition(".")[0])


def parse(kind: RecordKind, file: str, data: bytes) -> FileRead:
    """The records of a file of events, sources or people."""
    stem = _stem(file)
    text = ""
    try:
        text = decode(data)
        document = read(text, verbatim=DATE_KEYS)
    except Unreadable as fault:
        lost = frozenset({stem, *map(composed, _ID_LINE.findall(text))})
        return FileRead((), (unreadable(file, fault.line, fault.message),), lost)
    reader = _Records(kind, file, document.empties)
    value, lines = document.value, document.lines
    if isinstance(value, dict):
        reader.record(value, lines, stem)
    elif isinstance(value, list) and isinstance(lines, list):
        only = stem if len(value) == 1 else None
        for item, where in zip(value, lines[1:], strict=True):
            reader.record(item, where, only)
    elif value is not None or "/" in file:
        reader.say([Trouble(line_of(lines), reader.no_record(value))])
        reader.lost.add(stem)
    for trouble in document.troubles:
        reader.say([trouble], reader.event_at(trouble.line))
    return FileRead(tuple(reader.entries), tuple(reader.problems), frozenset(reader.lost))


class _Records:
    """Collects the records of one file."""

    def __init__(self, kind: RecordKind, file: str, empties: bool) -> None:
        self.kind = kind
        self.model = MODELS[kind]
        self.keys = known(self.model).keys()
        self.file = file
        self.empties = empties
        self.entries: list[Entry] = []
        self.problems: list[Finding] = []
        self.lost: set[str] = set()

    def say(self, troubles: Any, event: str | None = None) -> None:
        """Make a finding of each trouble."""
        self.problems.extend(
            unreadable(self.file, trouble.line, trouble.message, event, trouble.same)
            for trouble in troubles
        )

    def event_at(self, line: int) -> str | None:
        """Id of the event in which a line lies."""
        if self.kind != "event":
            return None
        before = [entry for entry in self.entries if entry.line <= line]
        return before[-1].record.id if before else None

    def no_record(self, value: Any) -> str:
        """Why what stands there is not a record."""
        keys = " and ".join(
            f"“{name}: …”" for name, field in self.model.model_fields.items() if field.is_required()
        )
        said = (
            "nothing"
            if value is None
            else "a list"
            if isinstance(value, list)
            else f"“{brief(value)}”"
        )
        return f"{self.model.THING.capitalize()} is written as {keys}; here stands {said}."

    def record(self, value: Any, lines: Lines, default: str | None) -> None:
        """Read one record. `default` is its id if it says none, where it may be left out."""
        if not isinstance(value, dict):
            self.say([Trouble(line_of(lines), self.no_record(value))])
            return
        if self._is_wrapped(value, lines):
            self.lost.update(value)
            return
        said = value.get("id")
        problem = None
        if said is None:
            problem = self._id_problem(default)
            if problem is None and default is not None:
                value["id"] = default
        record, troubles = validate(self.model, value, lines, empties=self.empties)
        if problem is not None:
            troubles.insert(0, Trouble(line_of(lines), problem))
        if troubles or record is None:
            identity = composed(said.strip()) if isinstance(said, str) else default
            self.say(troubles, identity if self.kind == "event" else None)
            if record is None or not record.id:
                self.lost.update(() if identity is None else (identity,))
                return
        self.entries.append(Entry(self.kind, record, self.file, lines))

    def _is_wrapped(self, value: dict[str, Any], lines: Lines) -> bool:
        """Say so where records are written under a name or their ids, as other formats do."""
        if not value or not self.keys.isdisjoint(value):
            return False
        if not all(isinstance(inner, dict | list) for inner in value.values()):
            return False
        names = " and ".join(f"“{brief(name)}:”" for name in list(value)[:2])
        message = (
            f"Records stand under {names} here. A file holds one record, or a list of them: "
            "begin each with “- ”, and give it its own “id: …”."
        )
        self.say([Trouble(line_of(lines), message)])
        return True

    def _id_problem(self, default: str | None) -> str | None:
        """What is wrong where no id is written; one that is written is validated."""
        if default is None:
            return (
                "“id” is missing; in a file with more than one record, "
                f"{self.model.THING} needs it."
            )
        trouble = id_trouble(default)
        if trouble is None:
            return None
        return f"The name of this file is the id. {trouble} Rename the file, or add “id: …”."


def unopened(file: str, why: str) -> FileRead:
    """What is known of a file that cannot be opened."""
    stem = _stem(file)
    return FileRead((), (unreadable(file, None, why),), frozenset({stem}))


@dataclass(frozen=True, slots=True)
class HeadingRead:
    """The heading as it was read; None where it cannot be used."""

    heading: Heading | None
    lines: Lines
    problems: tuple[Finding, ...]


def _about(file: str, trouble: Trouble) -> Finding:
    return unreadable(file, trouble.line, trouble.message, None, trouble.same)


def parse_heading(file: str, data: bytes, slug: str) -> HeadingRead:
    """The heading; one without a title gets the folder's name, and a finding says so."""
    try:
        document = read(decode(data))
    except Unreadable as fault:
        return HeadingRead(None, 1, (unreadable(file, fault.line, fault.message),))
    problems = [_about(file, trouble) for trouble in document.troubles]
    value, lines = document.value, document.lines
    if not isinstance(value, dict) or not isinstance(lines, dict):
        said = "nothing" if value is None else "a list" if isinstance(value, list) else "a text"
        problems.append(
            unreadable(
                file,
                line_of(lines),
                f"The heading is written as “title: …” and “zone: …”; here stands {said}.",
            )
        )
        return HeadingRead(None, lines, tuple(problems))
    heading, troubles = validate(Heading, value, lines, empties=document.empties)
    problems += [_about(file, trouble) for trouble in troubles]
    if heading is None and isinstance(value.get("zone"), str):
        value["title"] = slug
        heading, _ = validate(Heading, value, lines)
    return HeadingRead(heading, lines, tuple(problems))
