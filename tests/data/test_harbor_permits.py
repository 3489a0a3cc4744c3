"""The small example shows every field of the format, and a new investigation starts from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.data.places import HARBOR_PERMITS, STARTER
from timelines import records
from timelines.checks import check
from timelines.investigation import Investigation, load
from timelines.records import Record


@pytest.fixture(scope="module")
def harbor() -> Investigation:
    """The example as it is read."""
    return load(HARBOR_PERMITS)


def _records(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, list | tuple):
        for one in value:
            yield from _records(one)


def _every(investigation: Investigation) -> Iterator[Record]:
    yield from _records(investigation.heading)
    for kind in ("event", "source", "person"):
        read = getattr(investigation, kind)
        table = "people" if kind == "person" else f"{kind}s"
        for identity in getattr(investigation, table)["id"]:
            yield from _records(read(identity))


def test_the_example_reads_without_a_problem(harbor: Investigation) -> None:
    """A reporter who copies from the example copies nothing that is wrong."""
    assert harbor.problems == ()


def test_every_field_of_every_record_is_shown(harbor: Investigation) -> None:
    """Whoever looks for a field of the format finds it in the example.

    But for the token of a vault: without the vault it is a finding, and a vault needs a key.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    for record in _every(harbor):
        shown[type(record).__name__] |= record.model_fields_set
    defined = (
        one
        for name in records.__all__
        if isinstance(one := getattr(records, name), type) and one is not Record
    )
    missing = {one.__name__: set(one.model_fields) - shown[one.__name__] for one in defined}
    assert {name: fields for name, fields in missing.items() if fields} == {"Source": {"vault"}}


def test_a_complete_event_is_three_lines() -> None:
    """The example shows that a headline, a date and its sources are enough."""
    text = (HARBOR_PERMITS / "events" / "warning.yaml").read_text(encoding="utf-8")
    assert [line.partition(":")[0] for line in text.splitlines()] == ["headline", "date", "sources"]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_investigation_starts_as_the_example() -> None:
    """What `timelines new` copies is the example that the documentation points to.

    Only the counts of `expect` are commented out in it: the first event that somebody adds is
    not one too many.
    """
    example, starter = _files(HARBOR_PERMITS), _files(STARTER)
    heading = "investigation.yaml"
    text = starter[heading].decode("utf-8")
    assert re.search(r"(?m)^# expect:\n(?:#   \w+: \d+\n){3}", text)
    starter[heading] = re.sub(r"(?m)^# (expect:|  \w+: \d+)$", r"\1", text).encode("utf-8")
    assert starter == example


@pytest.mark.parametrize("folder", [HARBOR_PERMITS, STARTER], ids=["example", "starter"])
def test_nothing_is_found_that_is_not_accepted(folder: Path) -> None:
    """Whoever starts from the example starts with a clean desk, and one waiver to learn from."""
    found = check(load(folder), date(2026, 11, 22))
    assert [(one.check, one.accepted is not None) for one in found] == [("one-origin", True)]
