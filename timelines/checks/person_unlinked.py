"""Somebody known is named in an event's words and does not stand in its `people`.

Who is not linked is missing from the filters, from who knew what, and from the right of reply.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.naming import Names, Naming

SECTION = "Words"
LEVEL: Level = "warning"

FINDS = """
--- people.yaml
- {id: lucas, name: Quinton Lucas, kind: person}
- {id: star, name: The Kansas City Star, kind: organisation}
- {id: city, name: Kansas City, kind: organisation}
--- events/filed.yaml
headline: Lucas files a complaint.
date: 2021-10-15
"""
SILENT = (
    FINDS + "people: [lucas]\n",
    FINDS.replace("Lucas files a complaint", "The Kansas City Star prints a story")
    + "people: [star]\n",
)


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody named in headline or summary whom the event links in no way: one a person."""
    names = Names(docket)
    for event, row in docket.events.items():
        linked = {one.person for one in docket.involved.get(event, ())}
        linked |= {one.who for one in docket.known.get(event, ())}
        linked |= {one.who for one in docket.responses.get(event, ())}
        linked |= set(docket.adverse.get(event, ()))
        told: set[frozenset[str]] = set()
        for field in ("headline", "summary"):
            for naming in names.named(getattr(row, field) or ""):
                if naming.people & linked or naming.people in told:
                    continue
                told.add(naming.people)
                yield _finding(docket, event, field, naming)


def _finding(docket: Docket, event: str, field: str, naming: Naming) -> Finding:
    people = sorted(naming.people)
    return Finding(
        check="person-unlinked",
        level=LEVEL,
        message=(
            f"The {field} of {facts.headline(docket, event)} names “{facts.quotable(naming.words)}”"
            f", who is not among its people."
        ),
        event=event,
        file=docket.events[event].file,
        line=docket.line(event, field),
        identity=(field, *people),
        settles=f"Add {' or '.join(people)} to the event’s people.",
    )
