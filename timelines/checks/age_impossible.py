"""Somebody acts surely before they were born or after they died.

The wrong person of two with one name, a wrong year, or a date of death from elsewhere. Only who
acts is meant: a victim, the dead themselves or the subject of a record may be spoken of at any
time, and what somebody made may be published after their death. Where the spans leave it open,
nothing is said.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related

SECTION = "Dates"
LEVEL: Level = "error"

FINDS = """
--- people.yaml
id: doe
name: Jane Doe
died: 2019-03
--- events/letter.yaml
headline: A letter is sent.
date: 2021-05
people:
  - who: doe
    part: sender
"""
SILENT = (
    FINDS.replace("date: 2021-05", "date: 2019-03-20"),
    FINDS.replace("part: sender", "part: subject"),
    FINDS.replace("date: 2021-05", "date: 2021-05\nkind: planned"),
)

PASSIVE = frozenset(
    {
        "about", "beneficiary", "body", "deceased", "dedicatee", "decedent", "heir", "honoree",
        "honored", "honoured", "mentioned", "named", "named after", "namesake", "patient",
        "remembered", "remains", "subject", "target", "the dead", "topic", "victim", "estate",
        "ancestor", "descendant", "child", "unborn",
    }
)  # fmt: skip
"""Parts in which nobody acts."""


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody with an active part in an event, or known to know of it, outside their life."""
    for event, rows in docket.involved.items():
        when, planned = docket.dated(event), docket.events[event].kind == "planned"
        for row in rows:
            if when is None or planned or (row.part or "").casefold() in PASSIVE:
                continue
            limit = _outside(docket, row.person, when)
            if limit is not None and not _posthumous(docket, event, limit[0]):
                stands = facts.dated(docket, event)
                told = f"{facts.is_dated(docket, event)}, but {facts.name(docket, row.person)}"
                told = f"{told}, who has a part in it, {limit[1]}."
                yield _finding(docket, row, row.person, limit, stands, told)
    for (event, position), when in docket.investigation.known_dates.items():
        row = docket.knowing[event, position]
        limit = None if row.stance == "denies" else _outside(docket, row.who, when)
        if limit is not None:
            stands = facts.knew(docket, row, when)
            told = f"{facts.name(docket, row.who)} is said to have known of "
            told += (
                f"{facts.headline(docket, event)} ({facts.words(docket, when)}), but {limit[1]}."
            )
            yield _finding(docket, row, row.who, limit, stands, told)


def _outside(docket: Docket, person: str, when: When) -> tuple[str, str] | None:
    """Which end of their life a date surely lies beyond: “born” or “died”, and in words."""
    life = docket.people.get(person)
    if life is None or (life.born_earliest is None and life.died_latest is None):
        return None
    if when.backwards:
        return None
    organisation = life.kind == "organisation"
    if _by(when.end.latest, life.born_earliest):
        return "born", f"{'was founded' if organisation else 'was born'} “{life.born}”"
    if _by(life.died_latest, when.start.earliest):
        return "died", f"{'was dissolved' if organisation else 'died'} “{life.died}”"
    return None


def _posthumous(docket: Docket, event: str, limit: str) -> bool:
    """Whether it may come out after the death of who made it, as a book or a record may."""
    return limit == "died" and docket.events[event].kind in ("publication", "record")


def _by(end: int | None, start: int | None) -> bool:
    """Whether something surely over by `end` is over when the other may first start."""
    return end is not None and start is not None and end <= start


def _finding(
    docket: Docket, row: Row, person: str, beyond: tuple[str, str], fact: Related, told: str
) -> Finding:
    who, (field, limit) = docket.people[person], beyond
    line = docket.investigation.line("person", person, field)
    name = facts.name(docket, person)
    return Finding(
        check="age-impossible",
        level=LEVEL,
        message=told,
        event=row.event,
        file=row.file,
        line=row.line,
        related=(
            fact,
            Related(f"{name} {limit}.", None, who.file, who.line if line is None else line),
        ),
        identity=(person, field, limit),
        settles=f"Find out whether this is {name}, and check both dates.",
    )
