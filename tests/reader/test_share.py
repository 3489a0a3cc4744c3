"""The picture beside a link: its size, its bytes, its letters, and where the page names it."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pytest
from PIL import Image

from tests.reader.drawn import crowd, event, founding_case, timeline
from timelines.palette import PAPER, STORYLINES, channels
from timelines.publish import page
from timelines.publish.page.share import MOST_BYTES, SIZE, settable, share
from timelines.publish.public import PublicTimeline
from timelines.words import words

AT = "https://paper.example/timeline/"


def picture(public: PublicTimeline) -> Image.Image:
    """The picture as pixels."""
    return Image.open(io.BytesIO(share(public, words("en")).data)).convert("RGB")


def chunks(data: bytes) -> list[bytes]:
    """The names of a PNG's parts."""
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append(data[at + 4 : at + 8])
        at += length + 12
    return found


@pytest.mark.parametrize("public", [founding_case(), crowd(300), crowd(1_000), timeline()])
def test_a_picture_is_of_the_size_that_is_asked_for_and_light(public: PublicTimeline) -> None:
    """1200 by 630 pixels, at most 60 kB, and nothing in it but the picture."""
    made = share(public, words("en"))
    assert Image.open(io.BytesIO(made.data)).size == SIZE == (1200, 630)
    assert len(made.data) <= MOST_BYTES
    assert {*chunks(made.data)} <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert share(public, words("en")) == made


def test_sometime_in_may_is_soft_in_the_picture_too() -> None:
    """The middle of the span is full, its ends fade into the paper, and it is wide."""
    image = picture(timeline(event("a", "2021-05"), event("b", "2021-08-02", "Money")))
    paper, full = channels(PAPER.light), channels(STORYLINES[0].light)
    rows = [
        [image.getpixel((x, y)) for x in range(SIZE[0])]
        for y in range(150, 550, 3)
    ]  # fmt: skip
    soft = max(rows, key=lambda row: sum(_between(one, paper, full) for one in row[:500]))
    assert sum(_between(one, paper, full) for one in soft[:500]) > 100
    assert full not in soft[:500], "nowhere as solid as what is known"


def _between(one: object, paper: tuple[int, ...], full: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return paper[0] - 8 > one[0] > full[0] + 8 and one[2] > one[0]


def test_letters_that_are_not_there_become_no_boxes() -> None:
    """A title in a script that the letters lack is left out; the marks stand alone."""
    assert settable("¿Quién lo supo? Łódź, Ελλάδα, Москва – “ja”")
    assert not settable("日本")
    assert not settable("שלום")
    one, other = (replace(founding_case(), title=title) for title in ("日本の調査", "検索"))
    assert picture(one).tobytes() == picture(other).tobytes()
    assert picture(one).tobytes() != picture(founding_case()).tobytes()


def test_a_long_title_stays_in_the_picture() -> None:
    """However long the title is, its words end inside, and so does one endless word."""
    paper = channels(PAPER.light)
    for title in ("The search of the records of everybody " * 12, "W" * 10_000):
        image = picture(timeline(title=title))
        edge = {image.getpixel((SIZE[0] - 10, y)) for y in range(20, SIZE[1])}
        assert edge == {paper}


def test_the_page_names_it_only_by_an_address_that_others_can_open() -> None:
    """With the folder's address known, cards show it, with words for those who cannot see it."""
    made = share(founding_case(), words("en"))
    known = page.files(founding_case(), AT)
    html = known[page.PAGE].decode("utf-8")
    assert f'<meta property="og:image" content="{AT}{made.path}">' in html
    assert 'name="twitter:card" content="summary_large_image"' in html
    assert f'property="og:image:alt" content="{made.alt}"'.replace("’", "’") in html
    assert known[made.path] == made.data
    assert made.path.startswith("assets/")
    assert "og:image" not in page.files(founding_case())[page.PAGE].decode("utf-8")
