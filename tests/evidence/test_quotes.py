"""Quoted words are found however a document or a reporter sets them, and misquotes are not."""

from __future__ import annotations

import pytest

from timelines.evidence.judging import judge
from timelines.evidence.locators import pages, places
from timelines.evidence.quotes import find
from timelines.evidence.texts import Document

SAME = [
    ("“advised me”", "He advised\nme of it.", "advised\nme"),
    ("the department's work", "the depart-\nment’s work", None),
    ("the department’s work", "the depart\u00ad\nment's work", None),
    ("well-known", "well-\nknown", None),
    ("the officer filed", "the o\ufb03cer \ufb01led", None),
    ("page 3", "page\u00a03", None),
    ("[T]he chief left", "And the chief left.", "the chief left"),
    ("THE CHIEF", "the chief", None),
    ("the chief … left", "The chief, who was late, left.", None),
    ("the chief ... left", "The chief, who was late, left.", None),
    ("the chief . . . left", "The chief, who was late, left.", None),
    ("the chief [...] left", "The chief, who was late, left.", None),
    ("the chief [Smith] said", "the chief said", None),
    ("[Smith] said no", "and he said no", "said no"),
    ("[the mayor] said no", "and [the mayor] said no", "the mayor] said no"),
    ("he report[ed] a crime", "he reports a crime", None),
    ("he had [sic] went", "he had went", None),
    ("“I said ‘no,’” he wrote", "I said \"no\" he wrote", None),
    ("a word — another", "a word -- another", None),
    ("a word—another", "a word – another", None),
    ("2020-21", "2020\u201321", None),
    ("(816) 555-0100", "(816) 555-\n0100", None),
    ("1,500 people", "1500 people", None),
    ("5 percent", "5%", None),
    ("José Núñez", "Jose\u0301 Nun\u0303ez", None),
    ("filed a complaint.", "filed a complaint, and", "filed a complaint"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "text", "words"), SAME)
def test_the_same_words_are_found(quote: str, text: str, words: str | None) -> None:
    """A reporter who quotes truly is never told of quotation marks, hyphens or line ends."""
    found = find(quote, text)
    assert found is not None
    if words is not None:
        assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("I advised against it", "I advise against it"),
        ("he filed", "she filed"),
        ("file", "the files"),
        ("$1.5 million", "$15 million"),
        ("$5", "5"),
        ("12", "1 of 12,000"),
        ("on Sept. 8", "on Sept. 18"),
        ("the chief left", "the chief, who was late, left"),
        ("left … the chief", "the chief, who was late, left"),
        ("was not told", "was told"),
        ("the [chief] resigned", "the " + "long story " * 30 + "resigned"),
        ("…", "anything"),
    ],
)
def test_other_words_are_not_found(quote: str, text: str) -> None:
    """A word changed, left out or cut from a longer one is a misquotation."""
    assert find(quote, text) is None


@pytest.mark.parametrize(
    ("locator", "named"),
    [
        ("p. 3", ("3",)),
        ("P.3, para. 2", ("3",)),
        ("page 12", ("12",)),
        ("pp. 3–5", ("3", "4", "5")),
        ("pp. 12-4", ("12", "13", "14")),
        ("pages 2, 4 and 6", ("2", "4", "6")),
        ("p. iv", ("iv",)),
        ("para. 2", ()),
        ("00:12:40", ()),
        ("row 14", ()),
        (None, ()),
    ],
)
def test_pages_of_a_locator(locator: str | None, named: tuple[str, ...]) -> None:
    """Only a page is judged as a page; a paragraph or a time code says nothing about pages."""
    assert pages(locator) == named


def test_a_page_is_the_one_in_order_or_the_one_that_is_called_so() -> None:
    """A reporter may go by the number under the page or by the viewer's."""
    assert places(("2",), ("i", "1", "2"), 3) == (1, 2)
    assert places(("i",), ("i", "1", "2"), 3) == (0,)
    assert places(("9",), (), 3) is None


def paper(*pages: str | None, whole: bool = True) -> Document:
    """A document of these pages."""
    return Document("pdf", pages, True, whole=whole)


def test_the_cited_page_counts() -> None:
    """Words on another page than the cited one are told, with the page they stand on."""
    judged = judge("he was told", "p. 1", paper("Nothing.", "He was told."))
    assert judged is not None
    assert (judged.match, judged.elsewhere, judged.page) == (None, True, 1)
    assert judge("he was told", "p. 2", paper("Nothing.", "He was told.")).match  # type: ignore[union-attr]
    assert judge("he was told", "para. 9", paper("Nothing.", "He was told.")).match  # type: ignore[union-attr]


def test_a_page_that_the_file_has_not() -> None:
    """A page behind the last one is told as such."""
    judged = judge("he was told", "p. 7", paper("Nothing.", "He was told."))
    assert judged is not None
    assert (judged.match, judged.beyond, judged.page) == (None, True, 1)


def test_nothing_is_said_of_what_cannot_be_read() -> None:
    """A scan on the cited page, or anywhere where none is cited, leaves the quotation in peace."""
    assert judge("he was told", "p. 2", paper("Nothing.", None)) is None
    assert judge("he was told", None, paper("Nothing.", None)) is None
    assert judge("he was told", None, Document("picture", why="is a picture")) is None
    assert judge("he was told", None, paper("Nothing.", whole=False)) is None
    assert judge("he was told", "p. 1", paper("Nothing.", None)) is not None


def test_a_sentence_that_runs_over_the_page() -> None:
    """A quotation over the edge of a page is found, past the page number between."""
    document = paper("Then he was\n- 1 -", "The Report\ntold of it.", "Nothing.")
    for at in ("p. 1", "p. 2", "pp. 1-2", None):
        judged = judge("he was told", at, document)
        assert judged is not None
        assert judged.match is not None
    judged = judge("he was told", "p. 3", document)
    assert judged is not None
    assert judged.match is None


def test_lines_with_numbers_and_footnotes() -> None:
    """A transcript's numbered lines and the figure of a footnote are no part of a sentence."""
    transcript = "\n".join(f" {i}  word{'' if i % 2 else ' and'}" for i in range(1, 9))
    judged = judge("word word and word", None, paper(transcript))
    assert judged is not None
    assert judged.match is not None
    judged = judge("the report said so", None, paper("As the report12 said so."))
    assert judged is not None
    assert judged.match is not None


def test_the_nearest_words_are_told() -> None:
    """An editor sees at once which word was changed, and on which page."""
    page = "It lies by the ferry. I advise against a permit at this place. The end."
    judged = judge("I advised against the permit", None, paper("Something else.", page))
    assert judged is not None
    assert judged.near is not None
    assert judged.near.page == 1
    assert page[judged.near.start : judged.near.end] == "I advise against a permit"
    nowhere = judge("quite another sentence", None, paper(page))
    assert nowhere is not None
    assert nowhere.near is None
