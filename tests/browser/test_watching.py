"""What changes on disk, and what is broken there, as a person at the screen sees it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import HOSTILE
from tests.browser.desk import PATIENCE, Desk


def test_changes_on_disk_appear_by_themselves(desk: Desk, folder: Path) -> None:
    """A reporter saves a file and sees it at once; a broken one is told with its line."""
    place = folder / "changing"
    desk.go("?investigation=changing&event=first")
    desk.card("first")
    event = place / "events" / "first.yaml"
    event.write_text("headline: It was renamed\ndate: 2021-05\n", encoding="utf-8")
    expect(desk.card("first").locator("h2")).to_have_text("It was renamed", timeout=PATIENCE)
    (place / "events" / "third.yaml").write_text(
        "headline: A third\ndate: 2021-13\n", encoding="utf-8"
    )
    broken = desk.page.locator(".overview .finding", has_text="2021-13").first
    expect(broken).to_contain_text("events/third.yaml:2", timeout=PATIENCE)
    expect(desk.page.locator(".stException")).to_have_count(0)


def test_a_heading_that_cannot_be_read_is_told_and_mended(desk: Desk, folder: Path) -> None:
    """An investigation without a usable heading says what to mend, and opens once it is mended."""
    heading = folder / "changing" / "investigation.yaml"
    whole = heading.read_text(encoding="utf-8")
    heading.write_text("title: A test\nzone: America/Chicgo\n", encoding="utf-8")
    desk.follow("?investigation=changing")
    trouble = desk.page.locator(".trouble")
    expect(trouble).to_contain_text("investigation.yaml:2", timeout=PATIENCE)
    expect(trouble).to_contain_text("America/Chicago")
    heading.write_text(whole, encoding="utf-8")
    expect(desk.row("first")).to_be_visible(timeout=PATIENCE)


def test_what_somebody_typed_is_only_text(desk: Desk) -> None:
    """A hostile headline, quote, title or address is read as it was typed and does nothing."""
    desk.go("?investigation=hostile&event=bad")
    card = desk.card("bad")
    expect(card.locator("h2")).to_have_text(HOSTILE)
    expect(desk.row("bad").locator(".headline")).to_have_text(HOSTILE)
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    x, y = desk.mark("bad")
    desk.page.mouse.move(x, y)
    desk.page.wait_for_timeout(400)
    assert desk.page.locator("img[src='x']").count() == 0
    assert desk.page.locator("a[href^='javascript']").count() == 0
    assert desk.page.title() not in ("1", "run")
