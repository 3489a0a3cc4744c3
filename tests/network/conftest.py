"""Small investigations for the network, written as real files and solved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines import tables
from timelines.dates.when import instant_text
from timelines.investigation import load
from timelines.network import Chronology, solve

Solved = Callable[..., Chronology]

SOURCES = """\
- {id: star, kind: publication, title: The story, publisher: The Star, published: 2021-10-08}
- {id: form, kind: document, title: The form}
- id: whisper
  kind: interview
  title: Talk in the car park
  terms: on-background
  label: a law enforcement source
- {id: gone, kind: interview, title: Never to be used, terms: off-record}
"""
PEOPLE = """\
- {id: chief, name: The Chief, kind: person}
- {id: mayor, name: The Mayor, kind: person}
"""


@pytest.fixture
def solved(tmp_path: Path) -> Solved:
    """Write events (id to the lines below its headline), and solve the investigation."""

    def write(events: Mapping[str, str], zone: str = "UTC", **files: str) -> Chronology:
        texts = {
            f"events/{event}.yaml": f"headline: Event {event}\n{lines}\n"
            for event, lines in events.items()
        }
        texts |= {f"{name}.yaml": text for name, text in files.items()}
        heading = {"investigation.yaml": f"title: A test\nzone: {zone}\n"}
        base = {"sources.yaml": SOURCES, "people.yaml": PEOPLE}
        found = load(write_investigation(tmp_path, {**heading, **base, **texts}))
        assert found.problems == ()
        return solve(found)

    return write


def bounds(chronology: Chronology, event: str) -> list[str | None]:
    """The narrowed bounds of an event as text: start from and before, end from and before."""
    narrowed = chronology.narrowed[chronology.narrowed["event"] == event]
    return [
        instant_text(tables.micros(narrowed[name])[0])
        for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")
    ]


def start(chronology: Chronology, event: str) -> list[str | None]:
    """The narrowed bounds of an event's start, as text."""
    return bounds(chronology, event)[:2]
