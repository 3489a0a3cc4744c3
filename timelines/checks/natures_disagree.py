"""Two citations call the thing by names that do not mean the same.

A complaint is no lawsuit and a letter no e-mail: one of the two is a slip, a loose translation, or
another thing. Names that mean the same here are listed in the heading's `synonyms`; a name that
only says more (“formal complaint”) agrees.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.versions import differing, fact, identity, others

SECTION = "Order"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
- id: story
  kind: publication
  title: Mayor files complaint
- id: repost
  kind: post
  title: Mayor files lawsuit
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources:
  - source: story
    says: {instrument: complaint}
  - source: repost
    says: {instrument: lawsuit}
"""
SILENT = (
    FINDS.replace("lawsuit}", "formal complaint}"),
    """
--- investigation.yaml
title: The complaint
zone: America/Chicago
synonyms:
  - [complaint, lawsuit]
"""
    + FINDS,
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event of which citations say different things in `instrument`."""
    for one, other, rows in differing(docket, lambda field: field == "instrument"):
        yield Finding(
            check="natures-disagree",
            level=LEVEL,
            message=(
                f"In {facts.headline(docket, one.event)}, {facts.who(docket, one.source)} calls "
                f"it “{facts.quotable(one.value)}” and {facts.who(docket, other.source)} calls it "
                f"“{facts.quotable(other.value)}”{others(one, other, rows)}."
            ),
            event=one.event,
            file=other.file,
            line=other.line,
            related=tuple(fact(docket, row) for row in rows),
            identity=identity("instrument", rows),
            settles=(
                "Look at the thing itself; if both names mean the same here, list them in "
                "`synonyms`."
            ),
        )
