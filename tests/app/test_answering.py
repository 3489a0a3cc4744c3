"""Asking about a finding and accepting one, on the pages where findings are read."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Start, address, text
from tests.conftest import write_investigation

WARNED = """\
# seen by the desk on Monday
headline: The county is warned   # the county says "told"
date: 2021-05
sources:
  - source: star
    quote: "warned of it"

questions:
- ask: 'Who warned it?'
  by: "R. Ortiz"
notes: >
  Keep this
  as it is.
"""
FILES = {
    "sources.yaml": "- {id: star, kind: publication, title: The story, published: 2022}\n"
    "- {id: tip, kind: interview, title: A call, terms: off-record, label: an official}\n",
    "events/warned.yaml": WARNED,
    "events/closed.yaml": "headline: The road is closed\ndate: 2021-06-01\nsources: [tip]\n"
    "visibility: public\n",
}
WARNING = "The county is warned"
UNSIGNED, LONE = "signoff-missing", "single-source"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An investigation that a careful person wrote by hand, with E. Ditor at the desk."""
    monkeypatch.setenv("TIMELINES_NAME", "E. Ditor")
    return write_investigation(tmp_path, FILES)


def checked(app: AppTest) -> AppTest:
    """The page once the checks are in it."""
    for _ in range(600):
        if "checks are still running" not in text(app):
            return app
        time.sleep(0.1)
        app.run()
    raise TimeoutError("The checks did not come to an end.")


def go(app: AppTest, query: dict[str, str]) -> AppTest:
    """Follow a link."""
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return checked(app.run())


def links(app: AppTest, check: str, do: str, about: str = WARNING) -> list[dict[str, str]]:
    """Where the links lead that do this about findings of that check which say these words."""
    found = []
    for item in re.split(r'<li class="(?=entry|finding)', text(app))[1:]:
        if f'<span class="check">{check}<' in item and about in html.unescape(item):
            found += re.findall(rf'href="\?([^"]*finding=[^"]*do={do}[^"]*)"', item)
    return [dict(parse_qsl(html.unescape(one))) for one in found]


def press(app: AppTest, label: str) -> AppTest:
    """Press the button of that label."""
    (button,) = [one for one in app.button if one.label == label]
    return checked(button.click().run())


def test_a_question_is_written_as_its_author_would_have(start: Start, folder: Path) -> None:
    """Asking adds lines in the file's own manner and changes none; one button takes it back."""
    app = checked(start(folder, page="chronology"))
    (query, *_) = links(app, LONE, "ask")
    go(app, query)
    (ask,) = app.text_area
    assert ask.value
    ask.set_value("Is there\na second source?")
    (owner,) = [one for one in app.text_input if one.label == "Who is to find out"]
    owner.set_value("R. Ortiz")
    press(app, "Ask")
    written = (folder / "events/warned.yaml").read_text()
    added = (
        "- ask: Is there a second source?\n  by: E. Ditor\n  on: 2021-12-01\n  owner: R. Ortiz\n"
    )
    assert written == WARNED.replace("notes: >", f"{added}notes: >")
    assert "finding" not in address(app)
    press(app, "Undo")
    assert (folder / "events/warned.yaml").read_text() == WARNED


def test_a_finding_shows_that_it_was_asked(start: Start, folder: Path) -> None:
    """Also in other words than proposed: nobody asks a colleague the same thing twice."""
    app = checked(start(folder, page="chronology"))
    (query, *_) = links(app, LONE, "ask")
    go(app, query)
    proposed = app.text_area[0].value
    app.text_area[0].set_value(f"Please: {proposed[:1].lower()}{proposed[1:]}")
    press(app, "Ask")
    assert "Asked</span> Please: " in text(app)
    assert "E. Ditor, Dec. 1, 2021" in text(app)


def test_a_finding_is_accepted_by_name_and_stands_again(start: Start, folder: Path) -> None:
    """A waiver says who, why, since and until when, for this finding alone; it can be taken out."""
    app = checked(start(folder, page="chronology"))
    (query, *_) = links(app, LONE, "accept")
    go(app, query)
    press(app, "Accept it")
    assert "Say why it is accepted" in text(app)
    app.text_area[0].set_value("The record itself is the source.")
    (until,) = [one for one in app.text_input if one.label.startswith("Until")]
    until.set_value("2021-11-30")
    press(app, "Accept it")
    assert "is over" in text(app)
    assert (folder / "events/warned.yaml").read_text() == WARNED
    until = next(one for one in app.text_input if one.label.startswith("Until"))
    until.set_value("2022-01-31")
    press(app, "Accept it")
    lines = (folder / "events/warned.yaml").read_text().splitlines()
    assert [line for line in WARNED.splitlines() if line not in lines] == []
    new = [line.strip("- ").split(": ")[0] for line in lines if line not in WARNED.splitlines()]
    assert new == ["waivers:", "check", "because", "by", "on", "until", "fingerprint"]
    assert "Accepted by E. Ditor on Dec. 1, 2021: The record itself is the source." in text(app)
    (again,) = links(app, LONE, "again")
    go(app, again)
    press(app, "Let it stand again")
    assert (folder / "events/warned.yaml").read_text() == WARNED
    assert links(app, LONE, "again") == []


