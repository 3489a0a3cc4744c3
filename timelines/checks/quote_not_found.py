"""The quoted words do not stand in the stored file, on the page that is cited.

A quotation that went through notes and drafts loses a word or gains one. Kinds of quotation marks
and dashes, capitals, accents, ligatures, line ends and the hyphens at them make no difference;
“…” and “[…]” leave words out, and what stands in brackets is the reporter’s. A locator such as
`p. 3` is the third page of the file, or the one that the file calls so; with any other locator the
words may stand anywhere. A text without form feeds, a web page and an e-mail have no pages; of a
web page the visible text counts.

Nothing is said of scans, recordings and other files without text, and of a quotation whose source
is in another language than the investigation: it may be translated.
"""

from collections import defaultdict
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.evidence.judging import Judged, judge
from timelines.evidence.room import Room
from timelines.evidence.stored import Unavailable
from timelines.evidence.texts import Document
from timelines.findings import Finding, Level
from timelines.sourcing import every_citation, fact

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: memo
kind: document
title: The inspection memo
file: memo.txt
--- evidence/memo.txt
The fuel dock was in-
spected on March 21, 2023. It’s unsafe, and I advise against a permit.
--- events/inspected.yaml
headline: The dock is inspected.
date: 2023-03-21
sources:
  - source: memo
    at: p. 1
    quote: I advised against a permit
"""
SILENT = (
    FINDS.replace("I advised against", "I advise against"),
    FINDS.replace("I advised against a permit", "The fuel dock was inspected on March 21"),
    FINDS.replace("I advised against a permit", "“It's unsafe … and [the inspector] advise”"),
    FINDS.replace("    quote: I advised against a permit\n", ""),
    FINDS.replace("title: The", "language: es\ntitle: The"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every citation whose quoted words are not in the file of its source."""
    quoted: dict[str, list[Row]] = defaultdict(list)
    for row in every_citation(docket):
        if row.quote is not None and _may_be_judged(docket, row.source):
            quoted[docket.sources[row.source].document].append(row)
    # One file after the other, so that its text is made ready once.
    with Room() as room:
        for path, rows in quoted.items():
            try:
                document = docket.stored.document(path, room)
            except Unavailable:
                continue
            for row in rows:
                judged = judge(row.quote, row.at, document)
                if judged is not None and judged.match is None:
                    yield _finding(docket, row, judged, document)


def _may_be_judged(docket: Docket, source: str) -> bool:
    row = docket.sources.get(source)
    if row is None or row.document is None:
        return False
    own = docket.investigation.heading.language
    return row.language is None or _tongue(row.language) == _tongue(own)


def _tongue(language: str) -> str:
    return language.split("-")[0].lower()


def _finding(docket: Docket, row: Row, judged: Judged, document: Document) -> Finding:
    path: tuple[str | int, ...] = ("sources", row.position, "quote")
    if row.known is not None:
        path = ("known_to", row.known, *path)
    line = docket.investigation.line("event", row.event, *path)
    said = facts.shortened(facts.quotable(row.quote).strip(" .‘’"))
    return Finding(
        check="quote-not-found",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, row.event)} quotes “{said}” from "
            f"{facts.title(docket, row.source)}; {_where_not(docket, row, judged, document)}."
            f"{_where(judged, document)}"
        ),
        event=row.event,
        file=row.file,
        line=row.line if line is None else line,
        related=(fact(docket, row),),
        identity=(row.source, row.at or "", row.quote),
        settles="Quote what stands there, or cite the page on which the words stand.",
    )


def _where_not(docket: Docket, row: Row, judged: Judged, document: Document) -> str:
    file = f"“{docket.sources[row.source].document}”"
    if not judged.cited:
        return f"these words are not in {file}"
    several = len(judged.cited) > 1
    pages = f"{'pages' if several else 'page'} {_series(judged.cited)}"
    if judged.beyond:
        count = len(document.pages)
        has = "one page" if count == 1 else f"{count} pages"
        return f"{file} has {has}, and no {pages}"
    return f"these words are not on {pages} of {file}"


def _series(pages: tuple[str, ...]) -> str:
    if len(pages) < 3:
        return " and ".join(pages)
    numbers = [int(page) for page in pages if page.isdecimal()]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(pages))):
        return f"{pages[0]} to {pages[-1]}"
    return f"{', '.join(pages[:-1])} and {pages[-1]}"


def _where(judged: Judged, document: Document) -> str:
    if judged.elsewhere and judged.page is not None:
        return f" They stand on page {judged.page + 1}."
    if judged.near is None:
        return " Nothing like it stands there."
    near = judged.near
    page = document.pages[near.page] or ""
    there = facts.shortened(facts.quotable(page[near.start : near.end]), 2 * facts.LONGEST)
    on = f" on page {near.page + 1}" if document.numbered else ""
    return f" The nearest words{on} are “{there}”."
