"""The timeline on a page with the real pym.js, in the small frame, and where no script runs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.barriers import violations
from tests.reader.sites import PATIENCE, Sites, event_ids, published, sites

LOOKED_AT: tuple[tuple[str, Literal["light", "dark"]], ...] = (
    ("small.html", "light"),
    ("embed.html", "dark"),
)
"""The second shows the first and the whole page in frames, and those are looked at with it."""
PYM = '<script src="pym.js"></script>'


@pytest.fixture(scope="module")
def both(browser: Browser) -> Iterator[Sites]:
    """One window for all tests with scripts."""
    with sites(browser) as found:
        yield found


@pytest.fixture
def story(both: Sites) -> Iterator[Sites]:
    """The window; what the browser complains of in a test is that test's fault."""
    both.page.set_viewport_size({"width": 900, "height": 700})
    yield both
    both.all_is_well()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Sites]:
    """A window in which no script runs."""
    with sites(browser, java_script_enabled=False) as found:
        yield found


def pasted(sites: Sites, folder: str, name: str) -> str:
    """A snippet as it is copied from embed.html, with the address that its script puts in."""
    text = published()[f"{folder}/embed.html"].decode("utf-8")
    boxes = re.findall(r'aria-labelledby="way-(\w+)"><code>(.*?)</code>', text, re.DOTALL)
    return html.unescape(dict(boxes)[name]).replace("https://ADDRESS/", sites.at(folder))


def test_pym_sizes_two_timelines_and_follows_the_window(story: Sites) -> None:
    """On a page of pym.js both frames are as tall as what is in them, at every width."""
    story.open(pasted(story, "case", "pym") + pasted(story, "harbor", "pym") + PYM)
    for place in (0, 1):
        story.wait_until_sized(place)
    story.page.set_viewport_size({"width": 400, "height": 700})
    for place in (0, 1):
        story.wait_until_sized(place)
    assert story.page.locator("iframe").nth(0).get_attribute("scrolling") == "no"


def test_pym_scrolls_to_the_event_in_the_storys_address(story: Sites) -> None:
    """pym.js hands the story's address on; the event in it is chosen and scrolled to."""
    ids = event_ids("case")
    story.open(pasted(story, "case", "pym") + PYM, f"story.html?a=b#timeline={ids[6]}")
    story.wait_until_seen(ids[6])
    assert story.inside().locator("[aria-current]").get_attribute("id") == ids[6]
    story.page.evaluate(
        "id => { const one = pym.autoInitInstances.at(-1); one.sendMessage('go', id) }", ids[2]
    )
    story.wait_until_seen(ids[2])


def test_pym_puts_a_chosen_event_into_the_address_only_where_asked(story: Sites) -> None:
    """Only a frame with `?hash` in its address has pym.js move the story's own address."""
    ids = event_ids("case")
    for question in ("", "?hash"):
        snippet = pasted(story, "case", "pym").replace("/case/", f"/case/{question}")
        story.open(snippet + PYM)
        story.wait_until_sized()
        story.inside().locator(f"#{ids[1]} h3 a").click()
        story.inside().wait_for_selector(f"#{ids[1]}[aria-current]")
        if question:
            story.wait("id => location.hash === `#timeline=${id}`", ids[1])
        else:
            assert "#" not in story.page.url


def test_the_small_frame_opens_where_there_is_room(story: Sites) -> None:
    """A small frame shows the last three events at its height, and all of them when asked."""
    ids = event_ids("case")
    story.open(pasted(story, "case", "small"))
    small = story.inside()
    small.wait_for_selector(".sized")
    assert small.locator("li").evaluate_all("all => all.map(one => one.id)") == ids[-3:]
    assert story.page.locator("iframe").evaluate("one => one.offsetHeight") == 420
    more = small.locator(".whole a")
    assert more.evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")
    more.click()
    story.wait("() => document.querySelector('iframe').offsetHeight > 800")
    story.wait_until_sized()
    assert story.inside().locator(".events > li").count() == len(ids)


