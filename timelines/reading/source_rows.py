"""The rows of sources and people in the tables, their dates, and what is wrong with them."""

from __future__ import annotations

from timelines.reading.paths import EVIDENCE, Misplaced, document
from timelines.reading.rows import Rows
from timelines.records import Person, Source


def source_rows(rows: Rows, source: Source) -> None:
    """Add the rows of a source."""
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
            rows.documents.append((path_to_file, rows.line("file")))
        except Misplaced as fault:
            rows.say(str(fault), "file")
    rows.add(
        "sources", source.id, rows.entry.file, rows.entry.line, source.kind, source.title,
        source.publisher, source.author, *spans, source.url, source.archived_url,
        source.captured, path_to_file, source.sha256, source.pages, source.language,
        source.terms, source.label, source.why_anonymous, source.manager_knows,
        source.firsthand, source.translated_from, source.may_be_shown, source.vault,
        source.notes,
    )  # fmt: skip
    rows.name("source", source.translated_from, "translated_from")
    for i, origin, line in rows.placed(source.derived_from, "derived_from"):
        rows.name("source", origin, "derived_from", i)
        rows.add("derivations", source.id, i, origin, rows.entry.file,
                 line)  # fmt: skip


def person_rows(rows: Rows, person: Person) -> None:
    """Add the rows of a person or organisation."""
    file = rows.entry.file
    rows.add(
        "people", person.id, file, rows.entry.line, person.name, person.kind,
        person.born, *rows.span(person.born, "born"),
        person.died, *rows.span(person.died, "died"),
        person.naming, person.label, person.notes,
    )  # fmt: skip
    rows.words("variants", person.id, person.variants)
    for i, role, line in rows.placed(person.roles, "roles"):
        since = rows.span(role.from_, "roles", i, "from")[0]
        until = rows.span(role.to, "roles", i, "to")[1]
        rows.add("roles", person.id, i, role.title, role.org, role.from_, role.to, since, until,
                 file, line)  # fmt: skip
    for i, one, line in rows.placed(person.legal_status, "legal_status"):
        rows.name("source", one.source, "legal_status", i, "source")
        rows.add("statuses", person.id, i, one.status, one.as_of,
                 *rows.span(one.as_of, "legal_status", i, "as_of"), one.source, file,
                 line)  # fmt: skip
