"""A victim would be named in an event that is marked `sensitivity: victim`.

Whoever has the part of a victim is meant. Where nobody has, and nobody in it is already kept
unnamed, everybody who may be named and holds no office is.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.named import holds_office, named_in, parts, someone_is_shielded

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- people.yaml
{id: neighbor, name: Robin Example, kind: person}
--- events/attack.yaml
headline: A neighbor is attacked.
date: 2021-05
visibility: public
sensitivity: victim
people:
  - {who: neighbor, part: victim}
"""
SILENT = (
    FINDS.replace("kind: person}", "kind: person, naming: role-only, label: a neighbor}"),
    FINDS.replace("sensitivity: victim\n", ""),
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody in such a public event who may be named and is, or may well be, the victim."""
    for event in docket.events:
        if event in docket.public and "victim" in docket.sensitivities.get(event, ()):
            for person in _meant(docket, event):
                yield _finding(docket, event, person)


def _meant(docket: Docket, event: str) -> Iterator[Row]:
    involved = {row.person for row in docket.involved.get(event, ())}
    victims = {person for person in involved if "victim" in parts(docket, event, person)}
    unclear = not victims and not someone_is_shielded(docket, event)
    for person in named_in(docket, event):
        if person.id in victims or (unclear and not holds_office(docket, person.id)):
            yield person


def _finding(docket: Docket, event: str, person: Row) -> Finding:
    row = docket.events[event]
    name = facts.name(docket, person.id)
    line = docket.line(event, "people")
    return Finding(
        check="victim-named",
        level=LEVEL,
        message=f"{facts.headline(docket, event)} concerns a victim and would name {name}.",
        event=event,
        file=row.file,
        line=line,
        related=(
            Related(f"{name} has a part in it.", event, row.file, line),
            Related(f"{name} may be named (naming: name).", None, person.file, person.line),
        ),
        identity=(person.id,),
        settles="Set `naming: role-only` with a label, or `naming: never`, for that person.",
    )
