"""Whatever a file holds, reading answers with findings and never with a fault of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import write_investigation
from timelines import tables
from timelines.findings import Finding
from timelines.investigation import Unusable, load
from timelines.schema import schemas

WORDS = sorted(
    {
        key
        for one in schemas()["event.schema.json"]["definitions"].values()
        for key in one["properties"]
    }
)
SIGNS = st.text(alphabet=" \n\t\r:-[]{}#&*!|>'\"%@`,?~<=.0123456789abxyz\u2028\x85\ufeff\x00é😀\\")
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(["2021-05", "[a", "x: y", "", "confirmed", "mayor", "2", "é", "unknown", "\0"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*WORDS, "headlin", "<<"]), inner, max_size=5)
    ),
    max_leaves=12,
)


def read(text: str | bytes, name: str = "events/a.yaml") -> tuple[Finding, ...]:
    """Load an investigation with this file in it, and hold its tables to their contract."""
    with tempfile.TemporaryDirectory() as folder:
        texts: dict[str, str | bytes] = {
            "events/fine.yaml": "headline: x\ndate: 2021\n",
            name: text,
        }
        try:
            investigation = load(write_investigation(Path(folder), texts))
        except Unusable as unusable:
            assert name == "investigation.yaml"
            return unusable.findings
        for table in tables.TABLES:
            tables.verify(table, getattr(investigation, table.name))
        assert "fine" in set(investigation.events.id)
        for one in investigation.problems:
            assert one.message
            assert one.line is None or one.line >= 1
            assert f"{one.message}{one.file}".encode()
        return investigation.problems


SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(SIGNS)
def test_any_text_is_answered(text: str) -> None:
    """No sequence of signs that a reporter can type makes the program fail."""
    read(text)


@SLOW
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    """A picture saved under the name of an event is a finding."""
    read(data)


@SLOW
@given(VALUES, st.sampled_from(["events/a.yaml", "sources.yaml", "people/a.yaml"]))
def test_any_shape_is_answered(value: Any, name: str) -> None:
    """Known keys with values of any shape are findings, each with its line."""
    text = yaml.safe_dump(value, allow_unicode=True)
    for problem in read(text, name):
        if problem.file == name:
            assert problem.line is not None
            assert problem.line <= text.count("\n") + 1


@SLOW
@given(st.one_of(SIGNS, VALUES.map(yaml.safe_dump)))
def test_any_heading_is_answered(text: str) -> None:
    """A heading is usable or is said to be unusable, whatever it holds."""
    read(text, "investigation.yaml")


@SLOW
@given(SIGNS, st.integers(0, 80))
def test_a_slip_anywhere_in_an_event_is_answered(signs: str, place: int) -> None:
    """Whatever the cat types into an event, and wherever, is answered with findings."""
    text = (
        "headline: It happens\ndate: [2021-05, 2021-06]\nsources:\n  - source: form\n"
        "    quote: 'the words'\n"
    )
    read(text[:place] + signs + text[place:])
