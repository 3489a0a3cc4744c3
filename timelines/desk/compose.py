"""New YAML as a careful person would write it: keys in order, quotes only where needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timelines.desk.habits import Habits
from timelines.desk.shape import Shape, lead, rank, spelled_by_word, within
from timelines.desk.splicing.scalars import block, inline, quoted, reads_back
from timelines.records import Event
from timelines.yamlfile import Value

WIDEST = 100
"""Columns that something new in brackets may fill."""

_STOP_WORDS = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to"})
_IN_BRACKETS = frozenset({"says", "house", "expect", "about"})
"""Keys whose mapping stands in brackets on one line, where it fits."""
_ITEMS_IN_BRACKETS = frozenset({"people"})
_ITEMS_ON_LINES = frozenset({"sources", "derived_from"})
"""Lists whose items, though plain words, stand on lines of their own."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something new is written: behind a key or a dash that begins in this column.

    `key` is that of the list where it is an item, and `shape` what its mappings look like.
    """

    column: int
    key: str
    shape: Shape
    habits: Habits
    item: bool = False
    quote_all: bool = False
    """Whether keys and texts are all in quotes, as in JSON."""


def event_file(fields: Mapping[str, Value]) -> str:
    """The text of an event file with these fields, in the order given; empty ones are left out."""
    kept = {key: value for key, value in fields.items() if value}
    return "\n".join(lines(kept, 0, Event, Habits(), in_order=False)) + "\n"


def event_id(headline: str, taken: set[str]) -> str:
    """An id of up to six telling words of the headline, unlike any of those taken."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", headline).lower())
    telling = [word for word in words if word not in _STOP_WORDS] or words or ["event"]
    stem = "-".join(telling[:6])[:60].strip("-")
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def scalar(text: str) -> str:
    """The text as a YAML value on one line, bare where that reads back as the same text."""
    written = inline(text, '"')
    return written if reads_back(written, text, "key", 0, inside=False) else quoted(text, '"')


def lines(
    value: Mapping[str, Value],
    column: int,
    shape: Shape,
    habits: Habits,
    *,
    in_order: bool = True,
    quote_all: bool = False,
) -> list[str]:
    """The lines of a mapping in this column, its keys in their customary order."""
    keys = sorted(value, key=lambda key: rank(shape, key)) if in_order else list(value)
    found: list[str] = []
    for key in keys:
        spot = Spot(column, key, within(shape, key), habits, quote_all=quote_all)
        found += entry(value[key], spot)
    return found


def entry(value: Value, spot: Spot) -> list[str]:
    """The lines of a key and its value."""
    name = key_text(spot.key, spot)
    return (" " * spot.column + f"{name}:{following(value, spot)}").split("\n")


def item(value: Value, spot: Spot) -> list[str]:
    """The lines of an item of a list, its dash in the spot's column."""
    return (" " * spot.column + f"-{following(value, replace(spot, item=True))}").split("\n")


def key_text(key: str, spot: Spot) -> str:
    """A key as it is written."""
    return inline(key, '"', inside=True, always=spot.quote_all)


def following(value: Value, spot: Spot) -> str:
    """What stands behind a colon or a dash: on the same line after a blank, or from the next."""
    if isinstance(value, str):
        return " " * (spot.habits.gap if spot.item else 1) + text(value, spot)
    if not value or _in_brackets(value, spot):
        return " " + brackets(value, spot)
    if isinstance(value, Mapping):
        if spot.item:
            margin = 1 + spot.habits.gap
            inner = lines(value, spot.column + margin, spot.shape, spot.habits)
            return " " * spot.habits.gap + "\n".join(inner)[spot.column + margin :]
        column = spot.column + spot.habits.step
        return "\n" + "\n".join(
            lines(value, column, spot.shape, spot.habits, quote_all=spot.quote_all)
        )
    dash = spot.column + (max(spot.habits.dash, 2) if spot.item else spot.habits.dash)
    inner_spot = replace(spot, column=dash, item=True)
    return "\n" + "\n".join(line for one in value for line in item(one, inner_spot))


def text(value: str, spot: Spot) -> str:
    """A text behind its key or dash, without the blank before it."""
    habits = spot.habits
    used = spot.column + (1 + habits.gap if spot.item else len(spot.key) + 2)
    inner = spot.column + (1 + habits.gap if spot.item else habits.step)
    key = None if spot.item else spot.key
    fits = habits.width is None or used + len(value) <= habits.width
    rows = None if spot.quote_all else block(value, inner, habits.width, spot.key, fits=fits)
    if rows is not None:
        written = "\n".join(rows)
        if reads_back(written, value, key, spot.column, inside=False):
            return written
    written = inline(value, habits.quote, always=spot.quote_all)
    if not reads_back(written, value, key, spot.column, inside=False):
        written = quoted(value, '"')
    return written


def _in_brackets(value: Value, spot: Spot) -> bool:
    """Whether a list or mapping goes into brackets: by the file's habit, else by custom."""
    told = spot.habits.item_brackets if spot.item else spot.habits.brackets
    if isinstance(value, Mapping):
        custom = spot.key in (_ITEMS_IN_BRACKETS if spot.item else _IN_BRACKETS)
        wanted = told.get(spot.key, custom)
    elif all(isinstance(one, str) for one in value):
        wanted = spot.item or told.get(spot.key, spot.key not in _ITEMS_ON_LINES or spot.column > 2)
    else:
        wanted = spot.item
    return (wanted or spot.quote_all) and _short(value, spot)


def _short(value: Value, spot: Spot) -> bool:
    written = brackets(value, spot)
    fits = spot.column + len(spot.key) + 2 + len(written) <= WIDEST
    return fits and "\\n" not in written


def brackets(value: Value, spot: Spot) -> str:
    """A value on one line, lists and mappings in brackets."""
    if isinstance(value, str):
        written = inline(value, spot.habits.quote, inside=True, always=spot.quote_all)
        key = None if spot.item else spot.key
        if not reads_back(written, value, key, 0, inside=True):
            written = quoted(value, '"')
        return written
    pad = spot.habits.pad
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: rank(spot.shape, key))
        inner = ", ".join(
            f"{key_text(key, spot)}: "
            + brackets(
                value[key], replace(spot, key=key, shape=within(spot.shape, key), item=False)
            )
            for key in keys
        )
        return f"{{{pad}{inner}{pad}}}" if inner else "{}"
    inner = ", ".join(brackets(one, replace(spot, item=True)) for one in value)
    return f"[{pad}{inner}{pad}]" if inner else "[]"


def lean(value: Mapping[str, Value], shape: Shape) -> dict[str, Value]:
    """The same record in its short forms: `star` for a citation that has only its source."""
    found: dict[str, Value] = {}
    for key, one in value.items():
        inner = within(shape, key)
        if isinstance(one, Mapping):
            found[key] = lean(one, inner)
        elif isinstance(one, Sequence) and not isinstance(one, str):
            found[key] = [_lean_item(each, shape, key) for each in one]
        else:
            found[key] = one
    return found


def _lean_item(value: Value, shape: Shape, key: str) -> Value:
    if not isinstance(value, Mapping):
        return value
    inner = within(shape, key)
    word = lead(inner)
    if spelled_by_word(shape, key) and word is not None and set(value) == {word}:
        return value[word]
    return lean(value, inner)
