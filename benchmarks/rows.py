"""One row of the benchmark's table: what was measured, the figure, and what it should reach."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """A measurement. Ratios are of two figures of the same run, so that a slow machine cancels."""

    room: str
    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The median wall time of some runs, in seconds, the garbage collector having run before."""
    times = []
    for _ in range(runs):
        with clean():
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return median(times)


@contextmanager
def clean() -> Iterator[None]:
    """Collects garbage first, so that one measurement does not pay for the one before."""
    gc.collect()
    yield


def shown(value: float) -> str:
    """Seconds as a person reads them: 1.24 s, 35 ms, 0.8 ms."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"
