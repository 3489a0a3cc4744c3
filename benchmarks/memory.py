"""How much memory an investigation takes (Linux): peak of a process that loads, checks, draws."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rows import Row
from benchmarks.synthetic import write

_PROGRAM = """
import re, sys
from datetime import date
from pathlib import Path
from timelines import check, load
from components.views.chronology import figure
def peak():
    # Not getrusage: what it gives was inherited from whoever started this process.
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
bare = peak()
investigation = load(sys.argv[1])
loaded = peak()
check(investigation, date(2021, 12, 1))
checked = peak()
figure(investigation, investigation.events, zone=investigation.heading.zone,
       language="en", theme="light", width=1280)
print(bare, loaded, checked, peak())
"""


def table() -> list[Row]:
    """Megabytes at the peak after each step, in a process of its own a size."""
    rows = []
    for events in (100, 1_000, 10_000):
        with TemporaryDirectory() as folder:
            place = write(Path(folder) / "synthetic", events)
            done = subprocess.run(
                [sys.executable, "-c", _PROGRAM, str(place)],
                capture_output=True,
                text=True,
                check=True,
            )
        bare, loaded, checked, drawn = (float(one) for one in done.stdout.split())
        figure = (
            f"{loaded:.0f} MB loaded, {checked:.0f} MB checked, {drawn:.0f} MB drawn "
            f"({bare:.0f} MB of it the libraries)"
        )
        rows.append(Row("memory", f"{events:,} events, peak", figure))
    return rows
