"""The sentences under a date: what it means, and what it does not say."""

from __future__ import annotations

import pytest

from components.meaning import meaning
from timelines.dates.edtf import edtf
from timelines.words import words

CASES = [
    ("2021-05", "One moment, somewhere from May 1, 2021 to May 31, 2021."),
    ("2021", "One moment, somewhere from Jan. 1, 2021 to Dec. 31, 2021."),
    ("2021-09-08", "One moment on that day; the hour is not known."),
    ("2021-10-15T17:44", "One moment, known to the minute or better."),
    ("2021-10-15T17", "One moment within that hour."),
    ("2021-05-10~", "somewhere from May 8, 2021 to May 12, 2021"),
    ("2021-05~", "“About” is given room"),
    ("2021-05?", "not sure"),
    ("[..2021-10-08]", "not later than Oct. 8, 2021"),
    ("[2021-10-08..]", "not earlier than Oct. 8, 2021"),
    ("[2021-09-08,2021-09-10]", "One of several possible times: Sept. 8, 2021; Sept. 10, 2021."),
    ("2021-05-01/2021-05-31", "It lasted: it began on May 1, 2021 and ended on May 31, 2021."),
    (
        "2021-05/2021-10-08",
        "it began somewhere from May 1, 2021 to May 31, 2021 and ended on Oct. 8, 2021",
    ),
    ("2021-05-01/..", "is still going on as far as anybody says"),
    ("2021-05-01/", "ended at a time nobody states"),
    ("/2021-05-01", "began at a time nobody states"),
    ("unknown", "No source says when."),
]


@pytest.mark.parametrize(("written", "sentence"), CASES)
def test_a_date_is_explained_as_far_as_it_is_known(written: str, sentence: str) -> None:
    """An editor who does not know the notation reads exactly what the paper may say."""
    said = meaning(edtf(written, "America/Chicago"), "stated", words("en"))
    assert sentence in " ".join(said)


def test_a_date_that_cannot_be_read_means_nothing() -> None:
    """Where the file is wrong, nobody is given a date that looks right."""
    assert "nothing is assumed" in meaning(None, "stated", words("en"))[0]


@pytest.mark.parametrize(("basis", "word"), [("computed", "Computed"), ("inferred", "Inferred")])
def test_what_no_source_states_is_said_to_be_ours(basis: str, word: str) -> None:
    """A date the newsroom worked out never looks like one that a source gave."""
    assert word in meaning(edtf("2021-05", "UTC"), basis, words("en"))[-1]


def test_far_years_and_odd_zones_are_explained_without_falling_over() -> None:
    """A date before the calendars of computers, or in Nepal, is explained like any other."""
    for written, zone in (("-0044-03-15", "UTC"), ("Y-17E7", "UTC"), ("2021-05", "Asia/Kathmandu")):
        assert meaning(edtf(written, zone), "stated", words("en"))
