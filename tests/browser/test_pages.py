"""The editors' pages in a real browser: what does not hold, who knew what when, origins."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.barriers import serious_barriers
from tests.browser.conftest import HOSTILE
from tests.browser.desk import CASE, PATIENCE, Desk
from tests.conftest import write_investigation

PAGES = {
    "chronology": ".reasoning",
    "knowledge": ".knowledge",
    "origins": ".origins-page",
    "review": ".todo",
}


@pytest.fixture(scope="module")
def clashing(folder: Path) -> str:
    """An investigation in which three statements cannot all be true."""
    write_investigation(
        folder / "clashing",
        {
            "sources.yaml": "{id: star, kind: publication, title: The story, published: 2022}\n",
            "events/warned.yaml": "headline: The county is warned\ndate: 2021-05\n"
            "sources: [star]\norder: [{after: repaired, source: star}]\n",
            "events/repaired.yaml": "headline: Repairs begin\ndate: 2021-09-08\nsources: [star]\n",
            "events/closed.yaml": "headline: The road is closed\ndate: 2021-05\nsources: [star]\n",
        },
    )
    return "clashing"


def test_who_knew_what_when_makes_its_point_at_one_look(desk: Desk) -> None:
    """An editor reads that the department knew in May and the mayor was told 100 days later."""
    desk.go(f"?investigation={CASE}&page=knowledge", ".known-event")
    text = desk.page.locator(".known-event").first.inner_text()
    told = text.index("Quinton Lucas was told")
    assert text.index("Kansas City Police Department knew") < told
    assert text.index("between 100 and 131 days after Kansas City Police Department knew") > told
    assert "Quinton Lucas denies knowing" in text
    assert "sometime in May 2021" in text


def test_six_citations_are_one_origin(desk: Desk) -> None:
    """The chosen event stands first, its one origin on top and the citations below it."""
    desk.go(f"?investigation={CASE}&page=origins&event=internal-report", ".behind-event")
    first = desk.page.locator(".behind-event").first
    assert first.locator(".origin-count").inner_text() == "1 origin"
    assert first.locator(".teller.root").count() == 1
    assert first.locator(".teller").count() == 7


def test_a_contradiction_is_drawn_with_its_clash(desk: Desk, clashing: str) -> None:
    """An editor sees the two events, the gap between them, the statements and the weakest."""
    desk.go(f"?investigation={clashing}&page=chronology", ".clash")
    clash = desk.page.locator(".clash")
    assert clash.locator(".drawn > li").count() == 2
    assert clash.locator(".gap").first.bounding_box()["width"] > 50
    assert clash.locator(".statements > li").count() == 3
    assert clash.locator(".weak").count() == 1
    assert "100 days" in clash.locator(".misses").inner_text()
    ties = desk.page.locator(".sequence > li:not(.tie-none)")
    assert ties.count() == 2


def test_any_two_events_are_compared_and_a_finding_leads_to_its_event(desk: Desk) -> None:
    """An editor reads the order of two events and why; a finding is one click from its card."""
    desk.go(f"?investigation={CASE}&page=chronology", ".reasoning .entry")
    text = desk.page.locator(".compared").inner_text()
    assert "is surely before" in text or "is not established" in text
    assert "From the one to the other:" in text
    link = desk.page.locator(".reasoning .entry .meta a[data-go]").first
    headline = link.inner_text()
    link.click()
    card = desk.page.locator(".card h2")
    card.wait_for(timeout=PATIENCE)
    assert card.inner_text() == headline


@pytest.mark.parametrize("page", sorted(PAGES))
def test_pages_have_no_serious_barrier(phone: Desk, page: str) -> None:
    """On a phone, in the dark, nobody is kept out: no serious or critical violation."""
    phone.go(f"?investigation={CASE}&page={page}", f"{PAGES[page]} .meta")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious_barriers(phone.page) == []


@pytest.mark.parametrize("page", sorted(PAGES))
def test_hostile_text_is_text(desk: Desk, page: str) -> None:
    """Markup that somebody typed into a file runs nowhere."""
    desk.go(f"?investigation=hostile&page={page}", PAGES[page])
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    assert desk.page.title() != "run"
    assert desk.page.locator(f"{PAGES[page]} script, {PAGES[page]} img").count() == 0
