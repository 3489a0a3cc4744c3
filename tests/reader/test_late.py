"""What a page fetches by itself, and what is done before its late script has come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.reader.drawn import crowd
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
    """Page, style and the small script come, nothing else; nothing is wrong with them alone."""
    still.page.wait_for_timeout(300)
    fetched = still.run("performance.getEntriesByType('resource').map((one) => one.name)")
    assert [name.rpartition(".")[2] for name in fetched if "/assets/" in name] == ["css", "js"], (
        fetched
    )
    assert still.faults() == []


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
    """Parts of the time are links at first; then each mark is, and the focus stays where it was."""
    parts = still.run("document.querySelectorAll('.columns a').length")
    assert 5 < parts < 30
    focus = "document.activeElement.getAttribute('href')"
    still.run("document.querySelectorAll('.columns a')[3].focus()")
    first = still.run(focus)
    still.wait(COME)
    still.wait("document.querySelector('.plot a[tabindex=\"0\"]') !== null")
    assert still.run(focus) == first
    names = still.run(
        "[...document.querySelectorAll('.plot a')].map((one) => one.getAttribute('href') + ' '"
        " + one.getAttribute('aria-label'))"
    )
    events = {f"#{one.id} {one.headline} {one.date.words}".lower() for one in crowd(100).events}
    assert {name.lower() for name in names} == events
    assert still.faults() == []


def test_the_style_has_no_rule_for_what_no_page_of_its_kind_has() -> None:
    """Rules for classes that the page lacks are left out; those for scripts and paper stay."""
    files = page.files(crowd(100))
    html = files["index.html"].decode()
    style = files[html.partition('stylesheet" href="')[2].partition('"')[0]].decode()
    for absent in (".withdrawn::after", ".unknown::after", ".knew", "[dir=rtl]", ".stand"):
        assert absent not in style, absent
    for there in (".span{", ".sa1{", ".dim{", "@media print", "forced-colors", ".tools"):
        assert there in style, there
