"""Adding an event by keyboard alone, findings as one types, and two people at the same event."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.barriers import serious_barriers
from tests.browser.desk import CASE, PATIENCE, Desk, opened
from tests.served import ROOT

E_MAIL = """\
headline: An assistant prosecutor e-mails Mayor Quinton Lucas about the search
date: 2021-09-08
sources:
  - source: kshb-story
    at: as read on Oct. 8
    quote: letter dated Sept. 8
    says: {date: Sept. 8}
"""
BEGUN = "() => document.activeElement.ariaLabel?.startsWith('Headline')"
"""The keyboard is in the first field."""
NUMBER = "document.querySelector('[class*=st-key-form_][class*=_headline]')?.className"
"""Every form has widgets of its own."""
READY = f"{BEGUN} && document.activeElement.value === ''"
"""The form is blank, and the keyboard is in its first field."""


SEPTEMBER = "september"
"""The folder of the case as it was before that e-mail was entered."""


@dataclass
class Hands:
    """Two hands on a keyboard, and how many presses were not text."""

    page: Page
    presses: int = 0

    def type(self, words: str) -> None:
        """Text, which is not counted."""
        self.page.keyboard.type(words, delay=4)

    def press(self, *keys: str) -> None:
        """Every key that is no text; a key held down with another counts as one more."""
        for key in keys:
            self.presses += key.count("+") + 1
            self.page.keyboard.press(key)


@pytest.fixture(scope="module")
def case(folder: Path) -> Path:
    """The founding case before the e-mail of September 8 was entered, in a git repository."""
    place = folder / SEPTEMBER
    shutil.copytree(ROOT / "data" / CASE, place)
    (place / "events/prosecutor-email.yaml").unlink()
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "start")):
        name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *name, *words], cwd=place, check=True)
    return place


@pytest.fixture(scope="module")
def reporter(window: Desk, case: Path) -> Iterator[Desk]:
    """R. Ortiz at the desk of that case."""
    assert case.exists()
    window.go(f"?investigation={SEPTEMBER}")
    window.call_me("R. Ortiz")
    yield window
    window.complain()


def form(desk: Desk, edit: str | None = None) -> Page:
    """The page with the form, once typing can begin."""
    more = "" if edit is None else f"&edit={edit}"
    desk.go(f"?investigation={SEPTEMBER}&page=event{more}", ready=".form-head")
    desk.page.wait_for_function(READY if edit is None else BEGUN, timeout=PATIENCE)
    return desk.page


def test_the_september_e_mail_is_added_by_keyboard_alone(reporter: Desk, case: Path) -> None:
    """From blank to saved in fewer than 60 presses, and the file is as a careful person writes."""
    page = form(reporter)
    hands = Hands(page)
    hands.type("An assistant prosecutor e-mails Mayor Quinton Lucas about the search")
    hands.press("Tab")
    hands.type("Sept. 8")
    hands.press("Tab")
    hands.type("kshb-story")
    hands.press("Enter")
    hands.press("Tab")
    hands.type("letter dated Sept. 8")
    hands.press("Tab")
    hands.type("as read on Oct. 8")
    take = page.get_by_role("button", name="Take Sept. 8, 2021")
    take.wait_for(timeout=PATIENCE)
    while not take.evaluate("button => button === document.activeElement"):
        hands.press("Tab")
        assert hands.presses < 60
    hands.press("Enter")
    page.locator(".date-read .when", has_text="Sept. 8, 2021").wait_for(timeout=PATIENCE)
    hands.press("Control+Enter")
    page.get_by_text("is saved.").wait_for(timeout=PATIENCE)
    page.wait_for_function(READY, timeout=PATIENCE)
    assert hands.presses < 60
    (file,) = (case / "events").glob("assistant-prosecutor*.yaml")
    assert file.read_text(encoding="utf-8") == E_MAIL
    told = subprocess.run(
        ["git", "log", "-1", "--format=%an: %s"],
        cwd=case, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == f"R. Ortiz: {file.stem}: added\n"


def test_findings_and_twins_appear_while_one_types(reporter: Desk) -> None:
    """Headline, date and quote are looked at while the keyboard is still in them."""
    reporter.go(f"?investigation={SEPTEMBER}")
    page = form(reporter)
    first = page.evaluate(NUMBER)
    page.get_by_role("button", name="Clear the form").click()  # The source saved last would stay.
    page.wait_for_function(f"(first) => ({NUMBER}) !== first", arg=first, timeout=PATIENCE)
    page.wait_for_function(READY, timeout=PATIENCE)
    hands = Hands(page)
    hands.type("The department makes a statement about the search")
    page.locator(".live", has_text="no-source").wait_for(timeout=PATIENCE)
    expect(page.get_by_label("Headline")).to_be_focused()
    page.get_by_label("Date", exact=True).focus()
    hands.type("2021-13")
    page.locator(".date-read .wrong").wait_for(timeout=PATIENCE)
    expect(page.get_by_label("Date", exact=True)).to_be_focused()
    hands.press("Backspace")
    hands.type("0")
    page.locator(".date-read .when", has_text="Sometime in October 2021").wait_for(timeout=PATIENCE)
    page.get_by_label("Source:").first.focus()
    hands.type("complaint-form")
    hands.press("Enter")
    page.locator(".live", has_text="no-source").wait_for(state="detached", timeout=PATIENCE)
    quote = page.get_by_label("The words it uses")
    quote.focus()
    hands.type("report four months later")
    page.get_by_text("It cites the same words").wait_for(timeout=PATIENCE)
    expect(quote).to_be_focused()
    assert quote.input_value() == "report four months later"
    assert serious_barriers(page) == []


def test_two_people_at_one_event_see_both_versions(
    reporter: Desk, browser: Browser, case: Path
) -> None:
    """The second to save chooses field by field in the browser; nothing is overwritten unseen."""
    file = case / "events/critics.yaml"
    with opened(browser, reporter.address) as other:
        other.open(f"?investigation={SEPTEMBER}")
        other.call_me("A. Deskmate")
        first, second = form(reporter, "critics"), form(other, "critics")
        for page, words in ((first, "The first headline"), (second, "The second headline")):
            page.get_by_label("Headline").fill(words)
        first.keyboard.press("Control+Enter")
        first.get_by_text("Saved.").wait_for(timeout=PATIENCE)
        second.get_by_text("Somebody saved this event").wait_for(timeout=PATIENCE)
        second.get_by_label("Headline").focus()
        second.keyboard.press("Control+Enter")
        second.get_by_text("Somebody else changed the same").wait_for(timeout=PATIENCE)
        versions = second.locator(".versions")
        expect(versions).to_contain_text("The first headline")
        expect(versions).to_contain_text("The second headline")
        assert "headline: The first headline\n" in file.read_text(encoding="utf-8")
        second.locator(".stRadio label", has_text="Yours").first.click()
        second.get_by_role("button", name="Save what I chose").click()
        second.get_by_text("Saved as you chose.").wait_for(timeout=PATIENCE)
    assert "headline: The second headline\n" in file.read_text(encoding="utf-8")


def test_the_form_on_a_phone_has_no_serious_barrier(phone: Desk, case: Path) -> None:
    """Nobody is kept from editing on a phone: no serious violation, nothing off the side."""
    assert case.exists()
    page = form(phone, "internal-report")
    page.locator("summary", has_text="All other fields").click()
    page.get_by_text("+ Waivers").wait_for(timeout=PATIENCE)
    assert serious_barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
