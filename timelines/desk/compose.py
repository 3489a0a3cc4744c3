"""A new event file as a careful person would write it: keys in order, quotes only where needed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\x9f:#\"'\[\]{},&*!|>%@`]|:(?=\S))*\Z")
_STOP_WORDS = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to"})


def event_file(fields: Mapping[str, Value]) -> str:
    """The text of an event file with these fields, in the order given; empty ones are left out."""
    lines: list[str] = []
    for key, value in fields.items():
        lines += _entry(key, value, 0)
    return "\n".join(lines) + "\n"


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
    bare = _PLAIN.match(text) is not None and text == text.strip() and "  " not in text
    return text if bare else json.dumps(text, ensure_ascii=False)


def _entry(key: str, value: Value, depth: int) -> list[str]:
    margin = "  " * depth
    if isinstance(value, str):
        return [f"{margin}{key}: {scalar(value)}"] if value else []
    if isinstance(value, Mapping):
        inner = [line for name, one in value.items() for line in _entry(name, one, depth + 1)]
        return [f"{margin}{key}:", *inner] if inner else []
    items = [line for one in value for line in _item(one, depth + 1)]
    return [f"{margin}{key}:", *items] if items else []


def _item(value: Value, depth: int) -> list[str]:
    margin = "  " * depth
    if isinstance(value, str):
        return [f"{margin}- {scalar(value)}"]
    if not isinstance(value, Mapping):
        raise TypeError("a list directly inside a list has no place in an event")
    inner = [line for name, one in value.items() for line in _entry(name, one, depth + 1)]
    if not inner:
        return []
    return [f"{margin}- {inner[0].lstrip()}", *inner[1:]]
