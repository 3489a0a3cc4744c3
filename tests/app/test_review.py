"""The review page: what is signed, what that was, what is in the way, asked and owed."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import CASE, DATA, Start, address, piece, text
from tests.app.test_answering import checked, go, press
from tests.conftest import write_investigation
from timelines.investigation import load
from timelines.publish import signing

WARNED = """\
headline: The county is warned of the flood   # not "told"
date: 2021-05
visibility: public
summary: |
  The engineer wrote *twice*.
attribution: the engineer says
verification: confirmed
place: Bridge Street
kind: notice
instrument: letter
tags: [bridge]
weight: 3
storyline: The bridge
people:
  - {who: lee, part: sender}
  - {who: hidden, part: witness}
sources:
  - {source: star, at: p. 3, quote: "warned of it"}
  - {source: call, stance: disputes}
known_to:
  - {who: lee, date: 2021-06, how: by letter, stance: told, sources: [star]}
responses:
  - {who: lee, asked: 2021-11-01, answer: No comment yet.}
  - {who: city, asked: 2021-11-02, deadline: 2021-11-03}
corrections:
  - {on: 2021-11-05, note: The street was wrong., kind: correction}
questions:
  - {ask: Which engineer?, by: E. Ditor, on: 2021-11-21, owner: R. Ortiz}
notes: The desk's own.
"""
FILES = {
    "investigation.yaml": "title: A bridge\nzone: America/Chicago\nsignoffs: [editor, lawyer]\n"
    "storylines: [The bridge]\n",
    "people.yaml": "- {id: lee, name: Ann Lee}\n- {id: city, name: The city, kind: organisation}\n"
    "- {id: hidden, name: Never Named, naming: role-only, label: a neighbour}\n",
    "sources.yaml": "- {id: star, kind: publication, title: The story, publisher: Star, "
    "published: 2021-06-03, url: 'https://example.org/1', archived_url: 'https://example.org/2', "
    "author: A. Writer}\n- {id: call, kind: interview, title: A call, terms: on-background, "
    "label: an official}\n",
    "events/warned.yaml": WARNED,
    "events/closed.yaml": "headline: The road is closed\ndate: 2021-06-01\nvisibility: public\n"
    "sources: [star]\n",
    "events/later.yaml": "headline: The report is due\ndate: 2021-12-24\nvisibility: public\n"
    "embargo: 2021-12-20T06:00-06:00\nsources: [star]\n",
    "events/inside.yaml": "headline: A meeting at the desk\ndate: 2021-06-02\nsources: [star]\n",
}
MACHINE = {"id", "datetime", "start", "end", "members", "file", "width", "height"}
"""Keys of the public data that are made of others, or say nothing in words."""
WORDED = {"basis", "verification", "stance", "kind"}
"""Keys whose value readers get in other words."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An investigation on its way to readers, with E. Ditor at the desk."""
    monkeypatch.setenv("TIMELINES_NAME", "E. Ditor")
    return write_investigation(tmp_path, FILES)


def texts(value: Any, key: str = "") -> list[str]:
    """Every text of what is signed that stands for itself."""
    if isinstance(value, dict):
        return [one for name, inner in value.items() for one in texts(inner, name)]
    if isinstance(value, list):
        return [one for inner in value for one in texts(inner, key)]
    return [] if key in MACHINE | WORDED or isinstance(value, bool) else [str(value)]


def readers(app: AppTest) -> str:
    """What the page shows as what readers get, as text."""
    said = re.sub(r"</?[a-z][^>]*>", "", piece(app, '<article class="readers"'))
    return " ".join(html.unescape(said).split())


@pytest.mark.parametrize(
    ("place", "event"),
    [(None, "warned"), *((DATA / CASE, one) for one in ("complaint-filed", "prosecutor-email"))],
)
def test_what_is_signed_is_on_the_screen(
    start: Start, folder: Path, place: Path | None, event: str
) -> None:
    """Every word a signature holds for is read before signing, and nothing of the desk's own."""
    place = folder if place is None else place
    app = start(place, page="review", event=event)
    shown, marked = readers(app), piece(app, '<article class="readers"')
    signed = texts(signing.content(load(place), event))
    plain = [" ".join(one.replace("*", "").split()) for one in signed]
    assert [one for one in plain if one not in shown and f'title="{one}"' not in marked] == []
    assert "Never Named" not in shown
    assert "The desk's own" not in shown


