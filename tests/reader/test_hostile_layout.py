"""Texts that deceive the eye: turned round, invisible, endless. They stay in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.reader.hostile import newsroom, publication
from tests.reader.hosts import Host, hosted

UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs that nobody sees: controls, marks of direction, overrides, isolates, tags."""
BLOCKS = """() => [...document.querySelectorAll(".events > li")].map((item) => {
  const box = (one) => { const { top, bottom, right } = one.getBoundingClientRect();
    return { top, bottom, right } };
  const blocks = [...item.children];
  return { item: box(item), blocks: blocks
    .filter((one) => getComputedStyle(one).position === "static").map(box) } })"""
"""Where each event and its blocks stand."""
LETTERS = """() => [...document.querySelectorAll(".events > li")].map((item) => {
  const range = document.createRange(), found = [];
  const said = item.querySelector(".a"), words = said.firstChild;
  for (let place = 0; place < words.length; place += 1) {
    range.setStart(words, place);
    range.setEnd(words, place + 1);
    const { top, left } = range.getBoundingClientRect();
    found.push([Math.round(top), left]);
  }
  range.selectNodeContents(item.querySelector("h3"));
  const under = Math.max(...[...range.getClientRects()].map((line) => line.bottom));
  return { letters: found, top: said.getBoundingClientRect().top, under } })"""
"""Where the letters of each event’s attribution stand, and where its headline ends."""

LONG = ("W" * 10_000, "a" + "\u0301\u0316\u0489" * 3_333)
PERSIAN = "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
TURNED = (
    "\u202eyas rotceted eht\u202c",
    "\u2066\u2067\u202d the mayor denies \u202e it",
    "\u05d0\u05d1\u05d2 \u05e9\u05dc\u05d5\u05dd \u202b deny \u202a",
    "\u200f\u200f the police \u200e\u061c say",
    "the\u200bma\u00adyor\ufeff \u2060says\u180e so",
    "plain\U000e0041\U000e0042 tag\u0000\u0007\u001b[31m signs\u0085",
    "((( \u2068 unbalanced ))) \u2069\u2069 [[",
    "\u0645\u0631\u062d\u0628\u0627 (123) 456 – \u0633\u0644\u0627\u0645",
    "e\u200d\u200ce \U0001f469\u200d\U0001f4bb " + PERSIAN,
)
ATTRIBUTION = "the department says (page 4)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone’s window, the narrowest that must do."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def _host(texts: tuple[str, ...], **same: str) -> Any:
    """The texts as published, an event each; `same` fields of the events are plain."""
    made = newsroom(lambda number: texts[number % len(texts)], len(texts))
    for event in made.events.values():
        event |= same
    return hosted(publication(made).publication.files, Access_Control_Allow_Origin="*")


@pytest.fixture(scope="module")
def turned() -> Iterator[Host]:
    """What is published of texts that are turned round or hold what is not seen."""
    with _host(TURNED, attribution=ATTRIBUTION, storyline="One", place="Here") as host:
        yield host


def test_ten_thousand_letters_break_nothing_on_a_narrow_phone(page: Page) -> None:
    """No page is wider than its window, and the parts of an event stand below each other."""
    with _host(LONG) as host:
        host.files["story.html"] = (
            f'<!doctype html><body style="margin:0"><div data-timeline="{host.address}"></div>'
            '<script src="embed.js"></script>'
        ).encode()
        for path in ("index.html", "small.html", "embed.html", "story.html"):
            page.goto(f"{host.address}{path}")
            if path == "story.html":
                page.wait_for_selector("[data-timeline-ready=inline]", state="attached")
            wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert wide[0] <= wide[1], path
            if path == "index.html":
                _nothing_overlaps(page)
            if path == "small.html":
                assert page.locator(".whole").evaluate(
                    "one => one.getBoundingClientRect().bottom <= innerHeight"
                )


def test_no_text_turns_the_words_around_it(page: Page, turned: Host) -> None:
    """Whatever the headline holds, the attribution stands below it and reads from left to right,
    letter by letter, as it was written."""
    for width in (320, 1000):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(f"{turned.address}index.html")
        _nothing_overlaps(page)
        for one in page.evaluate(LETTERS):
            assert one["top"] >= one["under"] - 4
            assert one["letters"] == sorted(one["letters"])
            assert len(one["letters"]) == len(ATTRIBUTION)
    page.set_viewport_size({"width": 320, "height": 640})


def test_the_words_between_texts_stay_where_they_are(page: Page, turned: Host) -> None:
    """In a line that holds several texts (who, what part, which source) each stays a piece of its
    own: no letter of one stands among those of another."""
    page.set_viewport_size({"width": 1400, "height": 640})
    page.goto(f"{turned.address}index.html")
    mixed = page.evaluate(
        """() => { let mixed = 0, seen = 0;
        for (const line of document.querySelectorAll(".events dd, .events .m, .by, .log li")) {
          const spans = [...line.querySelectorAll("bdi, q")].filter((one) =>
            one.querySelector("bdi, q") === null && one.textContent.trim() !== "").map((one) =>
            [...one.getClientRects()].filter((box) => box.width > 0));
          seen += spans.length;
          for (const [at, boxes] of spans.entries()) for (const others of spans.slice(at + 1))
            for (const a of boxes) for (const b of others)
              if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4
                && b.top < a.bottom - 4) mixed += 1; }
        return [mixed, seen] }"""
    )
    assert mixed[0] == 0
    assert mixed[1] > 40
    page.set_viewport_size({"width": 320, "height": 640})


def test_signs_that_nobody_sees_are_not_published(turned: Host) -> None:
    """No published file holds an override, a mark of direction, a control or a sign without width;
    joiners stay where Persian and emoji need them."""
    for path, data in turned.files.items():
        if path.endswith((".html", ".json", ".jsonld", ".atom")):
            text = data.decode("utf-8")
            found = UNSEEN.search(text)
            assert found is None, (path, found)
            assert "e\u200d" not in text
    page = turned.files["index.html"].decode("utf-8")
    assert PERSIAN in page
    assert "\U0001f469\u200d\U0001f4bb" in page


def _nothing_overlaps(page: Page) -> None:
    placed = page.evaluate(BLOCKS)
    for one in placed:
        for above, below in pairwise(one["blocks"]):
            assert below["top"] >= above["bottom"] - 1
        assert all(block["right"] <= one["item"]["right"] + 1 for block in one["blocks"])
    for above, below in pairwise([one["item"] for one in placed]):
        assert below["top"] >= above["bottom"] - 1
