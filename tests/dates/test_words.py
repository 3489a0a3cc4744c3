"""Dates in words are what a newspaper would print, and never more precise than what is known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.dates.tables import Row, arguments, rows
from tests.dates.test_laws import laws
from tests.dates.written_dates import moments, whens
from timelines.dates.edtf import edtf
from timelines.dates.when import When
from timelines.dates.words import in_words


@pytest.mark.parametrize("row", list(rows("words.tsv")), ids=lambda row: row.cells[0])
def test_a_date_is_told_in_these_words(row: Row) -> None:
    """A reader gets these words as a label, and those inside a sentence."""
    written, label, sentence = row.cells
    when = edtf(written, **arguments(row.settings))
    page = row.settings.get("page", row.settings["zone"])
    assert in_words(when, zone=page) == label
    assert in_words(when, zone=page, sentence=True) == (label if sentence == "=" else sentence)


def test_open_and_unknown_ends_are_told_apart() -> None:
    """A reader can tell “still going on” from “nobody knows until when”."""
    stretches = ["2021-05/..", "2021-05/", "../2021-05", "/2021-05"]
    assert len({in_words(edtf(written)) for written in stretches}) == 4


def test_a_zone_is_named_only_where_clocks_differ() -> None:
    """An editor in Chicago is not told that Chicago's time is Chicago's."""
    here = edtf("2021-09-08T17:44[America/Chicago]", "America/Chicago")
    assert in_words(here, zone="America/Chicago") == "Sept. 8, 2021, 5:44 p.m."
    assert in_words(here, zone="America/New_York") == "Sept. 8, 2021, 5:44 p.m. CDT"
    assert in_words(here) == "Sept. 8, 2021, 5:44 p.m. CDT"
    assert in_words(edtf("2021-09-08T17:44", "America/Chicago")) == "Sept. 8, 2021, 5:44 p.m."


def test_a_language_that_is_not_there_is_told_in_english() -> None:
    """A page in a language without words for dates still shows dates."""
    assert in_words(edtf("2021-05"), language="tlh") == "sometime in May 2021"
    assert in_words(edtf("2021-05"), language="en-GB") == "sometime in May 2021"


@laws
@given(whens(moments()))
def test_words_name_no_day_that_is_not_known(when: When) -> None:
    """What is known to the month or less is never told as a day, nor a day as an hour."""
    words = in_words(when)
    if not when.timed:
        assert not re.search(r"[ap]\.m\.|noon|midnight", words)
    if when.precision not in ("day", "hour", "minute", "second", "microsecond"):
        assert re.match(r"(possibly )?(sometime|about|roughly|possibly)\b", words) or (
            when.members is not None and " or " in words
        )
