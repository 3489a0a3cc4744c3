"""Neighbours of a storyline whose order nobody has established, shown one after the other.

A reader takes what stands first for what came first. Where the dates of public events overlap and
no order fact decides, say so in the words, or find out. Events that could stand in any order among
each other are one finding. A stretch of time that surely began first may stand first.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

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


def check(docket: Docket) -> Iterator[Finding]:
    """Every run of neighbours, each in an order to the next that is not established."""
    told: set[tuple[str, ...]] = set()
    for storyline, events in docket.lanes.items():
        for cluster in _clusters(docket, events):
            if cluster not in told:
                told.add(cluster)
                yield _finding(docket, storyline, cluster)


def _clusters(docket, events):
    return ()


def _finding(docket, storyline, cluster):
    raise NotImplementedError
