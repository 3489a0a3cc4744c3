"""The form for an event: the date helper, what it warns of, what it writes, what it keeps."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.app.conftest import CASE, DATA, Start, text
from tests.app.form import field, fill, form, press, said, settled, unfold
from timelines.desk import opened, save
from timelines.desk.asking import Asked, asked
from timelines.investigation import load
from timelines.records import Event, Person, Source


def test_the_date_helper_shows_rule_and_span_and_fills_in_nothing_by_itself(
    start: Start, case: Path
) -> None:
    """A reporter sees what “on Friday” means there, and the date stays empty until it is taken."""
    app = said(form(start, case), "on Friday", "kctv-story")
    shown = text(app)
    assert "the Friday of the week up to and including Fri 15 Oct 2021" in shown.replace(
        "The F", "the F"
    )
    assert "<code>weekday</code>" in shown
    assert field(app, "Date").value == ""
    press(app, "Take Oct. 15, 2021")
    assert field(app, "Date").value == "2021-10-15"
    fill(app, "Headline", "Something happens")
    press(app, "Save the event")
    value = opened(case, "event", "something-happens")
    assert value is not None
    assert value.value == {
        "headline": "Something happens",
        "date": "2021-10-15",
        "basis": "computed",
        "sources": [{"source": "kctv-story", "says": {"date": "on Friday"}}],
    }


def test_a_date_can_be_taken_a_step_wider(start: Start, case: Path) -> None:
    """A reporter who trusts the week more than the day writes the week, with one key."""
    app = said(form(start, case), "on Friday", "kctv-story")
    for label, date in (
        ("sometime between Oct. 11", "[2021-10-11..2021-10-17]"),
        ("sometime in October 2021", "2021-10"),
        ("about Oct. 15", "2021-10-15~"),
    ):
        press(app, label)
        assert field(app, "Date").value == date


def test_what_gives_no_date_is_a_question(start: Start, case: Path) -> None:
    """Words that no rule reads are a question to ask, and offer nothing to take."""
    app = said(form(start, case), "several months ago", "kctv-story")
    assert "“several” is no number: ask how long." in text(app)
    assert not [one for one in app.button if one.label.startswith("Take ")]
    fill(app, "When, in the source", "last week")
    fill(app, "Source", "")
    assert "Choose the source" in text(app)


def test_words_that_count_from_another_event_offer_an_order_fact(start: Start, case: Path) -> None:
    """“Four months later” becomes a fact about order, with its distance and who says so."""
    app = said(form(start, case), "four months later", "complaint-form")
    assert "It counts from another event" in text(app)
    fill(app, "“four months” after", "internal-report")
    press(app, "Say so as an order fact")
    fill(app, "Headline", "Told at last")
    fill(app, "Date", "unknown")
    press(app, "Save the event")
    value = opened(case, "event", "told-at-last")
    assert value is not None
    fact = {"after": "internal-report", "by": "four months", "source": "complaint-form"}
    assert value.value["order"] == [fact]


def test_a_typed_date_is_read_in_words_or_told_its_right_form(start: Start, case: Path) -> None:
    """Newsroom EDTF is told in words as it stands, and a slip in it with the form it wants."""
    app = form(start, case)
    for typed, told in (
        ("2021-05", "Sometime in May 2021"),
        ("2021-05/2021-09", "From sometime in May 2021 until sometime in September 2021"),
        ("2021-5", "Write “2021-05”"),
        ("9/8/2021", "does not say which is the month"),
        ("x" * 10_000, "at most 250 characters"),
    ):
        assert told in text(fill(app, "Date", typed))


def test_a_likely_twin_is_named_before_it_is_saved(start: Start, case: Path) -> None:
    """Nobody enters the September e-mail a second time without being told of the first."""
    app = form(start, case)
    assert "Is it there already?" not in text(app)
    fill(app, "Headline", "Assistant prosecutor e-mails the mayor about the search")
    assert "prosecutor-email" in text(app)
    fill(app, "Date", "2020-01-05")
    assert "Is it there already?" not in text(app)


def test_findings_are_those_of_the_event_as_it_would_be(start: Start, case: Path) -> None:
    """What the checks would say is told before saving, and nothing is written for it."""
    before = sorted(path.name for path in (case / "events").iterdir())
    app = fill(form(start, case), "Headline", "Something happens")
    assert "no-source" in settled(app)
    fill(app, "Source", "kctv-story")
    fill(app, "When, in the source", "on Friday")
    fill(app, "Date", "2021-03-01")
    shown = settled(app)
    assert "phrase-disagrees" in shown
    assert "no-source" not in shown
    assert sorted(path.name for path in (case / "events").iterdir()) == before


def test_sources_and_people_are_added_in_place_and_nothing_typed_is_lost(
    start: Start, case: Path
) -> None:
    """Both are on disk and named in the form, and the headline is still there."""
    app = fill(form(start, case), "Headline", "A typed headline")
    press(app, "+ Add a new source here")
    fill(app, "Title", "Minutes of the board")
    fill(app, "Kind", "document")
    fill(app, "Terms", "deep-background")
    press(app, "Add the source")
    there = load(case).source("minutes-board")
    assert (there.kind, there.title, there.terms) == (
        "document", "Minutes of the board", "deep-background",
    )  # fmt: skip
    assert field(app, "Source").value == "minutes-board"
    unfold(app, "What kind of event")
    press(app, "+ Somebody who is not there yet")
    fill(app, "Name", "Ada Ashby")
    press(app, "Add them")
    assert load(case).person("ada-ashby").name == "Ada Ashby"
    assert field(app, "Who").value == "ada-ashby"
    assert field(app, "Headline").value == "A typed headline"


def asked_labels(fields: tuple[Asked, ...]) -> set[str]:
    """The name of every field, those in rows of rows too."""
    return {one.name for one in fields} | {
        name for one in fields for name in asked_labels(one.inner)
    }


def test_every_field_of_the_format_can_be_reached(start: Start, case: Path) -> None:
    """Whatever a file may say can be typed into the form: no field waits for a text editor."""
    app = form(start, case)
    for part in ("More about this citation", "What kind of event", "All other fields"):
        unfold(app, part)
    for label in ("What else it says", "People", "Media", "Order", "Who knew", "Responses",
                  "Waivers", "Corrections", "Questions"):  # fmt: skip
        press(app, f"+ {label}")
    press(app, "+ Sources")
    kinds = (app.text_input, app.text_area, app.selectbox, app.multiselect)
    keys = {str(one.key) for kind in kinds for one in kind}
    drawn = {one.strip("0123456789_") for key in keys for one in re.split(r"_\d+_", key)}
    drawn |= {part.rpartition(" ")[2] for part in drawn}
    meant = asked_labels(asked(Event)) - {"signoffs", "role", "fingerprint", "says"}
    reached = {one for one in meant if any(key.endswith(f"_{one}") for key in keys)}
    rows = {"people", "media", "order", "known_to", "responses", "waivers", "corrections",
            "questions", "sources"}  # fmt: skip
    assert meant - reached - rows == set()


def test_the_small_forms_have_every_field_too() -> None:
    """A source of any kind and on any terms, and a person, can be described whole."""
    assert {"kind", "terms", "obtained", "derived_from"} <= {one.name for one in asked(Source)}
    assert {"naming", "roles", "legal_status"} <= {one.name for one in asked(Person)}


def test_an_edit_changes_only_its_own_lines(start: Start, case: Path) -> None:
    """Comments, waivers and all that was not touched stay as a colleague wrote them."""
    file = case / "events/prosecutor-email.yaml"
    before = file.read_text(encoding="utf-8").splitlines()
    app = form(start, case, "prosecutor-email")
    fill(app, "Where in it", "p. 1", number=2)
    press(app, "Save the changes")
    after = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["    at: p. 1"]
    assert [line for line in before if line not in after] == []


def test_saving_what_nobody_changed_writes_nothing(start: Start, case: Path) -> None:
    """Looking at an event in the form is no change, whatever short forms its file has."""
    for path in sorted((case / "events").iterdir()):
        app = form(start, case, path.stem)
        before = path.read_bytes()
        press(app, "Save the changes")
        assert "Nothing was changed" in text(app)
        assert path.read_bytes() == before


def test_what_is_missing_is_said_and_what_was_typed_stays(start: Start, case: Path) -> None:
    """A refused save loses nothing of a half-filled form, nor does a look at another page."""
    app = press(fill(form(start, case), "Headline", "No date yet"), "Save the event")
    assert "the event has no date" in text(app)
    app.query_params.pop("page")
    app.run()
    app.query_params["page"] = "event"
    app.run()
    assert field(app, "Headline").value == "No date yet"
    press(fill(app, "Headline", ""), "Save the event")
    assert "say in one sentence what happened" in text(app)


def test_two_versions_are_chosen_from_field_by_field(start: Start, case: Path) -> None:
    """Nobody's words are overwritten in silence: the second to save chooses between the two."""
    app = form(start, case, "critics")
    fill(app, "Headline", "My headline")
    save(case, "event", "critics", {("headline",): "Their headline", ("place",): "City Hall"})
    press(app, "Save the changes")
    shown = text(app)
    assert "Somebody else changed the same" in shown
    assert "Their headline" in shown and "My headline" in shown
    assert load(case).event("critics").headline == "Their headline"
    press(app, "Save what I chose")
    assert "Choose between the two versions first" in text(app)
    choice = next(one for one in app.radio if "headline" in str(one.key))
    choice.set_value("mine").run()
    press(app, "Save what I chose")
    event = load(case).event("critics")
    assert (event.headline, event.place) == ("My headline", "City Hall")


