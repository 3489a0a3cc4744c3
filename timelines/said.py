"""What each citation says of the date, read against the day of the source that says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from timelines import tables
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Reading, resolve
from timelines.dates.when import DateError, When
from timelines.investigation import Investigation

Trouble = Literal["unanchored", "unresolved"]


@dataclass(frozen=True, slots=True)
class Said:
    """One citation's `says: date`: its words, and the span they mean, if any rule reads them.

    `known` is the position of the `known_to` item that the citation stands in, or None for the
    event's own. `reading` is the phrase rule's reading; None where the words are newsroom EDTF.
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
    trouble: Trouble | None = None


def resolved(investigation: Investigation) -> tuple[Said, ...]:
    """Every `says: date` of the investigation, in the order of the citations.

    Newsroom EDTF without a zone of its own is read in the event's zone. Words are read against
    the source's `published`, else its `created`, in that date's zone; words that look forward
    only for a planned event.
    """
    return tuple(_every(investigation))


def _every(investigation: Investigation) -> Iterator[Said]:
    events = investigation.events
    zones = dict(zip(events["id"], events["zone"], strict=True))
    planned = set(events["id"][events["kind"] == "planned"])
    read: dict[tuple[Any, ...], tuple[When | None, Reading | None, Trouble | None]] = {}
    dated = investigation.citations[investigation.citations["says_date"].notna()]
    for row in tables.rows(dated):
        anchor = investigation.published.get(row.source, investigation.created.get(row.source))
        key = (row.says_date, zones[row.event], anchor, row.event in planned)
        if key not in read:
            read[key] = _read(investigation, *key)
        when, reading, trouble = read[key]
        yield Said(
            event=row.event,
            known=row.known,
            position=row.position,
            source=row.source,
            words=row.says_date,
            stance=row.stance,
            file=row.file,
            line=_line(investigation, row),
            when=when,
            anchor=anchor,
            reading=reading,
            trouble=trouble,
        )


def _read(
    investigation: Investigation, words: str, zone: str, anchor: When | None, planned: bool
) -> tuple[When | None, Reading | None, Trouble | None]:
    heading = investigation.heading
    house = {"hemisphere": heading.hemisphere, "about": heading.house.about}
    try:
        return edtf(words, zone, **house), None, None
    except DateError:
        pass

    def reading(against: When | None) -> Reading | None:
        found = resolve(
            words,
            against,
            zone=against.zone if against is not None else zone,
            week_starts=heading.week_starts,
            hemisphere=heading.hemisphere,
            planned=planned,
        )
        return found if isinstance(found, Reading) else None

    read = reading(anchor)
    if read is not None:
        return edtf(read.edtf, anchor.zone if anchor else zone, **house), read, None
    # Words that any day would give a meaning to lack only the day of their source.
    lacks_a_day = anchor is None and reading(edtf("2021-06-16", zone)) is not None
    return None, None, "unanchored" if lacks_a_day else "unresolved"


def _line(investigation: Investigation, row: Any) -> int | None:
    path: tuple[str | int, ...] = ("sources", row.position, "says", "date")
    if row.known is not None:
        path = ("known_to", row.known, *path)
    line = investigation.line("event", row.event, *path)
    return row.line if line is None else line
