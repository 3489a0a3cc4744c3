"""Deep-background material carries an attribution.

On deep background nothing may be attributed to anybody, not even to “a source”: what is used is
said in the paper's own voice.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.sourcing import fact, supporting

SECTION = "Sourcing"
LEVEL: Level = "block"

FINDS = """
--- sources.yaml
id: insider
kind: interview
title: An account of the search
terms: deep-background
--- events/looked-up.yaml
headline: The officer looks up the mayor’s home address.
date: 2021-05
sources:
  - source: insider
    attribution: a person who knows the case
"""
SILENT = (
    FINDS.replace("deep-background", "on-background"),
    FINDS.replace("    attribution: a person who knows the case\n", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every attribution of a citation on deep background, and of an event that has no other."""
    for rows in (docket.citations, docket.known_citations):
        for event in rows:
            for row in rows[event]:
                if _deep(docket, row) and row.attribution is not None:
                    path: tuple[str | int, ...] = ("sources", row.position, "attribution")
                    path = path if row.known is None else ("known_to", row.known, *path)
                    yield _finding(docket, event, row.attribution, row, docket.line(event, *path))
    for event, whole in docket.events.items():
        support = supporting(docket, event)
        if whole.attribution is None or not support:
            continue
        if all(_deep(docket, row) for row in support):
            line = docket.line(event, "attribution")
            yield _finding(docket, event, whole.attribution, support[0], line)


def _deep(docket: Docket, row: Row) -> bool:
    source = docket.sources.get(row.source)
    return source is not None and source.terms == "deep-background"


def _finding(docket: Docket, event: str, words: str, row: Row, line: int | None) -> Finding:
    return Finding(
        check="deep-background-attributed",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, event)} is attributed to “{facts.quotable(words)}”, but "
            f"{facts.title(docket, row.source)} is on deep background, which allows no attribution."
        ),
        event=event,
        file=row.file,
        line=line,
        related=(
            fact(docket, row),
            Related(f"The attribution is “{facts.quotable(words)}”.", event, row.file, line),
        ),
        identity=(row.source, words),
        settles="Take the attribution out, or agree on other terms with the source.",
    )
