"""What stands in a document, page by page, whatever kind of file it is."""

from __future__ import annotations

import codecs
import json
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from timelines.evidence.room import Room, Unopened

Kind = Literal["pdf", "html", "mail", "text", "picture", "other"]

LONGEST = 5_000_000
"""Characters of one document that are read."""

MOST_KEPT = 12_000_000
"""Characters of all documents that are kept in memory for the next time."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file. None for a page is one without text: a scan, for all we know.

    `numbered`: it has pages that a locator can mean (a PDF, a text with form feeds); without, the
    pages are only parts. `labels` are the page numbers printed in a viewer, where a PDF names
    them. `whole` is False where text was left out for its length. `why` says, as the end of a
    sentence, why there is no text at all.
    """

    kind: Kind
    pages: tuple[str | None, ...] = ()
    numbered: bool = False
    labels: tuple[str, ...] = ()
    whole: bool = True
    why: str | None = None

    @property
    def readable(self) -> bool:
        """Whether there is any text in it."""
        return any(page is not None for page in self.pages)


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file, by what it begins with, else by the end of its name."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if _is_picture(head):
        return "picture"
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix in ("html", "htm", "xhtml", "svg"):
        return "html"
    if suffix == "eml":
        return "mail"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith((b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        return "other"
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "other" if b"\0" in data[:8192] and not is_wide else "text"


def _is_picture(head: bytes) -> bool:
    if head.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
        return True
    return (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or (
        head[:2] == b"BM" and head[6:10] == b"\0\0\0\0"
    )


def decoded(data: bytes) -> str:
    """The text of a plain file: by its byte order mark, as UTF-8, else as Windows wrote it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text_of(name: str, digest: str, data: Callable[[], bytes], room: Room) -> Document:
    """The text of a file with that SHA-256, from memory if it was read before.

    The same bytes under another ending (`.txt`, `.html`) are another text.
    """
    key = (digest, name.rpartition(".")[2].lower())
    with _door:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    document = read(name, data(), room)
    with _door:
        _kept[key] = document
        while len(_kept) > 1 and sum(map(_length, _kept.values())) > MOST_KEPT:
            _kept.popitem(last=False)
    return document


def read(name: str, data: bytes, room: Room) -> Document:
    """The text of a file; one that cannot be opened has none, and says why."""
    kind = kind_of(name, data)
    try:
        if kind == "text":
            return _plain(decoded(data))
        if kind == "pdf":
            return _pdf(data, room)
        if kind in ("html", "mail"):
            pages = json.loads(room.ask(f"{kind}-text", data)[1])
            # A page that scripts would fill shows nothing that could be held against anybody.
            shown = (page if any(map(str.isalnum, page)) else None for page in pages)
            return _bounded(Document(kind, tuple(shown)))
    except Unopened as fault:
        return Document(kind, why=str(fault))
    if kind == "picture":
        return Document(kind, why="is a picture, without text")
    return Document(kind, why="is of a kind whose text is not read here")


def _plain(text: str) -> Document:
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()  # A form feed ends a page.
    return _bounded(Document("text", tuple(pages), numbered=len(pages) > 1 or "\f" in text))


def _pdf(data: bytes, room: Room) -> Document:
    said = json.loads(room.ask("pdf-text", data)[1])
    return _bounded(
        Document("pdf", tuple(said["pages"]), True, tuple(said["labels"]), said["whole"])
    )


def _bounded(document: Document) -> Document:
    """The document, cut where it is longer than anybody's evidence."""
    if _length(document) <= LONGEST:
        return document
    left, pages = LONGEST, []
    for page in document.pages:
        pages.append(None if page is None else page[:left])
        left = max(0, left - len(page or ""))
    return Document(document.kind, tuple(pages), document.numbered, document.labels, False)


def _length(document: Document) -> int:
    return sum(len(page or "") for page in document.pages) + 1000


_kept: OrderedDict[tuple[str, str], Document] = OrderedDict()
_door = threading.Lock()
