"""What may stand where in a record: the customary order of its keys, and its short forms."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, TypeAlias, get_origin

from timelines.reading.validation import known, record_in
from timelines.records import Event, Heading, Person, Record, Source

RecordKind = Literal["event", "source", "person", "heading"]
Shape: TypeAlias = type[Record] | None
"""The definition of a mapping; None for one with any keys, such as `says`."""

SHAPES: dict[RecordKind, type[Record]] = {
    "event": Event,
    "source": Source,
    "person": Person,
    "heading": Heading,
}


def within(shape: Shape, key: str) -> Shape:
    """The shape of the mappings that stand under a key, alone or in a list."""
    return None if shape is None else record_in(known(shape).get(key))


def rank(shape: Shape, key: str) -> int:
    """The customary place of a key among its siblings, from 0; unknown ones come last."""
    return 10_000 if shape is None else _ranks(shape).get(key, 10_000)


@cache
def _ranks(shape: type[Record]) -> dict[str, int]:
    return {key: place for place, key in enumerate(known(shape))}


def lead(shape: Shape) -> str | None:
    """The key that a bare word stands for: `- star` is `- source: star` in a list of citations."""
    return None if shape is None else next(iter(known(shape)))


@cache
def takes_one(shape: Shape, key: str) -> bool:
    """Whether a single value may stand under a key where the definition has a list."""
    if shape is None:
        return False
    fields = {field.alias or name: field for name, field in shape.model_fields.items()}
    if key not in fields or get_origin(fields[key].annotation) is not tuple:
        return False
    befores = (getattr(one, "func", None) for one in fields[key].metadata)
    return any(_lists(one) for one in befores)


def _lists(before: Any) -> bool:
    return callable(before) and before("x") == ["x"]


@cache
def spelled_by_word(shape: Shape, key: str) -> bool:
    """Whether an item of the list under a key may be a bare word instead of a mapping."""
    return takes_one(shape, key) and within(shape, key) is not None
