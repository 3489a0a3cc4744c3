"""A translated or re-posted copy is cited, while the original can be had.

Copies garble: “complaint” comes back as “lawsuit”, “law enforcement source” as “police source”.
The original is meant by `translated_from`, and for a post by what it derives from. It can be had
where the investigation has its file, its address or an archived copy.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import copied_from, fact, supporting

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
- id: star
  kind: publication
  title: Mayor files complaint
  published: 2021-10-15
  url: https://example.org/story
- id: repost
  kind: post
  title: Mayor files lawsuit
  derived_from: star
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources: [repost]
"""
SILENT = (
    FINDS.replace("[repost]", "[star]"),
    FINDS.replace("[repost]", "[star, repost]"),
    FINDS.replace("  url: https://example.org/story\n", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every supporting citation of a copy whose original is not cited beside it."""
    for event in docket.events:
        beside = {row.source for row in docket.citations.get(event, ())}
        for row in supporting(docket, event):
            originals = copied_from(docket, row.source)
            if not originals or beside & set(originals):
                continue
            original = originals[0]
            yield Finding(
                check="translation-used",
                level=LEVEL,
                message=(
                    f"{facts.headline(docket, event)} cites {facts.title(docket, row.source)}, a "
                    f"copy of {facts.title(docket, original)}, which can be had."
                ),
                event=event,
                file=row.file,
                line=row.line,
                related=(fact(docket, row),),
                identity=(row.source, original),
                settles="Read the original and cite it.",
            )
