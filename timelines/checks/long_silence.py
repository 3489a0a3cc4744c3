"""A long time in a storyline in which nothing is known to have happened.

Counted in the most cautious way: from the last instant at which what came before may have ended to
the first at which what comes next may have begun. Plans, hypotheses and events without a date fill
no gap. The time from the last event to today is none. A silence is a lead: what happened then?
"""

from collections.abc import Iterator

from timelines import facts
from timelines.agreement import DAY
from timelines.dates import clock
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "question"

FINDS = """
--- events/reported.yaml
headline: An officer reports the search.
date: 2021-05
storyline: The review
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: 2021-09-08
storyline: The review
"""
SILENT = (
    FINDS.replace("date: 2021-05", "date: 2021-05/.."),
    FINDS.replace("date: 2021-09-08", "date: 2021-06"),
    FINDS.replace("storyline: The review", "storyline: The office", 1),
)


NEVER = float("inf")


def check(docket: Docket) -> Iterator[Finding]:
    """Every gap between neighbours of a storyline that is surely longer than the house allows."""
    limit = docket.investigation.heading.house.silence_days
    for storyline, events in docket.lanes.items():
        for before, after, gap in _gaps(docket, events):
            if gap > limit * DAY:
                yield _finding(docket, storyline, before, after, gap // DAY)


def _gaps(docket: Docket, events: tuple[str, ...]) -> Iterator[tuple[str, str, int]]:
    """Neighbours that are surely apart: the one that ends last, the next one, and how long.

    The length is in microseconds of the local clock, so that a day is a day in every season.
    """
    spans: list[tuple[float, float, str]] = []
    for event in dict.fromkeys(events):
        row, when = docket.events[event], docket.dated(event)
        if row.kind == "planned" or row.verification == "hypothesis":
            continue
        if when is None or when.backwards or when.start == when.end == (None, None):
            continue
        start, end = when.start.earliest, when.end.latest
        spans.append((-NEVER if start is None else start, NEVER if end is None else end, event))
    spans.sort()
    last, reached = "", -NEVER
    for number, (earliest, latest, event) in enumerate(spans):
        if number and reached < earliest:
            yield last, event, _on_the_clock(docket, earliest) - _on_the_clock(docket, reached)
        if latest > reached:
            last, reached = event, latest


def _on_the_clock(docket: Docket, instant: float) -> int:
    day, time = clock.local(int(instant), docket.zone)
    return day * DAY + time


def _finding(docket: Docket, storyline: str, before: str, after: str, days: int) -> Finding:
    then = facts.dated(docket, after)
    return Finding(
        check="long-silence",
        level=LEVEL,
        message=(
            f"For at least {days} days nothing is known to have happened in "
            f"“{facts.quotable(storyline)}”, between {facts.headline(docket, before)} and "
            f"{facts.headline(docket, after)}."
        ),
        event=after,
        file=then.file,
        line=then.line,
        related=(facts.dated(docket, before), then),
        identity=(storyline, before, after),
        settles="Ask what happened in that time, or who would know.",
    )
