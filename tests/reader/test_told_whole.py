"""Without a script, on paper and in feeds, readers get every word, source, link and correction."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from playwright.sync_api import Browser

from benchmarks.readers import invented
from tests.reader.pages import SITE, Reading, reading
from tests.reader.rich import rich
from timelines.publish import page

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = """[...document.querySelectorAll(".events > li")].map((one) => ({
  id: one.id, text: one.innerText, shown: one.checkVisibility(),
  links: [...one.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
  pictures: [...one.querySelectorAll("img")].map((img) => [img.getAttribute("src"), img.alt]) }))"""


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Reading]:
    """A reader of the harbor whose browser runs no script."""
    with reading(browser, rich(), java_script_enabled=False) as window:
        window.page.goto(f"{SITE}index.html")
        yield window
        assert (window.complaints, window.outside) == ([], [])


def told() -> list[dict[str, Any]]:
    """The published events of the harbor."""
    events: list[dict[str, Any]] = json.loads(rich()["timeline.json"])["events"]
    return events


def words_of(event: dict[str, Any]) -> Iterator[str]:
    """Every text of an event that readers get, but for dates within sources."""
    yield event["headline"]
    yield event["attribution"]
    for cited in [*event["sources"], *(s for k in event.get("known_to", []) for s in k["sources"])]:
        for key in ("title", "publisher", "author"):
            yield cited.get("source", {}).get(key, "")
        yield from (cited.get(key, "") for key in ("at", "quote", "label"))
    for known in event.get("known_to", []):
        yield known["who"]["name"]
        yield known.get("how", "")
    for one in event.get("people", []):
        yield one.get("name", one.get("label", ""))
    yield from (one["answer"] for one in event.get("answers", []))
    yield from (one["note"] for one in event.get("corrections", []))
    for one in event.get("media", []):
        yield one["caption"]
        yield one["credit"]


def addresses_of(event: dict[str, Any]) -> set[str]:
    """Every address that an event's sources have."""
    sources = [cited.get("source", {}) for cited in event["sources"]]
    return {one[key] for one in sources for key in ("url", "archived_url") if key in one}


def letters(text: str) -> str:
    """Text without capitals, blanks and hyphens, which style and the breaking of lines change."""
    return re.sub(r"[\s\u00ad\ufffe\u2010-]+", "", html.unescape(text)).lower()


def printed(window: Reading) -> str:
    """The letters on paper."""
    document = pypdfium2.PdfDocument(io.BytesIO(window.page.pdf(format="A4")))
    text = " ".join(one.get_textpage().get_text_range() for one in document)
    document.close()
    return letters(text)


def test_without_a_script_every_event_is_told_whole(still: Reading) -> None:
    """Each event's words, links, answer, correction and retraction stand where the event stands,
    its picture has its words, and a correction is in the log, too."""
    shown = {one["id"]: one for one in still.run(TEXT)}
    log = still.page.inner_text(".log")
    for event in told():
        found = shown[event["id"]]
        assert found["shown"]
        for text in words_of(event):
            assert letters(text) in letters(found["text"]), text
        assert addresses_of(event) <= set(found["links"])
        for one in event.get("media", []):
            assert [one["file"], one["alt"]] in found["pictures"]
        for one in event.get("corrections", []):
            assert one["note"] in log
    assert "Retraction" in log
    assert "Updated June 10, 2023" in still.page.inner_text(".by")


def test_without_a_script_the_drawing_leads_to_the_events(still: Reading) -> None:
    """Every link within the page leads to something in it, and a mark to its event."""
    inner = still.run(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href'))"
    )
    assert {f"#{one['id']}" for one in told()} <= set(inner)
    assert [one for one in inner if still.run("id => !document.querySelector(id)", one)] == []
    still.page.set_viewport_size({"width": 1000, "height": 300})
    still.page.locator(f'.plot a[href="#{told()[2]["id"]}"] text:not(.z)').first.click()
    box = still.page.locator(f"#{told()[2]['id']} h3").bounding_box()
    assert box is not None and 0 <= box["y"] < 300
    still.page.set_viewport_size({"width": 1280, "height": 900})


def test_on_paper_each_event_stands_once_with_all_its_addresses(still: Reading) -> None:
    """Answers, retractions and pictures' words are printed; the drawing is not."""
    text = printed(still)
    for event in told():
        for one in words_of(event):
            assert letters(one) in text, one
        for address in addresses_of(event):
            assert letters(address) in text
        for one in event.get("answers", []):
            assert text.count(letters(one["answer"])) == 1
    assert letters("Skip the drawing") not in text


def test_of_many_events_none_is_missing_on_paper(browser: Browser) -> None:
    """What the screen has not laid out yet is printed, each event once."""
    files = page.files(invented(70))
    assert b'class="events part"' in files["index.html"]
    headlines = [letters(one.headline) for one in invented(70).events]
    with reading(browser, files, java_script_enabled=False) as window:
        window.page.goto(f"{SITE}index.html")
        text = printed(window)
    assert [(one, text.count(one)) for one in headlines if text.count(one) != 1] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_feed_keeps_the_rules_of_atom(language: str) -> None:
    """RFC 4287: a feed and each entry have one id, title and updated, ids differ, there is an
    author, times are those of RFC 3339, and an entry without content has a link."""
    feed = ET.fromstring(rich(language)["feed.atom"])  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, name
        for name in ("updated", "published"):
            for written in one.findall(f"{ATOM}{name}"):
                assert datetime.fromisoformat(written.text or "").tzinfo is not None
        assert ":" in (one.findtext(f"{ATOM}id") or "")
        assert (
            one.find(f"{ATOM}author/{ATOM}name") is not None
            or feed.find(f"{ATOM}author/{ATOM}name") is not None
        )
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(ids) == len(set(ids)) >= 4
    for one in entries:
        assert one.find(f"{ATOM}content") is not None or one.find(f"{ATOM}link") is not None
    assert any("Nobody saw it" in "".join(one.itertext()) for one in entries)


def test_json_feed_and_linked_data_are_whole() -> None:
    """JSON Feed 1.1: every item has an id of its own and a text; the linked data names every
    event; oEmbed and its discovery agree on the title."""
    feed = json.loads(rich()["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    ids = [one["id"] for one in feed["items"]]
    assert all(isinstance(one, str) for one in ids) and len(ids) == len(set(ids))
    assert all("content_text" in one or "content_html" in one for one in feed["items"])
    for one in feed["items"]:
        if "date_published" in one:
            assert datetime.fromisoformat(one["date_published"]).tzinfo is not None
    linked = json.dumps(json.loads(rich()["timeline.jsonld"]), ensure_ascii=False)
    assert all(json.dumps(one["headline"], ensure_ascii=False) in linked for one in told())
    assert json.loads(rich()["oembed.json"])["title"] == feed["title"]
    discovery = re.search(rb'<link[^>]+json\+oembed[^>]+title="([^"]+)"', rich()["index.html"])
    assert discovery is not None and discovery[1].decode() == feed["title"]
