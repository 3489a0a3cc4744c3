"""What stands behind an event: which citations support it, on which terms, and how near to it."""

from __future__ import annotations

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Related

RECORDS = frozenset({"document", "recording", "dataset"})
"""Kinds of source that can be opened and read, as against an account of them."""


def supporting(docket: Docket, event: str) -> tuple[Row, ...]:
    """The event's own citations that support it, in the order of the file."""
    return docket.supporting.get(event, ())


def confidential(docket: Docket, source: str) -> bool:
    """Whether the source spoke on other terms than on the record."""
    return source in docket.confidential


def is_the_thing(docket: Docket, row: Row, support: tuple[Row, ...]) -> bool:
    """Whether one of the sources is what the event is: the story published, the statement made."""
    if row.kind not in ("publication", "statement"):
        return False
    return any(
        docket.sources[one.source].kind == row.kind
        for one in support
        if one.source in docket.sources
    )


def cited(docket: Docket) -> frozenset[str]:
    """Ids of the sources that any citation names, of an event or of who knew of it."""
    return frozenset(docket.investigation.citations["source"].tolist())


def every_citation(docket: Docket) -> Iterator[Row]:
    """All citations, those of events before those of who knew of them."""
    for rows in (docket.citations, docket.known_citations):
        for event in rows:
            yield from rows[event]


def fact(docket: Docket, row: Row, says: str | None = None) -> Related:
    """That an event cites a source, at the line of the citation."""
    said = says or f"It cites {facts.title(docket, row.source)}."
    return Related(said, row.event, row.file, row.line)


def rests_on_the_unnamed(docket: Docket, row: Row, rows: tuple[Row, ...]) -> bool:
    """Whether a citation adds nothing on the record to those of unnamed sources beside it.

    It is itself of a confidential source, goes back to none but such, or retells one that the
    same event cites.
    """
    if confidential(docket, row.source):
        return True
    if not docket.confidential:
        return False
    roots = docket.roots.get(row.source, frozenset())
    if roots and all(confidential(docket, root) for root in roots):
        return True
    retold = docket.ancestors.get(row.source, frozenset())
    return any(one.source in retold and confidential(docket, one.source) for one in rows)


def copied_from(docket: Docket, source: str) -> tuple[str, ...]:
    """The originals that can be had of a translated or re-posted source; nothing for any other.

    They are what `translated_from` names, and for a post what it derives from. Of an original the
    file, the address or an archived copy must be there.
    """
    row = docket.sources.get(source)
    if row is None:
        return ()
    named = [row.translated_from] if row.translated_from is not None else []
    if row.kind == "post":
        named += docket.derived_from.get(source, ())
    return tuple(dict.fromkeys(one for one in named if _can_be_had(docket, one)))


def _can_be_had(docket: Docket, source: str) -> bool:
    row = docket.sources.get(source)
    return row is not None and any(
        one is not None for one in (row.document, row.url, row.archived_url)
    )
