"""Somebody pastes a table of events, looks at every row, and brings in those that are meant."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.desk import PATIENCE, Desk
from timelines.desk import opened
from timelines.imports import names
from timelines.investigation import load

IN_AND_OUT = "?investigation=bringing&page=exchange"
CHOOSE = ".st-key-import_choose"
ROWS = (
    "When\tWhat happened\tWho\n"
    "3/4/2021\tThe mayor gets an e-mail\tSankar\n"
    "May 2021\tThe department learns of it\t\n"
    "June 2021\tA row that nobody wants\t\n"
)


def test_pasted_rows_are_reviewed_before_anything_is_written(window: Desk, folder: Path) -> None:
    """A month stays a month, an open day is asked about, and a struck row never comes in."""
    page, case = window.page, folder / "bringing"
    window.go("?investigation=bringing")
    page.get_by_role("link", name="In and out").click()
    box = page.get_by_label("or paste rows")
    box.wait_for(timeout=PATIENCE)
    window.call_me("R. Ortiz")
    box.fill(ROWS)
    box.press("Control+Enter")
    page.get_by_role("button", name="Read these rows").click()
    add = page.get_by_role("button", name="Add 3 events")
    expect(add).to_be_disabled(timeout=PATIENCE)
    assert not list((case / "events").glob("*mayor*"))
    page.get_by_text("Month first", exact=True).click()
    expect(add).to_be_enabled(timeout=PATIENCE)
    table = page.locator(".stDataFrame").last
    table.scroll_into_view_if_needed()
    box_of = table.bounding_box()
    assert box_of is not None
    # A canvas draws the table: the third row's box to tick stands below the head and two rows.
    page.mouse.click(box_of["x"] + 36, box_of["y"] + 35 * 3 + 17)
    page.get_by_role("button", name="Add 2 events").click(timeout=20_000)
    expect(page.locator(".told").last).to_contain_text("2 events were added", timeout=PATIENCE)
    case_now = load(case)
    dates = dict(zip(case_now.events["headline"], case_now.events["written"], strict=True))
    assert dates == {
        "The first thing": "2021-05",
        "The mayor gets an e-mail": "2021-03-04",
        "The department learns of it": "2021-05",
    }
    assert set(case_now.events["visibility"]) == {"internal"}
    learned = opened(case, "event", "department-learns-it")
    assert learned is not None and "row 3" in str(learned.value["notes"])
    window.complain()


def test_a_file_that_nobody_knows_is_refused_in_a_sentence(window: Desk) -> None:
    """What cannot be read is told, with the formats there are, and nothing falls over."""
    page = window.page
    window.go(IN_AND_OUT, CHOOSE)
    page.locator("input[type=file]").set_input_files(
        {"name": "picture.bin", "mimeType": "application/octet-stream", "buffer": bytes(range(256))}
    )
    notice = page.locator(".notice", has_text="picture.bin")
    notice.wait_for(timeout=PATIENCE)
    assert all(name in notice.inner_text() for name in names())
    page.get_by_role("button", name="Take another file").click()
    page.get_by_label("or paste rows").last.wait_for(timeout=PATIENCE)


def test_what_a_format_cannot_carry_is_said_before_the_download(window: Desk) -> None:
    """Whoever hands a calendar out knows what stayed behind, and that it is for the desk."""
    page = window.page
    window.go(IN_AND_OUT, CHOOSE)
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="Calendar (iCalendar)").click()
    page.get_by_role("button", name="Prepare the file").click()
    page.get_by_role("button", name="Download bringing.ics").wait_for(timeout=PATIENCE)
    expect(page.locator(".sentences")).to_contain_text("What this format does not carry")
    with page.expect_download() as given:
        page.get_by_role("button", name="Download bringing.ics").click()
    text = Path(given.value.path()).read_text(encoding="utf-8")
    assert "FOR THE DESK" in text and "SUMMARY" in text
    page.get_by_text("Readers: only what the gate").click()
    page.get_by_role("button", name="Prepare the file").click()
    expect(page.locator(".st-key-export .sentences, .st-key-export .hint").last).to_be_visible()
