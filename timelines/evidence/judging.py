"""Whether quoted words stand in a document where a citation says, and where else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timelines.evidence.locators import pages as cited_pages
from timelines.evidence.locators import places
from timelines.evidence.nearest import Near, nearest
from timelines.evidence.quotes import Match, every, find, words
from timelines.evidence.texts import Document


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a quote. `match` is None where it is not in the cited place.

    `page`, from 0, is where it stands, on the cited page or `elsewhere`. `cited` are the page
    numbers as written; `beyond`: the file has no such page. `near` is told where it stands nowhere.
    """

    cited: tuple[str, ...]
    match: Match | None = None
    page: int | None = None
    elsewhere: bool = False
    beyond: bool = False
    near: Near | None = None


def judge(quote: str, at: str | None, document: Document) -> Judged | None:
    """Where a quote stands in a document; None where that cannot be said.

    It cannot where there is no text, nothing quoted, or where the words may stand on a page
    without text (a scan) or in what was left out for its length.
    """
    if not document.readable or words(quote) == 0:
        return None
    cited = cited_pages(at) if document.numbered else ()
    count = len(document.pages)
    meant = places(cited, document.labels, count) if cited else tuple(range(count))
    if meant is None and not document.whole:
        return None
    for page in meant or ():
        found = quoted_on(quote, document.pages[page])
        if found is not None:
            return Judged(cited, found, page)
    blind = any(document.pages[page] is None for page in meant or ())
    if blind or (not document.whole and not _well_inside(meant, document)):
        return None
    if _over_the_edge(quote, meant or (), document.pages):
        return Judged(cited, Match(((0, 0),)), (meant or (0,))[0])
    return _astray(quote, cited, meant, document)


def _well_inside(meant: tuple[int, ...] | None, document: Document) -> bool:
    """Whether the pages meant stand before the one at which a long document was cut."""
    text = [number for number, page in enumerate(document.pages) if page]
    return bool(text) and meant is not None and max(meant, default=0) < text[-1]


def _astray(
    quote: str, cited: tuple[str, ...], meant: tuple[int, ...] | None, document: Document
) -> Judged:
    others = [i for i in range(len(document.pages)) if i not in (meant or ())]
    for page in others:
        found = quoted_on(quote, document.pages[page])
        if found is not None:
            return Judged(cited, None, page, elsewhere=True, beyond=meant is None)
    order = [*(meant or ()), *others]
    told = [(i, text) for i in order if (text := document.pages[i]) is not None]
    return Judged(cited, beyond=meant is None, near=nearest(quote, told))


def quoted_on(quote: str, page: str | None) -> Match | None:
    """Where quoted words stand on a page, in any of its readings."""
    for text in () if page is None else readings(page):
        found = find(quote, text)
        if found is not None:
            return found
    return None


def readings(page: str) -> Iterator[str]:
    """A page as it stands, then without what is no part of its sentences: every place the same.

    Line numbers in the margin, as transcripts have them; figures of footnotes behind a word.
    """
    yield page
    lines = [line for line in page.splitlines() if line.strip()]
    numbered = sum(_MARGIN.match(line) is not None for line in lines)
    if len(lines) >= 5 and numbered >= 0.6 * len(lines):
        page = _MARGIN.sub(lambda found: " " * len(found[0]), page)
        yield page
    without = _NOTE.sub(lambda found: " " * len(found[0]), page)
    if without != page:
        yield without


_MARGIN = re.compile(r"^[ \t]*\d{1,2}(?=[ \t]|$)", re.MULTILINE)
_NOTE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[a-z][.,;:”’)]))\d{1,3}(?=\s|$)|\[\d{1,3}\]")


def _over_the_edge(quote: str, meant: Sequence[int], pages: Sequence[str | None]) -> bool:
    """Whether a quote runs from one page over to the next, one of them a cited one.

    Up to three lines at the foot of the one and at the head of the other are passed over: page
    numbers and running titles.
    """
    reach = 2 * len(quote) + 400
    for number in sorted({i - 1 for i in meant} | set(meant)):
        if not 0 <= number < len(pages) - 1:
            continue
        before, behind = pages[number], pages[number + 1]
        if before is None or behind is None:
            continue
        foot, head = before[-reach:].splitlines(), behind[:reach].splitlines()
        for less in range(min(4, len(foot))):
            for more in range(min(4, len(head))):
                end = "\n".join(foot[: len(foot) - less])
                joined = "\n".join([end, *head[more:]])
                if any(one.start < len(end) < one.end for one in every(quote, joined)):
                    return True
    return False
