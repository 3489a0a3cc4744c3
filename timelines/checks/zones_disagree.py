"""Two clock times of one moment that would agree if one of them stood in another zone.

A web page in UTC, a caption in New York time and a police log in Chicago time can all be right
about one moment, if each says its zone. Where two of them differ by whole hours, or by the
quarters of an hour that zones have, and are written in different zones, a zone is the likely slip.
"""

from collections.abc import Iterator
from itertools import combinations

from timelines import facts
from timelines.agreement import slipped_zone
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related

SECTION = "Dates"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: page
kind: publication
title: The station’s page
--- events/posted.yaml
headline: The station posts the story.
date: 2021-10-15T17:44
sources:
  - source: page
    says:
      date: 2021-10-15T17:44Z
"""
SILENT = (
    FINDS.replace("17:44Z", "22:44Z"),
    FINDS.replace("17:44Z", "17:51-05:00"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event whose date and citations, or two of its citations, slip by a zone."""
    for event, every in docket.said.items():
        versions = [
            (said.when, facts.who(docket, said.source), facts.stated(docket, said))
            for said in every
            if said.known is None and said.when is not None and said.stance != "mentions"
        ]
        when = docket.dated(event)
        if when is not None:
            versions.insert(0, (when, "the event", facts.dated(docket, event)))
        for (one, whose, fact), (other, others, counter) in combinations(versions, 2):
            if slipped_zone(one, other):
                yield _finding(
                    event, (f"{whose} says “{one.written}”", fact),
                    (f"{others} says “{other.written}”", counter),
                )  # fmt: skip
                break


def _finding(event: str, one: tuple[str, Related], other: tuple[str, Related]) -> Finding:
    clause = one[0][0].upper() + one[0][1:]
    return Finding(
        check="zones-disagree",
        level=LEVEL,
        message=f"{clause} and {other[0]}: they would be one moment if one had another zone.",
        event=event,
        file=other[1].file,
        line=other[1].line,
        related=(one[1], other[1]),
        identity=(one[0], other[0]),
        settles="Find out in which zone each of the two times was written down.",
    )
