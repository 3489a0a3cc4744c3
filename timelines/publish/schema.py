"""The JSON Schema of `timeline.json`, made of the allow-list and published beside it."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from timelines.publish.public import TYPES, Json, PublicTimeline, Span

FILE = "timeline.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Json:
    """What a `timeline.json` holds, and that it holds nothing else."""
    whole = _object(PublicTimeline)
    whole["properties"] = {"$schema": {"type": "string"}, **whole["properties"]}
    definitions = {one.__name__: _object(one) for one in TYPES if one is not PublicTimeline}
    return {"$schema": DIALECT, "title": "A published timeline", **whole, "$defs": definitions}


def _object(one: type) -> Json:
    hints = typing.get_type_hints(one, include_extras=True)
    required = [each.name for each in fields(one) if each.default is MISSING]
    return {
        "description": (one.__doc__ or "").strip(),
        "type": "object",
        "properties": {each.name: _field(hints[each.name]) for each in fields(one)},
        "required": required,
        "additionalProperties": False,
    }


def _field(hint: Any) -> Json:
    kind, meaning = typing.get_args(hint)
    drawn = _kind(kind)
    return (
        {"description": meaning, **drawn}
        if "$ref" not in drawn
        else {**drawn, "description": meaning}
    )


def _kind(kind: Any) -> Json:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        inner = next(one for one in typing.get_args(kind) if one is not type(None))
        return _kind(inner)
    if kind == Span:
        instant = {"type": ["string", "null"]}
        return {"type": "array", "items": instant, "minItems": 2, "maxItems": 2}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _kind(typing.get_args(kind)[0])}
    if is_dataclass(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}  # type: ignore[union-attr]
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}
