"""What the words of a distance are taken to mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timelines.dates.distances import EXAMPLES, DistanceError, distance
from timelines.dates.steps import Shift

HOUR = 3_600_000_000
MINUTE = HOUR // 60
HALF_DAY = 12 * HOUR


def limits(words: str) -> tuple[Shift, Shift | None]:
    """The least and the most that words allow."""
    found = distance(words)
    return found.least, found.most


@pytest.mark.parametrize(("words", "meaning"), EXAMPLES)
def test_examples(words: str, meaning: str) -> None:
    """The documentation says of each example what is really understood."""
    assert distance(words).in_words() == meaning


ROUNDED = [
    ("17 minutes", Shift(0, 0, 990_000_000), Shift(0, 0, 1_050_000_000)),
    ("an hour", Shift(0, 0, 30 * MINUTE), Shift(0, 0, 90 * MINUTE)),
    ("2 days", Shift(0, 2, -HALF_DAY), Shift(0, 2, HALF_DAY)),
    ("a week", Shift(0, 4, -HALF_DAY), Shift(0, 10, HALF_DAY)),
    ("one week", Shift(0, 4, -HALF_DAY), Shift(0, 10, HALF_DAY)),
    ("a fortnight", Shift(0, 7), Shift(0, 21)),
    ("4 months", Shift(4, -15), Shift(4, 15)),
    ("four months", Shift(4, -15), Shift(4, 15)),
    ("2 years", Shift(18), Shift(30)),
    ("a decade", Shift(60), Shift(180)),
    ("two centuries", Shift(1800), Shift(3000)),
    ("twenty-five years", Shift(294), Shift(306)),
    ("one hundred and thirty-one days", Shift(0, 131, -HALF_DAY), Shift(0, 131, HALF_DAY)),
    ("1,000 days", Shift(0, 1000, -HALF_DAY), Shift(0, 1000, HALF_DAY)),
    ("a dozen days", Shift(0, 12, -HALF_DAY), Shift(0, 12, HALF_DAY)),
    ("1 week and 2 days", Shift(0, 9, -HALF_DAY), Shift(0, 9, HALF_DAY)),
    ("1 year, 2 months and 3 days", Shift(14, 3, -HALF_DAY), Shift(14, 3, HALF_DAY)),
    ("2 hours and 15 minutes", Shift(0, 0, 8_070_000_000), Shift(0, 0, 8_130_000_000)),
    ("half a year", Shift(3), Shift(9)),
    ("half an hour", Shift(0, 0, 15 * MINUTE), Shift(0, 0, 45 * MINUTE)),
    ("a half-hour", Shift(0, 0, 15 * MINUTE), Shift(0, 0, 45 * MINUTE)),
    ("a year and a half", Shift(15), Shift(21)),
    ("one and a half years", Shift(15), Shift(21)),
    ("1.5 years", Shift(15), Shift(21)),
    ("2½ years", Shift(27), Shift(33)),
    ("two and a half hours", Shift(0, 0, 135 * MINUTE), Shift(0, 0, 165 * MINUTE)),
    ("a quarter of an hour", Shift(0, 0, 450_000_000), Shift(0, 0, 1_350_000_000)),
    ("0 days", Shift(), Shift(0, 0, HALF_DAY)),
]
ABOUT = [
    ("about four months", Shift(3), Shift(5)),
    ("roughly 17 minutes", Shift(0, 0, 16 * MINUTE), Shift(0, 0, 18 * MINUTE)),
    ("a week or so", Shift(), Shift(0, 14)),
    ("around 3 to 5 months", Shift(2), Shift(6)),
    ("about P4M", Shift(3), Shift(5)),
    ("about half a year", Shift(), Shift(12)),
]
LITERAL = [
    ("3 to 5 months", Shift(3), Shift(5)),
    ("3-5 months", Shift(3), Shift(5)),
    ("3–5 months", Shift(3), Shift(5)),
    ("3 or 4 months", Shift(3), Shift(4)),
    ("between 3 and 5 months", Shift(3), Shift(5)),
    ("between two and a half and three years", Shift(30), Shift(36)),
    ("a week or two", Shift(0, 7), Shift(0, 14)),
    ("3 days to 2 weeks", Shift(0, 3), Shift(0, 14)),
    ("at least two days", Shift(0, 2), None),
    ("two days or more", Shift(0, 2), None),
    ("more than 2 days", Shift(0, 2, 1), None),
    ("at most 3 weeks", Shift(), Shift(0, 21)),
    ("no more than 3 weeks", Shift(), Shift(0, 21)),
    ("up to a year", Shift(), Shift(12)),
    ("within 24 hours", Shift(), Shift(0, 0, 24 * HOUR)),
    ("less than a week", Shift(), Shift(0, 7, -1)),
    ("exactly 90 days", Shift(0, 90), Shift(0, 90)),
]
ISO = [
    ("P4M", Shift(4), Shift(4)),
    ("P2W", Shift(0, 14), Shift(0, 14)),
    ("P1Y2M3DT4H5M6.5S", Shift(14, 3, 14_706_500_000), Shift(14, 3, 14_706_500_000)),
    ("P0.5Y", Shift(6), Shift(6)),
    ("P0,5M", Shift(0, 15), Shift(0, 15)),
    ("PT0.25H", Shift(0, 0, 15 * MINUTE), Shift(0, 0, 15 * MINUTE)),
    ("P3M to P5M", Shift(3), Shift(5)),
    ("P3M/P5M", Shift(3), Shift(5)),
    ("between P3M and P5M", Shift(3), Shift(5)),
    ("at least P2D", Shift(0, 2), None),
]


@pytest.mark.parametrize(("words", "least", "most"), ROUNDED)
def test_spoken_distances_are_rounded(words: str, least: Shift, most: Shift) -> None:
    """Who says “four months” may be off by half a month, and is not called a liar for it."""
    assert limits(words) == (least, most)


@pytest.mark.parametrize(("words", "least", "most"), ABOUT)
def test_about_gives_a_whole_unit(words: str, least: Shift, most: Shift) -> None:
    """“About” leaves a whole unit either way, and never less than nothing."""
    assert limits(words) == (least, most)


@pytest.mark.parametrize(("words", "least", "most"), LITERAL)
def test_limits_and_ranges_mean_what_they_say(words: str, least: Shift, most: Shift | None) -> None:
    """“At least”, “less than” and “3 to 5” are not rounded."""
    assert limits(words) == (least, most)


@pytest.mark.parametrize(("words", "least", "most"), ISO)
def test_durations_are_exact(words: str, least: Shift, most: Shift | None) -> None:
    """A reporter who knows the distance exactly can write it exactly."""
    assert limits(words) == (least, most)


@pytest.mark.parametrize("words", ["4 Months", " four  months ", "four months later", "4 months."])
def test_how_it_is_typed_does_not_matter(words: str) -> None:
    """Capitals, blanks, a full stop or “later” change nothing."""
    assert limits(words) == limits("4 months")


OPEN = [
    ("several months", "several"),
    ("a few days", "a few"),
    ("nearly a year", "nearly"),
    ("almost two weeks", "almost"),
    ("just over a month", "just over"),
    ("a couple of days", "a couple of"),
    ("many years", "many"),
    ("months", "months"),
    ("soon", "soon"),
]


@pytest.mark.parametrize(("words", "word"), OPEN)
def test_words_without_a_number_are_a_question(words: str, word: str) -> None:
    """Nobody turns “several” into a number; the editor is told what to ask."""
    with pytest.raises(DistanceError) as caught:
        distance(words)
    assert caught.value.leaves_open == word
    assert f"“{word}” is no number" in caught.value.message


@pytest.mark.parametrize(
    "words",
    [
        "", "4", "months 4", "-4 months", "4 months 4 months", "two days, three weeks", "P", "PT",
        "P1M2Y", "P0.3M", "P1.5M2D", "p4m", "1.25 years", "a", "about", "at least", "to", "3 to",
        "five business days", "Friday", "P99999999999Y", "four score years",
    ],
)  # fmt: skip
def test_what_is_no_distance_is_refused_in_a_sentence(words: str) -> None:
    """A reporter is told what to write instead, in a sentence without jargon."""
    with pytest.raises(DistanceError) as caught:
        distance(words)
    assert re.fullmatch(r"[“A].*[.?]", caught.value.message)
    assert caught.value.leaves_open is None


@pytest.mark.parametrize(
    ("words", "says"), [("5 to 3 months", "runs backwards"), ("5000 years", "2,000 years")]
)
def test_impossible_numbers_are_named(words: str, says: str) -> None:
    """A slip of the keyboard is told from a form that is not known."""
    with pytest.raises(DistanceError, match=says):
        distance(words)


def test_exactly_drops_the_leeway() -> None:
    """“A week from Friday” is a Friday, although “a week” alone is rounded."""
    assert distance("about 2 weeks").exactly.most == Shift(0, 14)


PIECES = st.lists(
    st.sampled_from(
        [word for words, _ in EXAMPLES for word in words.split()]
        + ["several", "½", "99999999", "P", "T", "+", "half", "a", "score", "-", "/", "or"]
    ),
    max_size=6,
)


@given(st.one_of(st.text(max_size=30), PIECES.map(" ".join)))
@settings(max_examples=300)
def test_whatever_is_written_has_an_answer(words: str) -> None:
    """A slip of the keyboard is a sentence for a person, never a crash."""
    try:
        found = distance(words)
    except DistanceError as refused:
        assert refused.message.endswith((".", "?"))
    else:
        assert found.most is None or found.least.rough <= found.most.rough
