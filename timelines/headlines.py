"""Which words of a headline carry its meaning, so that two wordings of one thing can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timelines.passages import words

_EMPTY_WORDS = """
    a about after again against all also an and any are as at be because been before being between
    both but by can could did do does during each few for from further had has have he her here hers
    him his how i if in into is it its itself just may me more most my no nor not now of off on once
    only or other our out over own says said say same she should so some such than that the their
    them then there these they this those through to too under until up very was we were what when
    where which while who whom why will with would you your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = re.compile(r"(?:ings?|ied|ies|ed|es|s|e|ment|ments)$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A rough stem: “files”, “filed” and “filing” give the same one; short words stay."""
    plain = word.removesuffix("'s").replace("-", "").replace("'", "")
    short = _ENDINGS.sub("", plain)
    if len(short) < 3:
        return plain
    # “planned” and “plan”
    if len(short) > 3 and short[-1] == short[-2] and short[-1] not in "aeiousl":
        return short[:-1]
    return short.removesuffix("y") if len(short) > 4 else short


def stems(text: str, without: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    kept = (stem(word) for word in words(text) if word not in _EMPTY)
    return frozenset(kept) - frozenset(without)
