"""How our own spreadsheets write what a cell cannot hold: lists, and text that looks a formula."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_RISKY = re.compile(r"'*\s*[=+\-@＝＋－＠|%\t\r\n]")
_GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠|%\t\r\n]")
_ITEM = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^;]*)\s*(?:;|$)')


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet program might calculate it.

    (OWASP, “CSV injection”.) `unguarded` gives the text back exactly.
    """
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` put before it."""
    return text[1:] if _GUARDED.match(text) else text


def joined(items: Iterable[str]) -> str:
    """A list in one cell: its items with semicolons between them, in quotes where they need it."""
    return "; ".join(
        json.dumps(item, ensure_ascii=False)
        if ";" in item or item.startswith('"') or item != item.strip() or not item
        else item
        for item in items
    )


def listed(text: str) -> list[str]:
    """The items of a cell that `joined` wrote, or that a person did with semicolons."""
    items: list[str] = []
    place = 0
    while place < len(text):
        found = _ITEM.match(text, place)
        if found is None:
            break
        place = max(found.end(), place + 1)
        items.append(_item(found[1].strip()))
    return [item for item in items if item]


def _item(text: str) -> str:
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text
