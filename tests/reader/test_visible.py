"""Nothing that is not seen can turn, hide or imitate what readers see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.newsroom import Newsroom, files
from timelines.publish.page.markup import bdi, dir_of
from timelines.publish.visible import visible_text

UNSEEN = (
    "\u200b\u200e\u200f\u202a\u202d\u202e\u2066\u2067\u2069\ufeff\u00ad\u2060\u061c\u180e\u3164\x07"
)


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_is_not_seen_is_not_there(sign: str) -> None:
    """An override cannot turn an attribution, nor a sign without width part a name."""
    assert visible_text(f"the ma{sign}yor says") == "the mayor says"


@pytest.mark.parametrize(
    "text", ["می‌خواهم", "क्‍ष", "👩‍⚖️", "two\nlines\tand a tab", "שלום", "São Tomé", "e\u0301"]
)
def test_what_scripts_need_stays(text: str) -> None:
    """Persian, Hindi and emoji are written with joiners, and stay as they were typed."""
    assert visible_text(text) == text


def test_a_joiner_cannot_make_a_second_mayor() -> None:
    """Between Latin letters a joiner only tells two names apart that look the same."""
    assert visible_text("may\u200dor may\u200cor") == "mayor mayor"


def test_no_published_file_holds_an_override(tmp_path: Path) -> None:
    """Not only the page: data and feeds, too, hold what is seen and nothing else."""
    news = Newsroom()
    news.heading["title"] = f"The {UNSEEN}harbor"
    news.events["approved"]["attribution"] = "\u202eyas setunim eht\u202c"
    news.events["approved"]["headline"] = "The dock\u200b’s permit"
    published = files(news.written(tmp_path))
    for path, data in published.items():
        if not path.endswith((".png", ".jpg")):
            assert not set(UNSEEN) & set(data.decode("utf-8")), path


def test_typed_text_is_kept_apart_where_it_could_turn_its_neighbours() -> None:
    """Hebrew within an English line is isolated, and so is everything on a page from right to
    left; English within English needs nothing."""
    assert bdi("Quinton <Lucas>") == "Quinton &lt;Lucas&gt;"
    assert bdi("ראש העיר") == "<bdi>ראש העיר</bdi>"
    assert bdi("Lucas", "rtl") == "<bdi>Lucas</bdi>"
    assert dir_of("ראש") == ' dir="auto"' and dir_of("Lucas") == ""
