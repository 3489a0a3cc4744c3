"""The columns of our own spreadsheets, CSV and XLSX alike, and what goes into their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timelines.handout import Item, Material, not_carried
from timelines.intake.cells import joined

COLUMNS = (
    "id", "headline", "date", "words", "zone", "basis", "summary", "kind", "instrument",
    "storyline", "people", "place", "tags", "weight", "verification", "attribution", "visibility",
    "embargo", "sources", "adverse_to", "sensitivity",
)  # fmt: skip
"""In this order; “words” is the date for people. “notes” follows where it is asked for."""


def headings(material: Material) -> tuple[str, ...]:
    """The first row."""
    return (*COLUMNS, "notes") if material.notes else COLUMNS


def cells(item: Item, names: tuple[str, ...]) -> list[str]:
    """The texts of one event's row."""
    defaults = {
        "words": item.words,
        "basis": "stated",
        "verification": "unverified",
        "visibility": "internal",
        "weight": "1",
    }
    values = {**defaults, **item.fields}
    return [_cell(values.get(name, "")) for name in names]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return joined(_name(one) for one in value)
    return str(value)


def _name(value: Any) -> str:
    """A citation by its source, somebody's part by who it is."""
    if isinstance(value, Mapping):
        return str(value.get("source") or value.get("who") or "")
    return str(value)


def lost(material: Material) -> Iterator[str]:
    """What a spreadsheet has no place for."""
    yield from not_carried(material.items, headings(material))
    details = sum(
        any(isinstance(one, Mapping) for one in item.fields.get("sources", []))
        for item in material.items
    )
    if details:
        yield f"Of the citations of {details} events only the sources are carried, not the quotes."
    parts = sum(
        any(isinstance(one, Mapping) for one in item.fields.get("people", []))
        for item in material.items
    )
    if parts:
        yield f"Of the people in {parts} events only who they are is carried, not their part."
