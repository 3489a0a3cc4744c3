"""An event cites nothing at all.

Readers are owed an answer to “who says so?” before anything else. A hypothesis, which never leaves
the desk, needs none.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Sourcing"
LEVEL: Level = "block"
ALSO: tuple[Level, ...] = ("warning",)

FINDS = """
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
visibility: public
"""
SILENT = (
    """
--- sources.yaml
id: form
kind: document
title: The complaint form
"""
    + FINDS
    + "sources: [form]\n",
    FINDS.replace("visibility: public", "verification: hypothesis"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event without a citation of its own: block for readers' events, else a warning."""
    for event, row in docket.events.items():
        if docket.citations.get(event) or row.verification == "hypothesis":
            continue
        public = event in docket.public
        readers = " and is meant for readers" if public else ""
        yield Finding(
            check="no-source",
            level=LEVEL if public else "warning",
            message=f"{facts.headline(docket, event)} cites no source{readers}.",
            event=event,
            file=row.file,
            line=row.line,
            identity=("no source",),
            settles="Add who says so: a source, and where in it.",
        )
