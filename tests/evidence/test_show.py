"""The cited place stands beside the event, marked, and nothing of the file does anything."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import write_investigation
from tests.evidence.papers import bomb, pdf, png
from timelines.evidence.room import Room, Unopened
from timelines.evidence.show import MOST_SHOWN, Shown, _unread, show, shown_file
from timelines.investigation import load

PAPER = pdf("Nothing here.", "The fuel dock was\ninspected on March 21.")


def shown(
    folder: Path, name: str, data: bytes, at: str | None = None, quote: str | None = None
) -> Shown:
    """What is shown of a file."""
    write_investigation(folder, {f"evidence/{name}": data})
    return shown_file(folder, f"evidence/{name}", at, quote, page=None, largest=50_000_000)


def test_the_cited_page_of_a_pdf_with_its_words_marked(tmp_path: Path) -> None:
    """An editor sees the page as it is printed, the quoted words in yellow, line by line."""
    seen = shown(tmp_path, "a.pdf", PAPER, "p. 2", "dock was inspected")
    assert (seen.form, seen.page, seen.pages, seen.found) == ("picture", 2, 2, True)
    first, second = seen.boxes
    assert 0 < first.left < first.right < 0.5
    assert first.top < first.bottom <= second.top + 0.005
    picture = Image.open(io.BytesIO(seen.png))
    assert picture.size == (seen.width, seen.height)
    middle = (int((first.left + first.right) / 2 * seen.width), int(first.top * seen.height) + 1)
    assert picture.getpixel(middle) == (255, 226, 89)
    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_marks_lie_on_the_words_of_a_turned_page(tmp_path: Path, rotate: int) -> None:
    """On a page that was scanned sideways the marks lie where the words do."""
    paper = pdf("The fuel dock.", box="50 50 662 842", rotate=rotate)
    seen = shown(tmp_path, "a.pdf", paper, None, "fuel")
    (box,) = seen.boxes
    picture = Image.open(io.BytesIO(seen.png)).convert("L")
    marked = picture.crop(
        (
            int(box.left * seen.width),
            int(box.top * seen.height),
            int(box.right * seen.width) + 1,
            int(box.bottom * seen.height) + 1,
        )
    )
    assert marked.getextrema()[0] < 100


def test_words_that_are_elsewhere(tmp_path: Path) -> None:
    """The cited page is shown even where the words are not on it, and it says so."""
    seen = shown(tmp_path, "a.pdf", PAPER, "p. 1", "dock was inspected")
    assert (seen.page, seen.found, seen.boxes) == (1, False, ())
    assert seen.note == "The quoted words are not on this page."
    assert shown(tmp_path, "a.pdf", PAPER, None, "dock was").page == 2
    assert shown(tmp_path, "a.pdf", PAPER, "p. 2").found is None
    assert shown(tmp_path, "b.pdf", pdf(None), "p. 1", "words").found is None


def test_a_text_with_its_words(tmp_path: Path) -> None:
    """Of a text the cited page is shown as text, with where the quoted words stand."""
    seen = shown(tmp_path, "a.txt", b"one\fHe was\ntold <b>so</b>.", "p. 2", "he was told")
    assert (seen.form, seen.page, seen.pages, seen.found) == ("text", 2, 2, True)
    assert seen.pieces == (("He was\ntold", True), (" <b>so</b>.", False))
    assert [seen.text[a:b] for a, b in seen.marks] == ["He was\ntold"]


def test_a_long_text_around_its_words(tmp_path: Path) -> None:
    """Of a text as long as a book the part with the quotation is shown."""
    seen = shown(
        tmp_path, "a.txt", b"x " * 100_000 + b"here it is" + b" y" * 100_000, None, "it is"
    )
    assert len(seen.text) == MOST_SHOWN
    assert [seen.text[a:b] for a, b in seen.marks] == ["it is"]


def test_scripts_are_not_shown(tmp_path: Path) -> None:
    """Of a web page or a drawing only the words come, and they are words."""
    page = b"<h1>Title</h1><script>alert(1)</script><img src=x onerror=alert(1)>&lt;i&gt; said"
    assert shown(tmp_path, "a.html", page, None, "said").text == "Title\n<i> said"
    drawing = (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><text>Hi</text></svg>"
    )
    assert shown(tmp_path, "a.svg", drawing).text == "Hi"


def test_a_mail_with_its_headers(tmp_path: Path) -> None:
    """Of an e-mail the headers and the message are shown."""
    mail = b"From: a@example.org\nSubject: Letter\n\nA letter dated Sept. 8.\n"
    seen = shown(tmp_path, "a.eml", mail, None, "dated Sept. 8")
    assert seen.text.startswith("From: a@example.org\nSubject: Letter\n")
    assert seen.found


def test_a_picture_is_made_anew(tmp_path: Path) -> None:
    """A picture comes with its pixels alone, and never larger than a screen."""
    out = io.BytesIO()
    Image.new("RGB", (3000, 10), "red").save(out, "JPEG", comment=b"secret")
    seen = shown(tmp_path, "a.jpg", out.getvalue())
    assert (seen.form, seen.width, seen.height) == ("picture", 2400, 8)
    assert b"secret" not in seen.png


def huge_png(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""
    small = png(1, 1)
    header = b"IHDR" + struct.pack(">II", width, height) + small[24:29]
    return small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.png", huge_png(60_000, 60_000), "has more than 120 million pixels"),
        ("a.png", png(4, 4)[:50], "is damaged and cannot be opened"),
        ("a.pdf", b"%PDF-1.7 no", "is damaged and cannot be opened"),
        ("a.docx", b"PK\x03\x04", "is of a kind whose text is not read here"),
    ],
)
def test_what_cannot_be_shown_says_so(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    """A hostile or damaged file is a sentence on the page, and the page stays up."""
    seen = shown(tmp_path, name, data)
    assert seen == Shown("nothing", f"evidence/{name}", f"“evidence/{name}” {why}.")


def test_a_page_as_large_as_a_field(tmp_path: Path) -> None:
    """A page that says it is a mile wide is drawn within limits."""
    seen = shown(tmp_path, "a.pdf", pdf("Hi.", box="0 0 5000000 10"))
    assert seen.form == "nothing" or seen.width * seen.height < 10_000_000


def test_of_a_source(tmp_path: Path) -> None:
    """What is asked by source is shown, and a source without a file, or a lost one, says so."""
    sources = (
        "- {id: memo, kind: document, title: M, file: a.txt}\n"
        "- {id: lost, kind: document, title: L, file: b.txt}\n"
        "- {id: talk, kind: interview, title: T}\n"
    )
    texts = {"sources.yaml": sources, "evidence/a.txt": "one\ftwo"}
    investigation = load(write_investigation(tmp_path, texts))
    assert show(investigation, "memo", page=2).text == "two"
    assert show(investigation, "memo", page=99).text == "two"
    assert show(investigation, "lost").note == "“evidence/b.txt” is not there."
    assert show(investigation, "talk").note == "This source has no file."
    assert show(investigation, "nobody").form == "nothing"


def test_a_bomb_is_a_sentence(tmp_path: Path) -> None:
    """A PDF bomb beside an event does not take the app down."""
    seen = shown(tmp_path, "a.pdf", bomb(2))
    assert seen.form in ("nothing", "picture")


def test_a_pdf_too_long_to_be_read_still_opens_at_its_page() -> None:
    """A reporter sees the cited page of ten thousand, though nobody waits for all of their text."""
    with Room() as room:
        seen = _unread("a.pdf", PAPER, "takes too long", "p. 2", None, "fuel dock was", room)
        assert (seen.form, seen.page, seen.pages, seen.found) == ("picture", 2, 2, True)
        assert "only this page was looked at" in seen.note
        assert _unread("a.pdf", PAPER, "takes too long", None, 1, None, room).page == 1
        with pytest.raises(Unopened, match="takes too long"):
            _unread("a.pdf", PAPER, "takes too long", "p. 7", None, None, room)
