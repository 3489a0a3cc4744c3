"""The timeline in a page without any frame: walled off, whole, and never in the page's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.barriers import violations
from tests.reader.sites import Sites, event_ids, sites

READY = "count => document.querySelectorAll('[data-timeline-ready=inline]').length === count"
ROOT = "[data-timeline] >> "


@pytest.fixture(scope="module")
def both(browser: Browser) -> Iterator[Sites]:
    """One window for all tests of this file."""
    with sites(browser) as found:
        yield found


@pytest.fixture
def story(both: Sites) -> Iterator[Sites]:
    """The window; what the browser complains of in a test is that test's fault."""
    yield both
    both.all_is_well()


def inline(story: Sites, folder: str, more: str = "") -> str:
    """The markup of a timeline without a frame."""
    at = story.at(folder)
    return f'<div data-timeline="{at}" {more}><a href="{at}">The timeline</a></div>'


def test_two_timelines_stand_in_a_strict_page_without_frames(story: Sites) -> None:
    """Both say every word of their pages, under a policy that allows no style and no frame of
    others, and leave nothing in the page around them."""
    names = "[...Object.keys(window), ...document.head.children].length"
    story.open(inline(story, "case"))
    before = story.page.evaluate(names)
    colour = "getComputedStyle(document.querySelector('p')).cssText"
    looks = story.page.evaluate(colour)
    story.open(inline(story, "case") + inline(story, "harbor", "data-key=second")
               + story.script() + story.script("harbor"))  # fmt: skip
    story.wait(READY, 2)
    assert story.page.evaluate(names) == before
    assert story.page.evaluate(colour) == looks
    words = "root => root.innerText.split(/\\s+/).join(' ')"
    for place, folder in enumerate(("case", "harbor")):
        host = story.page.locator("[data-timeline]").nth(place)
        shown = host.locator(".events").evaluate(words)
        assert host.locator(".events > li").count() == len(event_ids(folder))
        story_page = story.page.context.new_page()
        story_page.goto(story.at(folder))
        assert shown == story_page.locator(".events").evaluate(words)
        story_page.close()
    box = story.page.locator("[data-timeline]").nth(0).locator(".events").bounding_box()
    assert box is not None
    assert box["width"] <= 900


def test_the_page_around_cannot_change_how_it_looks(story: Sites) -> None:
    """A page with small letters, other colours and rules for everything leaves it as it is."""
    story.newsroom.files["loud.css"] = (
        b"html { font-size: 62.5% } * { color: red !important; letter-spacing: .5em }"
        b"div, li, h3 { font: 30px cursive !important; text-transform: uppercase }"
    )
    story.open('<link rel=stylesheet href="loud.css">' + inline(story, "case") + story.script())
    story.wait(READY, 1)
    head = story.page.locator(f"{ROOT}.events h3").first
    look = head.evaluate(
        "one => { const look = getComputedStyle(one);"
        "return [look.fontSize, look.textTransform, look.letterSpacing, look.color] }"
    )
    assert look[1:] == ["none", "normal", "rgb(28, 27, 25)"]
    assert float(look[0].removesuffix("px")) >= 18


def test_links_within_it_work_by_keyboard(story: Sites) -> None:
    """An event's link chooses it, keeps the focus, scrolls to it and changes the address only
    where asked; links out of it lead to a new window."""
    ids = event_ids("case")
    story.open(
        inline(story, "case", "data-hash data-offset=40") + story.script(),
        f"story.html#timeline={ids[5]}",
    )
    story.wait(READY, 1)
    event = story.page.locator(f"{ROOT}#{ids[5]}")
    story.wait("top => Math.abs(top() - 40) < 3".replace("top()", _top(ids[5])))
    assert event.get_attribute("aria-current") == "true"
    link = story.page.locator(f"{ROOT}#{ids[2]} h3 a")
    link.focus()
    link.press("Enter")
    story.wait("id => location.hash === `#timeline=${id}`", ids[2])
    story.wait("top => Math.abs(top() - 40) < 3".replace("top()", _top(ids[2])))
    assert link.evaluate("one => one.getRootNode().activeElement === one")
    out = story.page.locator(f"{ROOT}dd a[href^=http]").first
    assert out.get_attribute("target") == "_blank"


