"""What files say neither turns other words round nor is mistaken for something of that name."""

from __future__ import annotations

from components.distinct import distinct
from components.template import render


def test_no_headline_turns_the_sentence_round() -> None:
    """Right-to-left writing stays; a sign that reverses what follows does not reach the page."""
    said = render("hint.html", text="“The judge \u202e rules” cites nothing; قصة")
    assert "“The judge  rules” cites nothing; قصة" in said


def test_two_of_one_name_are_told_apart() -> None:
    """Whoever chooses one of two namesakes, or of two stories of one title, gets that one."""
    assert distinct({"a": "Smith", "b": "Smith", "c": "Jones"}) == {
        "a": "Smith · a",
        "b": "Smith · b",
        "c": "Jones",
    }