def test_an_event_that_was_removed_meanwhile_can_be_had_back(start: Start, case: Path) -> None:
    """What one typed is not lost with the file that a colleague removed."""
    app = fill(form(start, case, "critics"), "Headline", "My headline")
    (case / "events/critics.yaml").unlink()
    press(app, "Save the changes")
    assert "Somebody removed this event" in text(app)
    press(app, "Save it again")
    assert load(case).event("critics").headline == "My headline"


def test_an_event_is_removed_only_after_a_second_word(start: Start, case: Path) -> None:
    """One wrong press removes nothing; the confirmation names what would go."""
    app = form(start, case, "critics")
    assert "will be taken out" in text(app)
    assert (case / "events/critics.yaml").exists()
    press(app, "Yes, remove it")
    assert not (case / "events/critics.yaml").exists()


def test_the_history_tells_and_brings_back(start: Start, case: Path) -> None:
    """A reporter reads who changed what, and takes the last save back on the page."""
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "start")):
        name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *name, *words], cwd=case, check=True)
    app = form(start, case, "critics")
    was = load(case).event("critics").headline
    press(fill(app, "Headline", "Another headline"), "Save the changes")
    unfold(app, "Who changed what")
    assert "by R. Ortiz" in text(app)
    press(app, "Undo this")
    assert load(case).event("critics").headline == was
    assert field(app, "Headline").value == was


