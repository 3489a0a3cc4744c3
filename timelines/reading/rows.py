"""From one record to its rows in the tables, its dates, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, repeat
from typing import Any, TypeVar

from timelines.dates.when import DateError, When
from timelines.findings import Finding, Level
from timelines.reading.dating import Calendar
from timelines.reading.folder import RecordKind, unreadable
from timelines.reading.parsing import Entry
from timelines.reading.validation import lines_at
from timelines.yamlfile import line_of
from timelines.yamltrouble import brief

COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "events": "id file line headline written date_line zone start_earliest start_latest "
        "end_earliest end_latest precision stretch timed approximate uncertain readable basis "
        "summary kind instrument place weight verification attribution visibility embargo notes",
        "lanes": "event position storyline",
        "tags": "event position tag",
        "sensitivities": "event position sensitivity",
        "adverse": "event position person",
        "involved": "event position person part file line",
        "media": "event position media_file alt credit caption file line",
        "citations": "event known position source at quote says_date stance knowledge "
        "attribution notes file line",
        "claims": "event known position source field value file line",
        "order": "event position relation other by source file line",
        "known": "event position who written date_line start_earliest start_latest "
        "end_earliest end_latest readable how stance file line",
        "responses": "event position who asked asked_earliest asked_latest how deadline answer "
        "answered file line",
        "signoffs": "event position role by on fingerprint file line",
        "waivers": "event position check because by on until fingerprint file line",
        "corrections": "event position on kind note file line",
        "questions": "event position ask by on owner answer file line",
        "sources": "id file line kind title publisher author created created_earliest "
        "created_latest published published_earliest published_latest obtained "
        "obtained_earliest obtained_latest url archived_url captured document sha256 pages "
        "language terms label why_anonymous manager_knows firsthand translated_from public vault "
        "notes",
        "derivations": "source position origin file line",
        "people": "id file line name kind born born_earliest born_latest died died_earliest "
        "died_latest naming label notes",
        "variants": "person position variant",
        "roles": "person position title org from_written to_written from_earliest to_latest "
        "file line",
        "statuses": "person position status as_of as_of_earliest as_of_latest source file line",
    }.items()
}
"""The columns of each table in the order in which the rows below have their cells."""

Path = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(slots=True)
class Rows:
    """What one record adds to the tables.

    `dates` are by the name of what they date, `named` are the records it names, with the place,
    `documents` the paths of the files it points to, with the line.
    """

    entry: Entry
    calendar: Calendar
    cells: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    dates: dict[str | int, When] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    documents: list[tuple[str, int]] = field(default_factory=list)
    named: list[tuple[RecordKind, str, Path]] = field(default_factory=list)

    def add(self, table: str, *cells: Any) -> None:
        """Add a row; its cells are in the order of COLUMNS."""
        self.cells.append((table, cells))

    def name(self, kind: RecordKind, identity: str | None, *path: str | int) -> None:
        """Note that a field names another record, if it does."""
        if identity is not None:
            self.named.append((kind, identity, path))

    def line(self, *path: str | int) -> int:
        """The line of a field of the record."""
        return line_of(lines_at(self.entry.lines, path))

    def placed(self, items: Sequence[T], *path: str | int) -> Iterable[tuple[int, T, int]]:
        """Each item of a list with its position and line; a single value may stand for a list."""
        if not items:
            return ()
        lines = lines_at(self.entry.lines, path)
        where = map(line_of, lines[1:]) if isinstance(lines, list) else repeat(line_of(lines))
        return zip(count(), items, where, strict=False)

    def say(
        self,
        message: str,
        *path: str | int,
        check: str = "unreadable",
        level: Level = "error",
    ) -> None:
        """Make a finding about a field of the record."""
        event = self.entry.record.id if self.entry.kind == "event" else None
        found = unreadable(self.entry.file, self.line(*path), message, event)
        self.problems.append(replace(found, check=check, level=level))

    def date(self, written: str | None, *path: str | int, zone: str | None = None) -> When | None:
        """The date that a field writes; None, and a finding, where it cannot be read."""
        if written is None:
            return None
        when = self.calendar.read(written, zone)
        if isinstance(when, DateError):
            named = written in when.message
            self.say(when.message if named else f"“{brief(written)}”: {when.message}", *path)
            return None
        if "beyond-calendar" in when.troubles:
            self.say(
                f"“{brief(written)}” is too far off for the tables, which reach 250,000 years "
                "either way; it is kept as it is written and has no place on the timeline.",
                *path,
                check="beyond-calendar",
                level="warning",
            )
        return when

    def words(self, table: str, record: str, words: Sequence[str]) -> None:
        """Add a row for each word of a list."""
        for position, word in enumerate(words):
            self.cells.append((table, (record, position, word)))

    def span(self, written: str | None, *path: str | int) -> tuple[int | None, int | None]:
        """First possible and first impossible instant of a date, start to end."""
        when = self.date(written, *path)
        return (None, None) if when is None else (when.start.earliest, when.end.latest)
