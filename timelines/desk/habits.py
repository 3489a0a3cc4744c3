"""How a file is written by hand: indentation, quotes, brackets; so that what is added fits in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

WIDTH = 100
"""Columns at which a new long text is folded, unless the file has longer lines of text."""

_LOOKED_AT = 200_000
_NESTED = re.compile(
    r"^(?P<margin> *)(?P<dashes>(?:- +)*)(?P<key>[\w.-]+):[ \t]*(?:#[^\n]*)?"
    r"(?=\n(?:[ \t]*(?:#[^\n]*)?\n)*"
    r"(?P<inner> *)(?:(?P<dash>-)(?P<gap> +)?(?P<item>\S))?)",
    re.MULTILINE,
)
_BRACKETS = re.compile(r"^ *(?:- +)*(?P<key>[\w.-]+):[ \t]+(?P<sign>[\[{])", re.MULTILINE)
_QUOTES = re.compile(r"(?:: +|- +|[\[{,] *)(?P<quote>[\"'])", re.MULTILINE)
_PADS = re.compile(r"(?:: |- |^)[\[{](?P<pad> *)[^\s\]}]", re.MULTILINE)
_TEXT_LINES = re.compile(
    r"^ *(?:- +)*(?!(?:title|headline|url|archived_url)\b)[\w.-]+: [^|>\n]*$", re.MULTILINE
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Habits:
    """A way of writing; the defaults are how a careful person writes.

    `step` and `dash`: columns by which a mapping, or the dashes of a list, stand in from their
    key; `gap`: blanks behind a dash; `pad`: blanks inside brackets. `width` is None where long
    texts stay on their line. `brackets` tells by key whether its value stands in brackets,
    `item_brackets` the same of the items of its list.
    """

    step: int = 2
    dash: int = 2
    gap: int = 1
    quote: str = '"'
    pad: str = ""
    width: int | None = WIDTH
    brackets: Mapping[str, bool] = field(default_factory=dict)
    item_brackets: Mapping[str, bool] = field(default_factory=dict)


def habits(text: str) -> Habits:
    """The habits of a text, by majority; what it does not show is as usual."""
    text = text[:_LOOKED_AT]
    steps: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    gaps: Counter[int] = Counter()
    brackets: dict[str, Counter[bool]] = defaultdict(Counter)
    items: dict[str, Counter[bool]] = defaultdict(Counter)
    for found in _NESTED.finditer(text):
        column = len(found["margin"]) + len(found["dashes"])
        inner = len(found["inner"]) - column
        if found["dash"] is not None and inner >= 0:
            dashes[inner] += 1
            gaps[len(found["gap"] or " ")] += 1
            items[found["key"]][found["item"] == "{"] += 1
        elif inner > 0:
            steps[inner] += 1
        else:
            continue
        brackets[found["key"]][False] += 1
    for found in _BRACKETS.finditer(text):
        brackets[found["key"]][True] += 1
    quotes = Counter(found["quote"] for found in _QUOTES.finditer(text))
    pads = Counter(found["pad"] for found in _PADS.finditer(text))
    longest = max((len(found[0]) for found in _TEXT_LINES.finditer(text)), default=0)
    return Habits(
        step=_usual(steps, 2),
        dash=_usual(dashes, 2),
        gap=_usual(gaps, 1),
        quote=_usual(quotes, '"'),
        pad=_usual(pads, ""),
        width=None if longest > WIDTH + 20 else WIDTH,
        brackets={key: _usual(seen, False) for key, seen in brackets.items()},
        item_brackets={key: _usual(seen, False) for key, seen in items.items()},
    )


def _usual(seen: Counter[T], default: T) -> T:
    return seen.most_common(1)[0][0] if seen else default
