"""Holds values against a record's definition; what does not fit is left out, and said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from timelines.records.fields import DATE_KEYS, Record
from timelines.suggestions import suggestion
from timelines.yamlfile import Lines, Trouble, Value, line_of
from timelines.yamltrouble import brief

R = TypeVar("R", bound=Record)
Loc = tuple[str | int, ...]

CAUTIOUS = {"terms": "off-record", "naming": "never", "public": "no"}
"""What holds where a word that protects somebody is there and cannot be read."""


def validate(
    model: type[R], values: dict[str, Value], lines: Lines, *, empties: bool = False
) -> tuple[R | None, list[Trouble]]:
    """The record, and a trouble for everything that does not fit, each with its line.

    An optional value that does not fit is left out of `values` and `lines`; an item of a list
    that lacks what it needs is left out whole; a record that lacks what it needs is None.
    """
    troubles: list[Trouble] = []
    if empties:
        _check_empty_keys(model, lines, troubles)
    left_out: set[tuple[int, str | int]] = set()
    while True:
        try:
            return model.model_validate(values), troubles
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        usable = True
        doomed: list[Loc] = []
        for error in errors:
            loc: Loc = tuple(part for part in error["loc"] if part != "[key]")
            missing = error["type"] == "missing"
            if not _follows(error, values, left_out):
                troubles.append(Trouble(_line(lines, loc), sentence(model, dict(error), lines)))
            doomed.append(loc[:-1] if missing else loc)
            usable = usable and doomed[-1] != ()
        if not usable:
            return None, troubles
        for loc in sorted(set(doomed), key=_place, reverse=True):
            left_out.update(_leave_out(values, lines, loc))


def _follows(
    error: ErrorDetails, values: dict[str, Value], left_out: set[tuple[int, str | int]]
) -> bool:
    """True where something does not fit only because of what was left out before, and said."""
    loc = error["loc"]
    if error["type"] == "missing":
        return (id(_container(values, loc[:-1])), loc[-1]) in left_out
    inside = id(_container(values, loc))
    return error["type"] == "said" and any(holder == inside for holder, _ in left_out)


def _place(loc: Loc) -> list[tuple[int, int, str]]:
    return [(0, part, "") if isinstance(part, int) else (1, 0, part) for part in loc]


def _container(values: Any, loc: Loc) -> Any:
    for part in loc:
        values = _into(values, part)
    return values


def _into(values: Any, part: str | int) -> Any:
    if isinstance(values, dict):
        return values if isinstance(part, int) else values.get(part)
    if isinstance(values, list):
        return values[part] if isinstance(part, int) and part < len(values) else None
    return values


def _leave_out(values: Any, lines: Any, loc: Loc) -> Iterator[tuple[int, str | int]]:
    """Delete what stands at a place, and yield which entry of which mapping that was.

    A single value may stand where the definition has a list, so numbers may have no counterpart.
    """
    steps: list[tuple[Any, Any, str | int]] = []
    for part in loc:
        if not _has(values, part):
            continue
        steps.append((values, lines, part))
        values, lines = values[part], _lines_into(lines, part)
    if not steps:
        return
    holder, places, part = steps[-1]
    yield id(holder), part
    if isinstance(part, str) and part in CAUTIOUS and holder[part] != CAUTIOUS[part]:
        holder[part] = CAUTIOUS[part]
        return
    del holder[part]
    if isinstance(part, int) and isinstance(places, list):
        del places[part + 1]


def _has(values: Any, part: str | int) -> bool:
    if isinstance(values, dict):
        return part in values
    return isinstance(values, list) and isinstance(part, int) and part < len(values)


def _lines_into(lines: Any, part: str | int) -> Any:
    if isinstance(lines, dict):
        return lines if isinstance(part, int) else lines.get(part, lines[None])
    if isinstance(lines, list) and isinstance(part, int):
        return lines[part + 1] if part + 1 < len(lines) else lines[0]
    return lines


def lines_at(lines: Lines, loc: Loc) -> Lines:
    """The lines of what stands at a place, or of the nearest thing around it."""
    found: Any = lines
    for part in loc:
        found = _lines_into(found, part)
    return found  # type: ignore[no-any-return]


def _line(lines: Lines, loc: Loc) -> int:
    return line_of(lines_at(lines, loc))


def _check_empty_keys(model: type[Record], lines: Any, troubles: list[Trouble]) -> None:
    """An unknown key is an error even without a value."""
    if isinstance(lines, list):
        for item in lines[1:]:
            _check_empty_keys(model, item, troubles)
    if not isinstance(lines, dict):
        return
    fields = known(model)
    for key, inner in lines.items():
        if key is None:
            continue
        if key not in fields:
            if isinstance(inner, int):
                troubles.append(Trouble(inner, _unknown(model, key)))
        elif (nested := record_in(fields[key])) is not None:
            _check_empty_keys(nested, inner, troubles)


@cache
def known(model: type[BaseModel]) -> dict[str, Any]:
    """A record's keys as files have them, with what may stand there."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def record_in(annotation: Any) -> type[Record] | None:
    """The kind of record that an annotation holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for inner in get_args(annotation):
        found = record_in(inner)
        if found is not None:
            return found
    return None


@cache
def _unknown(model: type[Record], key: str) -> str:
    return f"“{brief(key)}” is not a part of {model.THING}.{suggestion(key, known(model))}"


def _innermost(model: type[Record], loc: Loc) -> type[Record]:
    """The kind of record in which the last part of a place is a key."""
    for part in loc[:-1]:
        if isinstance(part, str) and part in known(model):
            model = record_in(known(model)[part]) or model
    return model


def sentence(model: type[Record], error: Mapping[str, Any], lines: Lines) -> str:
    """What does not fit, as a reporter would want to be told."""
    kind = error["type"]
    loc: Loc = tuple(part for part in error["loc"] if part != "[key]")
    if kind == "said":
        return str(error["ctx"]["said"])
    inner = _innermost(model, loc)
    names = [part for part in loc if isinstance(part, str)]
    key = names[-1] if names else ""
    if kind == "extra_forbidden":
        return _unknown(inner, key)
    if kind == "missing":
        holder = lines_at(lines, loc[:-1])
        if isinstance(holder, dict) and key in holder:
            return f"“{key}” has no value; {inner.THING} needs one."
        return f"“{key}” is missing; {inner.THING} needs it."
    return _shape(kind, key, error, is_item=bool(loc) and isinstance(loc[-1], int))


def _shape(kind: str, key: str, error: Mapping[str, Any], *, is_item: bool) -> str:
    value = error["input"]
    said = f"“{brief(value)}”" if isinstance(value, str) else ""
    what = f"An item of “{key}”" if is_item else f"“{key}”"
    here = "a list" if isinstance(value, list | tuple) else "a mapping"
    if kind == "literal_error" and isinstance(value, str):
        expected = str(error["ctx"]["expected"])
        words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
        listed = ", ".join(f"“{word}”" for word in words)
        hint = suggestion(value, words)
        return f"{said} is not a word for “{key}”.{hint} It is one of {listed}."
    if kind in ("string_type", "literal_error"):
        hint = " One of several is written [2021-09-08, 2021-09-10]." if key in DATE_KEYS else ""
        return f"{what} must be a single value; here it is {here}.{hint}"
    if kind in ("tuple_type", "list_type"):
        return f"{what} must be a list: put “- ” before each item, on a line of its own."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"{what} must be a mapping, “key: value”; here it is {said or here}."
    if kind.startswith("int"):
        return f"{what} must be a whole number; here it is {said or here}."
    if kind in ("greater_than_equal", "less_than_equal"):
        limits = error["ctx"]
        bound = f"at least {limits['ge']}" if "ge" in limits else f"at most {limits['le']}"
        return f"{what} must be {bound}; here it is {said}."
    if kind == "too_short":
        return f"{what} must have at least {error['ctx']['min_length']} items."
    return f"{what} cannot be read as it stands."
