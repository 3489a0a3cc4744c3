"""The words of real files are read as a person would see them, and hostile ones harm nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from tests.evidence.papers import bomb, pdf, png
from timelines.evidence.room import Room, Unopened
from timelines.evidence.texts import kind_of, read


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    """One process for all files."""
    with Room() as one:
        yield one


def test_a_pdf_by_pages(room: Room) -> None:
    """The words of a PDF stand on their pages; a page without text is known to have none."""
    document = read("a.pdf", pdf("The chief\nwas told.", None, "Page three."), room)
    assert document.kind == "pdf"
    assert document.numbered
    first, scan, third = document.pages
    assert first is not None
    assert first.split() == ["The", "chief", "was", "told."]
    assert scan is None
    assert third == "Page three."


def test_words_that_are_drawn_or_filled_in_later_are_no_text(room: Room) -> None:
    """Letters as outlines, and a web page that only scripts would fill, are as good as a scan."""
    drawn = pdf("x" * 13).replace(b"(xxxxxxxxxxxxx) Tj", b"ET 0 0 9 9 re f BT")
    assert read("a.pdf", drawn, room).pages == (None,)
    assert read("a.pdf", pdf("x").replace(b"(x) Tj", b"      "), room).pages == ("",)
    assert read("a.html", b"<div id=root></div><script>fill()</script>", room).pages == (None,)


def test_a_text_by_form_feeds(room: Room) -> None:
    """The pages of a plain text are its form feeds; without one it is a whole."""
    assert read("a.txt", b"one\ftwo\f", room).pages == ("one", "two")
    whole = read("a.txt", "caf\u00e9 \u201cx\u201d".encode("cp1252"), room)
    assert (whole.pages, whole.numbered) == (("caf\u00e9 \u201cx\u201d",), False)
    assert read("a.txt", "\ufeffwide".encode("utf-16-le"), room).pages == ("\ufeffwide"[1:],)


def test_what_a_web_page_shows(room: Room) -> None:
    """Only what a reader of the page sees counts: no script, no style, nothing hidden."""
    source = """<!DOCTYPE html><head><title>T</title><style>p{}</style></head>
    <p>The de<b>part</b>ment&rsquo;s<br>work<script>alert("no")</script><!-- no -->
    <p hidden>no<p>yes<div style="display: none"><div>no</div></div><template>no</template>
    <noscript>no</noscript><span>and &lt;b&gt;</span>"""
    (page,) = read("a.html", source.encode(), room).pages
    assert page == "The department’s\nwork\nyes\nand <b>"


def test_a_web_page_in_its_own_encoding(room: Room) -> None:
    """Accents of an old page are read by the encoding that it names."""
    source = '<meta charset="windows-1250"><p>Dvořák'.encode("cp1250")
    assert read("a.htm", source, room).pages == ("Dvořák",)


def test_a_mail_with_its_headers(room: Room) -> None:
    """Headers and message are read, the HTML twin beside it; what is attached is only named."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Letter für Sie"
    mail.set_content("A letter dated Sept. 8.\n")
    mail.add_alternative("<p>A <i>letter</i> in HTML</p><script>no</script>", subtype="html")
    mail.add_attachment(b"secret", maintype="application", subtype="pdf", filename="x.pdf")
    document = read("a.eml", mail.as_bytes(), room)
    first, second = document.pages
    assert first is not None
    assert first.splitlines()[:4] == [
        "From: a@example.org", "To: b@example.org", "Subject: Letter für Sie", "Attached: x.pdf",
    ]  # fmt: skip
    assert "A letter dated Sept. 8." in first
    assert "secret" not in first
    assert second == "A letter in HTML"


def test_kinds_are_told_by_content() -> None:
    """A PDF that is called a text is opened as what it is."""
    assert kind_of("a.txt", pdf("x")) == "pdf"
    assert kind_of("a.pdf", png(2, 2)) == "picture"
    assert kind_of("a.svg", b"<svg><script>") == "html"
    assert kind_of("a.docx", b"PK\x03\x04") == "other"
    assert kind_of("a.bin", b"a\0b") == "other"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing of the kind"),
        ("a.pdf", b""),
        ("a.pdf", pdf("x")[:300]),
        ("a.eml", b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 5000),
        ("a.html", b"<div>" * 100_000),
    ],
    ids=["no pdf", "empty", "cut", "mail", "deep"],
)
def test_damaged_files_are_survived(room: Room, name: str, data: bytes) -> None:
    """A damaged file has no text; whoever opens it loses nothing."""
    document = read(name, data, room)
    assert not any((page or "").strip(" -x\n<!a") for page in document.pages), document
    assert read("a.html", b"<p>still here", room).pages == ("still here",)


@pytest.mark.parametrize(
    ("task", "data"),
    [("pdf-text", bomb(80)), ("html-text", b"<!--" * 100_000), ("html-text", b"<a " * 100_000)],
    ids=["bomb", "comments", "tags"],
)
def test_a_file_that_takes_too_long_is_given_up(task: str, data: bytes) -> None:
    """A PDF that swells or a page that is all beginnings takes no more time than it is given."""
    with Room(seconds=0.3) as room, pytest.raises(Unopened, match="takes too long"):
        room.ask(task, data)


def test_after_a_file_was_given_up_the_next_is_read() -> None:
    """One hostile document does not keep the others from being read."""
    with Room(seconds=10) as room:
        with pytest.raises(Unopened):
            room.ask("no such task", b"")
        room.ask("html-text", b"<p>fine")
        assert room._process is not None
        room._process.kill()
        room._process.wait()
        assert read("a.html", b"<p>fine", room).pages == ("fine",)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_the_process_has_little_memory() -> None:
    """A document that swells in memory ends its own process and leaves the computer usable."""
    code = (
        "from timelines.evidence.worker import MEMORY, _limit\n"
        "_limit()\n"
        "try: bytearray(MEMORY)\n"
        "except MemoryError: print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
