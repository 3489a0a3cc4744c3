"""How a quotation stands against its document: as cited, elsewhere, nowhere, or not sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timelines.evidence.judging import judge
from timelines.evidence.texts import Document

Where = Literal["here", "elsewhere", "nowhere", "unsaid"]

MOST_NEAR = 240
"""Characters of the nearest words that are told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where quoted words stand: `here` is where the citation says, `elsewhere` on another page.

    `page` counts from 1, None where the document has none. `near` are the words of the document
    that come nearest to those that stand `nowhere`. `unsaid`: there is no text to look in, it may
    be a translation, or nothing is quoted.
    """

    where: Where
    page: int | None = None
    near: str | None = None


def standing(quote: str | None, at: str | None, document: Document, *, same: bool) -> Standing:
    """How a quotation stands; `same`: the document is in the language of the investigation."""
    judged = judge(quote, at, document) if quote is not None and same else None
    if judged is None:
        return Standing("unsaid")
    if judged.match is not None:
        return Standing("here", _number(judged.page, document))
    if judged.elsewhere:
        return Standing("elsewhere", _number(judged.page, document))
    if judged.near is None:
        return Standing("nowhere")
    page = document.pages[judged.near.page] or ""
    near = " ".join(page[judged.near.start : judged.near.end].split())
    shown = near if len(near) <= MOST_NEAR else f"{near[:MOST_NEAR].rstrip()} …"
    return Standing("nowhere", _number(judged.near.page, document), shown)


def _number(page: int | None, document: Document) -> int | None:
    return None if page is None or not document.numbered else page + 1
