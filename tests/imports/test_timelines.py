"""Timelines made with other programs, from files with the quirks that theirs have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.conftest import FILES
from timelines import imports
from timelines.intake.landing import land
from timelines.intake.merging import options_for, plan
from timelines.intake.proposals import Incoming, Options, Proposal, Unimportable
from timelines.investigation import load

HERE = Options(zone="America/Chicago")


def read(name: str) -> Proposal:
    """A file of ours, its format found by its looks."""
    return imports.read((FILES / name).read_bytes(), name, HERE)


def dates(proposal: Proposal) -> dict[str, object]:
    """The dates of its events by headline."""
    return {str(one.fields["headline"]): one.fields["date"] for one in proposal.events}


def told(proposal: Proposal, place: str | None) -> list[str]:
    """The kinds of remark about one place."""
    return [remark.kind for remark in proposal.remarks if remark.place == place]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("timelinejs3.json", "timelinejs"),
        ("timelinejs1.js", "timelinejs"),
        ("timelinejs.csv", "timelinejs-sheet"),
        ("simile.xml", "simile"),
        ("story.mw", "markwhen"),
    ],
)
def test_a_format_is_known_by_its_looks(name: str, form: str) -> None:
    """A reporter need not know what a colleague's file is called."""
    assert imports.recognised(Incoming(name, (FILES / name).read_bytes())) == form


DATES = {
    "timelinejs3.json": """
        A letter & more | 2021-05
        Shown as a month | 2021-05
        To the minute | 2021-09-08T17:44
        It lasted | 2021-09/2021-10
        No such day | unknown
        Long ago | -0043-03-15
        Two dates | 2021-06-02
        No headline here | 2021
    """,
    "timelinejs1.js": """
        Two days | 2011-12-10/2011-12-11
        A month | 2011-05
        A year | 2011
        A minute | 2011-12-10T17:44
        Either way | [2011-03-04,2011-04-03]
        Never | unknown
    """,
    "timelinejs.csv": """
        A month | 2021-05
        A minute | 2021-09-08T17:44
        It lasted | 2021-05-03/2021-05-05
        A year | 2021
        Shown as a month | 2021-05
        No such month | unknown
    """,
}


@pytest.mark.parametrize("name", DATES)
def test_timelinejs_dates_stay_as_exact_as_they_were(name: str) -> None:
    """Year, month, minute and stretch are kept; what is shown as a month is that month."""
    lines = DATES[name].strip().splitlines()
    assert dates(read(name)) == dict(line.strip().split(" | ") for line in lines)


def test_what_is_read_otherwise_in_timelinejs_is_told() -> None:
    """A day that is shown as a month, one that there is not, two dates: each is said."""
    found = read("timelinejs3.json")
    assert "widened" in told(found, "event 2")
    assert told(found, "event 5") == ["asked"]
    assert told(found, "event 7") == ["conflict"]
    assert told(found, "event 9") == ["left-out"]
    assert told(found, None) == ["left-out", "left-out"]
    assert found.title == "The harbor story"


def test_timelinejs_html_becomes_plain_text() -> None:
    """Links stay as addresses; scripts and pictures are left out and said."""
    letter = read("timelinejs3.json").events[0]
    assert letter.identity == "letter"
    assert letter.fields["summary"] == "See the letter (https://a.example/x)."
    assert letter.fields["storyline"] == ["Letters"]
    texts = [r.text for r in read("timelinejs3.json").remarks if r.place == "event 1"]
    assert any("<script>" in text for text in texts)
    assert any("p.jpg" in text for text in texts)
    assert "alert" in letter.original


def test_the_old_timelinejs_is_read_too() -> None:
    """Version 1 with its JavaScript around it has a title, and “3/4/2011” is asked."""
    found = read("timelinejs1.js")
    assert found.open_dates == ("3/4/2011",)
    assert found.title == "Old one"


def test_title_and_era_of_a_timelinejs_sheet_are_no_events() -> None:
    """What is left out of a sheet, and what is taken for a month, is said at its row."""
    found = read("timelinejs.csv")
    assert told(found, "row 2") == ["left-out"]
    assert told(found, "row 9") == ["left-out"]
    assert "widened" in told(found, "row 7")


def test_simile_spans_stay_spans() -> None:
    """What SIMILE draws as uncertain lies between its two dates; midnights are no times."""
    assert dates(read("simile.xml")) == {
        "To the second": "2006-05-28T09:00:00Z",
        "A month": "2006-05",
        "It lasted": "2006-06-01/2006-06-03",
        "Somewhere between": "[1966..1968]",
        "Undated": "unknown",
    }


def test_hostile_xml_is_refused() -> None:
    """XML that defines entities is not read at all."""
    bomb = b'<!DOCTYPE data [<!ENTITY a "ha">]><data><event start="2006" title="&a;"/></data>'
    with pytest.raises(Unimportable, match="entities"):
        imports.read(bomb, "x.xml", HERE)


def test_markwhen_text_is_read() -> None:
    """Entries, their tags and sections come in; what counts from other entries is asked."""
    found = read("story.mw")
    assert dates(found) == {
        "A letter": "2021-05",
        "By day first": "2021-04-03",
        "It lasted": "2021-09-08/2021-10",
        "To the minute": "2021-10-15T17:44",
        "Goes on": "2021/",
        "Counted": "unknown",
    }
    assert found.events[0].fields["summary"] == "It was long."
    assert found.events[0].fields["tags"] == ["Letters", "mail"]
    assert "tags" not in found.events[3].fields


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_every_file_lands_readable(file: Path, here: Path) -> None:
    """What any of these programs gives becomes files that can be read, once."""
    before = load(here)
    found = plan(imports.read(file.read_bytes(), file.name, options_for(before)), before)
    assert found.new
    land(found, here)
    after = load(here)
    assert [problem.message for problem in after.problems] == []
    assert len(after.events) == len(found.new)
    again = plan(imports.read(file.read_bytes(), "again.x", options_for(after),
                              form_name=found.proposal.form), after)  # fmt: skip
    assert again.new == ()


@pytest.mark.parametrize("name", [name for name in imports.names() if name != "investigation"])
def test_rubbish_is_refused_in_a_sentence(name: str) -> None:
    """A file that is something else ends in a sentence, never in a failure of the program."""
    for data in (b"", b"\x00\x01\x02" * 50, b"{}", b"[1, 2]", b"<a/>", b'{"events": [1, null]}'):
        try:
            imports.read(data, "x", HERE, form_name=name)
        except Unimportable as refusal:
            assert str(refusal).endswith((".", "?"))
