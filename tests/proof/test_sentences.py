"""A paragraph is cut into its sentences, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.proof.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("On Sat. Capt. Foreman sat. No. 3 fell.", ["On Sat. Capt. Foreman sat.", "No. 3 fell."]),
        ("He said no. She left.", ["He said no.", "She left."]),
        ("J. Doe of the U.S. Army spoke.", ["J. Doe of the U.S. Army spoke."]),
        ("“He knew.” She did not.", ["“He knew.”", "She did not."]),
        ("At 3.5 percent. Then 4.", ["At 3.5 percent.", "Then 4."]),
        ("Why? Because! So …", ["Why?", "Because!", "So …"]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        ("One line\nand on. Two", ["One line and on.", "Two"]),
        ("First\n\nSecond", ["First", "Second"]),
        ("Three:\n- one\n- two", ["Three:", "- one", "- two"]),
        ("彼は言った。彼女は去った。", ["彼は言った。", "彼女は去った。"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_are_cut_where_they_end(text: str, parts: list[str]) -> None:
    """A checker ticks one claim at a time, and no claim is torn at an abbreviation."""
    assert list(sentences(text)) == parts


@given(st.text(st.sampled_from("aB .!?“”\n-1。…"), max_size=80))
def test_no_word_is_lost_or_doubled(text: str) -> None:
    """Whatever is typed, all of it stands on the sheet, in its order."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
