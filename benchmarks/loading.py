"""How long loading takes, beside PyYAML's bare `CBaseLoader` on the same bytes."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml

from benchmarks.rows import Row, clean, shown
from benchmarks.synthetic import write
from timelines.investigation import load

SIZES = (100, 1_000, 10_000)
COLD, WARM = 2.5, 0.1
"""The largest ratios to the bare loader: everything read, and nothing changed."""


def table() -> list[Row]:
    """Rows for each size: cold, warm, and with one changed file; and for lists of events."""
    load("data/harbor-permits")  # What is imported and set up once is not what is measured.
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            rows += _measured(write(Path(folder) / str(size), size), f"{size:,} events")
        listed = write(Path(folder) / "lists", SIZES[-1], per_file=1_000)
        rows += _measured(listed, f"{SIZES[-1]:,} events in lists")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("loading", "largest memory of the process", f"{peak:.0f} MiB")]


def _measured(folder: Path, what: str) -> list[Row]:
    contents = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]
    bare = _seconds(
        lambda: [yaml.load(one, Loader=yaml.CBaseLoader) for one in contents]  # noqa: S506 - texts only
    )
    cold = _seconds(lambda: load(folder))
    warm = median(_seconds(lambda: load(folder)) for _ in range(5))
    changed = min((folder / "events").iterdir())
    changed.write_bytes(changed.read_bytes() + b"# seen again\n")
    again = _seconds(lambda: load(folder))
    return [
        Row("loading", f"{what}, cold", f"{shown(cold)} = {cold / bare:.2f} × bare",
            f"≤ {COLD} ×", cold / bare <= COLD),
        Row("loading", f"{what}, unchanged", f"{shown(warm)} = {warm / bare:.3f} × bare",
            f"≤ {WARM} ×", warm / bare <= WARM),
        Row("loading", f"{what}, one file changed", shown(again)),
    ]  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds: on a busy machine, the clock on the wall measures the others."""
    with clean():
        began = time.process_time()
        work()
        return time.process_time() - began
