"""Two wordings beside each other, with the words that differ marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4_000
"""Texts with more words than this are shown without marks: to compare them would take too long."""


class Part(NamedTuple):
    """Some words of a text; `other` where the other text has something else in their place."""

    text: str
    other: bool


def contrast(before: str, after: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts; what is common to both is not marked."""
    was, now = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(was), len(now)) > _MOST:
        return (Part(before, True),), (Part(after, True),)
    left: list[Part] = []
    right: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        _add(left, "".join(was[a:b]), kind != "equal")
        _add(right, "".join(now[c:d]), kind != "equal")
    return tuple(left), tuple(right)


def _add(parts: list[Part], text: str, other: bool) -> None:
    """Put a part at the end; blanks between two marked words are marked with them."""
    if not text:
        return
    if other and len(parts) >= 2 and parts[-1].text.isspace() and parts[-2].other:
        blank, marked = parts.pop(), parts.pop()
        parts.append(Part(f"{marked.text}{blank.text}{text}", True))
    else:
        parts.append(Part(text, other))
