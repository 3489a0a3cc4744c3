"""Finds what somebody probably meant by a word that is nearly another one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

_HONEST = frozenset(
    {"ate", "dale", "dame", "dare", "data", "fate", "gate", "hate", "how", "late", "mate", "rate"}
    | {"sate", "two", "why"}
)
"""Real words a letter away from a name; they are taken to be meant as they stand."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """“ Did you mean “headline”?” with a blank before it, or nothing where no word is near."""
    names = sorted(set(known))
    if not word.strip() or not names:
        return ""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.casefold(), name)
    near = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    if not near:
        near = [name for name in folded if len(word) > 3 and name.startswith(word.casefold())][:1]
    return f" Did you mean “{folded[near[0]]}”?" if near else ""


@lru_cache(maxsize=4096)
def is_slip_of(word: str, name: str) -> bool:
    """True when a word is no more than a slip of the fingers away from a name, and not a word.

    A slip is one letter too many, too few, wrong, or swapped with its neighbour; in names of
    eight letters and more, two of them. Capitals are a slip too.
    """
    if word == name or word in _HONEST:
        return False
    if word.casefold() == name:
        return True
    most = 2 if len(name) >= 8 else 1
    if abs(len(word) - len(name)) > most:
        return False
    return _slips(word.casefold(), name) <= most


def _slips(word: str, name: str) -> int:
    """Edits between two words, a swap of neighbours being one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, sign in enumerate(word, 1):
        above, row = row, [i]
        for j, other in enumerate(name, 1):
            best = min(above[j] + 1, row[-1] + 1, above[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == name[j - 2] and word[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = above
    return row[-1]
