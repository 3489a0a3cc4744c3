"""How long all checks take together, and which of them take longest."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.synthetic import write
from timelines.checks import check, shelf
from timelines.docket import Docket
from timelines.investigation import Investigation, load

SIZES = (100, 1_000, 10_000)
TODAY = date(2022, 3, 1)
GOAL = 5.0
"""Seconds for all checks on 10,000 events with 20,000 order facts, consistent or not."""

SLOWEST = 8
CLASHES = 20
SHIELDED = 200


def table() -> list[Row]:
    """Rows for each size; of the largest also the slowest checks, and with contradictions."""
    check(load("data/harbor-permits"), TODAY)  # What is set up once is not what is measured.
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            for clashing in (False, True):
                where = Path(folder) / f"{size}-{clashing}"
                write(where, size, order_facts=2 * size, per_file=1_000)
                what = f"{size:,} events, {2 * size:,} order facts"
                if clashing:
                    _publish_and_contradict(where)
                    what += f", all public, {SHIELDED} shielded names, {CLASHES} contradictions"
                rows += _measured(load(where), what, last=size == SIZES[-1])
    return rows


def _publish_and_contradict(folder: Path) -> None:
    """Make every event public, and add people who must not be named, and impossible events."""
    for path in (folder / "events").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("  verification:", "  visibility: public\n  verification:"), "utf-8"
        )
    clash = "headline: Something impossible happens.\n  date: 2015-01\n  order: [{{after: {}}}]\n"
    shielded = "".join(
        f"- {{id: shielded-{number}, name: Robin Example-{number}, kind: person, naming: never}}\n"
        for number in range(SHIELDED)
    )
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(shielded)
    added = "".join(
        f"- id: clash-{number}\n  {clash.format(f'event-{number:05d}')}"
        for number in range(CLASHES)
    )
    (folder / "events/clashes.yaml").write_text(added, encoding="utf-8")


def _measured(investigation: Investigation, what: str, *, last: bool) -> list[Row]:
    found = 0

    def everything() -> None:
        nonlocal found
        found = len(check(investigation, TODAY))

    took = _seconds(everything)
    goal, met = (f"{GOAL:g} s", took <= GOAL) if last else ("", None)
    rows = [Row("checking", f"{what}, all checks", f"{took:.2f} s ({found:,} findings)", goal, met)]
    return [*rows, *_slowest(investigation)] if last else rows


def _slowest(investigation: Investigation) -> list[Row]:
    """Each by itself, with what it is the first to work out."""
    docket = Docket(investigation, TODAY)
    took = {"the network": _seconds(lambda: docket.chronology.narrowed)}
    for one in shelf():
        took[one.name] = _seconds(lambda run=one.run: list(run(docket)))  # type: ignore[misc]
    worst = sorted(took, key=lambda name: -took[name])[:SLOWEST]
    return [Row("checking", f"of that, {name}", f"{took[name]:.2f} s") for name in worst]


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds: on a busy machine, the clock on the wall measures the others."""
    began = time.process_time()
    work()
    return time.process_time() - began
