"""A hypothesis is marked public.

A hypothesis is what the desk thinks may have happened. It never leaves the desk.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- events/motive.yaml
headline: The officer wanted the address for somebody else.
date: 2021-05
verification: hypothesis
visibility: public
"""
SILENT = (
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("verification: hypothesis", "verification: unverified"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event that is a hypothesis and meant for readers."""
    for event, row in docket.events.items():
        if row.verification != "hypothesis" or event not in docket.public:
            continue
        yield Finding(
            check="hypothesis-public",
            level=LEVEL,
            message=f"{facts.headline(docket, event)} is a hypothesis and is marked public.",
            event=event,
            file=row.file,
            line=docket.line(event, "visibility"),
            identity=("hypothesis",),
            settles="Keep it internal, or find who says so and call it what it then is.",
        )
