"""A child or youth under 18 would be named.

Somebody is known to be one by `born`: surely under 18 at the time of the event, or today. An
event's `sensitivity: minor` says that one has a part in it; unless somebody in it is already kept
unnamed, everybody who may be named and is not known to be grown up is meant.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.dates.distances import distance
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.named import holds_office, named_in, someone_is_shielded

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- people.yaml
{id: child, name: Robin Example, kind: person, born: 2010-03}
--- events/heard.yaml
headline: A pupil hears the shots.
date: 2021-05
visibility: public
people: [child]
"""
SILENT = (
    FINDS.replace("born: 2010-03", "born: 2010-03, naming: role-only, label: a pupil"),
    FINDS.replace("born: 2010-03", "born: 1990"),
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("born: 2010-03", "born: 1990").replace("people:", "sensitivity: minor\npeople:"),
)

GROWN_UP = distance("P18Y")


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody with a part in a public event who may be named and is, or may well be, a minor."""
    for event in docket.events:
        if event not in docket.public:
            continue
        sensitive = "minor" in docket.sensitivities.get(event, ())
        meant = sensitive and not someone_is_shielded(docket, event)
        for person in named_in(docket, event):
            if _surely_minor(docket, event, person):
                why = f"was born “{facts.quotable(person.born)}”"
            elif meant and not holds_office(docket, person.id) and not _grown(docket, person):
                why = "may be the minor of whom its sensitivity speaks"
            else:
                continue
            yield _finding(docket, event, person, why)


def _surely_minor(docket: Docket, event: str, person: Row) -> bool:
    if person.born_earliest is None:
        return False
    of_age, _ = GROWN_UP.reach(person.born_earliest, docket.zone)
    when = docket.dated(event)
    then = when.end.latest if when is not None else None
    today = docket.day.latest
    return of_age is not None and any(one is not None and one <= of_age for one in (then, today))


def _grown(docket: Docket, person: Row) -> bool:
    """Whether they may be of age today and no reading makes them younger."""
    if person.born_latest is None or docket.day.earliest is None:
        return False
    of_age, _ = GROWN_UP.reach(person.born_latest, docket.zone)
    return of_age is not None and of_age <= docket.day.earliest


def _finding(docket: Docket, event: str, person: Row, why: str) -> Finding:
    row = docket.events[event]
    line = docket.line(event, "people")
    born = docket.investigation.line("person", person.id, "born") or person.line
    return Finding(
        check="minor-named",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, event)} would name {facts.name(docket, person.id)}, who "
            f"{why}."
        ),
        event=event,
        file=row.file,
        line=line,
        related=(
            Related(f"{facts.name(docket, person.id)} has a part in it.", event, row.file, line),
            Related(
                f"{facts.name(docket, person.id)} may be named (naming: name).",
                None,
                person.file,
                born,
            ),
        ),
        identity=(person.id,),
        settles="Set `naming: role-only` with a label, or `naming: never`, for that person.",
    )
