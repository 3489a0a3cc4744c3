"""The page “Documents”: what is attached, seen and refused there, by mouse and by keyboard."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.desk import PATIENCE, Desk
from tests.conftest import write_investigation
from tests.evidence.papers import bomb, pdf
from timelines.investigation import load

IMAGE = ".document img"
RUN = "document.title='run'"
WEB = f"<script>{RUN}</script><img src='https://evil.example/x.png' onerror=\"{RUN}\">"
MEMO = pdf("Cover", "The dock was inspected on March 21.", "It is unsafe, and I advise against it.")
SOURCES = """# Who says so.
- {id: memo, kind: document, title: The memo, file: memo.pdf}
- {id: page, kind: publication, title: The web page, file: page.html}
- {id: drawing, kind: document, title: The drawing, file: drawing.svg}
- {id: letter, kind: document, title: The letter, file: letter.eml}
- {id: swollen, kind: document, title: The swollen one, file: swollen.pdf}
- {id: talk, kind: interview, title: The talk}   # to be attached
"""
EVENT = """headline: The dock is inspected
date: 2023-03-21
sources:
  - {source: memo, at: p. 2, quote: inspected on March 21}
  - {source: memo, at: p. 2, quote: I advise against it}
  - {source: memo, quote: I strongly advise everybody against it}
  - {source: page, quote: four to one}
  - {source: talk, quote: with my own eyes}
"""
MAIL = f"""From: Ruth <ruth@example.org>
Subject: The dock
Content-Type: text/html

