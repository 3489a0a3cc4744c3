"""Dates and order facts that cannot all be true together.

What each file says may be possible by itself, and impossible beside the others: a letter “four
months after” a report of May that is dated in July. Reported is a smallest set of statements: take
any one of them away and the rest can be true. With it come by how much they miss, and which of
them stands on the weakest ground: start there. Where a date clashes with nothing but one
publication, or with what one person knew, that has a check of its own.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level, Related

SECTION = "Order"
LEVEL: Level = "block"

FINDS = """
--- sources.yaml
id: form
kind: document
title: The complaint form
--- events/report.yaml
headline: An officer reports the search.
date: 2021-05-20
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: 2021-09-08
order:
  - after: report
    by: 2 months
    source: form
"""
SILENT = (
    FINDS.replace("by: 2 months", "by: about 4 months"),
    FINDS.replace("2021-09-08", "[2021-07-20, 2021-09-08]"),
    FINDS.replace("2021-09-08", "2021"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every smallest set that the network found, at its weakest statement."""
    for found in docket.chronology.contradictions:
        if found.check != "contradiction":
            continue
        weakest = found.weakest
        # A publication stands in no event's file: what it clashes with is the event's matter.
        event = found.events[0] if weakest.event is None else weakest.event
        ground = "They stand on equal ground; start with one of them"
        if found.weakest_because is not None:
            ground = f"Start with what stands on the weakest ground ({found.weakest_because})"
        yield Finding(
            check="contradiction",
            level=LEVEL,
            message=found.sentence,
            event=event,
            file=weakest.file,
            line=weakest.line,
            related=tuple(
                Related(one.sentence, one.event, one.file, one.line) for one in found.statements
            ),
            identity=tuple(sorted(one.clause for one in found.statements)),
            settles=f"{ground}: {weakest.sentence}",
        )
