"""TimelineJS (version 3): year, month, day and time as far as they are known, dates in words.

TimelineJS has no spans: it draws a month at its first day, so readers are shown the words
(“sometime in May 2021”). What it cannot carry: a date that is one of several, on or before a day,
about a day or unknown, whose event is left out if not even its year is sure; sources, and all
that is not headline, text, storyline or date.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

from timelines.dates.when import When
from timelines.handout import Exported, Item, Material, not_carried

SUFFIX = "json"
_SHOWN = ("id", "headline", "date", "summary", "storyline")
_PLAIN = re.compile(
    r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?"
    r"(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?(?:\[[^\]]+\])?[?]?"
)
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_MARKED = re.compile(r"(-?\d{4})\D")


def render(material: Material) -> Exported:
    """One slide an event whose year is sure."""
    slides, left = [], []
    for item in material.items:
        dates = _dates(item.written, item.when)
        if dates is None:
            left.append(f"“{item.headline}” is left out: TimelineJS has no “{item.words}”.")
        else:
            slides.append(_slide(item, dates))
    headline = f"{material.banner}: {material.title}" if material.banner else material.title
    whole = {"title": {"text": {"headline": html.escape(headline)}}, "events": slides}
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return Exported(text.encode(), (*left, *not_carried(material.items, _SHOWN)))


def _slide(item: Item, dates: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "unique_id": item.id,
        **dates,
        "display_date": item.words,
        "text": {"headline": html.escape(item.headline), "text": _paragraphs(item.summary)},
    }
    if item.storylines:
        found["group"] = item.storylines[0]
    return found


def _paragraphs(text: str) -> str:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{html.escape(part)}</p>" for part in parts)


def _dates(written: str, when: When | None) -> dict[str, Any] | None:
    """start_date and end_date, as far as the date says them; None where not even a year is sure."""
    if when is None or written == "unknown" or written[0] in "[{":
        return None
    middle = written.find("/")
    # A slash inside brackets is in the name of a zone.
    while middle >= 0 and written.count("[", 0, middle) > written.count("]", 0, middle):
        middle = written.find("/", middle + 1)
    first = written if middle < 0 else written[:middle]
    start = _date(first)
    if start is None:
        return None
    end = _date(written[middle + 1 :]) if middle >= 0 else None
    return {"start_date": start} | ({} if end is None else {"end_date": end})


def _date(part: str) -> dict[str, str] | None:
    found = _PLAIN.fullmatch(part)
    if found is not None and not 21 <= int(found[2] or 0) <= 41:
        pairs = zip(_PARTS, found.groups(), strict=True)
        return {name: str(int(value)) for name, value in pairs if value is not None}
    if "~" in part or "%" in part or "X" in part:
        return None
    marked = _MARKED.match(part)
    return None if marked is None else {"year": str(int(marked[1]))}
