"""The app as a script, run over real folders, with what it draws at hand as text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.manifest_scanner import scan_component_manifests
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
CASE = "kansas-city-records-search"
KEPT = ("critics", "internal-report", "prosecutor-email")
"""The events of the case that are written into."""

Start = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def installed() -> Iterator[None]:
    """What is installed is looked through once, and not again for every page that is opened."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan_component_manifests))
        yield


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Start:
    """Opens the app over a folder at an address, as of 1 December 2021, and draws it once.

    What is worked out aside is waited for: how busy the machine is, is not what is tested. Another
    address than the last run wrote is one to which somebody goes back.
    """

    def begin(folder: Path = DATA, **query: str) -> AppTest:
        monkeypatch.setattr("sys.argv", ["app.py", str(folder)])
        monkeypatch.setenv("TIMELINES_TODAY", "2021-12-01")
        monkeypatch.setattr("components.investigations.PATIENCE", 30.0)
        monkeypatch.setattr("components.address.went", lambda: True)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return begin


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three events of the founding case to write into, and somebody who does."""
    monkeypatch.setenv("TIMELINES_NAME", "R. Ortiz")
    shutil.copytree(DATA / CASE, tmp_path / CASE)
    for path in (tmp_path / CASE / "events").iterdir():
        if path.stem not in KEPT:
            path.unlink()
    return tmp_path / CASE


def pages(app: AppTest) -> list[str]:
    """Every piece of HTML on the page, the style sheet left out."""
    assert not app.exception
    bodies = [one.proto.body for one in app.get("html")]
    return [body for body in bodies if not body.startswith("<style>")]


def text(app: AppTest) -> str:
    """All of it in one."""
    return "\n".join(pages(app))


def piece(app: AppTest, marker: str) -> str:
    """The one piece of HTML that has this in it."""
    (found,) = [body for body in pages(app) if marker in body]
    return found


def listed(app: AppTest) -> list[str]:
    """The ids of the events in the list, from top to bottom."""
    parts = piece(app, 'class="listing"').split('data-event="')[1:]
    return [part.split('"')[0] for part in parts]


def address(app: AppTest) -> dict[str, Any]:
    """What the address says."""
    return {
        name: value[0] if isinstance(value, list) else value
        for name, value in app.query_params.items()
    }
