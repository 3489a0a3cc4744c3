"""The page as readers meet it: looked at, searched, by keyboard, without a script, on paper."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.reader.pages import Reading, case, reading, thousand

CURRENT = "document.querySelector('.events > li:nth-child({})[aria-current]') !== null"
"""Whether the event at that place is chosen."""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Reading]:
    """One window on the founding case for all tests of this file."""
    with reading(browser, case()) as found:
        yield found


@pytest.fixture
def reader(window: Reading) -> Iterator[Reading]:
    """The window on the page as it opens; what it complains of in a test is that test's fault."""
    window.page.set_viewport_size({"width": 1280, "height": 900})
    window.open()
    yield window
    assert (window.complaints, window.outside) == ([], [])


def told() -> list[dict[str, Any]]:
    """The published events of the founding case."""
    events: list[dict[str, Any]] = json.loads(case()["timeline.json"])["events"]
    return events


def test_nobody_is_shut_out(reader: Reading) -> None:
    """axe-core finds nothing wrong: as it opens, chosen, searched, filtered, empty, on a phone,
    in the dark, and in the reader's own colours."""
    found = {"as it opens": reader.faults()}
    reader.page.click(".events > li:nth-child(3) h3 a")
    found["chosen"] = reader.faults()
    reader.page.fill("input[name=q]", "prosecutor")
    reader.wait("document.querySelector('.events > [hidden]')")
    found["searched"] = reader.faults()
    reader.page.select_option("select[name=storyline]", index=2)
    found["filtered"] = reader.faults()
    reader.page.set_viewport_size({"width": 320, "height": 700})
    reader.open()
    found["phone"] = reader.faults()
    reader.page.emulate_media(color_scheme="dark")
    found["dark phone"] = reader.faults()
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    found["dark"] = reader.faults()
    reader.page.emulate_media(color_scheme="light", forced_colors="active")
    found["forced colours"] = reader.faults()
    reader.page.emulate_media(forced_colors="none")
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_nothing_moves_when_it_opens(reader: Reading) -> None:
    """What one has begun to read stays where it is while the scripts come, wide and on a phone."""
    assert reader.run("window.moved") == 0
    assert reader.run("document.querySelector('.tools').offsetHeight > 0")
    reader.page.set_viewport_size({"width": 390, "height": 844})
    reader.open()
    assert reader.run("window.moved") == 0


def test_nothing_is_kept_and_nobody_else_is_asked(reader: Reading) -> None:
    """No cookie, no storage, no request to another place, and no letter fetched."""
    reader.page.fill("input[name=q]", "mayor")
    assert reader.page.context.cookies() == []
    assert reader.run("localStorage.length + sessionStorage.length") == 0
    fetched = reader.run("performance.getEntriesByType('resource').map((one) => one.name)")
    ours = ("https://readers.example/timeline/assets/", "https://readers.example/favicon.ico")
    assert [one for one in fetched if not one.startswith(ours)] == []


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_is_cut_off(reader: Reading, width: int) -> None:
    """At 320 pixels, which is 1280 at 400%, no word lies outside the window."""
    reader.page.set_viewport_size({"width": width, "height": 700})
    assert reader.run("document.documentElement.scrollWidth") <= width


def test_a_reader_searches_and_filters(reader: Reading) -> None:
    """Accents and capitals do not matter, the number is said, and the back button undoes it."""
    reader.page.fill("input[name=q]", "PROSECUTÓR e-mails")
    reader.wait("location.search !== ''")
    shown = len(reader.shown())
    assert 0 < shown < len(told())
    assert reader.status() == f"{shown} of {len(told())} events shown"
    reader.page.click("button[name=clear]")
    assert reader.status() == f"{len(told())} of {len(told())} events shown"
    reader.page.select_option("select[name=storyline]", label="The complaint")
    lane = reader.shown()
    assert lane == [one["id"] for one in told() if "The complaint" in one["storylines"]]
    reader.page.select_option("select[name=who]", label="a patrol officer")
    assert reader.page.is_visible(".none")
    reader.page.go_back()
    reader.wait("!document.querySelector('.none:not([hidden])')")
    assert reader.page.input_value("select[name=who]") == ""
    reader.page.reload()
    reader.wait("document.querySelector('.events > [hidden]')")
    assert "storyline=" in reader.page.url


def test_a_person_is_found_by_the_whole_name(reader: Reading) -> None:
    """Filtering by somebody shows exactly the events they take part in."""
    name = "Quinton Lucas"
    reader.page.select_option("select[name=who]", label=name)
    shown = reader.shown()
    taking = [
        one["id"] for one in told() if name in [who.get("name") for who in one.get("people", [])]
    ]
    assert shown == taking


