"""What the desk remembers of the last publication: who has which public id, and what was said.

It lies in the investigation's folder as `published.json` and is never published itself: it is the
only place where an event's own id and its public one stand side by side.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from timelines.publish.kept import kept_text
from timelines.publish.numbering import Named
from timelines.publish.public import Json, PublicTimeline, as_json

FILE = "published.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """What readers were last given: the public id and the telling of each event, by its own id.

    An event that was withdrawn keeps its id; it has no telling.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Json] = field(default_factory=dict)


def remembered(folder: Path) -> Memory:
    """What an investigation's folder remembers; nothing where it was never published from.

    What has not the form of a memory counts as nothing.
    """
    events = _mapping(_read(folder), "events")
    ids, told = {}, {}
    for event, one in events.items():
        if isinstance(one, dict) and _is_id(one.get("id")):
            ids[event] = one["id"]
            if isinstance(one.get("told"), dict):
                told[event] = one["told"]
    return Memory(ids, told)


def text(before: Memory, ids: Mapping[str, str], public: PublicTimeline) -> str:
    """What is to be remembered after a publication; `ids` are public ids by event."""
    told = {one.id: as_json(one) for one in public.events}
    events: dict[str, Json] = {event: {"id": one} for event, one in before.ids.items()}
    for event, one in ids.items():
        events[event] = {"id": one, "told": told[one]}
    return json.dumps({"events": events}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def named(published: Json) -> list[Named]:
    """The events of a published `timeline.json`, as readers know them."""
    found = []
    for one in _events(published):
        identity, headline = one.get("id"), one.get("headline")
        if _is_id(identity) and isinstance(headline, str):
            edtf = _mapping(one, "date").get("edtf", "")
            found.append(Named(identity, headline, str(edtf)))
    return found


def told_by_id(published: Json) -> dict[str, Json]:
    """The telling of each event of a published `timeline.json`, by public id."""
    return {one["id"]: one for one in _events(published) if _is_id(one.get("id"))}


def published(data: bytes | None) -> Json | None:
    """The `timeline.json` of a place that was published to; None where it holds none."""
    try:
        return None if data is None else _object(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _events(published: Json) -> list[Json]:
    events = published.get("events")
    return [one for one in events if isinstance(one, dict)] if isinstance(events, list) else []


def _read(folder: Path) -> Json:
    return _object(kept_text(folder, FILE)) or {}


def _is_id(value: object) -> TypeGuard[str]:
    """Whether it has the form of a public id, whoever wrote it."""
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9]{1,31}", value) is not None


def _object(written: str | None) -> Json | None:
    try:
        value: Any = json.loads(written or "")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _mapping(value: Mapping[str, Any], key: str) -> Json:
    found = value.get(key)
    return found if isinstance(found, dict) else {}
