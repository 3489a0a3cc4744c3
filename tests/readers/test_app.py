"""The readers' app in a real browser, over a folder that was really published."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.barriers import serious_barriers
from tests.reader.pages import case
from tests.served import ROOT, served

PATIENCE = 60_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The readers' app over the founding case as it was published."""
    place = tmp_path_factory.mktemp("published")
    for name, data in case().items():
        file = place / "records-search" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    framing = "https://paper.example javascript:alert(1)"
    with served(place, script="reader.py", TIMELINES_FRAMED_BY=framing) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader's window, as a newsroom's page would frame it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/?embed=true")
    page.wait_for_selector(".listing button", timeout=PATIENCE)
    page.wait_for_selector(".js-plotly-plot .point", timeout=PATIENCE)
    yield page
    page.close()


def test_readers_see_the_public_events_and_nothing_else(page: Page) -> None:
    """Thirteen events, “sometime in May 2021”, the agreed words, and no note of the desk's."""
    assert page.locator(".listing button").count() == 13
    whole = page.locator("body").inner_text()
    assert "sometime in May 2021" in whole
    assert "as in Chicago" in whole
    for internal in ("finding", "unverified", "internal", "police source", "Ask the reporter"):
        assert internal not in whole


def test_an_event_is_chosen_in_list_and_chart_and_stands_in_the_address(page: Page) -> None:
    """Whoever sends the address on sends the chosen event with it."""
    page.locator(".listing button", has_text="is made aware of the search").first.click()
    card = page.locator(".card")
    card.wait_for(timeout=PATIENCE)
    expect(card).to_contain_text("the department says")
    expect(card.locator("time")).to_have_attribute("datetime", "2021-05")
    chosen = card.get_attribute("data-card")
    assert f"event={chosen}" in page.url
    assert page.locator(".js-plotly-plot .chosen-mark").count() > 0


def test_words_and_storylines_leave_what_they_say(page: Page) -> None:
    """A reader who searches is told how many events are left, in list and chart."""
    box = page.get_by_placeholder("Words")
    box.fill("complaint")
    box.press("Enter")
    expect(page.locator(".listing .count")).to_contain_text("of 13 events", timeout=PATIENCE)
    assert 0 < page.locator(".listing button").count() < 13
    box.fill("")
    box.press("Enter")
    expect(page.locator(".listing .count")).to_have_text("All 13 events", timeout=PATIENCE)


def test_axe_finds_nothing_serious(page: Page) -> None:
    """A reader with a screen reader or a keyboard meets no barrier that can be found by machine."""
    assert serious_barriers(page) == []


def test_only_the_newsrooms_own_pages_may_frame_it(page: Page, address: str) -> None:
    """The origins named by the newsroom and no other, and what is no origin is left out."""
    response = page.request.get(address)
    policy = response.headers["content-security-policy"]
    assert "frame-ancestors 'self' https://paper.example;" in f"{policy};"
    assert "javascript" not in policy
    assert "x-frame-options" not in response.headers


OPENED = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file(sys.argv[0], default_timeout=60).run()
assert not app.exception
print(*(one.proto for block in (app.main, app.sidebar) for one in block), sep="\\n")
"""
"""Draws the app once, in a process of its own: what closes its fence stays closed in it."""


def test_a_desks_folder_is_refused_in_a_sentence() -> None:
    """Somebody who names the wrong folder reads what to do, and sees nothing of the desk's."""
    words = ["reader.py", "data/kansas-city-records-search"]
    program = f"import sys; sys.argv = {words}{OPENED}"
    drawn = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE / 1000,
    )  # fmt: skip
    assert drawn.returncode == 0, drawn.stderr
    assert "notice" in drawn.stdout
    assert "belongs to a desk" in drawn.stdout
    assert "mayor" not in drawn.stdout
