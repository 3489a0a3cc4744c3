"""Proposed events from records that are in our own format already."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.dates.zones import zone_named
from timelines.desk.compose import lines
from timelines.desk.habits import Habits
from timelines.intake.proposals import Options, Proposed, Remark, mark
from timelines.outgoing import record_fields
from timelines.records import Event, Person, Record, Source
from timelines.yamlfile import Value


def proposed(
    record: Event, place: str, *, identity: str | None, trusted_id: bool = True
) -> Proposed:
    """An event of another investigation, whole; its place is where it stands there.

    What it says of itself that is not taken over (its standing, its sign-offs) stays in the
    original, which goes to the notes.
    """
    fields = as_values(record_fields(record))
    fields.pop("id", None)
    content = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    shown = {name: value for name, value in fields.items() if name != "notes"}
    return Proposed(
        identity=identity if trusted_id else None,
        fields=fields,
        place=place,
        original="\n".join(lines(shown, 0, Event, Habits())),
        mark=mark(f"{identity}\n{content}"),
    )


def zone_known(name: str) -> bool:
    """Whether a zone is one of the IANA's."""
    try:
        zone_named(name)
    except DateError:
        return False
    return True


def as_values(fields: Mapping[str, Any]) -> dict[str, Value]:
    """The same with every number as text, as a file's values are."""
    return {name: _value(value) for name, value in fields.items()}


def _value(value: Any) -> Value:
    if isinstance(value, Mapping):
        return as_values(value)
    if isinstance(value, list | tuple):
        return [_value(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def event(plain: Mapping[str, Any], options: Options) -> tuple[Event | None, str]:
    """A validated event, or None and the sentence that says why not.

    A date that cannot be read is no reason: it becomes unknown, with a question.
    """
    fields: dict[str, Any] = as_values(plain)
    if not zone_known(str(fields.get("zone", options.zone))):
        return None, f"“{fields['zone']}” is not a zone"
    written = str(fields.get("date", ""))
    try:
        edtf(written, str(fields.get("zone", options.zone)), hemisphere=options.hemisphere)
    except DateError:
        fields["date"] = "unknown"
        asked = fields.get("questions")
        ask = {"ask": f"The file says “{written}” for a date. When was it?"}
        fields["questions"] = [*(asked if isinstance(asked, list) else []), ask]
    record, why = validated(Event, fields)
    return (record if isinstance(record, Event) else None), why


def validated(model: type[Record], fields: Mapping[str, Any]) -> tuple[Record | None, str]:
    """A record of a kind, or None and why not."""
    try:
        return model.model_validate(dict(fields)), ""
    except ValueError as fault:
        return None, _first(fault)


def _first(fault: ValueError) -> str:
    errors: list[dict[str, Any]] = getattr(fault, "errors", list)()
    if not errors:
        return "it has not the form of a record"
    where = ".".join(str(part) for part in errors[0]["loc"]) or "it"
    kinds = {"missing": "is missing", "extra_forbidden": "is not a part of it"}
    how = kinds.get(errors[0]["type"], f"is wrong: {errors[0]['msg']}")
    return f"“{where}” {how}"


def records(
    model: type[Source] | type[Person], items: object, what: str
) -> tuple[dict[str, Mapping[str, Value]], list[Remark]]:
    """Sources or people by id, and a remark for each that is none."""
    found: dict[str, Mapping[str, Value]] = {}
    remarks: list[Remark] = []
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        fields = as_values(item) if isinstance(item, Mapping) else {}
        record, why = validated(model, fields)
        identity = str(fields.get("id", ""))
        if record is None or not identity:
            why = why or "it has no id"
            remarks.append(Remark("unreadable", f"{what}: {why}", f"{what} {number}"))
            continue
        kept = as_values(record_fields(record))
        kept.pop("id", None)
        found[identity] = kept
    return found, remarks
