"""Looks for quoted words in a text, as an honest reporter may have shortened or set them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.evidence.tokens import Tokens, kept_tokens

LONGEST_INSERTION = 160
"""Letters of the source that an insertion in brackets may stand for: “[he]” for a long name."""

MOST_STARTS = 5000
"""Places in one text at which a quote is tried."""

_GAP = re.compile(
    r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.+|\[[^\]]*\]"
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: one span of the text for each part between ellipses."""

    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Behind the last word."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together. `gap` is how many letters may lie before them, None for any.

    `begun` and `cut`: the first word may lack its beginning, the last one its end, because a
    bracket stands inside it: “[T]he”, “report[ed]”.
    """

    squashed: str
    gap: int | None = 0
    begun: bool = False
    cut: bool = False


def parts(quote: str) -> tuple[Part, ...]:
    """A quote cut at its ellipses and at what was put in brackets."""
    found: list[Part] = []
    place, gap, begun = 0, 0, False
    for match in [*_GAP.finditer(quote), None]:
        until = len(quote) if match is None else match.start()
        squashed = kept_tokens(quote[place:until]).squashed
        bracketed = match is not None and _bracketed(match[0])
        if squashed:
            inside = bracketed and quote[until - 1 : until].isalpha()
            found.append(Part(squashed, _allowed(gap), begun, inside))
            gap = 0
        if match is not None:
            # An ellipsis leaves out any number of words, an insertion only so many.
            gap = -1 if gap < 0 or not bracketed else gap + LONGEST_INSERTION
            place = match.end()
            begun = bracketed and quote[place : place + 1].isalpha()
    return tuple(found)


def _allowed(gap: int) -> int | None:
    return None if gap < 0 else gap


def _bracketed(gap: str) -> bool:
    return gap.startswith("[") and any(map(str.isalnum, gap))


def words(quote: str) -> int:
    """How many words of the source a quote has."""
    return sum(len(kept_tokens(piece).at) for piece in _GAP.split(quote))


def find(quote: str, text: str, since: int = 0) -> Match | None:
    """Where the quoted words first stand in a text, at or behind a place in it."""
    return next(every(quote, text, since), None)


def every(quote: str, text: str, since: int = 0) -> Iterator[Match]:
    """Every place at which the quoted words stand, in the order of the text.

    What stands in brackets may belong to the source (“[unintelligible]”) or be the reporter's.
    """
    plain = _word_for_word(quote, text, since)
    if plain is not None:
        yield plain
    here = kept_tokens(text)
    whole = kept_tokens(quote).squashed
    readings: list[tuple[Part, ...]] = [(Part(whole),)] if whole else []
    cut = parts(quote)
    if cut and cut != (Part(whole),):
        readings.append(cut)
    for reading in readings:
        for spans in _matches(reading, here):
            match = Match(tuple(_in_text(here, *span) for span in spans))
            if match.start >= since:
                yield match


def _word_for_word(quote: str, text: str, since: int) -> Match | None:
    """Where a quote stands sign by sign but for line ends: most do, and this is quickly seen."""
    bare = quote.strip(_AROUND)
    if not bare[:1].isalpha() or not bare[-1:].isalpha():
        return None
    start = text.replace("\n", " ").find(bare, since)
    end = start + len(bare)
    if start < 0 or text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return None
    return Match(((start, end),))


_AROUND = " \n“”‘’\"'.,;:!?"


def _matches(reading: tuple[Part, ...], here: Tokens) -> Iterator[list[tuple[int, int]]]:
    first = Part(reading[0].squashed, None, reading[0].begun, reading[0].cut)
    for number, start in enumerate(_places(first, here, 0)):
        if number >= MOST_STARTS:
            return
        spans = [(start, start + len(first.squashed))]
        for part in reading[1:]:
            found = next(_places(part, here, spans[-1][1]), None)
            if found is None:
                break
            spans.append((found, found + len(part.squashed)))
        else:
            yield spans


def _places(part: Part, here: Tokens, since: int) -> Iterator[int]:
    """Where a part stands, behind a place and within its gap, at whole words."""
    until = len(here.squashed) if part.gap is None else since + part.gap + len(part.squashed)
    place = here.squashed.find(part.squashed, since, until)
    while place >= 0:
        end = place + len(part.squashed)
        if (part.begun or here.begins(place)) and (part.cut or here.stops(end)):
            yield place
        place = here.squashed.find(part.squashed, place + 1, until)


def _in_text(here: Tokens, start: int, end: int) -> tuple[int, int]:
    return here.starts[here.word_at(start)], here.ends[here.word_at(end - 1)]
