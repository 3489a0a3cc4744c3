"""Off-the-record material supports an event that is meant for readers.

What was said off the record may lead to a fact; it may not carry one in print. Find somebody else
who says it, or keep the event inside.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import fact, supporting

SECTION = "Sourcing"
LEVEL: Level = "block"

FINDS = """
--- sources.yaml
id: insider
kind: interview
title: An account of the search
terms: off-record
--- events/looked-up.yaml
headline: The officer looks up the mayor’s home address.
date: 2021-05
visibility: public
sources: [insider]
"""
SILENT = (
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("off-record", "on-background"),
    FINDS.replace("sources: [insider]", "sources: [{source: insider, stance: mentions}]"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every public event that a source off the record supports."""
    for event in docket.events:
        if event not in docket.public:
            continue
        for row in supporting(docket, event):
            source = docket.sources.get(row.source)
            if source is None or source.terms != "off-record":
                continue
            yield Finding(
                check="off-record-used",
                level=LEVEL,
                message=(
                    f"{facts.headline(docket, event)} is meant for readers and rests on "
                    f"{facts.title(docket, row.source)}, which is off the record."
                ),
                event=event,
                file=row.file,
                line=row.line,
                related=(fact(docket, row),),
                identity=(row.source,),
                settles="Find somebody else who says it, or keep the event inside.",
            )
