"""A list to read, in CommonMark: date in words, headline, summary, who says so.

What it cannot carry: anything meant for programs; it does not come back with `timelines import`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.handout import Exported, Item, Material, not_carried

SUFFIX = "md"
_SHOWN = (
    "id", "headline", "date", "summary", "place", "tags", "storyline", "people", "sources",
    "verification",
)  # fmt: skip
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MARKER = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.M)


def render(material: Material) -> Exported:
    """One heading an event."""
    parts = [f"# {_text(material.title)}\n"]
    if material.banner:
        parts.append(f"**{material.banner}**\n")
    for item in material.items:
        parts.append("\n".join(_lines(item, notes=material.notes)) + "\n")
    shown = (*_SHOWN, "notes") if material.notes else _SHOWN
    return Exported("\n".join(parts).encode(), not_carried(material.items, shown))


def _lines(item: Item, *, notes: bool) -> Iterator[str]:
    yield f"## {_text(item.headline)}\n"
    standing = "" if item.verification in ("", "confirmed") else f" ({item.verification})"
    words = item.words[:1].upper() + item.words[1:]
    yield f"**{_text(words)}**{standing}"
    if item.summary:
        yield f"\n{item.summary.strip()}"
    facts = (
        ("Where", [item.place] if item.place else []),
        ("Who", item.people),
        ("Storyline", item.storylines),
        ("Tags", item.tags),
        ("Sources", item.sources),
        ("Notes", [item.notes] if notes and item.notes else []),
    )
    listed = [f"- {name}: {_text('; '.join(values))}" for name, values in facts if values]
    if listed:
        yield "\n" + "\n".join(listed)


def _text(text: str) -> str:
    """Words on one line that mean nothing to Markdown."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _MARKER.sub(r"\1\\\2", plain)
