"""The schemas that editors use and the page about the format say what reading does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import write_investigation
from timelines.investigation import Unusable, load
from timelines.records.fields import DATE, DATE_KEYS
from timelines.schema import docs, schemas

DATA = Path("data")
FILES = [
    *(("investigation.schema.json", path) for path in sorted(DATA.glob("*/investigation.yaml"))),
    *(("event.schema.json", path) for path in sorted(DATA.glob("*/events/*.yaml"))),
    *(("sources.schema.json", path) for path in sorted(DATA.glob("*/sources.yaml"))),
    *(("people.schema.json", path) for path in sorted(DATA.glob("*/people.yaml"))),
]


class Typed(yaml.SafeLoader):
    """YAML as editors type it (1.2): numbers and booleans, but no dates."""


Typed.yaml_implicit_resolvers = {}
Typed.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), list("tf"))
Typed.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(?:~|null|)$"), ["~", "n", ""])
Typed.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))
Typed.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?\d*\.\d+$"), list("-+.0123456789")
)


def typed(text: str) -> Any:
    """What an editor makes of a text; JSON has no keys but texts."""
    return json.loads(json.dumps(yaml.load(text, Loader=Typed)))  # noqa: S506 - a safe loader


VALIDATORS = {name: jsonschema.Draft7Validator(schema) for name, schema in schemas().items()}


def complaints(schema: str, text: str) -> list[str]:
    """What a schema has against a text, as an editor would show it."""
    return [error.message for error in VALIDATORS[schema].iter_errors(typed(text))]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schemas_are_draft_07(name: str) -> None:
    """Editors, which know draft-07, understand every schema."""
    schema = schemas()[name]
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert "$defs" not in json.dumps(schema)


@pytest.mark.parametrize(("schema", "path"), FILES, ids=[str(path) for _, path in FILES])
def test_our_own_files_raise_no_mark_in_an_editor(schema: str, path: Path) -> None:
    """A reporter who opens the examples sees no red line."""
    assert complaints(schema, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("event.schema.json", "headline: 2021\ndate: 2021\nid: 0042\nplace: true\nweight: 2\n"),
        ("event.schema.json", "headline: x\ndate: [2021-09-08, 2021-09-10]\n"),
        ("event.schema.json", "headline: x\ndate: {2021-09-08, 2021-09-10}\n"),
        ("event.schema.json", "headline: x\ndate: 2021\nsummary:\nsources:\nkind:\norder:\n"),
        ("event.schema.json", "headline: x\ndate: 2021\nsources: a\npeople: {who: b}\ntags: 7\n"),
        ("event.schema.json", "- {id: a, headline: x, date: 2021}\n"),
        ("event.schema.json", "- {headline: x, date: 2021}\n"),
        ("event.schema.json", "headline: x\ndate: 2021\nsources: [{source: a, says: {rate: 3}}]\n"),
        ("sources.schema.json", "kind: post\ntitle: 7\npublic: yes\nfirsthand: true\npages: 12\n"),
        ("people.schema.json", "name: X\nroles: [{title: t, from: 2019, to: 2021-05}]\n"),
        ("investigation.schema.json", "title: T\nzone: UTC\nhouse: {stale_days: 3}\nsignoffs: a\n"),
    ],
)  # fmt: skip
def test_schemas_accept_what_reading_accepts(tmp_path: Path, schema: str, text: str) -> None:
    """An editor marks nothing that the program reads."""
    assert complaints(schema, text) == []
    name = {"event": "events/a", "sources": "sources/a", "people": "people/a"}.get(
        schema.split(".")[0], "investigation"
    )
    problems = load(write_investigation(tmp_path, {f"{name}.yaml": text})).problems
    assert [one.message for one in problems if "There is no" not in one.message
            and one.check == "unreadable"] == []  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "text", "words"),
    [
        ("event.schema.json", "headlin: x\ndate: 2021\n", "headlin"),
        ("event.schema.json", "headline: x\n", "date"),
        ("event.schema.json", "headline: x\ndate: 2021\nkind: fling\n", "fling"),
        ("event.schema.json", "headline: x\ndate: 2021\nweight: 4\n", "4"),
        ("event.schema.json", "headline: [a]\ndate: 2021\n", "a"),
        ("event.schema.json", "- {headline: x, date: 2021}\n- {headline: y, date: 2021}\n", "id"),
        ("sources.schema.json", "- {id: a, kind: post, titel: x}\n", "titel"),
        ("people.schema.json", "name: x\nroles: [{titel: x}]\n", "titel"),
        ("investigation.schema.json", "title: T\nzone: UTC\nhouse: {about: {dya: 1 day}}\n", "dya"),
    ],
)
def test_schemas_mark_what_reading_refuses(
    tmp_path: Path, schema: str, text: str, words: str
) -> None:
    """A slip is marked while one types, and refused if it is not mended."""
    assert words in " ".join(complaints(schema, text))
    name = {"event": "events/a", "sources": "sources/a", "people": "people/a"}.get(
        schema.split(".")[0], "investigation"
    )
    try:
        problems = load(write_investigation(tmp_path, {f"{name}.yaml": text})).problems
    except Unusable as unusable:
        problems = unusable.findings
    assert problems


def test_every_key_explains_itself() -> None:
    """Whoever points at a key in an editor is told what it is for."""
    for schema in schemas().values():
        for record in schema["definitions"].values():
            for key, field in record["properties"].items():
                assert field["description"].endswith((".", "?", "…")), key


def test_dates_in_brackets_are_dates_wherever_a_date_may_stand() -> None:
    """The keys under which brackets are a set of dates are exactly those that hold a date."""
    drawn = {
        key
        for schema in schemas().values()
        for record in schema["definitions"].values()
        for key, field in record["properties"].items()
        if f'"{DATE}"' in json.dumps(field)
    }
    assert drawn | {"embargo"} == DATE_KEYS


def test_the_page_names_every_key() -> None:
    """Everything a file may say is on the page about the format."""
    page = docs()
    for schema in schemas().values():
        for record in schema["definitions"].values():
            for key in record["properties"]:
                assert f"| `{key}`" in page
    assert "{" + "records}" not in page