def test_where_there_is_no_history_or_no_event_a_sentence_says_so(start: Start, case: Path) -> None:
    """Without git one edits all the same; a link to an event that is gone is answered."""
    app = unfold(form(start, case, "critics"), "Who changed what")
    assert "no history is kept" in text(app)
    app.query_params["edit"] = "never-was"
    assert "There is no event “never-was” here" in text(app.run())


def test_the_cited_page_stands_beside_the_form(start: Start, tmp_path: Path) -> None:
    """A reporter reads the document while typing its words, without leaving the form."""
    shutil.copytree(DATA / "harbor-permits", tmp_path / "harbor-permits")
    app = start(tmp_path, investigation="harbor-permits", page="event")
    fill(app, "Source", "inspection-memo")
    fill(app, "The words it uses", "I advise against a permit")
    assert 'class="document' not in text(app)
    press(app, "See its document beside")
    assert "<mark>I advise against a permit</mark>" in text(app)
    press(app, "Put the document away")
    assert 'class="document' not in text(app)


def test_what_changed_is_told_or_why_not(start: Start, case: Path) -> None:
    """Without git, and for a day that is none, the page of changes answers in a sentence."""
    app = start(case.parent, investigation=CASE, page="changes")
    assert "no history is kept" in text(app)
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "start")):
        name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *name, *words], cwd=case, check=True)
    asked_of_git = ["git", "rev-parse", "HEAD"]
    told = subprocess.run(asked_of_git, cwd=case, capture_output=True, text=True, check=True)
    save(case, "event", "critics", {("headline",): "Said otherwise"})
    assert "to “Said otherwise”" in text(fill(app, "Since", told.stdout.strip()))
    assert "neither a day" in text(fill(app, "Since", "the day before yesterday"))
