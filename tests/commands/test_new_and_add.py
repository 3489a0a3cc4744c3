"""`new` and `add`: from nothing to a sourced event, with nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from timelines import load
from timelines.desk.compose import event_file, event_id, scalar
from timelines.yamlfile import read


def test_a_new_investigation_loads_without_a_complaint(run: Run, tmp_path: Path) -> None:
    """A reporter's first minute ends with a folder that works."""
    made = run("new", "river-levees", "--in", tmp_path, "--zone", "America/Chicago")
    assert made.code == 0
    investigation = load(tmp_path / "river-levees")
    assert investigation.heading.title == "River levees"
    assert investigation.heading.zone == "America/Chicago"
    assert [one for one in investigation.problems if one.check == "unreadable"] == []
    assert len(investigation.events) > 0


def test_a_new_investigation_never_overwrites(run: Run, tmp_path: Path) -> None:
    """A folder that exists is left exactly as it was."""
    (tmp_path / "river-levees").mkdir()
    (tmp_path / "river-levees" / "mine.txt").write_text("mine")
    assert run("new", "river-levees", "--in", tmp_path).code == 2
    assert [path.name for path in (tmp_path / "river-levees").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("slug", ["../up", "River Levees", "-x", "", "a/../b"])
def test_a_slug_that_is_no_name_is_refused(run: Run, tmp_path: Path, slug: str) -> None:
    """No folder is made outside the place that was named, nor under a name that ids cannot have."""
    made = run("new", "--in", tmp_path, "--", slug)
    assert made.code == 2
    assert list(tmp_path.iterdir()) == []


def test_an_event_is_added_in_one_line(run: Run, levee: Path) -> None:
    """A hurried reporter saves a headline, a month and a source, and reads the date in words."""
    added = run(
        "add",
        levee,
        "--headline",
        "The sheriff asked: who knew?",
        "--date",
        "2021-06",
        "--source",
        "star",
    )
    assert added.code == 0
    assert "sometime in June 2021" in added.out
    (file,) = (levee / "events").glob("sheriff*.yaml")
    assert file.read_text().splitlines()[0] == 'headline: "The sheriff asked: who knew?"'
    event = load(levee).event(file.stem)
    assert event.headline == "The sheriff asked: who knew?"
    assert load(levee).problems == ()


def test_a_date_in_words_is_refused_with_the_right_form(run: Run, levee: Path) -> None:
    """“May 2021” is not saved as a guess; the reporter reads how to write it."""
    added = run("add", levee, "--headline", "X", "--date", "May 2021")
    assert added.code == 2
    assert "2021-05" in added.err
    assert len(list((levee / "events").iterdir())) == 3


def test_an_unknown_source_is_suggested(run: Run, levee: Path) -> None:
    """A slip in a source's id gets the nearest one, and nothing is written."""
    added = run("add", levee, "--headline", "X", "--date", "2021", "--source", "county-leter")
    assert added.code == 2
    assert "“county-letter”" in added.err
    assert len(list((levee / "events").iterdir())) == 3


def test_an_event_never_overwrites_another(run: Run, levee: Path) -> None:
    """Two events of one headline get two files; an id that is taken is refused."""
    words = ("--headline", "Repairs began", "--date", "2021-09")
    assert run("add", levee, *words).code == 0
    assert run("add", levee, *words).code == 0
    assert len(list((levee / "events").iterdir())) == 5
    assert run("add", levee, *words, "--id", "warned").code == 2
    assert run("add", levee, *words, "--id", "../../x").code == 2


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "colon: inside",
        "# not a comment",
        "- not a list",
        'quotes " and \\ backslash',
        "ends with colon:",
        "tab\tand\nline",
        "“curly” – dash",
        "true",
        "12:30",
        "[a, b]",
        "{a: b}",
        "&anchor",
        "*alias",
        "!tag",
        "%percent",
        "@at",
        "`tick`",
        " leading",
        "a  b",
        "'single'",
        "zero​width",
        "\x85next line",
    ],
)
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    """What a reporter types is what the file means, whatever signs it holds."""
    value = read(f"headline: {scalar(text)}\n").value
    assert value["headline"] == text


def test_a_written_event_reads_as_a_careful_person_would_have_written_it() -> None:
    """Keys in order, quotes only where needed, a citation as a small block."""
    text = event_file(
        {
            "headline": "The mayor was told",
            "date": "2021-09-08",
            "summary": "",
            "sources": [{"source": "email", "at": "p. 1", "says": {"date": "on Friday"}}, "star"],
        }
    )
    assert text == (
        "headline: The mayor was told\n"
        "date: 2021-09-08\n"
        "sources:\n"
        "  - source: email\n"
        "    at: p. 1\n"
        "    says: {date: on Friday}\n"
        "  - star\n"
    )


def test_ids_are_made_of_telling_words() -> None:
    """A file's name says what the event is, and never collides."""
    assert event_id("The mayor was told by the prosecutor", set()) == "mayor-was-told-prosecutor"
    assert event_id("Repairs", {"repairs"}) == "repairs-2"
    assert event_id("!!!", set()) == "event"


def test_schemas_are_written_where_asked(run: Run, tmp_path: Path) -> None:
    """An editor program finds draft-07 schemas in the folder that was named."""
    assert run("schema", "--to", tmp_path).code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert any(name.startswith("event") for name in names)
    for path in tmp_path.iterdir():
        assert "draft-07" in json.loads(path.read_text())["$schema"]
