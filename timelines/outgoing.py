"""Records as plain values, in the format's order and without what is only a default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timelines.records import Record

_BARE = {"sources": "source", "people": "who"}
"""Lists whose items are bare where they say no more than this."""


def record_fields(record: Record) -> dict[str, Any]:
    """What a record says, as its file would: mappings, lists and texts, defaults left out.

    A citation that is only a source, and a part that is only somebody, are the bare id.
    """
    plain = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {
        name: _bare(value, _BARE.get(name))
        for name, value in plain.items()
        if value not in ([], {}, "", None)
    }


def _bare(value: Any, key: str | None) -> Any:
    if isinstance(value, Mapping):
        if key is not None and set(value) == {key}:
            return value[key]
        return {name: _bare(one, _BARE.get(name)) for name, one in value.items()}
    if isinstance(value, list):
        return [_bare(one, key) for one in value]
    return value
