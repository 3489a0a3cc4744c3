"""The page about dates says what the program does."""

from __future__ import annotations

import re

import pytest

from tests.dates.tables import HERE
from timelines.dates.edtf import edtf
from timelines.dates.words import in_words

PAGE = (HERE.parent.parent / "docs" / "dates.md").read_text("utf-8")
ROWS = re.findall(r"^\| [^|]+ \| `([^`]+)` \| ([^|]+) \|$", PAGE, re.MULTILINE)


def test_the_page_has_its_table() -> None:
    """A reporter finds every common kind of date in one table."""
    assert len(ROWS) > 20


@pytest.mark.parametrize(("written", "words"), ROWS)
def test_readers_see_what_the_page_says(written: str, words: str) -> None:
    """A reporter who writes a date as the page shows gets the words the page shows."""
    zone = "America/Chicago"
    assert in_words(edtf(written, zone), zone=zone) == words
