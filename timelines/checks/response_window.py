"""Somebody was asked to respond too shortly before readers get the event.

How many hours the house allows stands in `house.response_hours` (24 if it says nothing). They are
counted up to the embargo; without one, up to the end of today, as if it were published now. Where
only the day of asking is known, the check speaks only if no hour of it would do. Somebody who has
answered had time enough.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related

SECTION = "Fairness"
LEVEL: Level = "warning"

FINDS = """
--- people.yaml
{id: department, name: Police Department, kind: organisation}
--- events/search.yaml
headline: An officer of the department searches the mayor’s records.
date: 2021-05
visibility: public
embargo: 2021-10-08T06:00-05:00
adverse_to: [department]
responses:
  - {who: department, asked: 2021-10-07T17:00}
"""
SILENT = (
    FINDS.replace("T17:00", "T05:00"),
    FINDS.replace("T17:00", ""),
    FINDS.replace("T17:00", "T17:00, answer: No comment., answered: 2021-10-07T18:00"),
)

_HOUR = 3_600_000_000


def check(docket: Docket) -> Iterator[Finding]:
    """Every unanswered request that surely left fewer hours than the house allows."""
    hours = docket.investigation.heading.house.response_hours
    for event, rows in docket.responses.items():
        embargo = docket.events[event].embargo
        until = embargo
        if until is None and event in docket.public:
            until = docket.day.latest
        for row in rows:
            if until is None or row.asked_earliest is None or row.answered or row.answer:
                continue
            if until - row.asked_earliest >= hours * _HOUR:
                continue
            yield _finding(docket, event, row, hours, embargo is not None)


def _finding(docket: Docket, event: str, row: Row, hours: int, embargoed: bool) -> Finding:
    name = facts.name(docket, row.who)
    line = docket.line(event, "responses", row.position, "asked")
    before = "before the embargo ends" if embargoed else "if it were published today"
    return Finding(
        check="response-window",
        level=LEVEL,
        message=(
            f"On {facts.headline(docket, event)}, {name} was asked “{facts.quotable(row.asked)}”: "
            f"fewer than {hours} hours {before}."
        ),
        event=event,
        file=row.file,
        line=line,
        related=(
            Related(f"{name} was asked “{facts.quotable(row.asked)}”.", event, row.file, line),
        ),
        identity=(row.who, row.asked),
        settles="Wait, move the embargo, or get the answer.",
    )
