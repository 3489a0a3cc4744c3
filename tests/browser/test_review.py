"""An editor at work in a real browser: asks, accepts, signs and sees what changed, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path

import pytest

from tests.barriers import barriers
from tests.browser.desk import PATIENCE, Desk
from tests.conftest import write_investigation

WARNED = """\
# The county's file, page 3
headline: The county is warned of the flood   # not "told"
date: 2021-05
visibility: public
sources: [ {source: star, quote: 'warned of it'} ]
questions:
    -   ask: "Who warned it?"
notes: Nobody has called yet.
"""


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    """A file as a careful person wrote it, with a comment, quotes and wide indentation."""
    write_investigation(
        folder / "reviewed",
        {
            "sources.yaml": "{id: star, kind: publication, title: The story, published: 2021-06}\n",
            "events/warned.yaml": WARNED,
        },
    )
    return folder / "reviewed/events/warned.yaml"


@pytest.fixture(scope="module")
def editor(window: Desk, file: Path) -> Iterator[Desk]:
    """A window in which an editor works through an investigation, from asking to signing."""
    assert file.exists()
    window.go("?investigation=reviewed&page=review", ".standings")
    window.call_me("")
    yield window
    window.complain()


def tab_to(desk: Desk, selector: str) -> None:
    """Press Tab until that has the keyboard."""
    script = f"document.activeElement.matches({selector!r})"
    for _ in range(40):
        if desk.page.evaluate(script):
            return
        desk.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not come to {selector}")


def added(before: str, after: str) -> list[str]:
    """The lines that are new; fails if any other line was touched."""
    changes = list(ndiff(before.splitlines(), after.splitlines()))
    assert [one for one in changes if one.startswith("-")] == []
    return [one.removeprefix("+ ") for one in changes if one.startswith("+")]


def in_window(desk: Desk, do: str, check: str) -> None:
    """Follow a finding's link with the keyboard, and wait for the window."""
    item = desk.page.locator(".entry", has_text=check)
    item.locator(f"a[href*='do={do}']").first.focus()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_selector("[role=dialog] textarea", timeout=PATIENCE)


def test_a_finding_is_asked_about_with_the_keyboard_alone(editor: Desk, file: Path) -> None:
    """Link, question, name, done: the file has the question in its own manner and no line less."""
    editor.go("?investigation=reviewed&page=chronology", ".entry .doing")
    in_window(editor, "ask", "single-source")
    page = editor.page
    assert barriers(editor.page) == []
    tab_to(editor, "textarea")
    page.keyboard.press("Control+a")
    page.keyboard.type("Is there a second one?")
    tab_to(editor, "[aria-label='Who is to find out']")
    page.keyboard.type("R. Ortiz")
    page.keyboard.press("Tab")
    page.keyboard.type("E. Ditor")
    tab_to(editor, "[role=dialog] button[kind=primaryFormSubmit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-undo", timeout=PATIENCE)
    assert page.locator("[role=dialog]").count() == 0
    item = page.locator(".entry", has_text="single-source")
    item.locator("summary").click()
    asked = item.locator(".asked", has_text="Is there a second one?").inner_text()
    assert "E. Ditor, Dec. 1, 2021, R. Ortiz is to find out" in asked
    assert added(WARNED, file.read_text()) == [
        "    -   ask: Is there a second one?",
        "        by: E. Ditor",
        "        on: 2021-12-01",
        "        owner: R. Ortiz",
    ]


def test_a_finding_is_accepted_and_that_is_undone(editor: Desk, file: Path) -> None:
    """Accepted by name with a reason it stands apart; Undo leaves the file as it was."""
    before = file.read_text()
    in_window(editor, "accept", "single-source")
    page = editor.page
    tab_to(editor, "textarea")
    page.keyboard.type("The record is enough.")
    tab_to(editor, "[role=dialog] button[kind=primaryFormSubmit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".accepted-all", timeout=PATIENCE)
    lines = added(before, file.read_text())
    assert [line.split(":")[0].strip(" -") for line in lines] == [
        "waivers", "check", "because", "by", "on", "fingerprint",
    ]  # fmt: skip
    page.locator(".st-key-undo button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".accepted-all", state="detached", timeout=PATIENCE)
    assert file.read_text() == before


def test_a_changed_word_voids_a_signature_and_a_note_does_not(editor: Desk, file: Path) -> None:
    """What an editor signed is told from what it says now, word by word, as soon as it differs."""
    page = editor.page
    page.locator(".pages a", has_text="Review").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".standings", timeout=PATIENCE)
    page.locator(".st-key-sign_editor button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".signature", timeout=PATIENCE)
    assert "1 of 1 signed" in page.inner_text(".review-head")
    signed = file.read_text()
    file.write_text(signed.replace("Nobody has called yet", "The county called"))
    page.wait_for_timeout(2_600)
    assert page.locator(".signature.void").count() == 0
    file.write_text(file.read_text().replace("of the flood", "of the high water"))
    page.wait_for_selector(".signature.void", timeout=PATIENCE)
    assert page.locator(".changes del").all_inner_texts() == ["flood"]
    assert page.locator(".changes ins").all_inner_texts() == ["high water"]
    page.wait_for_selector(".todo", timeout=PATIENCE)
    assert barriers(editor.page) == []