def test_by_keyboard_alone(reader: Reading) -> None:
    """The list is one stop; arrows, Home and End go along it, Enter chooses, Escape takes back."""
    stops = "document.querySelectorAll('.events h3 a[tabindex=\"0\"]').length"
    reader.wait("document.querySelectorAll('.events h3 a[href]').length > 12")
    assert reader.run(stops) == 1
    reader.run("document.querySelector('.events h3 a').focus()")
    focused = "document.activeElement.textContent"
    for key, place in (
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("End", -1),
        ("ArrowUp", -2),
        ("Home", 0),
    ):
        reader.page.keyboard.press(key)
        assert reader.run(focused) == told()[place]["headline"], key
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.wait("document.querySelector('.events > [aria-current]')")
    assert reader.chosen() == told()[1]["headline"]
    assert reader.run(stops) == 1
    assert reader.page.inner_text(".told") == f"Chosen: {told()[1]['headline']}"
    reader.page.keyboard.press("Escape")
    assert reader.chosen() is None and "#" not in reader.page.url


def test_from_one_event_to_the_next(reader: Reading) -> None:
    """Next and previous go through what is shown; the back button goes back."""
    reader.page.click("button[name=next]")
    reader.page.click("button[name=next]")
    reader.wait(CURRENT.format(2))
    reader.page.click("button[name=previous]")
    reader.wait(CURRENT.format(1))
    reader.page.go_back()
    reader.wait(CURRENT.format(2))


def test_a_link_leads_to_an_event_even_if_a_filter_hid_it(reader: Reading) -> None:
    """Whoever is sent to an event sees that event."""
    last = told()[-1]
    reader.open(f"?q=nothing-that-is-there#{last['id']}")
    reader.wait("document.querySelector('.told').textContent !== ''")
    assert reader.chosen() == last["headline"]
    assert reader.run("document.querySelectorAll('.events > [hidden]').length") == 0


def test_without_a_script_it_is_complete(browser: Browser) -> None:
    """All events with their sources stand there, no control that does nothing, and links to one
    event lead to it."""
    with reading(browser, case(), java_script_enabled=False) as found:
        page = found.page
        page.goto(f"https://readers.example/timeline/index.html#{told()[7]['id']}")
        page.wait_for_timeout(200)
        box = page.locator(f"#{told()[7]['id']}").bounding_box()
        assert box is not None and -10 < box["y"] < 900
        text = page.inner_text("body")
        for one in told():
            assert one["headline"] in text
        assert "What we know and how we know it" in text
        assert not page.is_visible(".tools") and page.locator("button:visible").count() == 0
        assert (found.complaints, found.outside) == ([], [])


def test_on_paper_every_event_stands_once_with_its_sources(reader: Reading) -> None:
    """A print-out holds each event once and its sources with their addresses, and no controls."""
    text = _print(reader)
    assert "Allstorylines" not in text
    for one in told():
        if "summary" in one:
            said = re.sub(r"[*_\\]", "", one["summary"].split("\n")[0])
            assert text.count(_letters(said)) == 1, said
        assert _letters(one["headline"]) in text
        for cited in one["sources"]:
            source = cited.get("source", {})
            assert _letters(source.get("title", "")) in text
            assert _letters(source.get("url", "")) in text


def _print(reader: Reading) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(reader.page.pdf(format="A4")))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return _letters(" ".join(pages))


def _letters(text: str) -> str:
    """Text without blanks and hyphens, which the breaking of lines adds and takes."""
    return re.sub(r"[\s\u00ad\ufffe\u2010-]+", "", html.unescape(text))


def test_a_thousand_events_are_searched_and_found(browser: Browser) -> None:
    """Of 1,000 events a link finds the 700th and shows it, and a filter counts aright."""
    with reading(browser, thousand()) as found:
        events = json.loads(thousand()["timeline.json"])["events"]
        there = events[699]["id"]
        found.open(f"#{there}")
        found.wait(
            f"Math.abs(document.getElementById('{there}').getBoundingClientRect().top) < 200"
        )
        top = f"document.getElementById('{there}').getBoundingClientRect().top"
        bar = "document.querySelector('.tools').getBoundingClientRect().bottom"
        assert found.run(f"{top} >= {bar}"), "not under the search"
        assert found.run("window.moved") == 0
        found.page.select_option("select[name=storyline]", label="Board")
        board = [one["id"] for one in events if "Board" in one["storylines"]]
        assert found.status() == f"{len(board)} of 1,000 events shown"
        assert found.faults() == []
        assert (found.complaints, found.outside) == ([], [])
