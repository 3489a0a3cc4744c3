"""Two citations differ on who, how many, or anything else that they say of an event.

Dates and the nature of the thing have checks of their own. A wording that only says more, another
form of one name, and numbers that can both be true (“more than 200”, “235”) agree.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.versions import differing, fact, identity, others

SECTION = "Order"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
- id: story
  kind: publication
  title: Guide to complaints
- id: report
  kind: document
  title: The office’s yearly report
--- events/complaints.yaml
headline: The office receives complaints.
date: 2020
sources:
  - source: story
    says: {number: 235 complaints}
  - source: report
    says: {number: 253 complaints}
"""
SILENT = (
    FINDS.replace("253 complaints", "more than 200"),
    FINDS.replace("number: 235", "number: two hundred thirty-five").replace("253", "235"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event and field of `says` on which citations differ."""
    for one, other, rows in differing(docket, lambda field: field not in ("date", "instrument")):
        yield Finding(
            check="claims-disagree",
            level=LEVEL,
            message=(
                f"About {facts.headline(docket, one.event)}, {facts.who(docket, one.source)} says "
                f"“{facts.quotable(one.value)}” and {facts.who(docket, other.source)} says "
                f"“{facts.quotable(other.value)}” ({one.field}){others(one, other, rows)}."
            ),
            event=one.event,
            file=other.file,
            line=other.line,
            related=tuple(fact(docket, row) for row in rows),
            identity=identity(one.field, rows),
            settles="Find out which of them is right, or whether both are.",
        )
