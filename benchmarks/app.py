"""The app at 100, 1,000 and 10,000 events: the first view, and the rerun after a click."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks import synthetic
from benchmarks.rows import Row, clean, seconds, shown
from timelines.investigation import load

_APP = Path(__file__).resolve().parent.parent / "app.py"
_SIZES = (100, 1_000, 10_000)
_EDITED = 1_000
"""So many events have the investigation in which the editors' pages are measured."""
_FIRST, _RERUN = 2.0, 0.3
_PATIENCE = 120.0


def table() -> list[Row]:
    """Wall seconds of server work, the files being read already, as when the app has started."""
    found = []
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it misses a browser
    _warm()
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = synthetic.write(Path(folder) / "measured", size, per_file=1)
            found += list(_rows(path, size))
    return found


def _warm() -> None:
    """Import everything once; a server does so before anybody comes."""
    with tempfile.TemporaryDirectory() as folder, _started(folder):
        synthetic.write(Path(folder) / "small", 5)
        _app().run()


def _rows(path: Path, size: int) -> Iterator[Row]:
    first_event = load(path).events["id"].iloc[size // 2]
    with _started(str(path)):
        app = _app()
        with clean():
            first = _timed(app.run)
        _finish(app)
        app.query_params["event"] = first_event
        app.run()
        choosing = seconds(lambda: app.button(key="next").click().run(), runs=5)
        if app.exception:
            raise RuntimeError(str(app.exception))
    if size == _EDITED:
        yield from _pages(app)
    yield Row("app", f"{size:,} events, first view", shown(first), shown(_FIRST), first <= _FIRST)
    yield Row(
        "app",
        f"{size:,} events, rerun after a click",
        shown(choosing),
        shown(_RERUN),
        choosing <= _RERUN,
    )


def _pages(app: AppTest) -> Iterator[Row]:
    """The pages on which editors ask, accept and sign, drawn again after something was done."""
    for page, what in (("chronology", "rerun of Chronology"), ("review", "rerun of Review")):
        app.query_params.clear()
        app.query_params["page"] = page
        app.run()
        _finish(app)
        again = seconds(app.run, runs=5)
        yield Row(
            "app", f"{_EDITED:,} events, {what}", shown(again), shown(_RERUN), again <= _RERUN
        )


def _finish(app: AppTest) -> None:
    """Wait until the checks are in the page, as somebody does who looks before they click."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        app.run()
        if not any("checks are still running" in one.proto.body for one in app.get("html")):
            return
        time.sleep(0.5)
    raise TimeoutError("The checks did not come to an end.")


def _app() -> AppTest:
    return AppTest.from_file(str(_APP), default_timeout=_PATIENCE)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def _started(folder: str) -> Iterator[None]:
    """As if the app had been started on that folder."""
    before = sys.argv, os.environ.get("TIMELINES_TODAY")
    sys.argv = ["app.py", folder]
    os.environ["TIMELINES_TODAY"] = "2021-12-01"
    try:
        yield
    finally:
        sys.argv = before[0]
        if before[1] is None:
            del os.environ["TIMELINES_TODAY"]
        else:
            os.environ["TIMELINES_TODAY"] = before[1]
