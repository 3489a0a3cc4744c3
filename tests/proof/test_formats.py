"""A page to print, Word and Markdown say the same, hold their form, and tell no secret."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from benchmarks import synthetic
from tests.proof.conftest import HOSTILE, TODAY
from timelines.cli import main
from timelines.docket import Docket
from timelines.investigation import load
from timelines.proof.formats import form, names
from timelines.proof.rows import Sheet
from timelines.proof.sheet import sheet

MARK = "Internal: not for publication"


def text_of(name: str, data: bytes) -> str:
    """All that a file says; of Word the XML of every part."""
    if name != "docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(
            package.read(part).decode() for part in package.namelist() if part.endswith(".xml")
        )


@pytest.mark.parametrize("name", names())
def test_no_format_tells_who_an_unnamed_source_is(folder: Path, name: str) -> None:
    """A sheet left on a desk gives no source away: no title, place, file, note, id or name."""
    whole = sheet(Docket(load(folder), TODAY), internal=True)
    said = text_of(name, form(name).render(whole))
    assert "canary" not in said.casefold()
    assert "a harbor worker" in said
    assert "The words are at the desk" in said
    assert MARK in said


@pytest.mark.parametrize("name", names())
def test_the_same_sheet_gives_the_same_bytes(
    harbor: Sheet, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people who print the same day compare the same sheet; the hour is nowhere in it."""
    first = form(name).render(harbor)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert form(name).render(harbor) == first


def test_word_holds_real_tables(harbor: Sheet) -> None:
    """Word opens it: a table an event and a person, heads that come again, typed text as typed."""
    data = form("docx").render(harbor)
    document = Document(io.BytesIO(data))
    first = document.tables[0]
    assert first.rows[0].cells[0].text == "No."
    assert first.rows[0]._tr.trPr.xpath("w:tblHeader")
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    words = {row[1].partition("\n")[2] for row in cells}
    assert {claim.words for block in harbor.blocks for claim in block.claims} <= words
    assert HOSTILE in words
    assert document.core_properties.author == ""
    assert document.core_properties.created.date() == TODAY
    section = document.sections[0]
    assert MARK in section.header.paragraphs[0].text
    assert "Page" in section.footer.paragraphs[0].text
    assert section.page_width > section.page_height
    assert text_of("docx", data).count("<w:pageBreakBefore/>") >= len(harbor.pages)
    widths = [int(one) for one in first._tbl.tblGrid.xpath("w:gridCol/@w:w")]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(widths) * 635 <= room + 635 * 8


def test_markdown_tables_hold_typed_text(harbor: Sheet) -> None:
    """Pipes, backticks and tags in a headline break no table and become no markup."""
    said = form("markdown").render(harbor).decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "linkify"]).parse(said)
    rows: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        elif token.type in ("td_open", "th_open"):
            rows[-1] += 1
    assert len(rows) == said.count("\n| ") - said.count("| --- |\n")
    assert set(rows) == {8}
    inner = [child for token in tokens for child in token.children or ()]
    assert {one.content for one in inner if one.type == "html_inline"} == {"<br>"}
    assert not [one for one in inner if one.type in ("link_open", "code_inline", "image")]
    assert "".join(one.content for one in inner if one.type == "text").count("a | b `c` **d**") > 5


def test_the_page_prints_whole(harbor: Sheet, browser: Browser, tmp_path: Path) -> None:
    """On paper no table is cut at the side, every page is marked and numbered, nothing runs."""
    file = tmp_path / "sheet.html"
    file.write_bytes(form("html").render(harbor))
    context = browser.new_context(viewport={"width": 1040, "height": 720})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    wide = "() => [...document.querySelectorAll('table, td, th')].filter((one) => "
    wide += (
        "one.scrollWidth > one.clientWidth + 2 || one.getBoundingClientRect().right > innerWidth"
    )
    assert page.evaluate(f"{wide}).length") == 0
    assert page.locator(".p-claim .p-words").first.inner_text() == HOSTILE
    assert page.title() == f"{HOSTILE}: proof sheet"
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    context.close()
    assert (complaints, asked) == ([], [file.as_uri()])
    sheets = [one.get_textpage().get_text_range() for one in printed]
    assert len(sheets) > len(harbor.pages)
    for number, said in enumerate(sheets, 1):
        assert MARK in said
        assert f"Page {number} of {len(sheets)}" in said
    flat = "".join("".join(sheets).split())
    for block in harbor.blocks:
        for claim in block.claims:
            assert "".join(claim.words.split()) in flat, claim.number


def test_a_thousand_claims_take_seconds(tmp_path: Path) -> None:
    """The sheet of a large investigation is there before anybody goes for coffee."""
    synthetic.write(tmp_path, 120)
    whole = sheet(Docket(load(tmp_path), TODAY), internal=True)
    assert whole.claims > 1_000
    start = time.process_time()
    data = form("docx").render(whole)
    assert time.process_time() - start < 5
    assert len(Document(io.BytesIO(data)).tables) >= 120


def test_the_command_writes_a_sheet(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fact-checker gets the sheet from the shell; a slip is told, and no file written over."""
    to = tmp_path / "sheet.docx"
    asked = ["proof", str(folder), "--as", "docx", "--to", str(to), "--today", "2023-06-10"]
    assert main(asked) == 0
    said = capsys.readouterr().err
    assert f"{MARK}." in said
    assert "claims of 2 events" in said
    assert to.read_bytes()[:2] == b"PK"
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err
    for slip, hint in (
        (["--event", "aproved"], "Did you mean “approved”?"),
        (["--person", "vanse"], "Did you mean “vance”?"),
    ):
        assert main([*asked, "--force", *slip]) == 2
        assert hint in capsys.readouterr().err
    assert main(["proof", str(folder), "--as", "paper", "--to", "-"]) == 2
    assert "There are docx, html, markdown." in capsys.readouterr().err
    shutil.rmtree(tmp_path)
