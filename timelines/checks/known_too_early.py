"""Somebody knew of an event surely before it began.

Either a date is wrong, or what they knew of was a plan, or something else. A planned event may be
known before it happens. Only where the two dates by themselves leave no room is this said; a clash
that needs a third fact is a contradiction.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "block"

FINDS = """
--- people.yaml
id: department
name: The police department
kind: organisation
--- events/search.yaml
headline: An officer runs a search.
date: 2021-05
known_to:
  - who: department
    date: 2021-04
"""
SILENT = (
    FINDS.replace("2021-04", "2021-05"),
    FINDS.replace("date: 2021-05", "date: 2021-05\nkind: planned"),
    FINDS.replace("date: 2021-04", "date: 2021-04\n    stance: denies"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every knowing that surely began before its event may have."""
    for (event, position), known in docket.investigation.known_dates.items():
        row, when = docket.knowing[event, position], docket.dated(event)
        if when is None or row.stance == "denies" or docket.events[event].kind == "planned":
            continue
        since, begins = known.start.latest, when.start.earliest
        if since is None or begins is None or since > begins:
            continue
        if known.backwards or when.backwards:
            continue
        stands, told = facts.dated(docket, event), facts.knew(docket, row, known)
        verb = "was told" if row.stance == "told" else "knew"
        yield Finding(
            check="known-too-early",
            level=LEVEL,
            message=facts.stopped(
                f"{facts.is_dated(docket, event)}, but {facts.name(docket, row.who)} {verb} of it "
                f"{facts.words(docket, known)}"
            ),
            event=event,
            file=told.file,
            line=told.line,
            related=(stands, told),
            identity=(row.who, known.written, when.written),
            settles="Check both dates, and whether it was this that they knew of.",
        )
