"""The words of a text that are nearest to a quote that does not stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from timelines.evidence.tokens import Tokens, kept_tokens

MOST_WORDS = 60
"""Words of a quote that are compared; the first ones of a longer quote."""

LEAST = 0.55
"""What is less alike than that is another sentence, and is not told."""

_TRIED = 4


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest words: the page they stand on, from 0, where, and how alike (0 to 1)."""

    page: int
    start: int
    end: int
    alike: float


def nearest(quote: str, pages: Iterable[tuple[int, str]]) -> Near | None:
    """The nearest words on some pages, given with their numbers; None where nothing is near."""
    asked = kept_tokens(quote)
    count = min(len(asked.at), MOST_WORDS)
    words = [asked.word(i) for i in range(count)]
    best: Near | None = None
    for number, text in pages:
        here = kept_tokens(text)
        for first in _promising(words, here):
            near = _compared("".join(words), number, here, first, count)
            if best is None or near.alike > best.alike:
                best = near
    return best if best is not None and best.alike >= LEAST else None


def _promising(words: list[str], here: Tokens) -> list[int]:
    """The windows of a text that share the most words with the quote."""
    wanted = Counter(words)
    stand = [here.word(i) for i in range(len(here.at))]
    size, shared, scores = len(words), 0, {}
    inside: Counter[str] = Counter()
    for i, word in enumerate(stand):
        if word in wanted:
            inside[word] += 1
            shared += inside[word] <= wanted[word]
        if i >= size and (old := stand[i - size]) in wanted:
            shared -= inside[old] <= wanted[old]
            inside[old] -= 1
        if shared:
            scores[max(0, i - size + 1)] = shared
    return nlargest(_TRIED, scores, key=lambda first: (scores[first], -first))


def _compared(asked: str, page: int, here: Tokens, first: int, count: int) -> Near:
    last = min(first + count, len(here.at)) - 1
    end = here.at[last] + len(here.word(last))
    alike = SequenceMatcher(None, asked, here.squashed[here.at[first] : end], autojunk=False)
    return Near(page, here.starts[first], here.ends[last], alike.ratio())
