"""A JSON Feed (version 1.1), an event an item, for programs that read feeds.

A feed's dates are those of its articles, not of what happened: the event's date stands in words at
the head of the text, and in `_timelines`. What it cannot carry: most of an event's fields.
"""

from __future__ import annotations

import json
from typing import Any

from timelines.handout import Exported, Item, Material, not_carried

SUFFIX = "json"
_SHOWN = ("id", "headline", "date", "summary", "tags", "place", "verification")


def render(material: Material) -> Exported:
    """The events in their order."""
    title = f"{material.banner}: {material.title}" if material.banner else material.title
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "language": material.language,
        "items": [_item(item, material.slug) for item in material.items],
    }
    text = json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
    return Exported(text.encode(), not_carried(material.items, _SHOWN))


def _item(item: Item, slug: str) -> dict[str, Any]:
    words = item.words[:1].upper() + item.words[1:]
    found: dict[str, Any] = {
        "id": f"{slug}/{item.id}",
        "title": item.headline,
        "content_text": f"{words}. {item.summary or item.headline}",
        "_timelines": {
            "date": item.written,
            "words": item.words,
            "verification": item.verification,
            **({"place": item.place} if item.place else {}),
        },
    }
    if item.tags:
        found["tags"] = list(item.tags)
    return found