def test_what_blocks_cannot_be_accepted(start: Start, folder: Path) -> None:
    """Whoever wants to accept it reads why nobody can, and there is no button."""
    app = checked(start(folder, page="chronology"))
    assert links(app, UNSIGNED, "accept", "") == []
    (query,) = links(app, UNSIGNED, "ask", "The road is closed")
    go(app, {**query, "do": "accept"})
    assert "so nobody can accept it" in text(app)
    assert [one.label for one in app.button if one.label == "Accept it"] == []


def test_a_finding_about_a_source_is_asked_on_an_event_that_cites_it(
    start: Start, folder: Path
) -> None:
    """Questions stand with events: it goes to one that cites the source; nobody can accept it."""
    app = checked(start(folder, page="chronology"))
    (query,) = links(app, "anonymity-unexplained", "ask", "A call")
    go(app, query)
    (where,) = [one for one in app.selectbox if one.label == "In the file of which event"]
    assert where.options == ["The road is closed"]
    press(app, "Ask")
    assert "questions:\n  - ask: " in (folder / "events/closed.yaml").read_text()
    go(app, {**query, "do": "accept"})
    assert "What is accepted is kept in the file of an event" in text(app)


def test_nothing_is_saved_without_a_name(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has not said who they are is asked in the window, and it is saved in that name."""
    monkeypatch.setenv("TIMELINES_NAME", " ")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    app = checked(start(folder, page="chronology"))
    (query, *_) = links(app, LONE, "ask")
    app.text_input(key="desk_name_box").set_value("").run()
    go(app, query)
    press(app, "Ask")
    assert "say who you are first" in text(app)
    assert (folder / "events/warned.yaml").read_text() == WARNED
    app.text_input(key="answering_name").set_value("  E.  Ditor ")
    press(app, "Ask")
    assert "  by: E. Ditor\n" in (folder / "events/warned.yaml").read_text()


def test_what_others_wrote_meanwhile_stays(start: Start, folder: Path) -> None:
    """A colleague's question of a minute ago and one's own both stand in the file."""
    app = checked(start(folder, page="chronology"))
    (query, *_) = links(app, LONE, "ask")
    go(app, query)
    file = folder / "events/warned.yaml"
    file.write_text(WARNED.replace("notes: >", "- ask: 'From where?'\nnotes: >"))
    press(app, "Ask")
    asked = re.findall(r"^- ask: '?(.*?)'?$", file.read_text(), re.M)
    assert asked[:2] == ["Who warned it?", "From where?"]
    assert len(asked) == 3


def test_the_same_can_be_done_from_the_card(start: Start, folder: Path) -> None:
    """On the timeline a finding in the card is asked about, and the card stays open."""
    app = checked(start(folder, event="warned"))
    (query, *_) = links(app, LONE, "accept")
    assert query["event"] == "warned"
    go(app, query)
    app.text_area[0].set_value("Known.")
    press(app, "Accept it")
    assert "because: Known." in (folder / "events/warned.yaml").read_text()
    assert address(app)["event"] == "warned"
    assert "Accepted by E. Ditor" in text(app)


def test_a_link_to_a_finding_that_is_settled_says_so(start: Start, folder: Path) -> None:
    """Who comes by an old link reads that it does not stand any more, and the page is there."""
    app = checked(start(folder, page="chronology", finding="0123456789abcdef", do="ask"))
    assert "does not stand any more" in text(app)
    assert app.text_area == []


def test_a_link_compares_two_events(start: Start, folder: Path) -> None:
    """Which two events are compared stands in the address, and what one picks goes there."""
    app = checked(start(folder, page="chronology", first="closed", second="warned"))
    assert "“The road is closed” is surely after “The county is warned”" in html.unescape(text(app))
    first = next(one for one in app.selectbox if one.label == "From")
    first.select("The county is warned").run()
    assert address(app)["first"] == "warned"
    assert "Choose two different events" in text(app)


def test_among_thousands_the_events_to_compare_are_found_by_words(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is sent thousands of headlines: some words pick those to choose from."""
    monkeypatch.setattr("components.comparing.MOST", 2)
    app = checked(
        start(
            write_investigation(
                tmp_path,
                FILES
                | {
                    "events/more.yaml": "".join(
                        f"- {{id: e{number}, headline: Éclair {number}, date: {1900 + number}}}\n"
                        for number in range(4)
                    )
                },
            ),
            page="chronology",
        )
    )
    second = next(one for one in app.selectbox if one.label == "To")
    assert len(second.options) == 2
    app.text_input(key="compare_words").set_value("eclair 3").run()
    second = next(one for one in app.selectbox if one.label == "To")
    assert "Éclair 3" in second.options
    second.select("Éclair 3").run()
    assert address(app)["second"] == "e3"
