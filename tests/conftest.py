"""What all tests share: investigations written as real files, and one real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from xdist.scheduler import LoadFileScheduling

from tests import outside

# A change is judged by the same cases every time, on a machine however busy. To look further:
# HYPOTHESIS_PROFILE=wide python -m pytest tests/dates
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=SLOW
)
settings.register_profile("wide", deadline=None, max_examples=1000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

HEADING = "title: A test\nzone: America/Chicago\n"


def write_investigation(folder: Path, texts: Mapping[str, str | bytes]) -> Path:
    """Write files by their path within the folder, and a heading if none is given.

    Returns the folder, for `timelines.investigation.load`. Texts are written exactly as they
    are, without a change of line ends.
    """
    for name, text in {"investigation.yaml": HEADING, **texts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


class Together(LoadFileScheduling):
    """Where tests run side by side, those stay together that share what is costly to set up.

    That is a file; and all that is done with the app in a browser, which shares one server.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return SHARED if file.startswith(f"{SHARED}/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """Who hands the tests out to those who run them."""
    return Together(config, log)


SHARED = "tests/browser"
LEAN = "--js-flags=--no-opt"
"""A page that lives for seconds is not worth optimising fully: a sixth less work in the app."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium for all tests that need one; without one, this fails with the remedy."""
    path = outside.browser()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[LEAN])
        yield chromium
        chromium.close()
