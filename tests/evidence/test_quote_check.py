"""What an editor is told of a quotation that does not stand in the stored document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.conftest import write_investigation
from tests.evidence.papers import pdf
from timelines.checks.quote_not_found import check
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import load

SOURCE = "id: memo\nkind: document\ntitle: Memo\nfile: memo.pdf\n"
PAPER = pdf("The fuel dock was\ninspected.", "I advise against a permit.")


def told(folder: Path, event: str, source: str = SOURCE, paper: bytes = PAPER) -> list[Finding]:
    """What the check says of one event."""
    texts = {"sources.yaml": source, "events/e.yaml": event, "evidence/memo.pdf": paper}
    return list(check(Docket(load(write_investigation(folder, texts)), date(2021, 12, 1))))


def cited(at: str, quote: str) -> str:
    """An event that quotes the memo."""
    return (
        "headline: It happens.\ndate: 2021-10-15\nsources:\n"
        f"  - source: memo\n    at: {at}\n    quote: {quote}\n"
    )


def test_a_true_quotation_of_a_pdf(tmp_path: Path) -> None:
    """A quotation that stands on the cited page of a PDF is left in peace."""
    assert told(tmp_path, cited("p. 2", "advise against a permit")) == []


def test_the_wrong_page(tmp_path: Path) -> None:
    """An editor is told at the line of the quotation on which page the words do stand."""
    (found,) = told(tmp_path, cited("p. 1", "advise against a permit"))
    assert found.message == (
        "“It happens” quotes “advise against a permit” from “Memo”; these words are not on page 1 "
        "of “evidence/memo.pdf”. They stand on page 2."
    )
    assert (found.level, found.event, found.line) == ("error", "e", 6)


def test_a_changed_word(tmp_path: Path) -> None:
    """An editor is told what stands there instead."""
    (found,) = told(tmp_path, cited("p. 2", "I advised against a permit."))
    assert found.message == (
        "“It happens” quotes “I advised against a permit” from “Memo”; these words are not on "
        "page 2 of “evidence/memo.pdf”. The nearest words on page 2 are “I advise against a "
        "permit”."
    )


def test_a_page_behind_the_last(tmp_path: Path) -> None:
    """A page that the file has not is told with how many it has."""
    (found,) = told(tmp_path, cited("pp. 3-4", "nothing like it at all"))
    assert found.message == (
        "“It happens” quotes “nothing like it at all” from “Memo”; “evidence/memo.pdf” has 2 "
        "pages, and no pages 3 and 4. Nothing like it stands there."
    )


def test_who_knew_is_judged_too(tmp_path: Path) -> None:
    """A quotation that shows who knew of an event is held to the document like any other."""
    event = (
        "headline: It happens.\ndate: 2021-10-15\nsources: [memo]\nknown_to:\n"
        "  - who: mayor\n    date: 2021-10-16\n    sources:\n"
        "      - source: memo\n        quote: he was told of it\n"
    )
    (found,) = told(tmp_path, event)
    assert found.line == 9


def test_silence_where_nothing_can_be_said(tmp_path: Path) -> None:
    """A scan, a damaged file and a document in another language accuse nobody."""
    quote = cited("p. 1", "words that are not there")
    assert told(tmp_path / "a", quote, paper=pdf(None)) == []
    assert told(tmp_path / "b", quote, paper=b"%PDF-1.7 damaged") == []
    assert told(tmp_path / "c", quote, SOURCE + "language: pt-BR\n") == []
    assert len(told(tmp_path / "d", quote, SOURCE + "language: en-US\n")) == 1
