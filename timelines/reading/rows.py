"""From one record to its rows in the tables, its dates, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count, repeat
from typing import Any, TypeVar

from timelines.dates.when import DateError, When
from timelines.findings import Finding
from timelines.reading.dating import Calendar
from timelines.reading.folder import unreadable
from timelines.reading.parsing import Entry
from timelines.reading.paths import EVIDENCE, MEDIA, Misplaced, document
from timelines.reading.validation import lines_at
from timelines.records import Citation, Event, Person, Source
from timelines.yamlfile import line_of

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
        "language terms label why_anonymous manager_knows firsthand translated_from public notes",
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

T = TypeVar("T")
_NOWHERE = (None, None, None, None)


@dataclass(slots=True)
class Rows:
    """What one record adds to the tables. `dates` are by the name of what they date."""

    entry: Entry
    calendar: Calendar
    cells: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    dates: dict[str | int, When] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    def add(self, table: str, *cells: Any) -> None:
        """Add a row; its cells are in the order of COLUMNS."""
        self.cells.append((table, cells))

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

    def say(self, message: str, *path: str | int, check: str = "unreadable") -> None:
        """Make a finding about a field of the record."""
        event = self.entry.record.id if self.entry.kind == "event" else None
        file, line = self.entry.file, self.line(*path)
        if check == "unreadable":
            self.problems.append(unreadable(file, line, message, event))
        else:
            self.problems.append(Finding(check, "warning", message, event, file, line))

    def date(self, written: str | None, *path: str | int, zone: str | None = None) -> When | None:
        """The date that a field writes; None, and a finding, where it cannot be read."""
        if written is None:
            return None
        when = self.calendar.read(written, zone)
        if isinstance(when, DateError):
            named = written in when.message
            self.say(when.message if named else f"“{written}”: {when.message}", *path)
            return None
        if "beyond-calendar" in when.troubles:
            self.say(
                f"“{written}” is too far off for the tables, which reach 250,000 years either "
                "way; it is kept as it is written and has no place on the timeline.",
                *path,
                check="beyond-calendar",
            )
        return when

    def span(self, written: str | None, *path: str | int) -> tuple[int | None, int | None]:
        """First possible and first impossible instant of a date, start to end."""
        when = self.date(written, *path)
        return (None, None) if when is None else (when.start.earliest, when.end.latest)


def rows_of(entry: Entry, calendar: Calendar) -> Rows:
    """The rows of a record, with its dates read in the investigation's calendar."""
    rows = Rows(entry, calendar)
    record = entry.record
    if isinstance(record, Event):
        _event(rows, record)
    elif isinstance(record, Source):
        _source(rows, record)
    else:
        _person(rows, record)
    return rows


def _bounds(when: When | None) -> tuple[int | None, ...]:
    return _NOWHERE if when is None else (*when.start, *when.end)


def _event(rows: Rows, event: Event) -> None:
    zone = event.zone
    if zone is not None:
        trouble = rows.calendar.zone_trouble(zone)
        if trouble is not None:
            rows.say(trouble, "zone")
            zone = None
    when = rows.date(event.date, "date", zone=zone)
    if when is not None:
        rows.dates["date"] = when
    embargo = None
    if event.embargo is not None:
        held = rows.calendar.embargo(event.embargo)
        if isinstance(held, str):
            rows.say(held, "embargo")
        else:
            embargo = held.start.earliest
    rows.add(
        "events", event.id, rows.entry.file, rows.entry.line, event.headline, event.date,
        rows.line("date"), zone or rows.calendar.zone, *_bounds(when),
        None if when is None else when.precision,
        *((False,) * 5 if when is None else
          (when.stretch, when.timed, when.approximate, when.uncertain, True)),
        event.basis, event.summary, event.kind, event.instrument, event.place, event.weight,
        event.verification, event.attribution, event.visibility, embargo, event.notes,
    )  # fmt: skip
    _words(rows, event.id, lanes=event.storyline, tags=event.tags,
           sensitivities=event.sensitivity, adverse=event.adverse_to)  # fmt: skip
    _involved_and_media(rows, event)
    _citations(rows, event.id, None, event.sources, ("sources",))
    _order_and_knowledge(rows, event)
    if event.responses or event.signoffs or event.waivers:
        _promises(rows, event)
    if event.corrections or event.questions:
        _notes(rows, event)


def _words(rows: Rows, record: str, **lists: Sequence[str]) -> None:
    for table, words in lists.items():
        for position, word in enumerate(words):
            rows.add(table, record, position, word)


def _involved_and_media(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.people, "people"):
        rows.add("involved", event.id, i, one.who, one.part, file, line)
    for i, medium, line in rows.placed(event.media, "media"):
        try:
            path = document(medium.file, EVIDENCE, MEDIA)
            rows.documents.append(path)
        except Misplaced as fault:
            path = None
            rows.say(str(fault), "media", i, "file")
        rows.add("media", event.id, i, path, medium.alt, medium.credit, medium.caption, file,
                 line)  # fmt: skip


