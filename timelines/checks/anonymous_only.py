"""Nothing on the record stands behind an event.

Unnamed sources alone carry it. A story on the record that only retells the unnamed source which
the event also cites adds nothing; a source that disputes it is no support.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import confidential, fact, rests_on_the_unnamed, supporting

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
- id: insider
  kind: interview
  title: An account of the search
  terms: on-background
  label: a law enforcement source
- id: spokesman
  kind: interview
  title: The spokesman
--- events/looked-up.yaml
headline: The officer looks up the mayor’s home address.
date: 2021-05
sources: [insider]
"""
SILENT = FINDS.replace("[insider]", "[insider, spokesman]")


def check(docket: Docket) -> Iterator[Finding]:
    """Every event of which each supporting citation rests on confidential material."""
    for event, row in docket.events.items():
        support = supporting(docket, event)
        if not support or row.verification == "hypothesis":
            continue
        if not all(rests_on_the_unnamed(docket, one, support) for one in support):
            continue
        unnamed = next(
            (one.source for one in support if confidential(docket, one.source)), support[0].source
        )
        yield Finding(
            check="anonymous-only",
            level=LEVEL,
            message=(
                f"Nothing on the record stands behind {facts.headline(docket, event)}: it hangs "
                f"on {facts.who(docket, unnamed)}."
            ),
            event=event,
            file=row.file,
            line=docket.line(event, "sources"),
            related=tuple(fact(docket, one) for one in support),
            identity=tuple(sorted({one.source for one in support})),
            settles="Find somebody who says it on the record, or a document.",
        )
