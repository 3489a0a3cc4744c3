"""Whole numbers as news copy writes them: in digits, or in words up to thousands."""

from __future__ import annotations

import re

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_ONE = {"a": 1, "an": 1}
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}")

NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|(?:(?:an?|"
    + "|".join((*_SMALL, *_TENS, *_SCALES))
    + r"|and)\b[ -]?)*?(?:an?|"
    + "|".join((*_SMALL, *_TENS, *_SCALES))
    + r")\b)"
)
"""A pattern for lower-case text; what it matches need not be a number: ask `number`."""


def number(text: str) -> int | None:
    """The whole number a lower-case text says ("17", "twenty-five", "a hundred"), else None."""
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    return _spelled(text.replace("-", " ").split())


def _spelled(words: list[str]) -> int | None:
    for scale in ("thousand", "hundred", "dozen"):
        if scale in words:
            place = words.index(scale)
            times = _spelled(words[:place]) if words[:place] else 1
            rest = words[place + 1 :]
            more = _spelled(rest[1:] if rest[:1] == ["and"] else rest) if rest else 0
            if times is None or more is None:
                return None
            return times * _SCALES[scale] + more
    if len(words) == 1:
        return _ONE.get(words[0], _WORDS.get(words[0]))
    if len(words) == 2 and words[0] in _TENS and words[1] in _SMALL[1:10]:
        return _WORDS[words[0]] + _WORDS[words[1]]
    return None
