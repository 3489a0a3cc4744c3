"""A source was published before the event that it reports as past.

Nobody can report what has not happened: the date of the event or that of the publication is
wrong, or the source announced it, and the event should be `kind: planned`. Only where the two
dates by themselves leave no room is this said; a clash that needs a third fact is a
contradiction.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "block"

FINDS = """
--- sources.yaml
id: first-story
kind: publication
title: Mayor files complaint
published: 2021-10-08
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources: [first-story]
"""
SILENT = (
    FINDS.replace("date: 2021-10-15", "date: 2021-10"),
    FINDS.replace("date: 2021-10-15", "date: 2021-10-15\nkind: planned"),
    FINDS.replace("[first-story]", "\n  - source: first-story\n    stance: mentions"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every supporting source whose publication was over before the event may have begun."""
    for event, rows in docket.citations.items():
        when = docket.dated(event)
        if when is None or when.backwards or docket.events[event].kind == "planned":
            continue
        told: set[str] = set()
        for row in rows:
            published = docket.investigation.published.get(row.source)
            if row.stance != "supports" or published is None or row.source in told:
                continue
            begins, out = when.start.earliest, published.end.latest
            if published.backwards or begins is None or out is None or out > begins:
                continue
            told.add(row.source)
            stands = facts.dated(docket, event)
            paper = facts.source_dated(docket, row.source, "published", published)
            yield Finding(
                check="source-before-event",
                level=LEVEL,
                message=f"{facts.is_dated(docket, event)}, but {paper.says}",
                event=event,
                file=row.file,
                line=row.line,
                related=(stands, paper),
                identity=(row.source, when.written, published.written),
                settles="Check both dates; if the source announces the event, it is planned.",
            )
