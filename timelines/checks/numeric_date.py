"""A date in figures, such as “9/8/2021”, in the words of a source: September 8 or August 9?

Which number is the month depends on who wrote it. Where both readings are days, the words alone
do not say. A citation that itself says which day is meant, in words or as 2021-09-08, is clear.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.numericdates import Numeric, ambiguous

SECTION = "Dates"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: form
kind: document
title: The complaint form
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: 2021-09-08
sources:
  - source: form
    quote: I was told on 9/8/2021.
"""
SILENT = (
    FINDS.replace("9/8/2021", "13/8/2021"),
    FINDS.replace("9/8/2021", "8/8/2021"),
    FINDS.replace("quote:", "says: {date: 2021-09-08}\n    quote:"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every numeric date with two readings in the quote of a citation or in what it says."""
    settled = {
        (said.event, said.known, said.position)
        for every in docket.said.values()
        for said in every
        if said.when is not None
    }
    told: set[tuple[str, int | None, int, str]] = set()
    for row, words, field in _texts(docket):
        place = (row.event, row.known, row.position)
        for numeric in () if place in settled else ambiguous(words, dated=field == "date"):
            if (*place, numeric.text) not in told:
                told.add((*place, numeric.text))
                line = docket.quote_line(row) if field is None else row.line
                yield _finding(docket, row, numeric, line)


def _texts(docket: Docket) -> Iterator[tuple[Row, str, str | None]]:
    """What citations quote and say; and the field, None for a quote."""
    for rows in (docket.citations, docket.known_citations):
        for row in (row for every in rows.values() for row in every):
            if row.quote is not None:
                yield row, row.quote, None
    for row in docket.claims:
        yield row, row.value, row.field


def _finding(docket: Docket, row: Row, numeric: Numeric, line: int | None) -> Finding:
    one, other = numeric.readings
    told = f"{facts.capital(facts.who(docket, row.source))} says “{numeric.text}”"
    return Finding(
        check="numeric-date",
        level=LEVEL,
        message=f"{told}, which may be {one} or {other}.",
        event=row.event,
        file=row.file,
        line=line,
        related=(
            Related(f"{told}.", row.event, row.file, line),
            facts.dated(docket, row.event),
        ),
        identity=(row.source, numeric.text),
        settles="Find out which is meant, and add `says: date` to the citation.",
    )
