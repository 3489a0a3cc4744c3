"""Every phrase has one place, and a missing language is English."""

from __future__ import annotations

import string

import pytest

from timelines.words import languages, words


def test_a_phrase_is_filled_in_and_counts_itself() -> None:
    """One event and two events are said as people say them, and thousands are parted."""
    told = words("en")
    assert told.count("figure.alt_events", 1) == "1 event"
    assert told.count("figure.alt_events", 1234) == "1,234 events"
    assert "Chicago" in told.say("figure.zone", place="Chicago")


@pytest.mark.parametrize("language", ["en", "en-US", "tlh", "", "EN"])
def test_what_there_are_no_words_for_is_said_in_english(language: str) -> None:
    """A heading in a language we do not have still gets its page."""
    assert words(language)["figure.no_date"] == "Date unknown"


def test_an_unknown_key_is_an_error() -> None:
    """A forgotten phrase is found by us and not by a reader."""
    with pytest.raises(KeyError):
        words("en")["figure.never"]


@pytest.mark.parametrize("language", languages())
def test_every_phrase_can_be_filled_in(language: str) -> None:
    """No phrase has a brace that nobody closes, and every plural has both of its forms."""
    told = words(language)
    for key, phrase in told.items():
        assert [*string.Formatter().parse(phrase)] or phrase == ""
        if key.endswith(".one"):
            assert f"{key.removesuffix('.one')}.other" in told


def test_a_section_keeps_the_order_of_its_file() -> None:
    """Lists that are shown to people stand as they were written."""
    ticks = [*words("en").under("figure.ticks")]
    assert ticks == ["fraction", "second", "minute", "hour", "day", "week", "month", "year"]
