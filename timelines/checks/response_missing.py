"""Somebody is shown in a bad light and was not asked.

Everybody in `adverse_to` is owed a chance to respond before readers see the event. One who was
asked and did not answer by the deadline has had it. Asking somebody who holds an office at an
organisation is asking the organisation.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- people.yaml
- {id: department, name: Police Department, kind: organisation}
- id: spokesman
  name: J. Spokesman
  kind: person
  roles: [{title: spokesman, org: Police Department}]
--- events/search.yaml
headline: An officer of the department searches the mayor’s records.
date: 2021-05
visibility: public
adverse_to: [department]
"""
SILENT = (
    FINDS + "responses:\n  - {who: department, asked: 2021-10-07, deadline: 2021-10-08}\n",
    FINDS + "responses:\n  - {who: spokesman, asked: 2021-10-07}\n",
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody a public event is adverse to who has no entry in `responses` and is not dead."""
    for event, row in docket.events.items():
        if event not in docket.public:
            continue
        asked = {one.who for one in docket.responses.get(event, ())}
        line = docket.line(event, "adverse_to")
        for person in dict.fromkeys(docket.adverse.get(event, ())):
            if person in asked or _spoken_for(docket, person, asked) or _dead(docket, person):
                continue
            name = facts.name(docket, person)
            yield Finding(
                check="response-missing",
                level=LEVEL,
                message=(
                    f"{facts.headline(docket, event)} shows {name} in a bad light, and {name} was "
                    "not asked to respond."
                ),
                event=event,
                file=row.file,
                line=line,
                related=(Related(f"The event is adverse to {name}.", event, row.file, line),),
                identity=(person,),
                settles="Ask, and write down in `responses` when, how and what was answered.",
            )


def _spoken_for(docket: Docket, person: str, asked: set[str]) -> bool:
    names = {name.casefold() for name in docket.names.get(person, ())}
    return any(asked & docket.people_of.get(name, frozenset()) for name in names)


def _dead(docket: Docket, person: str) -> bool:
    row, today = docket.people.get(person), docket.day.earliest
    return (
        row is not None
        and row.died_latest is not None
        and today is not None
        and row.died_latest <= today
    )
