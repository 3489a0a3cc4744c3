"""Documents: what stands behind each source, and each quoted passage on its page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from components import attaching, document
from components.template import render
from components.visit import Visit
from timelines.docket import Row
from timelines.evidence.room import Room
from timelines.evidence.standing import Standing, standing
from timelines.evidence.stored import Unavailable
from timelines.evidence.texts import Document
from timelines.sourcing import every_citation
from timelines.words import Words

PLACE = 4

SHOWN = 300
"""So many sources in the list; the address finds any other."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list: its document, and what is known of its quotes."""

    title: str
    link: str
    about: str
    warned: str | None
    document: str | None
    quotes: str
    trouble: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation of the open source: of which event, where, which words, and how they stand.

    `there` leads to the page on which words stand, or the nearest ones, that are not as cited.
    """

    headline: str
    event_link: str
    link: str
    here: bool
    at: str | None
    quote: str | None
    standing: str | None
    where: str
    there: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value about the document; `trouble` where it is not as it should be."""

    label: str
    value: str
    remark: str | None = None
    trouble: bool = False


def show(visit: Visit) -> None:
    """Draw the list of sources, or the one that the address names."""
    source = visit.address.extra.get("source")
    if source is None:
        _list(visit)
    elif source in visit.docket.sources:
        _open(visit, visit.docket.sources[source])
    else:
        said = visit.words.say("app.documents.absent", source=source)
        st.html(render("notice.html", text=said))
        _list(visit)


def _list(visit: Visit) -> None:
    rows = list(visit.docket.sources.values())
    quotes = _quotes(visit)
    missing = _missing(visit)
    listed = [_listed(visit, row, quotes[row.id], missing) for row in rows[:SHOWN]]
    st.html(
        render(
            "documents.html",
            words=visit.words,
            groups=(
                ("with", [one for one in listed if one.document is not None]),
                ("without", [one for one in listed if one.document is None]),
            ),
            more=len(rows) - len(listed),
        )
    )


def _quotes(visit: Visit) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in every_citation(visit.docket):
        if row.quote is not None:
            found[row.source].append(row)
    return found


def _missing(visit: Visit) -> Counter[tuple[str | None, int | None]] | None:
    """Where quotes stand, by file and line, that the checks did not find; None while they run."""
    if visit.findings is None:
        return None
    return Counter((one.file, one.line) for one in visit.findings if one.check == "quote-not-found")


def _listed(
    visit: Visit,
    row: Row,
    quotes: list[Row],
    missing: Counter[tuple[str | None, int | None]] | None,
) -> Listed:
    words = visit.words
    count = words.count("app.documents.quoted", len(quotes))
    said, trouble = words["app.documents.no_quotes"], None
    if row.document is None and quotes:
        said = words.count("app.documents.unchecked", len(quotes))
    elif quotes and missing is None:
        said = f"{count}, {words['app.documents.looking']}"
    elif quotes and missing is not None:
        lost = sum((one.file, visit.docket.quote_line(one)) in missing for one in quotes)
        said = count
        if lost:
            trouble = words.count("app.documents.missing", lost)
    gone = _gone(visit, row)
    return Listed(
        title=row.title,
        link=visit.document(row.id),
        about=_about(row),
        warned=None if row.terms == "on-record" else words[f"app.terms.{row.terms}"],
        document=row.document,
        quotes=said,
        trouble=trouble if gone is None else gone,
    )


def _gone(visit: Visit, row: Row) -> str | None:
    if row.document is None:
        return None
    try:
        visit.docket.stored.here(row.document)
    except Unavailable as fault:
        return visit.words.say("app.documents.gone", why=fault)
    return None


def _about(row: Row) -> str:
    return " · ".join(part for part in (row.publisher, row.author) if part is not None)


def _open(visit: Visit, row: Row) -> None:
    """One source: its document at the cited place, and beside it who cites which words."""
    at, quote = (visit.address.extra.get(name) for name in ("at", "quote"))
    text = _document(visit, row)
    cited = list(_cited(visit, row, text))
    with st.container(key="documents"):
        with st.container(key="documents_side"):
            st.html(
                render(
                    "source.html",
                    words=visit.words,
                    row=row,
                    about=_about(row),
                    all_link=visit.address.on("documents").link(),
                    facts=list(_facts(visit, row)),
                    cited=cited,
                )
            )
            attaching.draw(visit, row.id, row.document)
        with st.container(key="documents_page"):
            if row.document is None:
                empty = visit.words["app.documents.viewer.nothing"]
                st.html(render("notice.html", text=empty))
            else:
                document.draw(visit, row.id, at, quote)


def _document(visit: Visit, row: Row) -> Document | None:
    if row.document is None:
        return None
    try:
        with Room() as room:
            return visit.docket.stored.document(row.document, room)
    except Unavailable:
        return None


def _cited(visit: Visit, row: Row, text: Document | None) -> Iterator[Quoted]:
    own = visit.investigation.heading.language
    same = row.language is None or row.language.split("-")[0].lower() == own.split("-")[0].lower()
    at, quote = (visit.address.extra.get(name) for name in ("at", "quote"))
    for one in every_citation(visit.docket):
        if one.source != row.id:
            continue
        stands = None
        if text is not None and one.quote is not None:
            stands = standing(one.quote, one.at, text, same=same)
        link = visit.document(row.id, one.at, one.quote)
        yield Quoted(
            headline=visit.headlines[one.event],
            event_link=visit.link(one.event),
            link=link,
            here=(at or quote) is not None and link == visit.document(row.id, at, quote),
            at=one.at,
            quote=one.quote,
            standing=None if stands is None else _stands(stands, visit.words),
            where="" if stands is None else stands.where,
            there=None
            if stands is None or stands.page is None or stands.where == "here"
            else visit.document(row.id, f"p. {stands.page}", one.quote),
            known=one.known is not None,
        )


def _stands(found: Standing, words: Words) -> str:
    """How a quotation stands, as a sentence without its full stop."""
    key = "near" if found.where == "nowhere" and found.near is not None else found.where
    paged = found.page is not None and key in ("here", "elsewhere", "near")
    return words.say(
        f"app.documents.standing.{key}{'_page' if paged else ''}",
        page=found.page,
        near=(found.near or "").translate(_INNER),
    )


_INNER = str.maketrans("“”", "‘’")


def _facts(visit: Visit, row: Row) -> Iterator[Fact]:
    if row.document is None:
        return
    said, stored = visit.words.under("app.documents.fact"), visit.docket.stored
    yield Fact(said["file"], row.document)
    try:
        digest = stored.sum(row.document)
        count = (visit.opened.path / row.document).stat().st_size
    except (Unavailable, OSError) as fault:
        why = visit.words.say("app.documents.gone", why=fault)
        yield Fact(said["sum"], "", why, trouble=True)
        return
    yield Fact(said["size"], attaching.size(count, visit.words))
    if row.sha256 is None:
        yield Fact(said["sum"], digest, said["unrecorded"])
    elif row.sha256 == digest:
        yield Fact(said["sum"], digest, said["same"])
    else:
        changed = visit.words.say("app.documents.fact.changed", recorded=row.sha256)
        yield Fact(said["sum"], digest, changed, trouble=True)
