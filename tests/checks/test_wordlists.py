"""Words of a list are found whole, the longest first, whatever the list and the text are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from timelines.wordlists import matching

phrases = st.lists(st.text("abAB é’'k-ſK1", min_size=1, max_size=4), max_size=6)
texts = st.text("abAB é’'k-ſK1_.“", max_size=24)


def _one_after_the_other(listed: list[str], *, capitals: bool) -> re.Pattern[str]:
    """The plainest pattern: every phrase as it is, the longest first."""
    longest_first = sorted(set(listed), key=lambda one: (-len(one), one))
    loosely = (re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
    either = "|".join(re.sub("['’]", "['’]", one) for one in loosely)
    return re.compile(
        rf"(?<!\w)(?:{either})(?!\w)" if listed else r"(?!)", 0 if capitals else re.IGNORECASE
    )


@given(phrases, texts, st.booleans())
def test_a_list_finds_what_its_phrases_find(listed: list[str], text: str, capitals: bool) -> None:
    """However the pattern is put together, an editor's list finds the same words at one place."""
    plain = _one_after_the_other(listed, capitals=capitals)
    quick = matching(listed, capitals=capitals)
    assert [one.span() for one in quick.finditer(text)] == [
        one.span() for one in plain.finditer(text)
    ]
