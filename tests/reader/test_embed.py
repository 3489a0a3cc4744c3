"""The timeline in a frame on a newsroom's page: its height, its links, and who is listened to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.reader.sites import Sites, event_ids, sites

MOTIONS: tuple[tuple[Literal["reduce", "no-preference"], str], ...] = (
    ("reduce", "instant"),
    ("no-preference", "smooth"),
)
"""What a reader may have set, and how the story is scrolled then."""


@pytest.fixture(scope="module")
def both(browser: Browser) -> Iterator[Sites]:
    """One window for all tests of this file."""
    with sites(browser) as found:
        yield found


@pytest.fixture
def story(both: Sites) -> Iterator[Sites]:
    """The window; what the browser complains of in a test is that test's fault."""
    both.page.set_viewport_size({"width": 900, "height": 700})
    yield both
    both.all_is_well()


def test_a_frame_is_as_tall_as_what_is_in_it(story: Sites) -> None:
    """The frame takes the height of the page in it at every width, and then leaves it alone."""
    story.open(story.frame("case") + story.script())
    story.wait_until_sized()
    wide = story.page.locator("iframe").evaluate("one => one.offsetHeight")
    story.page.set_viewport_size({"width": 360, "height": 700})
    story.wait("before => document.querySelector('iframe').offsetHeight !== before", wide)
    story.wait_until_sized()
    inside = story.inside()
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    story.page.evaluate("window.said = 0; addEventListener('message', () => { window.said += 1 })")
    story.page.wait_for_timeout(400)
    assert story.page.evaluate("window.said") <= 1
    assert inside.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0, 0, "",
    ]  # fmt: skip


def test_a_link_to_one_event_scrolls_the_story_to_it(story: Sites) -> None:
    """`#timeline=…` in the story's address chooses the event in the frame and scrolls the story."""
    ids = event_ids("case")
    story.open(
        story.frame("case", 'loading="lazy" data-offset="60"') + story.script(),
        f"story.html#timeline={ids[-2]}",
    )
    story.wait_until_seen(ids[-2], under=60)
    assert story.inside().locator("[aria-current]").get_attribute("id") == ids[-2]
    story.page.evaluate("id => { location.hash = `timeline=${id}` }", ids[3])
    story.wait_until_seen(ids[3], under=60)
    story.open(story.frame("case") + story.script(), f"story.html?timeline={ids[5]}")
    story.wait_until_seen(ids[5])
    assert story.inside().evaluate("scrollY") == 0


def test_a_script_that_comes_after_the_frame_scrolls_too(story: Sites) -> None:
    """On a slow line the frame may be there before the script that a story loads beside it."""
    ids = event_ids("case")
    story.open(story.frame("case", 'data-offset="60"'), f"story.html#timeline={ids[-2]}")
    story.inside().wait_for_function("document.readyState === 'complete'")
    story.page.wait_for_load_state()
    story.page.evaluate(
        "src => document.body.append(Object.assign(document.createElement('script'), { src }))",
        f"{story.at('case')}embed.js",
    )
    story.wait_until_seen(ids[-2], under=60)


def test_two_embeds_on_one_page_do_not_get_in_each_others_way(story: Sites) -> None:
    """A second timeline of 1,000 events has its own height and its own part of the address."""
    many, case = event_ids("many"), event_ids("case")
    story.open(
        story.frame("case") + story.script()
        + story.frame("many", 'data-key="second" data-hash') + story.script("many"),
        f"story.html#other=1&second={many[500]}",
    )  # fmt: skip
    story.wait_until_seen(many[500], place=1)
    story.wait_until_sized(0)
    story.wait_until_sized(1)
    assert story.inside(0).locator("[aria-current]").count() == 0
    story.inside(1).locator(f"#{many[501]} h3 a").click()
    story.wait("id => location.hash === `#other=1&second=${id}`", many[501])
    story.inside(0).locator(f"#{case[1]} h3 a").click()
    story.inside(0).wait_for_selector(f"#{case[1]}[aria-current]")
    assert case[1] not in story.page.url


def test_going_on_in_the_frame_keeps_the_event_in_sight(story: Sites) -> None:
    """Whoever presses “next” in a frame that cannot scroll sees the event they went to."""
    ids = event_ids("case")
    story.open(story.frame("case") + story.script())
    story.wait_until_sized()
    story.page.locator("iframe").scroll_into_view_if_needed()
    link = story.inside().locator(f"#{ids[0]} h3 a")
    link.focus()
    link.press("Enter")
    story.inside().locator("button[name=previous]").evaluate("one => one.focus()")
    link.focus()
    link.press("End")
    story.page.keyboard.press("Enter")
    story.inside().wait_for_selector(f"#{ids[-1]}[aria-current]")
    story.page.wait_for_timeout(300)
    assert -5 < story.top_of(ids[-1]) < 690


