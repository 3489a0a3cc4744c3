"""A planned event whose time is past, with nothing that says whether it happened.

It is followed up by an event that an order fact ties to it, or by a later one of the same
storyline with one of the same people. A plan that was withdrawn is at its end.
"""

from collections import defaultdict
from collections.abc import Iterator

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "warning"

FINDS = """
--- people.yaml
id: board
name: The police board
kind: organisation
--- events/vote-planned.yaml
headline: The board is to vote on the proposal.
date: 2021-11-10
kind: planned
storyline: The office
people: [board]
"""
SILENT = (
    FINDS.replace("2021-11-10", "2021-12"),
    FINDS
    + """
--- events/vote.yaml
headline: The board puts off the vote.
date: 2021-11-10
storyline: The office
people: [board]
""",
    FINDS.replace("kind: planned", "kind: planned\nverification: withdrawn"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every plan surely past before today that no event ties in with."""
    today = docket.day.earliest
    plans = {id: row for id, row in docket.events.items() if row.kind == "planned"}
    if not plans or today is None:
        return
    later = _by_lane_and_person(docket)
    tied = _tied(docket)
    for event, row in plans.items():
        when = docket.dated(event)
        if when is None or when.end.latest is None or when.end.latest > today or when.backwards:
            continue
        if row.verification in ("withdrawn", "denied", "hypothesis"):
            continue
        others = {other for key in _keys(docket, event) for other in later[key]} | tied[event]
        if not any(_follows(docket, other, when) for other in others - {event}):
            yield _finding(docket, row)


def _keys(docket: Docket, event: str) -> list[tuple[str, str]]:
    people = [row.person for row in docket.involved.get(event, ())]
    return [(lane, person) for lane in docket.lanes_of.get(event, ()) for person in people]


def _by_lane_and_person(docket: Docket) -> dict[tuple[str, str], set[str]]:
    """The events that happened, by storyline and person."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, row in docket.events.items():
        if row.kind != "planned" and row.verification != "hypothesis":
            for key in _keys(docket, event):
                found[key].add(event)
    return found


def _tied(docket: Docket) -> dict[str, set[str]]:
    """For each event those that order facts tie to it, unless they put them before it."""
    found: dict[str, set[str]] = defaultdict(set)
    for event, rows in docket.order.items():
        for row in rows:
            if row.relation != "before":
                found[row.other].add(event)
            if row.relation != "after":
                found[event].add(row.other)
    return found


def _follows(docket: Docket, other: str, plan: When) -> bool:
    """Whether it happened, and not surely before the plan was to."""
    row, when = docket.events.get(other), docket.dated(other)
    if row is None or row.kind == "planned" or row.verification == "hypothesis":
        return False
    return when is None or not when.surely_before(plan)


def _finding(docket: Docket, row: Row) -> Finding:
    stands = facts.dated(docket, row.id)
    when = docket.dated(row.id)
    date = row.written if when is None else facts.words(docket, when)
    return Finding(
        check="plan-not-followed-up",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, row.id)} was planned for {date}, and nothing here says "
            "whether it happened."
        ),
        event=row.id,
        file=stands.file,
        line=stands.line,
        related=(stands,),
        identity=(row.written,),
        settles="Find out whether it happened, and add the event or withdraw the plan.",
    )
