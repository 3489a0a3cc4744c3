"""Neighbours of a storyline whose order nobody has established, shown one after the other.

A reader takes what stands first for what came first. Where the dates of public events overlap and
no order fact decides, say so in the words, or find out. Events that could stand in any order among
each other are one finding. A stretch of time that surely began first may stand first.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.leading import Leading, Span

SECTION = "Order"
LEVEL: Level = "question"

FINDS = """
--- events/search.yaml
headline: An officer searches the mayor’s records.
date: 2021-05
storyline: The search
visibility: public
--- events/aware.yaml
headline: The department learns of the search.
date: 2021-05
storyline: The search
visibility: public
"""
SILENT = (
    FINDS + "order:\n  - after: search\n",
    FINDS.replace("visibility: public", "visibility: internal", 1),
    FINDS.replace("storyline: The search", "storyline: The office", 1),
    FINDS.replace("date: 2021-05\n", "date: 2021-04-30\n", 1),
)


NEIGHBOURS = 8
"""How many events behind an event, as they are shown, may share a cluster with it directly."""


SHOWN = 20
"""How many events of a cluster are listed with their places."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every group of events shown together whose order among each other is not established."""
    told: set[tuple[str, ...]] = set()
    leading = Leading(docket)
    for storyline, events in docket.lanes.items():
        shown = [span for span in leading.spans(events) if span.event in docket.public]
        for cluster in _clusters(leading, shown):
            first = sorted(cluster, key=lambda span: (span.earliest, span.latest, span.event))
            names = tuple(span.event for span in first)
            if names not in told:
                told.add(names)
                yield _finding(docket, storyline, names)


def _clusters(leading: Leading, shown: list[Span]) -> list[list[Span]]:
    """Events tied by at least one pair in no established order, as they are shown."""
    group = list(range(len(shown)))

    def top(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for place, span in enumerate(shown):
        behind = shown[place + 1 : place + 1 + NEIGHBOURS]
        for step in leading.undecided(span, behind):
            group[top(place + 1 + step)] = top(place)
    clusters: dict[int, list[Span]] = {}
    for place, span in enumerate(shown):
        clusters.setdefault(top(place), []).append(span)
    return [cluster for cluster in clusters.values() if len(cluster) > 1]


def _finding(docket: Docket, storyline: str, events: tuple[str, ...]) -> Finding:
    first = facts.dated(docket, events[0])
    lane = f"“{facts.quotable(storyline)}”"
    if len(events) == 2:
        one, other = (facts.headline(docket, event) for event in events)
        message = (
            f"In {lane} readers see {one} beside {other}, and nothing establishes which came first."
        )
    else:
        message = (
            f"In {lane} readers see {len(events)} events one after the other, from "
            f"{facts.headline(docket, events[0])} to {facts.headline(docket, events[-1])}, in an "
            "order that nothing establishes."
        )
    return Finding(
        check="order-undecided",
        level=LEVEL,
        message=message,
        event=events[0],
        file=first.file,
        line=first.line,
        related=tuple(facts.dated(docket, event) for event in events[:SHOWN]),
        identity=(storyline, *sorted(events)),
        settles="Ask which came first, and add an order fact, or say in the words that it is open.",
    )
