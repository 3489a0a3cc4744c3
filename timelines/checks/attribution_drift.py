"""Confidential material is attributed in other words than those agreed with its source.

“Police source” is not “law enforcement source”: the words were chosen with the person at risk, and
any others may give them away. The agreed label must stand there whole; capitals and the style of
quotation marks do not matter.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.sourcing import rests_on_the_unnamed, supporting

SECTION = "Sourcing"
LEVEL: Level = "block"

FINDS = """
--- sources.yaml
id: insider
kind: interview
title: An account of the search
terms: on-background
label: a law enforcement source
--- events/looked-up.yaml
headline: The officer looks up the mayor’s home address.
date: 2021-05
sources:
  - source: insider
    attribution: a police source
"""
SILENT = FINDS.replace("a police source", "A law enforcement source, speaking on background")

_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def check(docket: Docket) -> Iterator[Finding]:
    """Every attribution, of a citation or of an event, without the label that was agreed."""
    for rows in (docket.citations, docket.known_citations):
        for event in rows:
            for row in rows[event]:
                label = _label(docket, row.source)
                if label is not None and _drifts(row.attribution, [label]):
                    line = _line(docket, row)
                    yield _finding(docket, event, row.attribution, row, label, row.file, line)
    for event, row in docket.events.items():
        support = supporting(docket, event)
        labels = [_label(docket, one.source) for one in support]
        agreed = [label for label in labels if label is not None]
        # Beside somebody on the record, the event's attribution may be to them.
        unnamed = all(rests_on_the_unnamed(docket, one, support) for one in support)
        if not agreed or not unnamed or not _drifts(row.attribution, agreed):
            continue
        line = docket.line(event, "attribution")
        yield _finding(docket, event, row.attribution, support[0], agreed[0], row.file, line)


def _label(docket: Docket, source: str) -> str | None:
    row = docket.sources.get(source)
    return None if row is None or row.terms == "on-record" else row.label


def _drifts(attribution: str | None, labels: list[str]) -> bool:
    if attribution is None:
        return False
    return not any(_plain(label) in _plain(attribution) for label in labels)


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())


def _line(docket: Docket, row: Row) -> int | None:
    path: tuple[str | int, ...] = ("sources", row.position, "attribution")
    if row.known is not None:
        path = ("known_to", row.known, *path)
    return docket.line(row.event, *path)


def _finding(
    docket: Docket, event: str, words: str, row: Row, label: str, file: str, line: int | None
) -> Finding:
    source = docket.sources[row.source]
    agreed = docket.investigation.line("source", row.source, "label") or source.line
    return Finding(
        check="attribution-drift",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, event)} is attributed to “{facts.quotable(words)}”; the "
            f"words agreed with the source are “{facts.quotable(label)}”."
        ),
        event=event,
        file=file,
        line=line,
        related=(
            Related(f"The attribution is “{facts.quotable(words)}”.", event, file, line),
            Related(f"Agreed is “{facts.quotable(label)}”.", None, source.file, agreed),
        ),
        identity=(row.source, words, label),
        settles="Use the agreed words, or agree on others with the source first.",
    )