def test_readers_who_want_no_motion_get_none(story: Sites) -> None:
    """With reduced motion the story jumps to the event at once."""
    ids = event_ids("case")
    story.open(story.frame("case") + story.script())
    story.wait_until_sized()
    for motion, kind in MOTIONS:
        story.page.emulate_media(reduced_motion=motion)
        story.page.evaluate(
            "() => { window.ways = []; const scroll = window.scrollTo.bind(window);"
            "window.scrollTo = (to) => { window.ways.push(to.behavior); scroll(to) } }"
        )
        event = ids[2] if motion == "reduce" else ids[4]
        story.page.evaluate("id => { location.hash = `timeline=${id}` }", event)
        story.wait_until_seen(event)
        assert set(story.page.evaluate("window.ways")) == {kind}
    story.page.emulate_media(reduced_motion="null")


def test_nobody_else_is_listened_to(story: Sites) -> None:
    """A stranger’s frame resizes nothing, and what is no number or id is not taken from anybody."""
    story.newsroom.files["stranger.html"] = b"<!doctype html><script src=stranger.js></script>"
    story.newsroom.files["stranger.js"] = (
        b"for (const other of [parent, parent.frames[0]]) {"
        b"other.postMessage({timeline: 1, height: 4321, whole: 1}, '*');"
        b"other.postMessage({timeline: 1, hello: 1, go: 'events', small: 1}, '*');"
        b"other.postMessage('pymxPYMxxPYMxheightxPYMx4321', '*') }"
    )  # fmt: skip
    story.publisher.files["evil/index.html"] = b"<!doctype html><script src=evil.js></script>"
    story.publisher.files["evil/evil.js"] = (
        b"for (const height of [-1, NaN, 1e99, '4321', '4321px', null, {}, 0])"
        b"parent.postMessage({timeline: 1, height, whole: 1}, '*');"
        b"for (const id of ['x y', '#x', '\\\"><script>', 7, null])"
        b"parent.postMessage({timeline: 1, id, chosen: 1, at: 50}, '*');"
        b"parent.postMessage({timeline: 2, height: 4321}, '*'); parent.postMessage(null, '*')"
    )  # fmt: skip
    story.open(
        story.frame("case") + '<iframe src="stranger.html" title="A stranger"></iframe>'
        + story.frame("evil", "data-hash") + story.script()
    )  # fmt: skip
    story.wait_until_sized()
    story.page.wait_for_timeout(300)
    heights = story.page.evaluate(
        "[...document.querySelectorAll('iframe')].map(f => f.offsetHeight)"
    )
    assert 4321 not in heights
    assert heights[2] == 600
    assert story.page.url.endswith("story.html")
    assert story.inside(0).url == story.at("case")


def test_a_frame_shut_in_a_sandbox_still_works(story: Sites) -> None:
    """A CMS that puts every frame into a sandbox with scripts gets the height and the event."""
    ids = event_ids("case")
    story.open(
        story.frame("case", 'sandbox="allow-scripts"') + story.script(),
        f"story.html#timeline={ids[4]}",
    )
    story.wait_until_seen(ids[4])
    story.wait_until_sized()


def test_no_link_loads_another_page_in_the_frame(story: Sites) -> None:
    """The story opens in the whole window, sources in a new one, and neither in the frame."""
    story.open(story.frame("harbor") + story.script("harbor"))
    story.wait_until_sized()
    inside = story.inside()
    targets: list[list[str]] = inside.evaluate(
        "() => { addEventListener('click', (click) => click.preventDefault());"
        "const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });"
        "return [...document.querySelectorAll('a[href]')].map((link) => {"
        "link.dispatchEvent(click()); const said = (name) => link.getAttribute(name) ?? '';"
        "return [said('href'), said('target'), said('rel')] }) }"
    )
    outward = [one for one in targets if not one[0].startswith("#")]
    assert len(outward) >= 5
    for address, target, rel in outward:
        if address == "https://beacon.example/harbor":
            assert target == "_top"
        else:
            assert target == "_blank"
            assert "noopener" in rel
