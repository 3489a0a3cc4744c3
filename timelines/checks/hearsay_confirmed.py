"""An event is called confirmed on hearsay alone.

Everybody who supports it has it from somebody else. That may be true; it is not confirmed.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import fact, supporting

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
- id: mayor
  kind: interview
  title: The mayor
- id: form
  kind: document
  title: The computer's log
--- events/search.yaml
headline: An officer searches the mayor’s records.
date: 2021-05
verification: confirmed
sources:
  - {source: mayor, knowledge: hearsay}
"""
SILENT = (
    FINDS + "  - {source: form, at: row 14, knowledge: document}\n",
    FINDS.replace("verification: confirmed", "verification: alleged"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every confirmed event of which each supporting citation is hearsay."""
    for event, row in docket.events.items():
        support = supporting(docket, event)
        if row.verification != "confirmed" or not support:
            continue
        if any(one.knowledge != "hearsay" for one in support):
            continue
        names = dict.fromkeys(facts.who(docket, one.source) for one in support)
        has = "has" if len(names) == 1 else "have"
        yield Finding(
            check="hearsay-confirmed",
            level=LEVEL,
            message=(
                f"{facts.headline(docket, event)} is called confirmed, but "
                f"{' and '.join(names)} {has} it from somebody else."
            ),
            event=event,
            file=row.file,
            line=docket.line(event, "verification"),
            related=tuple(fact(docket, one) for one in support),
            identity=tuple(sorted({one.source for one in support})),
            settles="Find somebody who was there or a record of it, or call it alleged.",
        )