def _top(event: str) -> str:
    return (
        "document.querySelector('[data-timeline]').shadowRoot"
        f".getElementById('{event}').getBoundingClientRect().top"
    )


def test_without_a_frame_nobody_is_shut_out(story: Sites) -> None:
    """Within a story's own main part, a whole and a small timeline are named parts of it, and
    axe-core finds nothing wrong in the light and in the dark."""
    story.open("<main><h1>A story</h1>" + inline(story, "harbor")
               + inline(story, "case", "data-small") + "</main>" + story.script())  # fmt: skip
    story.wait(READY, 2)
    for scheme in ("light", "dark"):
        story.page.emulate_media(color_scheme=scheme)
        found = violations(story.page, context="[data-timeline]")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    story.page.emulate_media(color_scheme="light")


def test_the_small_form_opens_in_place(story: Sites) -> None:
    """`data-small` shows three events and a button; the button shows the rest and goes on there."""
    ids = event_ids("case")
    story.open(inline(story, "case", "data-small") + story.script())
    story.wait(READY, 1)
    shown = story.page.locator(f"{ROOT}.events > li:visible")
    assert shown.evaluate_all("all => all.map(one => one.id)") == ids[-3:]
    story.page.locator(f"{ROOT}button.more").press("Enter")
    assert shown.count() == len(ids)
    focused = "document.querySelector('[data-timeline]').shadowRoot.activeElement.id"
    assert story.page.evaluate(focused) == ids[0]


def test_where_it_cannot_be_fetched_the_link_stays(both: Sites) -> None:
    """A server that does not allow it, or is gone, leaves the newsroom's own link for readers."""
    allowed = both.publisher.headers.pop("Access-Control-Allow-Origin")
    both.open(inline(both, "case") + inline(both, "nowhere") + both.script())
    both.wait("() => document.querySelectorAll('[data-timeline-ready=failed]').length === 2")
    both.publisher.headers["Access-Control-Allow-Origin"] = allowed
    assert both.page.locator("[data-timeline] a").nth(0).is_visible()
    assert any("could not be put into the page" in one for one in both.complaints)
    both.complaints.clear()


def test_what_is_fetched_is_looked_through_once_more(story: Sites) -> None:
    """Were a published file tampered with, nothing in it would run or reach elsewhere."""
    text = story.publisher.files["harbor/fragment.html"].decode("utf-8")
    bad = (
        '<img src=x onerror="document.title=1"><script>document.title=2</script>'
        '<iframe srcdoc="<script>top.document.title=3</script>"></iframe>'
        '<a href="javascript:document.title=4" id="bad">x</a><p style="position:fixed">y</p>'
        '<svg><a xlink:href="javascript:document.title=5"><animate attributeName=href '
        'values="javascript:1"/></a></svg><img src="https://elsewhere.example/x.png">'
        '<form action="https://elsewhere.example"><input name=q></form>'
        "<custom-one>kept</custom-one>"
    )
    story.publisher.files["bad/fragment.html"] = text.replace(
        "</header>", f"</header>{bad}"
    ).encode()
    style = text.partition('data-style="')[2].partition('"')[0]
    story.publisher.files[f"bad/{style}"] = story.publisher.files[f"harbor/{style}"]
    story.open(inline(story, "bad") + story.script())
    story.wait(READY, 1)
    assert story.page.title() == "A story"
    found = story.page.evaluate(
        "() => { const root = document.querySelector('[data-timeline]').shadowRoot;"
        "const all = [...root.querySelectorAll('*')];"
        "return [all.filter((one) => /^(script|iframe|form|input|animate)$/i.test(one.localName))"
        ".length, all.flatMap((one) => [...one.attributes]).filter((one) =>"
        "/^on|style$|srcdoc/.test(one.name) && !one.name.startsWith('data-')"
        "|| /javascript|elsewhere/.test(one.value)).length,"
        "root.textContent.includes('kept')] }"
    )
    assert found == [0, 0, True]
    # A browser says that it did not run what it read; that is what the policy is for.
    story.complaints[:] = [one for one in story.complaints if "has been blocked" not in one]
