"""An inert picture of the cited place in a document: nothing of the file runs, loads or links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from timelines.evidence.judging import Judged, judge, quoted_on
from timelines.evidence.locators import pages as cited_pages
from timelines.evidence.locators import places
from timelines.evidence.room import LATE, Room, Unopened
from timelines.evidence.stored import Stored, Unavailable
from timelines.evidence.texts import Document, kind_of
from timelines.investigation import Investigation

Form = Literal["picture", "text", "nothing"]

MOST_SHOWN = 40_000
"""Characters of a text that are shown at once, those around the quotation first."""

_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line of the quoted words stands on a picture, as parts of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What to put beside the event.

    A `picture` has `png`, with the quoted words marked in yellow, and their `boxes`. A `text` is to
    be shown as text, never as markup: `pieces` are its parts in order, each with whether it is
    quoted. `nothing` has only the `note`, a sentence that says why. `page` counts from 1; it and
    `pages` are None where the file has none. `found`: the quoted words are marked; None where
    nothing is quoted, or where the page has no text to look in.
    """

    form: Form
    file: str
    note: str = ""
    page: int | None = None
    pages: int | None = None
    found: bool | None = None
    png: bytes = b""
    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    pieces: tuple[tuple[str, bool], ...] = ()

    @property
    def text(self) -> str:
        """The text that is shown, without marks."""
        return "".join(piece for piece, _ in self.pieces)

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where the quoted words stand in `text`."""
        found, place = [], 0
        for piece, marked in self.pieces:
            if marked:
                found.append((place, place + len(piece)))
            place += len(piece)
        return tuple(found)


def show(
    investigation: Investigation,
    source: str,
    at: str | None = None,
    quote: str | None = None,
    *,
    page: int | None = None,
) -> Shown:
    """The place that a citation names in the file of a source, the quoted words marked.

    `page`, from 1, shows that page instead. Whatever is wrong with the file, this answers: with a
    note that says so.
    """
    identities = investigation.sources["id"]
    rows = investigation.sources[identities == source]
    path = None if rows.empty else rows.iloc[0]["document"]
    if not isinstance(path, str):
        return Shown("nothing", "", "This source has no file.")
    allowed = investigation.heading.house.evidence_megabytes * 1_000_000
    return shown_file(investigation.path, path, at, quote, page=page, largest=allowed)


def shown_file(
    root: Path, path: str, at: str | None, quote: str | None, *, page: int | None, largest: int
) -> Shown:
    """The same for a file by its path within the investigation, of at most so many bytes."""
    stored = Stored(root, largest)
    try:
        data = stored.data(path)
        with Room(_SECONDS) as room:
            if kind_of(path, data) == "picture":
                return _picture(path, data, room)
            document = stored.document(path, room)
            if document.kind == "pdf" and (document.why or "").startswith(LATE):
                return _unread(path, data, document.why or LATE, at, page, quote, room)
            if document.why is not None:
                raise Unopened(document.why)
            number, judged = _place(document, at, quote, page)
            if document.kind == "pdf":
                return _page(path, data, document, number, quote, room)
            return _text(path, document, number, quote, judged)
    except (Unavailable, Unopened) as fault:
        return Shown("nothing", path, f"“{path}” {fault}.")


def _place(
    document: Document, at: str | None, quote: str | None, page: int | None
) -> tuple[int, Judged | None]:
    """The page to show, from 0: the one asked for, the cited one, or where the words stand."""
    judged = None if quote is None else judge(quote, at, document)
    last = len(document.pages) - 1
    if page is not None:
        return min(max(page - 1, 0), last), judged
    if judged is not None and judged.match is not None and judged.page is not None:
        return judged.page, judged
    cited = cited_pages(at) if document.numbered else ()
    meant = places(cited, document.labels, len(document.pages)) if cited else None
    if meant:
        return meant[0], judged
    near = None if judged is None else judged.near
    return (0 if near is None else near.page), judged


def _picture(path: str, data: bytes, room: Room) -> Shown:
    size, png = room.ask("picture", data)
    return Shown("picture", path, png=png, width=size["width"], height=size["height"])


def _page(
    path: str, data: bytes, document: Document, number: int, quote: str | None, room: Room
) -> Shown:
    said, png = room.ask("pdf-page", data, page=number, quote=quote)
    boxes = tuple(Box(*box) for box in said["boxes"])
    found = None if quote is None or document.pages[number] is None else bool(boxes)
    return Shown(
        "picture",
        path,
        note=_note(found, document),
        page=number + 1,
        pages=len(document.pages),
        found=found,
        png=png,
        width=said["width"],
        height=said["height"],
        boxes=boxes,
    )


def _unread(
    path: str,
    data: bytes,
    why: str,
    at: str | None,
    page: int | None,
    quote: str | None,
    room: Room,
) -> Shown:
    """A page of a PDF whose text was not read as a whole: too long a one still opens at a page.

    Raises Unopened, with what was wrong at first, where the page cannot be shown either.
    """
    cited = next((int(one) for one in cited_pages(at) if one.isdecimal()), 1)
    number = max(1, cited if page is None else page)
    try:
        said, png = room.ask("pdf-page", data, page=number - 1, quote=quote)
    except Unopened:
        raise Unopened(why) from None
    return Shown(
        "picture",
        path,
        note=f"“{path}” was not read as a whole; only this page was looked at.",
        page=number,
        pages=said["pages"],
        found=bool(said["boxes"]) if quote is not None else None,
        png=png,
        width=said["width"],
        height=said["height"],
        boxes=tuple(Box(*box) for box in said["boxes"]),
    )


def _text(
    path: str, document: Document, number: int, quote: str | None, judged: Judged | None
) -> Shown:
    page = document.pages[number] or ""
    match = None if quote is None else quoted_on(quote, page)
    spans = () if match is None else match.spans
    found = None if quote is None else match is not None
    near = None if judged is None else judged.near
    middle = spans[0][0] if spans else near.start if near is not None else 0
    first = max(0, min(middle - MOST_SHOWN // 2, len(page) - MOST_SHOWN))
    return Shown(
        "text",
        path,
        note=_note(found, document),
        page=number + 1 if document.numbered else None,
        pages=len(document.pages) if document.numbered else None,
        found=found,
        pieces=_pieces(page[: first + MOST_SHOWN], first, spans),
    )


def _pieces(
    text: str, first: int, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[str, bool], ...]:
    pieces, place = [], first
    for start, end in spans:
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    pieces.append((text[place:], False))
    return tuple(piece for piece in pieces if piece[0])


def _note(found: bool | None, document: Document) -> str:
    if found is False:
        return (
            "The quoted words are not on this page."
            if document.numbered
            else ("The quoted words do not stand here.")
        )
    return ""
