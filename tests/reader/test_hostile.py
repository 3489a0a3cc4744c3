"""Texts that mean harm, in every field, published and opened: nothing runs and nothing breaks out.

They are opened once without the page's own policy, so that it cannot hide that a text became
markup, and once with it, so that it has nothing to complain of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from tests.reader.hostile import harmful, harmless, newsroom, publication
from tests.reader.hosts import Host, hosted
from tests.reader.vectors import ADDRESSES, CLEVER, TEXTS
from timelines.prose import may_link
from timelines.publish.page.oembed import oembed
from timelines.publish.page.snippets import snippets
from timelines.publish.visible import visible

WATCH = "window.hacked = () => console.error('HACKED')"
PROSE = {"p", "em", "strong", "a", "code", "pre", "blockquote", "ul", "ol", "li", "br", "hr"}
BUILT = """root => {
  const made = [...root.querySelectorAll("*")];
  const prose = ".t, .events > li > p:not([class]), .stand";
  const words = made.filter((one) => one.parentElement?.closest(prose));
  const drawn = made.filter((one) => one.closest("svg"));
  const plain = made.filter((one) => !words.includes(one) && !drawn.includes(one));
  const counted = {}, said = {};
  for (const one of plain) counted[one.localName] = (counted[one.localName] ?? 0) + 1;
  for (const one of made) {
    if (words.includes(one)) continue;
    const known = said[one.localName] ??= [];
    for (const { name } of one.attributes) if (!known.includes(name)) known.push(name);
  }
  const links = made.flatMap((one) => ["href", "src", "action", "xlink:href", "data-style"]
    .map((name) => one.getAttribute(name)).filter((value) => value !== null));
  const attributes = words.flatMap((one) => [...one.attributes].map(({ name }) => name));
  return { counted, said, links, prose: words.map((one) => one.localName), attributes };
}"""
"""What a page is made of: elements by name, their attributes, links; typed prose apart."""
PAGES = ("index.html", "small.html", "embed.html", "fragment.html")


@dataclass
class Watched:
    """A window, the two hosts it may ask, and what happened that must not."""

    page: Page
    bad: Host
    good: Host
    harm: list[str] = field(default_factory=list)

    def built(self, host: Host, path: str) -> dict[str, Any]:
        """What a page is made of once its scripts have run."""
        self.page.goto(f"{host.address}{path}")
        self.page.wait_for_timeout(100)
        found: dict[str, Any] = self.page.evaluate(f"({BUILT})(document)")
        return found

    def unharmed(self) -> None:
        """Nothing ran, nobody else was asked, no policy was broken."""
        found, self.harm[:] = list(self.harm), []
        assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Watched]:
    """A window without the pages' own policy."""
    yield from _watched(browser, bypass_csp=True)


@pytest.fixture(scope="module")
def guarded(browser: Browser) -> Iterator[Watched]:
    """A window as readers have it."""
    yield from _watched(browser)


def _watched(browser: Browser, **options: Any) -> Iterator[Watched]:
    decided = harmful()
    assert decided.decision.open, decided.decision.missing[:2]
    with (
        hosted(decided.publication.files, Access_Control_Allow_Origin="*") as bad,
        hosted(harmless().publication.files) as good,
    ):
        context = browser.new_context(**options)
        context.add_init_script(WATCH)
        page = context.new_page()
        found = Watched(page, bad, good)
        ours = (bad.address, good.address, "about:")
        page.on("request", lambda asked: _note(found, asked.url, asked.url.startswith(ours)))
        page.on("console", lambda said: _note(found, said.text, said.type != "error"))
        page.on("pageerror", lambda error: _note(found, str(error), False))
        page.on("dialog", lambda dialog: _note(found, dialog.message, False))
        page.on("popup", lambda popup: _note(found, popup.url, False))
        yield found
        context.close()


def _note(found: Watched, what: str, fine: bool) -> None:
    if not fine and "favicon" not in what and "404" not in what:
        found.harm.append(what)


@pytest.mark.parametrize("path", PAGES)
def test_harmful_words_make_the_same_page_as_plain_ones(watched: Watched, path: str) -> None:
    """Element for element and attribute for attribute: what is typed stays text, and every link
    leads to the web or into the page."""
    bad, good = watched.built(watched.bad, path), watched.built(watched.good, path)
    assert bad["counted"] == good["counted"]
    for name, attributes in bad["said"].items():
        # A mark whose words were shortened is named by the headline in the list.
        ours = {"dir", "id", "class", "aria-labelledby"}
        assert set(attributes) <= {*good["said"].get(name, ()), *ours}, name
    assert set(bad["prose"]) <= PROSE
    assert set(bad["attributes"]) <= {"href", "rel", "target", "dir"}
    for link in bad["links"]:
        assert may_link(link) or urlsplit(link).scheme == "", link
    watched.unharmed()


