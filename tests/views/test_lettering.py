"""Widths of text are estimated on the safe side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timelines.lettering import ELLIPSIS, shortened, text_width, wrapped


@given(st.text(max_size=80), st.floats(0, 600), st.floats(8, 24))
def test_shortened_text_fits(text: str, room: float, size: float) -> None:
    """A label never runs on beyond the room it was given."""
    assert text_width(shortened(text, room, size), size) <= room + 1e-6


@given(st.text(max_size=120), st.integers(1, 5))
def test_wrapped_text_keeps_its_words_in_order(text: str, lines: int) -> None:
    """Wrapping loses nothing but blanks, unless the last line says that it does."""
    found = wrapped(text, 2_000, 12, lines)
    assert len(found) <= lines
    assert " ".join(found).split() == text.split()


def test_a_headline_is_cut_between_words() -> None:
    """“Mayor Quinton Lucas…” reads better than “Mayor Quinton Luc…”."""
    short = shortened("Mayor Quinton Lucas issues a statement", 150, 12.5)
    assert short == "Mayor Quinton Lucas…"
    assert shortened("Short", 150, 12.5) == "Short"
    assert shortened("Mayor", 2, 12.5) == ""


def test_one_long_word_is_cut_where_it_must_be() -> None:
    """A headline without blanks is still shown."""
    short = shortened("Rindfleischetikettierungsüberwachung", 100, 12)
    assert short.endswith(ELLIPSIS)
    assert len(short) > 8


def test_wide_scripts_are_wide_and_joiners_have_no_width() -> None:
    """Labels in Chinese do not collide, and combining accents take no room."""
    assert text_width("市長", 10) == 20
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("a\u200bb", 10) == text_width("ab", 10)


def test_wrapping_stops_with_an_ellipsis() -> None:
    """A card never grows over the whole picture."""
    found = wrapped("word " * 100, 200, 12, 3)
    assert len(found) == 3
    assert found[-1].endswith(ELLIPSIS)
