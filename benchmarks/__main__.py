"""`make bench`: runs every benchmark of this folder and prints one table.

A benchmark is a module with `table() -> list[Row]`. Name some to run only those:
`python -m benchmarks dates loading`.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks
from benchmarks.rows import Row

PARTS = {"rows", "synthetic", "readers", "__main__"}


def main(asked: list[str]) -> None:
    """Print the rows of the benchmarks asked for, or of all, as they come."""
    names = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    chosen = [name for name in names if name not in PARTS and (not asked or name in asked)]
    print("| measured | figure | to reach | |\n|---|---|---|---|", flush=True)
    for name in chosen:
        for row in importlib.import_module(f"benchmarks.{name}").table():
            print(_line(row), flush=True)


def _line(row: Row) -> str:
    verdict = {None: "", True: "reached", False: "**not reached**"}[row.met]
    return f"| {row.room}: {row.what} | {row.figure} | {row.goal} | {verdict} |"


if __name__ == "__main__":
    main(sys.argv[1:])
