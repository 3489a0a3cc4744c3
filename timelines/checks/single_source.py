"""Fewer independent origins stand behind an event than the house asks for.

Origins are counted, not articles: a story that derives from a letter is the letter once more. How
many are asked for stands in the heading (`house.independent_sources`, 2 if it says nothing).
Where several sources all go back to one, `one-origin` speaks instead. That a story was published
or a statement made is shown by the story or the statement itself.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.sourcing import fact, is_the_thing, supporting

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
- id: form
  kind: document
  title: The complaint form
- id: spokesman
  kind: interview
  title: The spokesman
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources:
  - {source: form, at: p. 1}
"""
SILENT = (
    FINDS + "  - spokesman\n",
    "--- investigation.yaml\ntitle: The complaint\nzone: America/Chicago\n"
    "house: {independent_sources: 1}\n" + FINDS,
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event with citations, but too few origins among those that support it."""
    wanted = docket.investigation.heading.house.independent_sources
    for event, row in docket.events.items():
        if not docket.citations.get(event) or row.verification == "hypothesis":
            continue
        support = supporting(docket, event)
        origins = docket.origins.get(event, frozenset())
        sources = {one.source for one in support}
        collapsed = len(sources) > 1 and len(origins) == 1
        if len(origins) >= wanted or collapsed or is_the_thing(docket, row, support):
            continue
        yield Finding(
            check="single-source",
            level=LEVEL,
            message=_message(docket, event, len(origins), wanted, support),
            event=event,
            file=row.file,
            line=docket.line(event, "sources"),
            related=tuple(fact(docket, one) for one in support),
            identity=tuple(sorted(origins)) or ("none",),
            settles="Find somebody else who knows it for themselves.",
        )


def _message(docket: Docket, event: str, found: int, wanted: int, support: tuple[Row, ...]) -> str:
    headline = facts.headline(docket, event)
    if found == 0:
        return f"No source supports {headline}: those it cites dispute or only mention it."
    asked = f"; {wanted} independent ones are asked for"
    if found == 1:
        return f"{headline} rests on {facts.who(docket, support[0].source)} alone{asked}."
    return f"{headline} goes back to {found} independent origins{asked}."