def test_an_editor_signs_exactly_what_was_read(start: Start, folder: Path) -> None:
    """A changed note leaves a signature valid; a changed word voids it, and both are shown."""
    app = start(folder, page="review", event="warned")
    assert "0 of 3 signed" in text(app)
    press(app, "Sign as editor")
    file = folder / "events/warned.yaml"
    written = file.read_text()
    assert [line for line in WARNED.splitlines() if line not in written.splitlines()] == []
    assert "  - role: editor\n    by: E. Ditor\n    on: 2021-12-01\n" in written
    assert address(app)["event"] == "warned"
    assert "Signed as editor by E. Ditor, Dec. 1, 2021" in text(app)
    file.write_text(written.replace("The desk's own", "Another note"))
    app.run()
    assert '<section class="signature">' in text(app)
    file.write_text(file.read_text().replace("warned of the flood", "warned of a flood"))
    app.run()
    void = piece(app, '<section class="signature void">')
    assert "<del>the</del>" in void
    assert "<ins>a</ins>" in void
    assert "1 changed since it was signed" in text(app)
    press(app, "Withdraw my signature as editor")
    assert "signoffs" not in file.read_text()


def test_nobody_signs_what_they_did_not_see(start: Start, folder: Path) -> None:
    """If a word changes between reading and signing, nothing is signed; the new text is shown."""
    app = start(folder, page="review", event="warned")
    file = folder / "events/warned.yaml"
    changed = WARNED.replace("The engineer wrote", "An engineer wrote")
    file.write_text(changed)
    press(app, "Sign as lawyer")
    assert "it has changed since it was on your screen" in text(app)
    assert file.read_text() == changed
    assert "An engineer wrote" in readers(app)


def test_who_wrote_it_is_told_before_signing(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reporter who would be their own editor is told so; somebody else is not."""
    name = ("-c", "user.name=E. Ditor", "-c", "user.email=e@example.org")
    for order in (("init", "-q"), ("add", "-A"), (*name, "commit", "-qm", "The first story")):
        subprocess.run(["git", "-C", str(folder), *order], check=True)
    assert "nobody else has read it" in text(start(folder, page="review", event="warned"))
    monkeypatch.setenv("TIMELINES_NAME", "L. Otto")
    app = start(folder, page="review", event="warned")
    app.text_input(key="desk_name_box").set_value("L. Otto").run()
    assert "nobody else has read it" not in text(app)


def test_one_event_after_the_other(start: Start, folder: Path) -> None:
    """From one event one comes to the next that lacks a signature, and round again."""
    app = start(folder, page="review")
    seen = []
    for _ in range(3):
        app.button(key="next_to_sign").click().run()
        seen.append(address(app)["event"])
    assert sorted(seen) == ["closed", "later", "warned"]


def test_an_editor_sees_what_is_left_to_do(start: Start, folder: Path) -> None:
    """What blocks, who owes an answer, how long a question waits, what is under embargo."""
    app = checked(start(folder, page="review"))
    todo = html.unescape(piece(app, 'class="todo"'))
    assert "2 events are not signed as they read now" in todo
    assert "Nothing was published from here yet" in todo
    assert re.search(r"The city</strong> <span class=\"late\">out of time", todo)
    assert "Which engineer?" in todo
    assert "for 10 days" in todo
    assert "E. Ditor, Nov. 21, 2021, R. Ortiz is to find out" in todo
    assert re.search(r"The report is due</a> <p class=\"meta\">until Dec. 20, 2021", todo)
    assert "A meeting at the desk" not in text(app)
    assert "1 under embargo" in text(app)


def test_a_question_is_answered_and_closed(start: Start, folder: Path) -> None:
    """The answer goes into the file beside its question, and nobody waits for it any more."""
    app = go(checked(start(folder, page="review")), {"page": "review", "question": "warned/0"})
    press(app, "Save")
    assert "There is nothing to save" in text(app)
    app.text_area[0].set_value("The county's own, it says.")
    file = folder / "events/warned.yaml"
    file.write_text(WARNED.replace("Which engineer?", "Which of the engineers?"))
    press(app, "Save")
    assert "was changed meanwhile" in text(app)
    app.text_area[0].set_value("The county's own, it says.")
    press(app, "Save")
    (question,) = load(folder).event("warned").questions
    assert question.answer == "The county's own, it says."
    assert question.ask == "Which of the engineers?"
    assert "Nobody waits for an answer" in text(app)
    go(app, {"page": "review", "question": "warned/7"})
    assert "is not there any more" in text(app)


def test_what_is_kept_of_a_signature_is_shown_only_if_it_is_true(
    start: Start, folder: Path
) -> None:
    """Where nobody kept what was signed, the page says so and invents no difference."""
    app = start(folder, page="review", event="closed")
    press(app, "Sign as editor")
    (kept,) = (folder / "signed").iterdir()
    kept.write_text(json.dumps({"headline": "Forged"}))
    file = folder / "events/closed.yaml"
    file.write_text(file.read_text().replace("The road is", "The roads are"))
    app.run()
    assert "nobody can tell what changed" in piece(app, '<section class="signature void">')
