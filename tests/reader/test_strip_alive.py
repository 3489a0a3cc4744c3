"""The strip in a real browser: keyboard, zoom, choosing, filters, crowds, axe, print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.reader.drawn import crowd, founding_case
from tests.reader.pages import Reading, reading
from timelines.publish import page

LIVE = "document.querySelector('.plot a[tabindex=\"0\"]') !== null"
WIDTH = "document.querySelector('.plot').getBoundingClientRect().width"
AT_REST = 250
"""Milliseconds after which the strip has laid itself out anew."""


@pytest.fixture(scope="module")
def case(browser: Browser) -> Iterator[Reading]:
    """A reader of the founding case, whose strip has come alive."""
    with reading(browser, page.files(founding_case())) as window:
        window.open()
        window.run("document.querySelector('.strip').scrollIntoView()")
        window.wait(LIVE)
        yield window


@pytest.fixture(scope="module")
def thousand(browser: Browser) -> Iterator[Reading]:
    """A reader of a thousand events, whose strip has come alive."""
    with reading(browser, page.files(crowd(1_000))) as window:
        window.open()
        window.run("document.querySelector('.strip').scrollIntoView()")
        window.wait(LIVE)
        yield window


def test_the_strip_is_one_stop_and_arrows_go_on(case: Reading) -> None:
    """The Tab key passes the strip in one step; arrows reach every mark in reading order."""
    assert case.run("document.querySelectorAll('.plot a[tabindex=\"0\"]').length") == 1
    case.run("document.querySelector('.plot a[tabindex=\"0\"]').focus()")
    reached = []
    for _ in range(30):
        reached.append(case.run("document.activeElement.getAttribute('href').slice(1)"))
        case.page.keyboard.press("ArrowRight")
    ids = [one.id for one in founding_case().events]
    assert list(dict.fromkeys(reached)) == ids
    names = case.run(
        "[...document.querySelectorAll('.plot a')].map((one) => (document.getElementById("
        "one.getAttribute('aria-labelledby')?.split(' ')[0]) ?? one).textContent.length)"
    )
    assert min(names) > 10


def test_keys_and_buttons_zoom_and_the_axis_follows(case: Reading) -> None:
    """Plus goes closer to the mark in focus, nought shows the whole again."""
    whole = case.run(WIDTH)
    ticks = case.run("document.querySelector('.axis').textContent")
    case.run("document.querySelector('.plot a[tabindex=\"0\"]').focus()")
    for _ in range(3):
        case.page.keyboard.press("+")
    case.page.wait_for_timeout(AT_REST)
    assert case.run(WIDTH) == pytest.approx(whole * 8, rel=0.01)
    assert case.run("document.querySelector('.axis').textContent") != ticks
    frame = case.page.locator(".pan").bounding_box()
    mark = case.run(
        "document.activeElement.querySelector('rect, use').getBoundingClientRect().toJSON()"
    )
    assert frame is not None
    assert mark["right"] > frame["x"]
    assert mark["left"] < frame["x"] + frame["width"]
    case.page.keyboard.press("0")
    case.page.wait_for_timeout(AT_REST)
    assert case.run(WIDTH) == pytest.approx(whole, rel=0.01)


def test_no_span_shrinks_when_one_comes_closer(case: Reading) -> None:
    """At any zoom a month is as wide as a month of the axis."""
    script = (
        "(() => {const one = document.querySelector('.plot a rect').getBoundingClientRect().width;"
        f"return one / {WIDTH}}})()"
    )
    before = case.run(script)
    case.page.locator(".zoom button").nth(0).click()
    assert case.run(script) == pytest.approx(before, rel=0.01)
    case.page.locator(".zoom button").nth(2).click()


def test_strip_and_list_choose_together(case: Reading) -> None:
    """A mark that is followed is chosen in the list, and the list's choice is marked above."""
    one, other = founding_case().events[2], founding_case().events[8]
    case.run(f"document.querySelector('.plot a[href=\"#{one.id}\"]').focus()")
    case.page.keyboard.press("Enter")
    case.wait("document.querySelector('.events > [aria-current]') !== null")
    assert case.chosen() == one.headline
    case.run(f"location.hash = '{other.id}'")
    case.wait(f"document.querySelector('.plot a.on')?.getAttribute('href') === '#{other.id}'")
    case.page.keyboard.press("Escape")


def test_what_is_filtered_out_steps_back(case: Reading) -> None:
    """The marks of events that the list does not show are dimmed."""
    case.page.fill("input[type=search]", "prosecutor")
    case.wait("document.querySelectorAll('.plot a.dim').length > 0")
    shown = set(case.shown())
    bright = case.run(
        "[...document.querySelectorAll('.plot a:not(.dim)')].map((a) => a.getAttribute('href'))"
    )
    assert {one[1:] for one in bright} == shown
    case.page.fill("input[type=search]", "")
    case.wait("document.querySelectorAll('.plot a.dim').length === 0")


def test_nothing_is_wrong_for_those_who_do_not_see_it(case: Reading) -> None:
    """Axe finds no fault, in the light and in the dark, whole and close; the browser neither."""
    for scheme in ("light", "dark"):
        case.page.emulate_media(color_scheme=scheme)
        assert case.faults() == []
    case.page.locator(".zoom button").nth(0).click()
    case.page.wait_for_timeout(AT_REST)
    assert case.faults() == []
    case.page.locator(".zoom button").nth(2).click()
    case.page.emulate_media(color_scheme="light", forced_colors="active")
    assert case.faults() == []
    case.page.emulate_media(forced_colors="none")
    assert case.complaints == []


def test_figures_fit_a_phone_and_paper(case: Reading) -> None:
    """At 320 pixels nothing sticks out, and the strip gives way to the list's own rail,
    as on paper, where every event stands once."""
    size = case.page.viewport_size
    case.page.set_viewport_size({"width": 320, "height": 700})
    assert case.run("document.documentElement.scrollWidth") <= 320
    assert not case.page.is_visible(".strip")
    assert case.page.is_visible(".knew")
    case.page.set_viewport_size({"width": 760, "height": 1000})
    case.page.emulate_media(media="print")
    assert not case.page.is_visible(".strip")
    assert case.page.is_visible(".knew")
    case.page.emulate_media(media="screen")
    assert size is not None
    case.page.set_viewport_size(size)


def test_a_crowd_shows_its_events_when_one_comes_close(thousand: Reading) -> None:
    """A year is chosen, then zoomed: marks appear, named, and none is thinner than its span."""
    columns = thousand.run("document.querySelectorAll('.columns a').length")
    assert 5 < columns < 60
    thousand.page.locator(".columns a").nth(3).click()
    thousand.page.wait_for_timeout(AT_REST)
    for _ in range(3):
        thousand.page.locator(".zoom button").nth(0).click()
    thousand.page.wait_for_timeout(AT_REST)
    names = thousand.run(
        "[...document.querySelectorAll('.near a')].map((one) => one.getAttribute('aria-label'))"
    )
    assert len(names) > 5
    assert all(": The board took up matter" in name for name in names)
    months = thousand.run(
        "[...document.querySelectorAll('.near a')].filter((one) => one.getAttribute('aria-label')"
        ".startsWith('sometime in')).map((one) => one.querySelector('rect').width.animVal.value)"
    )
    day = thousand.run(
        f"{WIDTH} / ((document.querySelector('.plot').dataset.to"
        " - document.querySelector('.plot').dataset.from) / 864e5)"
    )
    assert months
    assert min(months) >= 28 * day - 1
    assert thousand.complaints == []
