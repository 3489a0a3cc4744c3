"""Building the timeline at 100, 1,000 and 10,000 events: server work, and what goes to the page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks import synthetic
from benchmarks.rows import Row, seconds, shown
from components.views import chronology
from timelines.investigation import Investigation, load
from timelines.selection import Selection, select

_SIZES = (100, 1_000, 10_000)
_REACH = 0.5
_KILOBYTES = 1_000


def table() -> list[Row]:
    """Seconds to build a figure and its JSON, its size, and seconds to pick events by words."""
    found = []
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            investigation = load(synthetic.write(Path(folder), size, per_file=100))
            found += _rows(investigation, size)
    return found


def _rows(investigation: Investigation, size: int) -> list[Row]:
    spent = seconds(lambda: _spec(investigation))
    bytes_ = len(_spec(investigation).encode())
    picked = Selection(words="harbor letter", since="2018", until="2020")
    picking = seconds(lambda: select(investigation, picked))
    name = f"{size:,} events"
    return [
        Row(
            "figure",
            f"{name}, built with its JSON",
            f"{shown(spent)}, {bytes_ / 1_000:,.0f} kB",
            f"{shown(_REACH)}, {_KILOBYTES:,} kB",
            spent <= _REACH and bytes_ <= _KILOBYTES * 1_000,
        ),
        Row(
            "figure", f"{name}, picked by words and period", shown(picking), "0.3 s", picking <= 0.3
        ),
    ]


def _spec(investigation: Investigation) -> str:
    heading = investigation.heading
    return str(
        chronology.figure(
            investigation,
            investigation.events,
            zone=heading.zone,
            language=heading.language,
            theme="light",
            width=1_280,
        ).to_json()
    )
