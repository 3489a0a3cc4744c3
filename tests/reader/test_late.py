"""What a page fetches by itself, and what is done before its late script has come."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.reader.drawn import crowd, founding_case, timeline
from tests.reader.pages import SITE, Reading, reading
from timelines.publish import page

COME = "document.querySelector('.tools').dataset.ready === ''"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Reading]:
    """A reader of a hundred events, who has not moved yet."""
    with reading(browser, page.files(crowd(100))) as found:
        yield found


@pytest.fixture
def still(window: Reading) -> Iterator[Reading]:
    """The page as it opens, before any move."""
    window.page.goto("about:blank")
    window.page.goto(f"{SITE}index.html")
    yield window
    assert (window.complaints, window.outside) == ([], [])


def test_whoever_only_reads_fetches_nothing_for_search_and_zoom(still: Reading) -> None:
    """Page, style and the small script come, and what paper will ask for, for which nobody waits;
    nothing is wrong with them alone."""
    still.page.wait_for_timeout(300)
    fetched = still.run("performance.getEntriesByType('resource').map((one) => one.name)")
    kinds = [name.rpartition(".")[2] for name in fetched if "/assets/" in name]
    assert sorted(kinds) == ["css", "css", "js"], fetched
    blocking = "performance.getEntriesByType('resource').map((one) => one.renderBlockingStatus)"
    assert still.run(blocking).count("blocking") == 1
    assert still.faults() == []


def test_a_short_page_asks_for_its_style_and_its_script_alone() -> None:
    """What a few events look like on paper and in colours of the reader's own comes with their
    style: one file less to ask for."""
    files = page.files(founding_case())
    styles = re.findall(r'<link rel="stylesheet"[^>]* href="([^"]+)"', files["index.html"].decode())
    assert len(styles) == 1
    style = files[styles[0]].decode()
    for there in ("@media print", "forced-colors", "prefers-contrast"):
        assert there in style, there


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_drawing_follows_the_words(browser: Browser, scripts: bool) -> None:
    """The words are laid out first; every mark is there a moment later, whether a script runs or
    not, and nothing moves for it."""
    files = page.files(founding_case())
    styles = "".join(data.decode() for path, data in files.items() if path.endswith(".css"))
    assert "body{animation:timeline-marks 1ms 50ms backwards}" in styles
    with reading(browser, files, java_script_enabled=scripts) as found:
        found.page.goto(f"{SITE}index.html")
        marks = found.page.locator(".marks a")
        expect(marks.first).to_be_visible(timeout=5_000)
        assert all(mark.is_visible() for mark in marks.all())
        if scripts:
            assert found.run("window.moved") == 0
        for width in (500, 1200):
            found.page.set_viewport_size({"width": width, "height": 900})
        hidden = "getComputedStyle(document.querySelector('.marks')).contentVisibility"
        assert found.run(hidden) == "visible", "a window made wider shows the drawing at once"


def test_a_timeline_without_an_event_yet_is_a_page_all_the_same(browser: Browser) -> None:
    """No script looks for events that are not there."""
    with reading(browser, page.files(timeline())) as found:
        found.page.goto(f"{SITE}index.html")
        found.page.mouse.move(50, 50)
        found.page.keyboard.press("Tab")
        found.page.wait_for_timeout(300)
        assert (found.complaints, found.outside, found.faults()) == ([], [], [])


def test_the_link_past_the_drawing_moves_nothing(browser: Browser) -> None:
    """It shows where the focus reaches it, in room that is there."""
    with reading(browser, page.files(founding_case())) as found:
        found.page.goto(f"{SITE}index.html")
        for _ in range(3):
            found.page.keyboard.press("Tab")
            if found.run("document.activeElement.matches('.past')"):
                break
        past = found.page.locator(".past").bounding_box()
        assert past is not None and past["x"] >= 0
        assert found.run("window.moved") == 0


def test_what_was_done_before_the_late_script_came_is_not_lost(still: Reading) -> None:
    """A button, a key and a word that were too early have their effect a moment later."""
    still.run("document.querySelector('[name=next]').click()")
    still.wait("document.querySelector('.events > :first-child[aria-current]') !== null")
    still.page.goto("about:blank")
    still.page.goto(f"{SITE}index.html")
    still.run("document.querySelector('[name=q]').value = 'matter 77 '")
    still.run("document.querySelector('.zoom button').click()")
    still.wait(COME)
    assert still.shown() == ["e00077"]
    still.wait("parseFloat(document.querySelector('.plot').style.width) === 200")


def test_every_mark_of_a_hundred_becomes_a_link_with_its_name(still: Reading) -> None:
    """Heights and parts of the time are there at first; then each mark is drawn and linked, nothing
    moves, and the focus stays where it was."""
    parts = still.run("document.querySelectorAll('.columns a').length")
    assert 5 < parts < 30
    assert still.run("document.querySelectorAll('.crowd:not([hidden])').length") == 3
    focus = "document.activeElement.getAttribute('href')"
    still.run("document.querySelectorAll('.columns a')[3].focus()")
    first = still.run(focus)
    still.wait(COME)
    still.wait("document.querySelector('.plot a[tabindex=\"0\"]') !== null")
    assert still.run(focus) == first
    still.wait("document.querySelector('.crowd:not([hidden])') === null")
    names = still.run(
        "[...document.querySelectorAll('.near a')].map((one) => one.getAttribute('href') + ' '"
        " + one.getAttribute('aria-label'))"
    )
    events = {f"#{one.id} {one.date.words}: {one.headline}".lower() for one in crowd(100).events}
    assert {name.lower() for name in names} == events
    still.page.locator(f".near a[href='#{crowd(100).events[40].id}']").click()
    still.wait(f"document.querySelector('[aria-current]').id === '{crowd(100).events[40].id}'")
    assert still.run("window.moved") == 0
    assert still.faults() == []


def test_the_style_has_no_rule_for_what_no_page_of_its_kind_has() -> None:
    """Rules for classes that the page lacks are left out; those for paper, for colours of the
    reader's own and for scripts come apart from what a reader waits for."""
    files = page.files(crowd(100))
    html = files["index.html"].decode()

    def named(before: str) -> str:
        return files[html.partition(before)[2].partition('"')[0]].decode()

    style = named('stylesheet" href="')
    for absent in (".withdrawn::after", ".unknown::after", ".knew", "[dir=rtl]", ".stand", ".dim"):
        assert absent not in style, absent
    for there in (".span{", ".sa1{", ".tools", ".crowd path"):
        assert there in style, there
    rare = named('media="print,(forced-colors),(prefers-contrast)" href="')
    assert "@media print" in rare
    assert "forced-colors" in rare
    for lively in (".dim{", ".near rect", "[aria-current]", "a:hover"):
        assert lively in named('data-late="'), lively
