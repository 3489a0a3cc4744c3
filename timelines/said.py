"""What each citation says of the date, read against the day of the source that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timelines import tables
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Reading, Unresolved, resolve
from timelines.dates.when import DateError, When
from timelines.investigation import Investigation


@dataclass(frozen=True, slots=True)
class Said:
    """One citation's `says: date`: its words, and the span they mean, if any rule reads them.

    `known` is the position of the `known_to` item that the citation stands in, or None for the
    event's own. `anchor` is the date of its source, None without one. `reading` is that of the
    rule that reads the words, None where they are newsroom EDTF; `unresolved` says why none does.
    """

    event: str
    known: int | None
    position: int
    source: str
    words: str
    stance: str
    file: str
    line: int | None
    when: When | None
    anchor: When | None
    reading: Reading | None = None
    unresolved: Unresolved | None = None


def resolved(investigation: Investigation) -> tuple[Said, ...]:
    """Every `says: date` of the investigation, in the order of the citations.

    Newsroom EDTF without a zone of its own is read in the event's zone. Words are read against
    the source's `published`, else its `created`, in that date's zone; words that look forward
    only for a planned event.
    """
    return tuple(_every(investigation))


def _every(investigation: Investigation) -> Iterator[Said]:
    events = investigation.events
    zones = dict(zip(events["id"].tolist(), events["zone"].tolist(), strict=True))
    planned = set(events["id"][events["kind"] == "planned"])
    read: dict[tuple[Any, ...], When | Reading | Unresolved] = {}
    dated = investigation.citations[investigation.citations["says_date"].notna()]
    for row in tables.facts(dated):
        anchor = said_on(investigation, row.source)
        key = (row.says_date, zones[row.event], anchor, row.event in planned)
        if key not in read:
            read[key] = _read(investigation, *key)
        yield Said(
            event=row.event,
            known=row.known,
            position=row.position,
            source=row.source,
            words=row.says_date,
            stance=row.stance,
            file=row.file,
            line=_line(investigation, row),
            anchor=anchor,
            **_meaning(investigation, read[key], anchor, key[1]),
        )


def _read(
    investigation: Investigation, words: str, zone: str, anchor: When | None, planned: bool
) -> When | Reading | Unresolved:
    heading = investigation.heading
    try:
        return edtf(words, zone, hemisphere=heading.hemisphere, about=heading.house.about)
    except DateError:
        return resolve(
            words,
            anchor,
            zone=zone if anchor is None else anchor.zone,
            week_starts=heading.week_starts,
            hemisphere=heading.hemisphere,
            planned=planned,
            about=heading.house.about,
        )


def _meaning(
    investigation: Investigation, read: When | Reading | Unresolved, anchor: When | None, zone: str
) -> dict[str, Any]:
    if isinstance(read, When):
        return {"when": read}
    if isinstance(read, Unresolved):
        return {"when": None, "unresolved": read}
    heading = investigation.heading
    here = zone if anchor is None else anchor.zone
    when = edtf(read.edtf, here, hemisphere=heading.hemisphere, about=heading.house.about)
    return {"when": when, "reading": read}


_OFFSET = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+[+-]\d\d(?::\d\d)?")


def said_on(investigation: Investigation, source: str) -> When | None:
    """The date of a source: the day it is where the source is, if it says where.

    Behind an offset, that is the day of the offset's clock. `Z` says which moment it was, and not
    where: its day is that of the investigation's zone.
    """
    when = investigation.published.get(source, investigation.created.get(source))
    if when is None:
        return None
    day = _OFFSET.fullmatch(when.written)
    return when if day is None else edtf(day[1], when.zone)


def _line(investigation: Investigation, row: Any) -> int | None:
    path: tuple[str | int, ...] = ("sources", row.position, "says", "date")
    if row.known is not None:
        path = ("known_to", row.known, *path)
    line = investigation.line("event", row.event, *path)
    return row.line if line is None else line
