"""The words of an event that a reader would get, and which of them stand inside quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timelines import tables
from timelines.investigation import Investigation

QUOTED = re.compile(
    r"“[^“”]*”"
    r"|\"[^\"]*\""
    r"|„[^„“”]*[“”]"
    r"|«[^«»]*»"
    r"|(?<!\w)‘[^‘]*?’(?!\w)"
    r"|(?<!\w)'[^']*?'(?!\w)"
)
"""A passage inside quotation marks, marks included. An apostrophe within a word opens nothing."""


_MARK = re.compile("[“\"„«‘']")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a reader would get: of which event, in which field, and where they stand."""

    event: str
    field: str
    text: str
    file: str
    line: int | None


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the quoted passages stand in `text`: start and end of each, marks included."""
    return tuple(match.span() for match in QUOTED.finditer(text))


def unquoted(text: str) -> str:
    """The text with every quoted passage blanked out, so that positions stay what they were."""
    if _MARK.search(text) is None:
        return text
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def words(text: str) -> Iterator[str]:
    """Its words in lower case, with typographic apostrophes and hyphens made plain."""
    plain = text.replace("’", "'").replace("‑", "-").replace("–", "-").casefold()
    yield from re.findall(r"\w+(?:['-]\w+)*", plain)


def readers_words(investigation: Investigation) -> Mapping[str, tuple[Passage, ...]]:
    """Every text of each event that a reader would get, whatever its visibility, by event.

    These are headline, summary, place and attribution, the words of media, answers and
    corrections, and the quotes and attributions of its citations. Notes are not among them.
    """
    found: dict[str, list[Passage]] = defaultdict(list)

    def add(row: Any, event: str, field: str, text: str | None, *path: str | int) -> None:
        if text is not None:
            line = investigation.line("event", event, *(path or (field,)))
            found[event].append(
                Passage(event, field, text, row.file, row.line if line is None else line)
            )

    for row in tables.rows(investigation.events):
        for field in ("headline", "summary", "place", "attribution"):
            add(row, row.id, field, getattr(row, field))
    for row in tables.rows(investigation.citations):
        if row.known is None:
            for field in ("quote", "attribution"):
                add(row, row.event, field, getattr(row, field), "sources", row.position, field)
    for row in tables.rows(investigation.media):
        for field in ("alt", "credit", "caption"):
            add(row, row.event, field, getattr(row, field), "media", row.position, field)
    for row in tables.rows(investigation.responses):
        add(row, row.event, "answer", row.answer, "responses", row.position, "answer")
    for row in tables.rows(investigation.corrections):
        add(row, row.event, "note", row.note, "corrections", row.position, "note")
    return {event: tuple(passages) for event, passages in found.items()}
