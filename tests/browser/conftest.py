"""One server and two windows for all tests of this folder, over a folder of investigations.

They close with its last test: an open window looks for changes all the time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.desk import CASE, Desk, opened
from tests.conftest import write_investigation
from tests.served import ROOT, served

HOSTILE = '<img src=x onerror="document.title=1"><script>document.title="run"</script>'


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The founding case, one that changes while it is looked at, and one that means harm."""
    place = tmp_path_factory.mktemp("investigations")
    shutil.copytree(ROOT / "data" / CASE, place / CASE)
    write_investigation(
        place / "changing",
        {
            "investigation.yaml": "title: A changing story\nzone: America/Chicago\n",
            "events/first.yaml": "headline: The first thing\ndate: 2021-05\n",
            "events/second.yaml": "headline: The second thing\ndate: 2021-06-01\n",
        },
    )
    write_investigation(
        place / "bringing",
        {
            "investigation.yaml": "title: A story to bring rows into\nzone: America/Chicago\n",
            "events/first.yaml": "headline: The first thing\ndate: 2021-05\n",
        },
    )
    write_investigation(
        place / "going-out",
        {
            "investigation.yaml": "title: A story for readers\nzone: America/Chicago\n"
            "signoffs: []\n",
            "sources.yaml": "- id: minutes\n  kind: document\n  title: The minutes\n"
            "  published: 2021-06-01\n",
            "events/first.yaml": "headline: The first thing happens\ndate: 2021-05\n"
            "verification: confirmed\nattribution: the minutes say\nvisibility: public\n"
            "sources: [minutes]\n",
            "events/second.yaml": "headline: Nobody may know of this\ndate: 2021-05\n"
            "sources: [minutes]\n",
        },
    )
    write_investigation(
        place / "hostile",
        {
            "investigation.yaml": f"title: '{HOSTILE}'\nzone: UTC\nsummary: '{HOSTILE}'\n",
            "sources.yaml": f"- id: bad\n  kind: post\n  title: '{HOSTILE}'\n"
            "  url: javascript:document.title='run'\n",
            "people.yaml": f"- id: eve\n  name: '{HOSTILE}'\n",
            "events/bad.yaml": f"headline: '{HOSTILE}'\ndate: 2021-05\n"
            f"summary: '{HOSTILE} [link](javascript:document.title=1)'\n"
            f"storyline: '{HOSTILE}'\npeople: eve\ntags: '{HOSTILE}'\n"
            f"sources: [{{source: bad, quote: '{HOSTILE}'}}]\n",
        },
    )
    return place


@pytest.fixture(scope="package")
def address(folder: Path) -> Iterator[str]:
    """Where the app is served."""
    with served(folder) as found:
        yield found


@pytest.fixture(scope="package")
def window(browser: Browser, address: str) -> Iterator[Desk]:
    """A window of 1280 by 800 that stays open: loading a page costs more than all that follows."""
    with opened(browser, address) as found:
        found.open(f"?investigation={CASE}")
        yield found


@pytest.fixture(scope="package")
def pocket(browser: Browser, address: str) -> Iterator[Desk]:
    """A telephone at night that stays open."""
    with opened(browser, address, 390, 900, scheme="dark", touch=True) as found:
        found.open(f"?investigation={CASE}")
        yield found


@pytest.fixture
def desk(window: Desk) -> Iterator[Desk]:
    """A person who has just come to the founding case; the browser has nothing to complain of."""
    window.go(f"?investigation={CASE}")
    yield window
    window.complain()


@pytest.fixture
def phone(pocket: Desk) -> Iterator[Desk]:
    """Who has just come to the founding case on a telephone, in the dark."""
    pocket.go(f"?investigation={CASE}")
    yield pocket
    pocket.complain()