def test_readers_pages_have_nothing_to_complain_of(guarded: Watched) -> None:
    """Under their own policy the pages break nothing of it, also when harmful words are searched
    for, filtered by, chosen and put into the address."""
    page = guarded.page
    for path in (*PAGES, "explore.html"):
        if path in guarded.bad.files:
            page.goto(f"{guarded.bad.address}{path}")
            page.wait_for_timeout(100)
    page.goto(f"{guarded.bad.address}index.html")
    for text in TEXTS[::8]:
        page.locator("input[name=q]").fill(text)
    page.wait_for_timeout(150)
    page.locator("input[name=q]").fill("")
    for place in (5, 30, 60):
        page.locator("select[name=storyline]").select_option(index=place)
        assert page.locator(".events > li:not([hidden])").count() >= 1
        page.locator("select[name=who]").select_option(index=0)
        page.locator("button[name=next]").click()
    for text in (TEXTS[0], TEXTS[9], TEXTS[45], *ADDRESSES[:2]):
        hostile = quote(text)
        page.goto(f"{guarded.bad.address}index.html?q={hostile}&storyline={hostile}#{hostile}")
        page.goto(f"{guarded.bad.address}index.html?storyline=<img>#{text}")
    guarded.unharmed()


def test_a_story_around_it_is_not_harmed(guarded: Watched) -> None:
    """In frames, with pym’s questions in the address, and without a frame, nothing runs either."""
    at = guarded.bad.address
    odd = quote('x"><script>hacked()</script>')
    body = (
        f'<iframe src="{at}?childId={odd}&parentUrl=javascript:hacked()%23timeline={odd}" '
        f'title=t data-timeline data-hash data-key="{odd}"></iframe>'
        f'<iframe src="{at}small.html" title=t data-timeline></iframe>'
        f"<div data-timeline={at}></div><script src={at}embed.js></script>"
    )
    guarded.good.files["story.html"] = f"<!doctype html>{body}".encode()
    guarded.page.goto(f"{guarded.good.address}story.html#timeline={odd}&{odd}={odd}")
    guarded.page.wait_for_selector("[data-timeline-ready=inline]", state="attached")
    found = guarded.page.evaluate(
        f"({BUILT})(document.querySelector('div[data-timeline]').shadowRoot)"
    )
    assert not {"script", "iframe", "input", "form", "object", "style"} & set(found["counted"])
    assert all(may_link(link) or urlsplit(link).scheme == "" for link in found["links"])
    guarded.page.locator("div[data-timeline] >> .events h3 a").nth(3).press("Enter")
    guarded.unharmed()


def test_snippets_and_oembed_say_a_harmful_title_as_text(watched: Watched) -> None:
    """Whatever the title is, what a producer pastes is one frame, link or element of ours, with
    the attributes it always has."""
    public = harmless().publication.public
    at = "https://ok.example/t/"
    parsed = (
        "texts => texts.map((text) => [...new DOMParser().parseFromString(text, 'text/html')"
        ".body.querySelectorAll('*')].map((one) => [one.localName, "
        "[...one.attributes].map(({ name }) => name).join()]))"
    )

    def pasted(title: str) -> list[str]:
        named = replace(public, title=title)
        made = [text for name, text in snippets(named, at).items() if name != "oembed"]
        return [*made, *(oembed(named, where)["html"] for where in (at, None))]

    watched.page.goto(f"{watched.good.address}index.html")
    plain = watched.page.evaluate(parsed, pasted("Plain"))
    harmed = watched.page.evaluate(parsed, [text for title in TEXTS for text in pasted(title)])
    for start in range(0, len(harmed), len(plain)):
        assert harmed[start : start + len(plain)] == plain
    watched.unharmed()


def test_feeds_and_data_hold_the_words_as_they_are() -> None:
    """Feeds are well-formed and their texts are text; the data says the very words, without signs
    that are not seen."""
    files = harmful().publication.files
    said = {visible(text).strip() for text in TEXTS}
    events = json.loads(files["timeline.json"])["events"]
    assert {one["headline"] for one in events} <= said
    feed = ET.fromstring(files["feed.atom"])  # noqa: S314 - our own
    entries = feed.findall("{*}entry/{*}content")
    assert entries
    assert all(len(one) == 0 and one.get("type", "text") == "text" for one in entries)
    items = json.loads(files["feed.json"])["items"]
    assert all("content_html" not in one for one in items)
    assert json.loads(files["oembed.json"])["title"] == TEXTS[0]


def test_no_link_leads_where_no_link_may(watched: Watched) -> None:
    """An address that runs, reads a file or hides what it is becomes no link anywhere; a clever
    one of the web stays within its attribute."""
    addresses = (*ADDRESSES, *CLEVER)
    made = newsroom(lambda number: f"Words {number}", len(addresses), lambda n: addresses[n])
    for address in (ADDRESSES[0], CLEVER[0]):
        made.heading["url"] = address
        with hosted(publication(made).publication.files) as host:
            for path in ("index.html", "small.html", "embed.html"):
                built = watched.built(host, path)
                for link in built["links"]:
                    scheme = urlsplit(link).scheme
                    assert scheme in ("http", "https", ""), link
                    assert not link.startswith("//"), link
                names = {name for said in built["said"].values() for name in said}
                assert not {name for name in names if name.startswith("on")}
    watched.harm[:] = [one for one in watched.harm if "HACKED" in one]
    watched.unharmed()
