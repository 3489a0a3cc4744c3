"""Which items of an old list are which of the new one: same, changed, gone or added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from timelines.yamlfile import Value

Pairs: TypeAlias = list[tuple[int | None, int | None]]

_MOST = 250_000
"""Comparisons; of longer lists that changed all over, the items are paired as they come."""


def aligned(old: Sequence[Value], new: Sequence[Value], word: str | None = None) -> Pairs:
    """Pairs of places in the order of the new list; None for what is not in the one or other.

    Items that are gone stand where they were. `word` is the key that a bare word stands for.
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    head: Pairs = [(place, place) for place in range(first)]
    tail: Pairs = [(len(old) - place, len(new) - place) for place in range(last, 0, -1)]
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    middle = _in_turn(len(a), len(b)) if len(a) * len(b) > _MOST else _best(a, b, word)
    return [*head, *((_plus(i, first), _plus(j, first)) for i, j in middle), *tail]


def _plus(place: int | None, more: int) -> int | None:
    return None if place is None else place + more


def _in_turn(a: int, b: int) -> Pairs:
    both: Pairs = [(place, place) for place in range(min(a, b))]
    gone: Pairs = [(place, None) for place in range(b, a)]
    return [*both, *gone, *((None, place) for place in range(a, b))]


def _best(old: Sequence[Value], new: Sequence[Value], word: str | None) -> Pairs:
    """The pairing in order that keeps the most: a longest common subsequence by likeness."""
    like = [[likeness(a, b, word) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j + 1] + like[i][j], best[i + 1][j], best[i][j + 1])
    pairs: Pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    pairs += [(place, None) for place in range(i, len(old))]
    return [*pairs, *((None, place) for place in range(j, len(new)))]


def likeness(a: Value, b: Value, word: str | None = None) -> float:
    """From 0, nothing in common, to 1, the same; what leads a mapping counts half."""
    if a == b:
        return 1.0
    if word is not None and isinstance(a, str) != isinstance(b, str):
        a = {word: a} if isinstance(a, str) else a
        b = {word: b} if isinstance(b, str) else b
    if isinstance(a, dict) and isinstance(b, dict):
        keys = a.keys() | b.keys()
        same = sum(a.get(key) == b.get(key) for key in keys) / max(len(keys), 1)
        leads = next(iter(a), None), next(iter(b), None)
        leading = leads[0] == leads[1] and a.get(leads[0] or "") == b.get(leads[1] or "")
        return 0.1 + 0.4 * same + 0.4 * leading
    return 0.1 if type(a) is type(b) else 0.0
