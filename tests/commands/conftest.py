"""Runs a command in this process, as the shell would, and gives back what a person sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.cli import main

HEADING = """\
title: The north levee
zone: America/Chicago
storylines: [Warnings, Repairs]
"""
SOURCES = """\
- id: county-letter
  kind: document
  title: Letter from the county engineer
  created: 2021-05-20
- id: star
  kind: publication
  title: Levee was known to be failing
  published: 2021-10-15
  url: https://example.org/levee
"""
WARNED = """\
headline: Inspectors told the county that the north levee was failing
date: 2021-05
storyline: Warnings
sources:
  - source: county-letter
    at: p. 1
"""
CLOSED = """\
headline: The county closed the levee road
date: 2021-05-20
storyline: Warnings
sources: [star]
"""
REPAIRED = """\
headline: Repairs began
date: 2021-09-08
storyline: Repairs
sources: [star]
order:
  - after: warned
    by: about 4 months
    source: star
"""


@dataclass(frozen=True)
class Outcome:
    """The exit code of a command, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command line, run in this process."""

    def run_it(*words: str | Path) -> Outcome:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        seen = capsys.readouterr()
        return Outcome(code, seen.out, seen.err)

    return run_it


@pytest.fixture
def levee(tmp_path: Path) -> Path:
    """A small investigation: two events of May in no established order, and a repair after."""
    return write_investigation(
        tmp_path / "north-levee",
        {
            "investigation.yaml": HEADING,
            "sources.yaml": SOURCES,
            "events/warned.yaml": WARNED,
            "events/closed.yaml": CLOSED,
            "events/repaired.yaml": REPAIRED,
        },
    )
