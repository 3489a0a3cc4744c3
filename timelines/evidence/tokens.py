"""A text as its letters and digits alone, so that only what was said counts and not how it is set.

Capitals, accents, ligatures, kinds of quotation marks and dashes, blanks, line ends and the hyphens
at them make no difference; words, numbers and signs of money do.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

_DASH = "-‐‑‒–−"
TOKEN = re.compile(rf"\d+(?:(?:[.:/,]|[{_DASH}](?:[ \t]*\r?\n\s*)?)\d+)*|[^\W\d_]+|[$€£¥¢₹₩₽₿%&]")
"""A word, a number with what stands inside it, or a sign that is read as a word."""

_GROUPS = re.compile(r",(?=\d{3}(?!\d))")
_SPOKEN = {"%": "percent", "&": "and"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text. `squashed` has them without anything between.

    `at` is where each begins there, `starts` and `ends` where each stands in the text.
    """

    squashed: str
    at: array[int]
    starts: array[int]
    ends: array[int]

    def word_at(self, offset: int) -> int:
        """The word that a place in `squashed` belongs to."""
        return bisect_right(self.at, offset) - 1

    def begins(self, offset: int) -> bool:
        """Whether a word begins at a place in `squashed`."""
        found = bisect_left(self.at, offset)
        return found < len(self.at) and self.at[found] == offset

    def stops(self, offset: int) -> bool:
        """Whether a word ends at a place in `squashed`."""
        return offset == len(self.squashed) or self.begins(offset)

    def word(self, number: int) -> str:
        """A word as it stands in `squashed`."""
        end = self.at[number + 1] if number + 1 < len(self.at) else len(self.squashed)
        return self.squashed[self.at[number] : end]


def tokens(text: str) -> Tokens:
    """The words of a text."""
    parts: list[str] = []
    at, starts, ends = array("L"), array("L"), array("L")
    offset = 0
    for match in TOKEN.finditer(text):
        plain = _plain(match[0])
        if plain:
            parts.append(plain)
            at.append(offset)
            starts.append(match.start())
            ends.append(match.end())
            offset += len(plain)
    return Tokens("".join(parts), at, starts, ends)


@lru_cache(maxsize=1024)
def kept_tokens(text: str) -> Tokens:
    """The same, remembered: the page of a document is asked for once for each quote."""
    return tokens(text)


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    if word.isascii():
        if word.isalpha():
            return word.lower()
        if word in _SPOKEN:
            return _SPOKEN[word]
    if word[0].isdigit():
        word = "-".join(re.split(rf"[{_DASH}]\s*", _GROUPS.sub("", word)))
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
