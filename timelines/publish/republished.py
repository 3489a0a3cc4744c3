"""Reads a published `timeline.json` back into what it was written from: the allow-list's types.

Nothing but published folders is needed for it; a key that the allow-list does not have is refused.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from timelines.publish.public import TYPES, PublicTimeline

_MARKS = frozenset({"$schema"})


class Unreadable(Exception):
    """What lies there is not a timeline that this program published: one sentence why."""


def republished(data: bytes) -> PublicTimeline:
    """The timeline of a published `timeline.json`; Unreadable where it is none."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError):
        raise Unreadable("timeline.json is no JSON in UTF-8.") from None
    if not isinstance(value, dict):
        raise Unreadable("timeline.json holds no timeline.")
    bare = {key: one for key, one in value.items() if key not in _MARKS}
    made: PublicTimeline = _object(PublicTimeline, bare, "")
    return made


def _object(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise Unreadable(f"timeline.json: “{where or 'the whole'}” is no object.")
    hints = _hints(kind)
    unknown = sorted(value.keys() - hints.keys())
    if unknown:
        raise Unreadable(f"timeline.json: “{where}” has “{unknown[0]}”, which readers never get.")
    required = {
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    }
    missing = sorted(required - value.keys())
    if missing:
        raise Unreadable(f"timeline.json: “{where or 'the whole'}” lacks “{missing[0]}”.")
    return kind(
        **{
            name: _value(hints[name], one, f"{where}.{name}".lstrip("."))
            for name, one in value.items()
        }
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, value: Any, where: str) -> Any:
    """A value of JSON as its type; the types of the allow-list are few, and all are here."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value(inner[0], value, where)
    if origin in (Union, types.UnionType):
        if value is None and type(None) in inner:
            return None
        return _value(next(one for one in inner if one is not type(None)), value, where)
    if hint in TYPES:
        return _object(hint, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise Unreadable(f"timeline.json: “{where}” is no list.")
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_value(inner[0], one, where) for one in value)
        if len(value) != len(inner):
            raise Unreadable(f"timeline.json: “{where}” has {len(value)} parts.")
        return tuple(_value(each, one, where) for each, one in zip(inner, value, strict=True))
    wanted = bool if hint is bool else hint
    if not isinstance(value, wanted) or (hint is int and isinstance(value, bool)):
        raise Unreadable(f"timeline.json: “{where}” is not what it should be.")
    return value
