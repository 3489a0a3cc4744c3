"""Readers who see, hear, move or read otherwise get everything that the others get."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.reader.pages import SITE, Reading, case, reading, thousand
from tests.reader.rich import rich, unscripted

PHONE = {"width": 320, "height": 700}
DESK = {"width": 1280, "height": 800}
TARGETS = {"runOnly": {"type": "rule", "values": ["target-size"]},
           "rules": {"target-size": {"enabled": True}}}  # fmt: skip
HIDDEN = """[
  document.activeElement.getBoundingClientRect().top, document.activeElement.textContent,
  document.querySelector('.tools').getBoundingClientRect().bottom ]"""
CUT = """[...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  return !one.matches("svg *, .unseen, select, option") && style.overflowX !== "visible"
    && one.clientWidth > 0 && (one.scrollWidth > one.clientWidth + 1
      || style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.className)"""
"""Elements that do not show all of what is in them."""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Reading]:
    """A reader of the founding case; every test opens the page anew."""
    with reading(browser, case()) as window:
        yield window
        assert (window.complaints, window.outside) == ([], [])


@pytest.mark.parametrize("language", ["es", "ar"])
def test_in_no_state_is_anybody_shut_out(browser: Browser, language: str) -> None:
    """axe-core finds nothing wrong with pictures, answers, retractions and who knew; in the dark
    and with more contrast, on a phone, without a script, and in the small, the producer's and the
    explorer's page; whatever the language."""
    found: dict[str, list[str]] = {}
    with reading(browser, rich(language), viewport=DESK) as window:
        window.open()
        window.page.click(".events > li:nth-child(2) h3 a")
        found["chosen"] = window.faults()
        window.page.emulate_media(color_scheme="dark", contrast="more")
        found["dark, more contrast"] = window.faults()
        window.page.set_viewport_size(PHONE)
        for path in ("small.html", "embed.html", "explore.html"):
            if language == "es":
                window.page.goto(f"{SITE}{path}")
                if path == "explore.html":
                    window.wait("document.querySelector('.main-svg') !== null")
                found[f"dark phone, {path}"] = window.faults()
                assert window.run("document.documentElement.scrollWidth") <= PHONE["width"]
        assert (window.complaints, window.outside) == ([], [])
    with reading(browser, unscripted(rich(language)), viewport=PHONE) as window:
        window.page.goto(f"{SITE}index.html")
        found["phone without a script"] = window.faults()
        assert window.run("document.documentElement.scrollWidth") <= PHONE["width"]
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_every_mark_bears_its_headline_and_its_date(reader: Reading) -> None:
    """In the accessibility tree each mark of the strip is a link that says what happened and when,
    and every control has a name."""
    reader.page.set_viewport_size(DESK)
    reader.open()
    session = reader.page.context.new_cdp_session(reader.page)
    nodes = [one for one in session.send("Accessibility.getFullAXTree")["nodes"]
             if not one["ignored"]]  # fmt: skip
    controls = {"link", "button", "searchbox", "combobox", "option"}
    named = [
        (one["role"]["value"], one["name"]["value"].strip().lower())
        for one in nodes
        if one["role"]["value"] in controls
    ]
    assert [role for role, name in named if name == ""] == []
    links = {name for role, name in named if role == "link"}
    for event in json.loads(case()["timeline.json"])["events"]:
        said = f"{event['headline']} {event['date']['words']}".lower()
        assert said in links, said
    session.detach()


@pytest.mark.parametrize("width", [1280, 800])
def test_what_has_the_focus_is_not_under_the_search(reader: Reading, width: int) -> None:
    """Going up the list by arrows and by Tab, nobody loses sight of where they are, and an event
    that a link leads to shows its date."""
    reader.page.set_viewport_size({"width": width, "height": 700})
    events = json.loads(case()["timeline.json"])["events"]
    reader.open(f"#{events[6]['id']}")
    reader.wait("document.querySelector('.told').textContent !== ''")
    top, bar = reader.run(
        "[document.querySelector('[aria-current] .d').getBoundingClientRect().top,"
        " document.querySelector('.tools').getBoundingClientRect().bottom]"
    )
    assert bar <= top < bar + 120
    reader.wait("document.querySelectorAll('.events h3 a[href]').length > 12")
    for key, start in (("ArrowUp", ".events > li:last-child h3 a"), ("Shift+Tab", "footer a")):
        reader.run(f"document.querySelector({json.dumps(start)}).focus()")
        for _ in range(20):
            reader.page.keyboard.press(key)
            if reader.run("document.activeElement.closest('.tools, .strip, .knew')"):
                break
            top, name, bar = reader.run(HIDDEN)
            assert top >= bar - 1, (key, name)


def test_what_is_touched_is_large_enough(reader: Reading) -> None:
    """Whatever is pressed is 24 pixels across, or has as much room around it (WCAG 2.5.8)."""
    reader.page.set_viewport_size({"width": 800, "height": 700})
    reader.open()
    answer = Axe().run(reader.page, options=TARGETS).response
    assert answer["violations"] == []
    assert answer["passes"] != []


def test_letters_may_be_twice_as_large(reader: Reading) -> None:
    """With letters of twice the size, wide and narrow, nothing is cut and nothing sticks out."""
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for width in (1280, 640, 320):
        reader.page.set_viewport_size({"width": width, "height": 600})
        reader.open()
        assert reader.run("document.documentElement.scrollWidth") <= width
        assert [one for one in reader.run(CUT) if one != "pan"] == [], width
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()


def test_what_happens_is_said_once(reader: Reading) -> None:
    """A choice and a search are each told once, in words, to those who do not see them."""
    reader.page.set_viewport_size(DESK)
    reader.open()
    reader.run(
        """() => { window.heard = [];
        for (const one of document.querySelectorAll("[role=status]"))
          new MutationObserver(() => window.heard.push(one.textContent)).observe(one,
            { childList: true, characterData: true, subtree: true }) }"""
    )
    reader.page.click(".events > li:nth-child(2) h3 a")
    reader.wait("window.heard.length > 0")
    reader.page.fill("input[name=q]", "prosecutor")
    reader.wait("window.heard.length > 1")
    reader.page.wait_for_timeout(200)
    heard = reader.run("window.heard")
    assert heard[0].startswith("Chosen: ")
    shown = len(reader.shown())
    told = f"{shown} of {len(json.loads(case()['timeline.json'])['events'])} events shown"
    assert told in heard
    assert len(heard) == len(set(heard))


def test_more_contrast_and_no_motion(reader: Reading) -> None:
    """Who asks for more contrast gets no pale word; nothing on the page moves by itself."""
    colour = "getComputedStyle(document.querySelector('.events .m')).color"
    ink = "getComputedStyle(document.body).color"
    reader.page.emulate_media(contrast="more", reduced_motion="reduce")
    reader.open()
    assert reader.run(colour) == reader.run(ink)
    reader.page.emulate_media(contrast="no-preference")
    assert reader.run(colour) != reader.run(ink)
    moving = "[...document.querySelectorAll('*')].filter((one) => {const s = getComputedStyle(one);"
    moving += "return s.transitionDuration !== '0s' || s.animationName !== 'none'"
    assert reader.run(moving + " || s.scrollBehavior !== 'auto'}).length") == 0
    reader.page.emulate_media(reduced_motion="no-preference")


def test_the_focus_is_seen_in_every_colour(reader: Reading) -> None:
    """In the light, in the dark and in the reader's own colours the focus has an outline that
    stands out from the paper, in the list, the tools and the strip."""
    reader.page.set_viewport_size(DESK)
    reader.open()
    looks: tuple[dict[str, Any], ...] = (
        {"color_scheme": "light", "forced_colors": "none"},
        {"color_scheme": "dark", "forced_colors": "none"},
        {"color_scheme": "light", "forced_colors": "active"},
    )
    for look in looks:
        reader.page.emulate_media(**look)
        for start in (".events h3 a", "input[name=q]", ".plot a[tabindex='0']"):
            reader.page.keyboard.press("Shift")
            reader.run(f"document.querySelector({json.dumps(start)}).focus()")
            outline, paper = reader.run(
                """(() => { const one = document.activeElement;
                const drawn = one.closest("svg") ? one.querySelector("rect, use, circle") : one;
                const style = getComputedStyle(drawn);
                return [`${style.outlineStyle} ${style.outlineColor}`,
                  getComputedStyle(document.body).backgroundColor] })()"""
            )
            assert not outline.startswith("none"), (look, start)
            assert paper not in outline, (look, start)
    reader.page.emulate_media(color_scheme="light", forced_colors="none")


def test_a_browsers_own_search_finds_what_is_not_laid_out(browser: Browser) -> None:
    """Far down a list of 1,000 events, words are found by the browser as in any page."""
    events = json.loads(thousand()["timeline.json"])["events"]
    with reading(browser, thousand()) as window:
        window.page.goto(f"{SITE}index.html")
        assert window.run("text => window.find(text)", events[930]["headline"])
        window.wait("scrollY > 20_000")


def test_time_runs_on_to_the_right_in_arabic_too(browser: Browser) -> None:
    """On a page from right to left the strip goes to the mark in focus, words of ours that are not
    translated keep their order, and nothing sticks out."""
    with reading(browser, rich("ar"), viewport=DESK) as window:
        window.open()
        window.run("document.querySelector('.plot a[tabindex=\"0\"]').focus()")
        for _ in range(4):
            window.page.keyboard.press("+")
        window.page.wait_for_timeout(250)
        pan, mark = window.run(
            "['.pan', '.plot a:focus :is(use, circle, rect)'].map((one) => {"
            "const { left, right } = document.querySelector(one).getBoundingClientRect();"
            "return [left, right] })"
        )
        assert pan[0] <= mark[0] < mark[1] <= pan[1]
        assert window.run("getComputedStyle(document.querySelector('.events .d')).unicodeBidi") == (
            "plaintext"
        )
        assert window.run("document.documentElement.scrollWidth") <= DESK["width"]
