"""Single facts in words for a person, each with its place: what clashes stands on two of them."""

from __future__ import annotations

import re
from functools import lru_cache

from timelines.dates.when import When
from timelines.dates.words import in_words
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.said import Said

LONGEST = 80
"""Characters of a title or headline that a sentence carries; the rest is at its place."""


def headline(docket: Docket, event: str) -> str:
    """The event's headline in quotation marks, without its full stop, cut where it is long."""
    return f"“{shortened(quotable(docket.events[event].headline).rstrip('.'))}”"


def title(docket: Docket, source: str) -> str:
    """The source's title in quotation marks, with its publisher; the id where it is unknown."""
    row = docket.sources.get(source)
    if row is None:
        return f"“{source}”"
    by = f" ({row.publisher})" if row.publisher is not None else ""
    return f"“{quotable(row.title)}”{by}"


def who(docket: Docket, source: str) -> str:
    """Who says so, as one would in a sentence: the publisher of a story, the title of a document.

    Where several sources share a publisher, their titles tell them apart.
    """
    row = docket.sources.get(source)
    if row is None:
        return f"“{source}”"
    if row.terms != "on-record" and row.label is not None:
        return quotable(row.label)
    if row.kind in ("publication", "post") and row.publisher is not None:
        if docket.publishers[row.publisher] == 1:
            return quotable(row.publisher)
        return f"{quotable(row.publisher)} (“{shortened(quotable(row.title), 40)}”)"
    return f"“{shortened(quotable(row.title))}”"


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, cut after a word with an ellipsis where it is longer than that."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.…")
    return f"{kept} …"


def capital(sentence: str) -> str:
    """The sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def stopped(clause: str) -> str:
    """The clause as a sentence: with a capital, and a full stop unless it ends in one (“p.m.”)."""
    return capital(clause if clause.endswith((".", "?", "!")) else f"{clause}.")


def name(docket: Docket, person: str) -> str:
    """The name of a person or organisation; the id in quotation marks where it is unknown."""
    row = docket.people.get(person)
    return f"“{person}”" if row is None else quotable(row.name)


@lru_cache(maxsize=65_536)
def quotable(text: str) -> str:
    """On one line, with single quotation marks inside, so that it can stand in “ ”."""
    flat = re.sub(r'"([^"]*)"', r"‘\1’", " ".join(text.split()))
    return flat.replace("“", "‘").replace("”", "’").replace('"', "’")


def words(docket: Docket, when: When) -> str:
    """A date in words, in the investigation's zone."""
    return _in_words(when, docket.zone)


@lru_cache(maxsize=65_536)
def _in_words(when: When, zone: str) -> str:
    return in_words(when, zone=zone)


def is_dated(docket: Docket, event: str) -> str:
    """What the event's date is: a clause without a full stop."""
    row, when = docket.events[event], docket.dated(event)
    if when is not None and when.precision == "unknown":
        return f"{headline(docket, event)} has no known date"
    date = f"“{row.written}”" if when is None else words(docket, when)
    return f"{headline(docket, event)} is dated {date}"


def dated(docket: Docket, event: str) -> Related:
    """What the event's date is, at its line."""
    row = docket.events[event]
    line = row.line if row.date_line is None else row.date_line
    return Related(stopped(is_dated(docket, event)), event, row.file, line)


def says(docket: Docket, said: Said) -> str:
    """What a citation says of the date, and which day that is: a clause without a full stop."""
    told = f"{who(docket, said.source)} says “{quotable(said.words)}”"
    if said.reading is None or said.when is None:
        return told
    meant = f"{told}, which is {words(docket, said.when)}"
    if said.anchor is None:
        return meant
    return f"{meant} seen from {words(docket, said.anchor)}"


def stated(docket: Docket, said: Said) -> Related:
    """What a citation says of the date, at its line."""
    told = f"{title(docket, said.source)} says “{quotable(said.words)}”"
    if said.reading is not None:
        told += f": {said.reading.reading}"
    return Related(stopped(told), said.event, said.file, said.line)


def was(docket: Docket, source: str, field: str, when: When) -> str:
    """When a source was published, created or obtained: a clause without a full stop."""
    return f"{title(docket, source)} was {field} {words(docket, when)}"


def source_dated(docket: Docket, source: str, field: str, when: When) -> Related:
    """When a source was published, created or obtained, at that line."""
    row = docket.sources[source]
    line = docket.investigation.line("source", source, *FIELDS[field])
    sentence = stopped(was(docket, source, field, when))
    return Related(sentence, None, row.file, row.line if line is None else line)


def on_source(
    docket: Docket,
    source: str,
    field: str,
    *,
    check: str,
    level: Level,
    message: str,
    identity: tuple[str, ...],
    settles: str,
) -> Finding:
    """A finding at one field of a source's record, or at its beginning where that is absent."""
    row = docket.sources[source]
    line = docket.investigation.line("source", source, field)
    return Finding(
        check=check,
        level=level,
        message=message,
        file=row.file,
        line=row.line if line is None else line,
        identity=identity,
        settles=settles,
    )


FIELDS: dict[str, tuple[str, ...]] = {
    "published": ("published",),
    "created": ("created",),
    "obtained": ("obtained", "on"),
}
"""Where a date of a source stands in its record."""


def knew(docket: Docket, row: Row, when: When | None) -> Related:
    """Who knew of an event, or says they did not, at the line of that date."""
    verb = {"knew": "knew", "told": "was told", "denies": "denies knowing"}[row.stance]
    since = f"“{row.written}”" if when is None else words(docket, when)
    how = f" ({quotable(row.how)})" if row.how is not None else ""
    line = row.line if row.date_line is None else row.date_line
    sentence = stopped(f"{name(docket, row.who)} {verb}{how}: {since}")
    return Related(sentence, row.event, row.file, line)
