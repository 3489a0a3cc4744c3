"""The page Publish: what readers would get, what keeps it in, and sending it out."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.barriers import serious_barriers
from tests.browser.desk import CASE, PATIENCE, Desk

PHONE = ".st-key-preview_phone iframe"


def test_what_keeps_it_in_is_listed_and_the_page_is_seen_before(window: Desk) -> None:
    """Unsigned, it cannot go out, and an editor sees on a phone what it would be."""
    page = window.page
    window.go(f"?investigation={CASE}")
    page.get_by_role("link", name="Publish").click()
    expect(page.locator(".verdict")).to_contain_text("keep it in", timeout=PATIENCE)
    expect(page.locator(".missing")).to_contain_text("No editor has signed")
    phone = page.frame_locator(PHONE)
    phone.locator("li[id]").first.wait_for(timeout=PATIENCE)
    assert phone.locator(".events > li").count() == 13
    assert page.locator(".st-key-preview_desktop iframe").get_attribute("src") is not None
    expect(page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()
    assert serious_barriers(page) == []


def test_it_goes_out_and_the_next_time_nothing_changed(window: Desk, tmp_path: Path) -> None:
    """What was seen lies where readers are served from, with nothing of the desk's in it."""
    page = window.page
    window.go("?investigation=going-out")
    page.get_by_role("link", name="Publish").click()
    expect(page.locator(".verdict")).to_contain_text("nothing stands in the way", timeout=PATIENCE)
    place = page.get_by_role("textbox", name="Where readers are served from")
    place.fill(str(tmp_path / "readers"))
    place.press("Enter")
    go = page.get_by_role("button", name="Publish", exact=True)
    expect(go).to_be_enabled(timeout=PATIENCE)
    go.click()
    expect(page.locator(".told").last).to_contain_text("Published to", timeout=PATIENCE)
    told = json.loads((tmp_path / "readers" / "timeline.json").read_text(encoding="utf-8"))
    assert [one["headline"] for one in told["events"]] == ["The first thing happens"]
    everything = b"".join(
        one.read_bytes() for one in (tmp_path / "readers").rglob("*") if one.is_file()
    )
    assert b"Nobody may know" not in everything
    expect(page.locator(".publish-lists")).to_contain_text("Nothing in it changed")


def test_a_preview_that_is_over_is_told_in_a_sentence(window: Desk) -> None:
    """An address of yesterday's preview shows nothing, and neither does one that was guessed."""
    answer = window.page.request.get(f"{window.address}/preview/{'0' * 40}/index.html")
    assert answer.status == 404
    assert "preview is over" in answer.text()
