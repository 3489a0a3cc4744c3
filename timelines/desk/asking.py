"""What a form has to ask for: every field of a record, from the definitions that reading uses.

A field that is added to `timelines/records` is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from timelines.desk.shape import Shape, within
from timelines.reading.folder import RecordKind
from timelines.records.fields import DATE, DATE_KEYS, composed

Manner = Literal["line", "text", "date", "choice", "choices", "words", "record", "rows", "mapping"]
"""How a field is filled in: one line; a text of any length; a date; one word or several of a list;
any words; a mapping of its own; rows of mappings; a mapping with any keys."""

POINTS_AT: dict[str, RecordKind] = {
    "who": "person",
    "people": "person",
    "adverse_to": "person",
    "source": "source",
    "sources": "source",
    "derived_from": "source",
    "translated_from": "source",
    "after": "event",
    "before": "event",
    "during": "event",
    "same_day": "event",
}
"""What kind of record an id under a key is of. An id under another key is asked for as words."""

_WHOLE_AT_MOST = 12
"""A whole number with no more values than this is chosen from a list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: its key in the file, what it is for, and how it is filled in.

    `choices` are the words it may have, `usual` the one that holds where none is said.
    `points_at` is the kind of record that its ids are of, `inner` the fields of its mappings.
    """

    name: str
    meaning: str
    manner: Manner
    needed: bool
    choices: tuple[str, ...] = ()
    usual: str | None = None
    points_at: RecordKind | None = None
    shape: Shape = None

    @property
    def inner(self) -> tuple[Asked, ...]:
        """The fields of the mappings that stand under it."""
        return () if self.shape is None else asked(self.shape)


@cache
def asked(shape: Any) -> tuple[Asked, ...]:
    """Every field of a record but its id, in the customary order."""
    found = []
    for attribute, field in shape.model_fields.items():
        name = field.alias or attribute
        if name != "id":
            found.append(_asked(shape, name, field))
    return tuple(found)


def _asked(shape: Any, name: str, field: Any) -> Asked:
    parts = [field.annotation, *field.metadata, *_inside(field.annotation)]
    inner = within(shape, name)
    choices = _choices(parts)
    several = any(get_origin(one) is tuple for one in parts)
    manner = _manner(name, parts, choices, several=several, inner=inner)
    usual = field.default
    return Asked(
        name=name,
        meaning=" ".join(str(field.description or "").split()),
        manner=manner,
        needed=field.is_required(),
        choices=choices,
        usual=str(usual) if choices and isinstance(usual, str | int) else None,
        points_at=POINTS_AT.get(name) if _is_id(parts) or inner is not None else None,
        shape=inner,
    )


def _manner(
    name: str, parts: list[Any], choices: tuple[str, ...], *, several: bool, inner: Shape
) -> Manner:
    if inner is not None:
        return "rows" if several else "record"
    if several:
        return "choices" if choices else "words"
    if choices:
        return "choice"
    if any(get_origin(one) is dict for one in parts):
        return "mapping"
    if name in DATE_KEYS or any(_is_date(one) for one in parts):
        return "date"
    return "line" if any(_on_one_line(one) for one in parts) else "text"


def _inside(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation is made of, and what is said of each part."""
    for one in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield one
        yield from _inside(one)


def _choices(parts: list[Any]) -> tuple[str, ...]:
    for one in parts:
        if get_origin(one) is Literal:
            return tuple(str(word) for word in get_args(one))
    least = next((one.ge for one in parts if getattr(one, "ge", None) is not None), None)
    most = next((one.le for one in parts if getattr(one, "le", None) is not None), None)
    if least is None or most is None or most - least >= _WHOLE_AT_MOST:
        return ()
    return tuple(str(number) for number in range(least, most + 1))


def _is_date(one: Any) -> bool:
    schema = getattr(one, "json_schema", None)
    return isinstance(schema, dict) and schema.get("$comment") == DATE


def _is_id(parts: list[Any]) -> bool:
    return any(getattr(one, "func", None) is composed for one in parts)


def _on_one_line(one: Any) -> bool:
    return getattr(one, "strip_whitespace", None) is True