def _citations(
    rows: Rows,
    event: str,
    known: int | None,
    citations: Sequence[Citation],
    path: tuple[str | int, ...],
) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(citations, *path):
        rows.add("citations", event, known, i, one.source, one.at, one.quote,
                 one.says.get("date"), one.stance, one.knowledge, one.attribution, one.notes,
                 file, line)  # fmt: skip
        for name, value in one.says.items():
            rows.add("claims", event, known, i, one.source, name, value, file,
                     rows.line(*path, i, "says", name))  # fmt: skip


def _order_and_knowledge(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, fact, line in rows.placed(event.order, "order"):
        rows.add("order", event.id, i, fact.relation, fact.other, fact.by, fact.source, file,
                 line)  # fmt: skip
    for i, known, line in rows.placed(event.known_to, "known_to"):
        when = rows.date(known.date, "known_to", i, "date")
        if when is not None:
            rows.dates[i] = when
        rows.add("known", event.id, i, known.who, known.date, rows.line("known_to", i, "date"),
                 *_bounds(when), when is not None, known.how, known.stance, file,
                 line)  # fmt: skip
        _citations(rows, event.id, i, known.sources, ("known_to", i, "sources"))


def _promises(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.responses, "responses"):
        at = ("responses", i)
        asked = rows.span(one.asked, *at, "asked")
        rows.date(one.deadline, *at, "deadline")
        rows.date(one.answered, *at, "answered")
        rows.add("responses", event.id, i, one.who, one.asked, *asked, one.how, one.deadline,
                 one.answer, one.answered, file, line)  # fmt: skip
    for i, sign, line in rows.placed(event.signoffs, "signoffs"):
        rows.date(sign.on, "signoffs", i, "on")
        rows.add("signoffs", event.id, i, sign.role, sign.by, sign.on, sign.fingerprint, file,
                 line)  # fmt: skip
    for i, waiver, line in rows.placed(event.waivers, "waivers"):
        rows.date(waiver.on, "waivers", i, "on")
        rows.date(waiver.until, "waivers", i, "until")
        rows.add("waivers", event.id, i, waiver.check, waiver.because, waiver.by, waiver.on,
                 waiver.until, waiver.fingerprint, file, line)  # fmt: skip


def _notes(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.corrections, "corrections"):
        rows.date(one.on, "corrections", i, "on")
        rows.add("corrections", event.id, i, one.on, one.kind, one.note, file,
                 line)  # fmt: skip
    for i, question, line in rows.placed(event.questions, "questions"):
        rows.date(question.on, "questions", i, "on")
        rows.add("questions", event.id, i, question.ask, question.by, question.on,
                 question.owner, question.answer, file, line)  # fmt: skip


def _source(rows: Rows, source: Source) -> None:
    obtained = source.obtained.on if source.obtained is not None else None
    spans: list[int | str | None] = []
    for name, written, path in (
        ("created", source.created, ("created",)),
        ("published", source.published, ("published",)),
        ("obtained", obtained, ("obtained", "on")),
    ):
        when = rows.date(written, *path)
        if when is not None:
            rows.dates[name] = when
        span = (None, None) if when is None else (when.start.earliest, when.end.latest)
        spans += [written, *span]
    rows.date(source.captured, "captured")
    path_to_file = None
    if source.file is not None:
        try:
            path_to_file = document(source.file, EVIDENCE)
            rows.documents.append(path_to_file)
        except Misplaced as fault:
            rows.say(str(fault), "file")
    rows.add(
        "sources", source.id, rows.entry.file, rows.entry.line, source.kind, source.title,
        source.publisher, source.author, *spans, source.url, source.archived_url,
        source.captured, path_to_file, source.sha256, source.pages, source.language,
        source.terms, source.label, source.why_anonymous, source.manager_knows,
        source.firsthand, source.translated_from, source.may_be_shown, source.notes,
    )  # fmt: skip
    for i, origin, line in rows.placed(source.derived_from, "derived_from"):
        rows.add("derivations", source.id, i, origin, rows.entry.file,
                 line)  # fmt: skip


def _person(rows: Rows, person: Person) -> None:
    file = rows.entry.file
    rows.add(
        "people", person.id, file, rows.entry.line, person.name, person.kind,
        person.born, *rows.span(person.born, "born"),
        person.died, *rows.span(person.died, "died"),
        person.naming, person.label, person.notes,
    )  # fmt: skip
    _words(rows, person.id, variants=person.variants)
    for i, role, line in rows.placed(person.roles, "roles"):
        since = rows.span(role.from_, "roles", i, "from")[0]
        until = rows.span(role.to, "roles", i, "to")[1]
        rows.add("roles", person.id, i, role.title, role.org, role.from_, role.to, since, until,
                 file, line)  # fmt: skip
    for i, one, line in rows.placed(person.legal_status, "legal_status"):
        rows.add("statuses", person.id, i, one.status, one.as_of,
                 *rows.span(one.as_of, "legal_status", i, "as_of"), one.source, file,
                 line)  # fmt: skip
