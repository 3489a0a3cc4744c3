"""The command `timelines phrase`."""

from __future__ import annotations

import json

import pytest

from timelines.cli import main

CHICAGO = ["--zone", "America/Chicago"]


def phrase(*arguments: str) -> int:
    """Run the command with these arguments."""
    return main(["phrase", *arguments])


def test_the_founding_case(capsys: pytest.CaptureFixture[str]) -> None:
    """“On Friday”, said on the Friday the complaint was filed, is that day."""
    said = ["--said", "2021-10-15T16:10", *CHICAGO, "--format", "json"]
    assert phrase("on Friday", *said) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "on Friday",
        "edtf": "2021-10-15",
        "start": ["2021-10-15T05:00:00Z", "2021-10-16T05:00:00Z"],
        "end": ["2021-10-15T05:00:00Z", "2021-10-16T05:00:00Z"],
        "rule": "weekday",
        "reading": "the Friday of the week up to and including Fri 15 Oct 2021",
    }


def test_a_stretch_has_two_pairs_of_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    """An open end is null, as everywhere else."""
    assert phrase("since May", "--said", "2021-10-15", *CHICAGO, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["start"] == ["2021-05-01T05:00:00Z", "2021-06-01T05:00:00Z"]
    assert found["end"] == [None, None]


def test_words_without_a_date_are_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    """A script can tell by the exit code that nobody guessed."""
    assert phrase("several months ago", "--said", "2021-10-08", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "text": "several months ago",
        "unresolved": "“several” is no number: ask how long.",
    }
    assert phrase("several months ago", "--said", "2021-10-08") == 1
    assert "ask how long" in capsys.readouterr().out


def test_another_event(capsys: pytest.CaptureFixture[str]) -> None:
    """“Four months later” counts from the date given for the other event, and only then."""
    words = ["four months later", "--said", "2021-10-15", *CHICAGO]
    assert phrase(*words) == 1
    assert "order fact" in capsys.readouterr().out
    assert phrase(*words, "--from", "2021-05") == 0
    assert "[2021-08-17..2021-10-15]" in capsys.readouterr().out


def test_text_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """At a terminal one sees the words, the date, how it was read, and which rule read it."""
    assert phrase("last week", "--said", "2021-10-15", *CHICAGO) == 0
    out = capsys.readouterr().out
    for words in (
        "“last week”: [2021-10-04..2021-10-10]",
        "sometime between Oct. 4 and Oct. 10, 2021",
        "the week from Mon 4 Oct 2021",
        "(last-period)",
        "2021-10-04T05:00:00Z",
    ):
        assert words in out
    assert "\x1b" not in out


def test_the_zone_of_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --zone, the day is that of the zone or offset the document's date has."""
    for said in ("2021-10-15T22:10-05:00", "2021-10-15T22:10[America/Chicago]"):
        assert phrase("today", "--said", said, "--format", "json") == 0
        found = json.loads(capsys.readouterr().out)
        assert found["edtf"] == "2021-10-15"
        assert found["start"][0] == "2021-10-15T05:00:00Z"


def test_the_day_where_the_document_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    """“Today” in a story filed late in Kansas City is that day, also for a desk in Berlin."""
    said = ["--said", "2021-10-15T23:10-05:00", "--zone", "Europe/Berlin", "--format", "json"]
    assert phrase("today", *said) == 0
    assert json.loads(capsys.readouterr().out)["edtf"] == "2021-10-15"


def test_plans(capsys: pytest.CaptureFixture[str]) -> None:
    """Words look forward where the reporter says that it is planned."""
    assert phrase("tomorrow", "--said", "2021-10-15") == 1
    assert phrase("tomorrow", "--said", "2021-10-15", "--planned") == 0
    assert "2021-10-16" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--said", "2021-13-08"], "--said: "),
        (["--said", "yesterday"], "--said: "),
        (["--said", "2021-10-15", "--zone", "Chicago"], "“Chicago” is not the name of a time zone"),
        (["--said", "2021-10-15", "--from", "May"], "--from: "),
        (["--said", "2021-03-14T02:30", *CHICAGO], "skip"),
        (["--said", "2021-10-15T22:10+05:30"], "--zone"),
    ],
)
def test_unusable_arguments(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in an argument is answered in a sentence that names it, with exit code 2."""
    assert phrase("on Friday", *arguments) == 2
    assert says in capsys.readouterr().err
