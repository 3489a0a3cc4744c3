"""JSON Schemas for editors (draft-07) and the page docs/format.md, from the records' definition."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from timelines.records import Event, Heading, Person, Record, Source
from timelines.records.fields import DATE, SCALAR

DIALECT = "http://json-schema.org/draft-07/schema#"


class _Drawing(GenerateJsonSchema):
    """Draws schemas for editors: they see `0042` as a number where we read a text."""

    schema_dialect = DIALECT

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {"type": list(SCALAR)}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": "^[0-9]+$"}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        drawn = super().default_schema(schema)
        if not isinstance(drawn.get("default"), str | int) or drawn["default"] == "":
            drawn.pop("default", None)
        return drawn

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file: the heading, events, sources and people."""
    return {
        "investigation.schema.json": _schema(Heading, "The heading: investigation.yaml"),
        "event.schema.json": _schema(Event, "An event, or a list of events", listed=True),
        "sources.schema.json": _schema(Source, "A source, or a list of sources", listed=True),
        "people.schema.json": _schema(
            Person, "A person or organisation, or a list of them", listed=True
        ),
    }


def _schema(model: type[Record], title: str, *, listed: bool = False) -> dict[str, Any]:
    reference = {"$ref": f"#/definitions/{model.__name__}"}
    whole: dict[str, Any] = {"$schema": DIALECT, "title": title}
    if listed:
        named = {"if": {"minItems": 2}, "then": {"items": {"required": ["id"]}}}
        whole |= {
            "if": {"type": "array"},
            "then": {"items": reference, "allOf": [named]},
            "else": reference,
        }
    else:
        whole |= {"allOf": [reference]}
    definitions = _definitions(model)
    for one in definitions.values():
        _accept_nothing(one)
    return whole | {"definitions": definitions}


def _definitions(model: type[Record]) -> dict[str, dict[str, Any]]:
    """The record and every record within it, by the name of its class."""
    drawn = model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Drawing, mode="validation"
    )
    inner = drawn.pop("$defs", {})
    for name, field in model.model_fields.items():
        # Beside a reference to a record that has a default, pydantic leaves this out.
        drawn["properties"][field.alias or name].setdefault("description", field.description)
    return {name: _tidy(one) for name, one in sorted({**inner, model.__name__: drawn}.items())}


def _tidy(schema: Any, *, names: bool = False) -> Any:
    """The same without titles, and with what stands beside a reference still seen.

    In draft-07 everything beside `$ref` is ignored. `names`: the keys are names of fields.
    """
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        key: _tidy(value, names=key == "properties")
        for key, value in schema.items()
        if names or key not in ("title", "$schema")
    }
    if not names and "$ref" in tidy and len(tidy) > 1:
        tidy["allOf"] = [{"$ref": tidy.pop("$ref")}]
    return tidy


def _accept_nothing(record: dict[str, Any]) -> None:
    """Let an optional key stand without a value, as somebody who is typing leaves it.

    It says what may not stand there: were `null` named, editors would offer it as a value.
    """
    required = set(record.get("required", ()))
    for name, value in record.get("properties", {}).items():
        beside = {key: value.pop(key) for key in ("description", "default") if key in value}
        inner = dict(value)
        value.clear()
        value.update(beside, markdownDescription=beside["description"])
        if name in required:
            value.update(inner)
        else:
            value.update(anyOf=[inner, {"not": {"type": [*SCALAR, "array", "object"]}}])


def docs() -> str:
    """The page docs/format.md: the rules of reading, and every key of every record."""
    page = resources.files("timelines").joinpath("format.txt").read_text(encoding="utf-8")
    sections: list[str] = []
    described: set[str] = set()
    for model in (Heading, Event, Source, Person):
        definitions = _definitions(model)
        others = sorted(definitions, key=list(_mentioned(model, definitions)).index)
        for name in [one for one in others if one not in described]:
            described.add(name)
            level = "##" if name == model.__name__ else "###"
            sections.append(_section(level, name, definitions[name]))
    return page.replace("{records}\n", "\n".join(sections))


def _mentioned(model: type[Record], definitions: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The record and those within it, in the order in which its keys name them."""
    yield model.__name__
    text = json.dumps(definitions[model.__name__])
    places = {name: text.find(f'#/definitions/{name}"') for name in definitions}
    found = [name for name in definitions if places[name] >= 0]
    yield from sorted(found, key=places.__getitem__)
    yield from definitions


def _section(level: str, name: str, definition: dict[str, Any]) -> str:
    rows = [f"{level} {_title(name)}", "", definition["description"], ""]
    rows += ["| key | value | meaning |", "|---|---|---|"]
    for key, field in definition["properties"].items():
        star = "*" if key in definition.get("required", ()) else ""
        default = f"; `{field['default']}` if not said" if "default" in field else ""
        rows.append(f"| `{key}`{star} | {_value(field)}{default} | {field['description']} |")
    return "\n".join(rows) + "\n"


def _title(name: str) -> str:
    thing = next(one.THING for one in Record.__subclasses__() if one.__name__ == name)
    return thing[0].upper() + thing[1:]


def _anchor(name: str) -> str:
    """What a heading is linked by: lower case, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w -]", "", _title(name).lower()).replace(" ", "-")


def _value(field: dict[str, Any]) -> str:
    """What may stand there, in a few words."""
    if "anyOf" in field:
        lists = [one for one in field["anyOf"] if one.get("type") == "array"]
        single = " or ".join(_value(one) for one in field["anyOf"] if one not in lists)
        return f"{single}, one or a list" if lists else single
    if "$ref" in field or "allOf" in field:
        reference = field.get("$ref") or field["allOf"][0]["$ref"]
        return f"[mapping](#{_anchor(reference.rsplit('/', 1)[1])})"
    if "enum" in field:
        return " · ".join(f"`{word}`" for word in field["enum"] if isinstance(word, str))
    if field.get("$comment") == DATE:
        return "date"
    kind = field.get("type")
    if kind == "array":
        inner = _value(field["items"])
        return f"list of {inner.replace('[mapping]', '[mappings]')}" if "(" in inner else "list"
    if kind == "object":
        return "mapping"
    return "whole number" if "integer" in (kind or ()) else "text"
