"""Words of a list in what readers would get: where they stand, and in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timelines.docket import Docket
from timelines.passages import Passage, quoted, unquoted

NARRATED = ("headline", "summary", "attribution", "place", "alt", "caption")
"""The fields in which the paper speaks in its own voice; quotes and answers are of others."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that was looked for: its passage, the words found, and the sentence around them."""

    passage: Passage
    words: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        return f"{self.before}{self.words}{self.after}"


def hits(
    docket: Docket,
    event: str,
    pattern: re.Pattern[str],
    fields: tuple[str, ...] = NARRATED,
    *,
    in_quotes: bool = False,
    passages: Iterable[Passage] | None = None,
) -> Iterator[Hit]:
    """Every place in the event's words for readers at which the pattern is found.

    Words inside quotation marks are left out unless `in_quotes`; the sentence is always whole.
    Other texts than the event's own are looked through where they are given as `passages`.
    """
    for passage in docket.passages.get(event, ()) if passages is None else passages:
        if passage.field not in fields:
            continue
        searched = passage.text if in_quotes else unquoted(passage.text)
        for match in pattern.finditer(searched):
            start, end = _sentence(passage.text, match.start())
            yield Hit(
                passage,
                passage.text[match.start() : match.end()],
                passage.text[start : match.start()],
                passage.text[match.end() : end],
            )


def is_quoted(text: str, place: int) -> bool:
    """Whether that place of the text lies inside quotation marks."""
    return any(start <= place < end for start, end in quoted(text))


def _sentence(text: str, place: int) -> tuple[int, int]:
    start, end = 0, len(text)
    for stop in _SENTENCE_END.finditer(text):
        if stop.end() <= place:
            start = stop.end()
        elif stop.start() >= place:
            end = stop.start()
            break
    return start, end