<p>Do not open it.</p>{WEB}
"""


@pytest.fixture(scope="module")
def papers(folder: Path) -> Path:
    """An investigation whose documents are of every kind, some of them meant to do harm."""
    return write_investigation(
        folder / "papers",
        {
            "investigation.yaml": "title: The papers\nzone: America/New_York\n",
            "sources.yaml": SOURCES,
            "events/inspected.yaml": EVENT,
            "evidence/memo.pdf": MEMO,
            "evidence/page.html": f"<p>The vote was four to one.</p>{WEB}",
            "evidence/drawing.svg": f'<svg onload="{RUN}"><script>{RUN}</script>'
            "<text>The plan of the dock</text></svg>",
            "evidence/letter.eml": MAIL,
            "evidence/swollen.pdf": bomb(1600),
        },
    )


@pytest.fixture
def window_on_papers(window: Desk, papers: Path) -> Iterator[Desk]:
    """A person at the desk of that investigation; the browser has nothing to complain of."""
    yield window
    window.complain()


def go(desk: Desk, query: str, ready: str) -> None:
    """Open the page “Documents” there."""
    desk.go(f"?investigation=papers&page=documents{query}", ready)


def test_from_the_card_to_the_marked_page_in_one_click(window_on_papers: Desk) -> None:
    """An editor who asks “how do we know?” sees the cited page, the words marked, in one click."""
    page = window_on_papers.page
    window_on_papers.go("?investigation=papers&event=inspected")
    page.locator(".card .see").first.click(timeout=PATIENCE)
    page.wait_for_selector(".document img", timeout=PATIENCE)
    assert page.locator(".document .quoted").count() == 1
    alt = page.locator(".document img").get_attribute("alt") or ""
    assert alt.startswith("Page 2 of 3 of “evidence/memo.pdf”")
    assert "inspected on March 21" in (page.locator("#document-text pre").text_content() or "")
    said = page.locator(".quoted-by .standing").all_inner_texts()
    assert said[0].endswith("Stands on page 2")
    assert "it stands on page 3" in said[1]
    assert "The nearest words, on page 3, are “unsafe, and I advise against it" in said[2]
    assert page.locator(".quoted-by > li[aria-current]").count() == 1
    page.locator(".quoted-by .standing a").first.click()
    page.wait_for_selector(".document img[alt^='Page 3 of 3']", timeout=PATIENCE)
    assert page.locator(".document .quoted").count() == 1


def test_pages_are_turned_and_enlarged_by_keyboard(window_on_papers: Desk) -> None:
    """A reporter without a mouse turns the pages, goes to one by its number, and enlarges it."""
    page = window_on_papers.page
    go(window_on_papers, "&source=memo&at=p.+2&quote=inspected+on+March+21", IMAGE)
    page.get_by_role("button", name="Page before").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".document img[alt^='Page 1 of 3']", timeout=PATIENCE)
    page.get_by_role("spinbutton").fill("3")
    page.keyboard.press("Enter")
    page.wait_for_selector(".document img[alt^='Page 3 of 3']", timeout=PATIENCE)
    page.get_by_role("button", name="To the cited page").press("Enter")
    page.wait_for_selector(".document img[alt^='Page 2 of 3']", timeout=PATIENCE)
    page.get_by_role("radio", name="250%").press("Space")
    page.wait_for_selector(".document.zoom-widest", timeout=PATIENCE)
    place = "[...document.querySelectorAll('.document')].map((d) => [d.scrollWidth, d.clientWidth])"
    ((whole, seen),) = page.evaluate(place)
    assert whole > 2 * seen
    page.locator(".document").focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_what_strangers_made_lies_still(window_on_papers: Desk) -> None:
    """Scripts in a page, a drawing, an e-mail do nothing; a bomb is a sentence; the app stays."""
    page = window_on_papers.page
    for source, words in (
        ("page", "The vote was four to one."),
        ("drawing", "The plan of the dock"),
        ("letter", "From: Ruth <ruth@example.org>"),
    ):
        go(window_on_papers, f"&source={source}", f".document.text:has-text('{words}')")
        assert page.locator(".document script, .document pre *:not(mark)").count() == 0
    go(window_on_papers, "&source=swollen", ".st-key-document .notice")
    refusal = page.locator(".st-key-document .notice")
    assert "so it was not opened" in refusal.inner_text()
    assert page.title() == "The papers · Timelines"
    go(window_on_papers, "&source=memo", IMAGE)


def test_a_document_is_attached_and_replaced(window_on_papers: Desk, papers: Path) -> None:
    """A reporter attaches a PDF, sees its sum and its page; no document is written over."""
    page = window_on_papers.page
    first = pdf("He was there.", "I saw it with my own eyes, he said.")
    go(window_on_papers, "&source=talk", ".st-key-who button")
    window_on_papers.call_me("R. Ortiz")
    assert "at most 50 MB" in page.locator(".st-key-attach").inner_text()
    _choose(window_on_papers, "../talk <b>.pdf", first)
    page.get_by_text(hashlib.sha256(first).hexdigest()).wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Attach it").click()
    page.wait_for_selector(".document img", timeout=PATIENCE)
    assert page.locator(".standing").inner_text().endswith("Stands on page 2")
    row = load(papers).source("talk")
    assert (row.file, row.sha256) == ("talk-b.pdf", hashlib.sha256(first).hexdigest())
    assert "   # to be attached" in (papers / "sources.yaml").read_text()
    _choose(window_on_papers, "talk b.pdf", MEMO)
    go_on = page.get_by_role("button", name="Replace it")
    go_on.wait_for(timeout=PATIENCE)
    assert go_on.is_disabled()
    page.get_by_text("Replace “evidence/talk-b.pdf”").click()
    page.wait_for_function("() => !document.querySelector('.st-key-attach_go button').disabled")
    go_on.click()
    page.get_by_text("“evidence/talk-b-2.pdf” is attached").wait_for(timeout=PATIENCE)
    assert (papers / "evidence/talk-b.pdf").read_bytes() == first
    assert load(papers).source("talk").sha256 == hashlib.sha256(MEMO).hexdigest()


def test_the_list_tells_which_quotes_were_not_found(window_on_papers: Desk) -> None:
    """An editor sees at once which sources have no document, and which quotes do not stand."""
    page = window_on_papers.page
    go(window_on_papers, "", ".lost:has-text('2 not found')")
    row = page.locator("tr", has_text="The memo").inner_text()
    assert "evidence/memo.pdf" in row
    assert "3 quotes" in row


def _choose(desk: Desk, name: str, data: bytes) -> None:
    file = {"name": name, "mimeType": "application/pdf", "buffer": data}
    desk.page.set_input_files("input[type=file]", files=[file])
