"""The words of an event that a reader would get, and which of them stand inside quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

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


class Passage(NamedTuple):
    """Words that a reader would get: of which event, in which field, and where they stand.

    There is one for every text of every public event, so it is made of what is made fastest.
    """

    event: str
    field: str
    text: str
    file: str
    path: tuple[str | int, ...]
    """The keys and positions that lead to it within its record."""
    investigation: Investigation
    kind: str = "event"
    """The record it stands in: the event’s own, or a source’s or person’s that comes with it."""
    record: str | None = None
    """The id of that record; None for the event’s own."""

    @property
    def line(self) -> int | None:
        """The line it stands at, from 1."""
        return self.investigation.line(self.kind, self.record or self.event, *self.path)


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

    def add(row: Any, event: str, fields: Iterable[str], *path: str | int) -> None:
        for name in fields:
            text = getattr(row, name)
            if text is not None:
                passage = Passage(event, name, text, row.file, (*path, name), investigation)
                found[event].append(passage)

    for row in tables.facts(investigation.events):
        add(row, row.id, ("headline", "summary", "place", "attribution"))
    for row in tables.facts(investigation.citations):
        if row.known is None:
            add(row, row.event, ("quote", "attribution"), "sources", row.position)
    for row in tables.facts(investigation.media):
        add(row, row.event, ("alt", "credit", "caption"), "media", row.position)
    for row in tables.facts(investigation.responses):
        add(row, row.event, ("answer",), "responses", row.position)
    for row in tables.facts(investigation.corrections):
        add(row, row.event, ("note",), "corrections", row.position)
    return {event: tuple(passages) for event, passages in found.items()}