def test_a_frame_is_small_by_question_or_attribute(story: Sites) -> None:
    """`?height=small` and `data-small` make a small frame of the page's own address; a link to an
    event that is not among the last three opens them all."""
    ids = event_ids("case")
    story.open(
        story.frame("case", page="?height=small") + story.frame("case", "data-small")
        + story.script()
    )  # fmt: skip
    for place in (0, 1):
        story.page.frame_locator("iframe").nth(place).locator(".last").wait_for(timeout=PATIENCE)
    story.open(pasted(story, "case", "small"), f"story.html#timeline={ids[0]}")
    story.wait("() => document.querySelector('iframe').offsetHeight > 800")
    story.wait_until_seen(ids[0])


def test_pym_keeps_the_small_frame_small(story: Sites) -> None:
    """With pym.js, too, the small frame has its height until the reader asks for the rest."""
    snippet = pasted(story, "case", "pym").replace("/case/", "/case/small.html")
    story.open(snippet + PYM)
    story.wait("() => document.querySelector('iframe').offsetHeight === 420")
    story.inside().locator(".whole a").click()
    story.wait("() => document.querySelector('iframe').offsetHeight > 800")
    story.wait_until_sized()


def test_the_producers_page_is_pasted_as_it_stands(story: Sites) -> None:
    """embed.html completes its snippets with its own address, copies them, and shows the result;
    what is copied works in a story."""
    story.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    story.page.goto(f"{story.at('case')}embed.html")
    code = story.page.locator("#way-frame ~ .snippet code")
    snippet = code.inner_text()
    assert f'src="{story.at("case")}"' in snippet
    assert "ADDRESS" not in story.page.locator("main").inner_text()
    story.page.locator("#way-frame ~ .snippet button").click()
    story.page.wait_for_function("document.querySelector('.live').textContent !== ''")
    assert story.page.evaluate("navigator.clipboard.readText()") == snippet
    story.wait_until_sized(0)
    assert story.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    story.page.set_viewport_size({"width": 320, "height": 700})
    assert story.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    story.open(snippet)
    story.wait_until_sized()


def test_the_small_page_and_the_producers_are_for_everyone(story: Sites) -> None:
    """Nothing in small.html and embed.html stands in the way of assistive technology."""
    for path, scheme in LOOKED_AT:
        story.page.emulate_media(color_scheme=scheme)
        story.page.goto(f"{story.at('case')}{path}")
        story.page.wait_for_load_state("networkidle")
        assert [one["id"] for one in violations(story.page)] == [], path
    story.page.emulate_media(color_scheme="null")


def test_everything_is_there_without_a_script(still: Sites) -> None:
    """Without scripts a frame keeps its height, is scrolled, goes to its own `#event`, opens
    sources elsewhere; the small one leads to the whole page; embed.html says what to put in."""
    ids = event_ids("case")
    still.open(still.frame("case", page=f"#{ids[7]}") + still.frame("case", page="small.html"))
    still.page.locator("iframe").nth(0).scroll_into_view_if_needed()
    still.page.wait_for_timeout(200)
    box = still.page.locator("iframe").nth(0).bounding_box()
    assert box is not None
    assert box["height"] == 600
    event = still.page.frame_locator("iframe").nth(0).locator(f"#{ids[7]}").bounding_box()
    assert event is not None
    assert -5 <= event["y"] - box["y"] < 400
    more = still.page.frame_locator("iframe").nth(1).locator(".whole a")
    assert more.get_attribute("href") == "index.html"
    assert more.get_attribute("target") == "_blank"
    sources = still.page.frame_locator("iframe").nth(0).locator("dd a[href^=http]")
    assert {one.get_attribute("target") for one in sources.all()} <= {"_blank", "_top"}
    assert sources.count() > 5
    still.page.goto(f"{still.at('case')}embed.html")
    assert "https://ADDRESS/" in still.page.locator(".unknown").inner_text()
    assert not still.page.locator(".copy").first.is_visible()
    still.all_is_well()
