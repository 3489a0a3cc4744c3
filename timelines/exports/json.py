"""Everything: each field of events, sources, people and the heading, as the files have them.

It follows a published schema, `docs/export.schema.json`, and comes back with `timelines import`.
What it cannot carry: comments and the order of keys in files, evidence and pictures themselves.
"""

from __future__ import annotations

import json
from typing import Any

from timelines.handout import Exported, Material
from timelines.schema import DIALECT, schemas

SUFFIX = "json"
NAME = "timelines-export"


def render(material: Material) -> Exported:
    """The records, sorted as they are read."""
    whole = {
        "format": NAME,
        "version": 1,
        "audience": material.audience,
        "warning": material.banner,
        "heading": material.heading,
        "events": [item.fields for item in material.items],
        "sources": list(material.sources),
        "people": list(material.people),
    }
    kept = {name: value for name, value in whole.items() if value != ""}
    files = sum("file" in one for one in material.sources)
    media = sum("media" in item.fields for item in material.items)
    remarks = []
    if files or media:
        remarks.append(
            f"Files do not travel in JSON: {files} of sources, and those of {media} events."
        )
    return Exported(
        (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode(), tuple(remarks)
    )


def schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of the format."""
    drawn = schemas()
    definitions: dict[str, Any] = {}
    for one in drawn.values():
        definitions |= one["definitions"]
    listed = {
        "events": "Event",
        "sources": "Source",
        "people": "Person",
    }
    return {
        "$schema": DIALECT,
        "title": "An investigation, exported",
        "type": "object",
        "required": ["format", "version", "audience", "heading", "events"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": NAME},
            "version": {"const": 1},
            "audience": {"enum": ["desk", "public"], "description": "Who may have it."},
            "warning": {"type": "string", "description": "The same in words, for people."},
            "heading": {"$ref": "#/definitions/Heading"},
            **{
                name: {"type": "array", "items": {"$ref": f"#/definitions/{model}"}}
                for name, model in listed.items()
            },
        },
        "definitions": definitions,
    }
