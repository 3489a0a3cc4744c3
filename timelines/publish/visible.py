"""Takes out of what readers get every sign that is not seen but changes what is seen.

Overrides and embeddings of direction could make “the mayor denies” read as something else, and
signs without width could hide a word from a search or pass one name off as another. Joiners stay
where scripts and pictures need them: between letters that are not Latin, Greek or Cyrillic, and in
emoji. Of marks heaped on one letter only as many stay as a script needs.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

Told = TypeVar("Told")

_JOINERS = "\u200c\u200d"
_KEPT = "\n\t"
_MOST_MARKS = 5
"""Marks that one letter may bear: pointed and chanted Hebrew has no more, and a heap of them covers
the lines around it and stops a browser."""
_PLAIN = ("LATIN", "GREEK", "CYRILLIC", "DIGIT")
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800")
"""Letters and marks that take a place and show nothing."""


def visible(told: Told) -> Told:
    """The same public object with only visible signs in its texts."""
    if isinstance(told, str):
        return visible_text(told)  # type: ignore[return-value]
    if isinstance(told, tuple):
        return tuple(visible(one) for one in told)  # type: ignore[return-value]
    if not is_dataclass(told) or isinstance(told, type):
        return told
    changed = {}
    for field in fields(told):
        before: Any = getattr(told, field.name)
        after = visible(before)
        if after != before:
            changed[field.name] = after
    return replace(told, **changed) if changed else told


@lru_cache(maxsize=65_536)
def visible_text(text: str) -> str:
    """The text without signs that are not seen; a joiner stays where its neighbours need it."""
    if text.isascii() and text.isprintable():
        return text
    kept = []
    marks = 0
    for place, sign in enumerate(text):
        marks = marks + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            continue
        if sign in _JOINERS:
            if _needs_joiner(text[place - 1 : place]) and _needs_joiner(
                text[place + 1 : place + 2]
            ):
                kept.append(sign)
        elif sign in _KEPT or not _unseen(sign):
            kept.append(sign)
    return "".join(kept)


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") or sign in _FILLERS


def _needs_joiner(sign: str) -> bool:
    """Whether a joiner beside it changes how it is written, as in Persian, Hindi and emoji."""
    if sign == "" or sign.isascii():
        return False
    if unicodedata.category(sign) in ("So", "Sk", "Mn", "Mc"):
        return True
    return sign.isalpha() and not unicodedata.name(sign, "LATIN").startswith(_PLAIN)
