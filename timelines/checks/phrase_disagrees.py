"""What a source says of the date cannot be the date that the event has.

The words of a citation (“on Friday”, “in early May”, “2021-09”) are read against the day on which
their source was published, else made. Where the time they mean lies wholly outside the event's
date, one of the two is wrong. An event of which one of several dates holds agrees if any of them
fits. Citations that dispute the event, or only mention it, are expected to differ.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.agreement import apart, slipped_zone
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.said import Said

SECTION = "Dates"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: first-story
kind: publication
title: Mayor files complaint
published: 2021-10-15
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-14
sources:
  - source: first-story
    says:
      date: on Friday
"""
SILENT = (
    FINDS.replace("date: 2021-10-14", "date: 2021-10"),
    FINDS.replace("source: first-story", "source: first-story\n    stance: disputes"),
    FINDS.replace("date: 2021-10-14", "date: [2021-10-14, 2021-10-15]"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every supporting citation whose date lies wholly outside that of what it supports."""
    for event, every in docket.said.items():
        for said in every:
            supported = docket.supported_date(said)
            if said.stance != "supports" or said.when is None or supported is None:
                continue
            if apart(supported, said.when) and not slipped_zone(supported, said.when):
                yield _finding(docket, event, said, supported)


def _finding(docket: Docket, event: str, said: Said, supported: When) -> Finding:
    theirs = facts.says(docket, said)
    if said.known is None:
        stands = facts.dated(docket, event)
        message = facts.stopped(f"{facts.is_dated(docket, event)}, but {theirs}")
    else:
        row = docket.knowing[event, said.known]
        stands = facts.knew(docket, row, supported)
        message = facts.stopped(
            f"{facts.name(docket, row.who)} is said to have known of "
            f"{facts.headline(docket, event)} since {facts.words(docket, supported)}, but {theirs}"
        )
    return Finding(
        check="phrase-disagrees",
        level=LEVEL,
        message=message,
        event=event,
        file=said.file,
        line=said.line,
        related=(stands, facts.stated(docket, said), *_anchored(docket, said)),
        identity=(supported.written, said.source, said.words, str(said.known or "")),
        settles="Read the date again in the source, and correct the event or the citation.",
    )


def _anchored(docket: Docket, said: Said) -> tuple[Related, ...]:
    if said.anchor is None or said.reading is None:
        return ()
    published = docket.investigation.published.get(said.source)
    field = "created" if published is None else "published"
    return (facts.source_dated(docket, said.source, field, said.anchor),)
