"""A record as a form holds it: a value for each field that is asked for, rows told apart by number.

`filled` makes it from what a file says, `said` makes it into what a file should say, and `changes`
tells which fields differ, so that nothing is written that nobody changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import count
from typing import Any, TypeAlias

from timelines.desk.asking import Asked, asked
from timelines.desk.intent import DELETED, END, Path
from timelines.desk.shape import Shape, lead
from timelines.yamlfile import Value

Form: TypeAlias = dict[str, Any]
"""By field: a text; a list of texts; a form; a list of forms, each with its number under ROW."""

ROW = "#"
"""The key of a row's number, which stays with it while others come and go."""
KEPT = "~"
"""The key of what a form cannot show: unknown keys, and values of another shape than is asked."""
KEY, VALUE = "key", "value"
"""The two fields of a row of a mapping with any keys, such as `says`."""


class Unfit(Exception):
    """A value of another shape than the field asks for."""


def filled(value: Mapping[str, Value], shape: Shape, numbers: Iterable[int] | None = None) -> Form:
    """What a file says, as a form holds it. `numbers` are for the rows; from 1 if not given."""
    return _form(value, shape, iter(count(1) if numbers is None else numbers))


def _form(value: Mapping[str, Value], shape: Shape, numbers: Any) -> Form:
    form: Form = {}
    kept: dict[str, Value] = {}
    fields = {one.name: one for one in asked(shape)}
    for key, one in value.items():
        if key not in fields:
            kept[key] = one
            continue
        try:
            form[key] = _answer(one, fields[key], numbers)
        except Unfit:
            kept[key] = one
    if kept:
        form[KEPT] = deepcopy(kept)
    return form


def _answer(value: Value, field: Asked, numbers: Any) -> Any:
    if field.manner in ("words", "choices"):
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            raise Unfit
        return list(words)
    if field.manner == "rows":
        return [_row(one, field, numbers) for one in _listed(value)]
    if field.manner == "record" and isinstance(value, Mapping):
        return _form(value, field.shape, numbers)
    if field.manner == "mapping" and isinstance(value, Mapping):
        if not all(isinstance(one, str) for one in value.values()):
            raise Unfit
        return [{ROW: next(numbers), KEY: key, VALUE: one} for key, one in value.items()]
    if isinstance(value, str) and field.manner not in ("record", "mapping"):
        return value
    raise Unfit


def _listed(value: Value) -> list[Value]:
    return list(value) if isinstance(value, list) else [value]


def _row(value: Value, field: Asked, numbers: Any) -> Form:
    if isinstance(value, str):
        word = lead(field.shape)
        if word is None or field.points_at is None:
            raise Unfit
        value = {word: value}
    if not isinstance(value, Mapping):
        raise Unfit
    return {ROW: next(numbers), **_form(value, field.shape, numbers)}


def said(form: Mapping[str, Any], shape: Shape) -> dict[str, Value]:
    """What a file should say; fields, rows and lists with nothing in them are left out."""
    found: dict[str, Value] = {}
    for field in asked(shape):
        value = _value(form.get(field.name), field)
        if value:
            found[field.name] = value
    for key, one in form.get(KEPT, {}).items():
        found.setdefault(key, one)
    return found


def _value(answer: Any, field: Asked) -> Value:
    if answer is None:
        return ""
    if field.manner in ("words", "choices"):
        return [one for one in answer if one.strip()]
    if field.manner == "rows":
        return [row for one in answer if (row := said(one, field.shape))]
    if field.manner == "record":
        return said(answer, field.shape)
    if field.manner == "mapping":
        pairs = ((str(one.get(KEY) or "").strip(), str(one.get(VALUE) or "")) for one in answer)
        return {key: text for key, text in pairs if key and text.strip()}
    return str(answer) if str(answer).strip() else ""


def changes(form: Mapping[str, Any], base: Mapping[str, Value], shape: Shape) -> dict[Path, Any]:
    """What to save of a form that was filled from `base`: the fields that say something else.

    One item more at the end of a list is told as that, so that it disturbs nobody else's.
    """
    before, now = said(filled(base, shape), shape), said(form, shape)
    found: dict[Path, Any] = {}
    for field in asked(shape):
        old, new = before.get(field.name), now.get(field.name)
        if old == new:
            continue
        if isinstance(old, list) and isinstance(new, list) and new[:-1] == old:
            found[field.name, END] = new[-1]
        else:
            found[(field.name,)] = DELETED if new is None else new
    return found
