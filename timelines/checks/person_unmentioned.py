"""Somebody is linked to an event and stands nowhere in its words.

Readers would see a name beside an event that does not say what it has to do with it. A name, an
office (“the mayor”), the label, a quote or a caption will do.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.naming import speaks_of

SECTION = "Words"
LEVEL: Level = "question"

FINDS = """
--- people.yaml
- id: lucas
  name: Quinton Lucas
  kind: person
  roles: [{title: mayor}]
--- events/filed.yaml
headline: A complaint is filed.
date: 2021-10-15
people: [lucas]
"""
SILENT = (
    FINDS.replace("A complaint is filed", "Lucas files a complaint"),
    FINDS.replace("A complaint is filed", "The mayor files a complaint"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody with a part in an event of whom none of its words speak."""
    for event, rows in docket.involved.items():
        text = " \n".join(passage.text for passage in docket.passages.get(event, ()))
        for row in rows:
            if row.person not in docket.people or speaks_of(docket, row.person, text):
                continue
            name = facts.name(docket, row.person)
            part = "" if row.part is None else f" as “{facts.quotable(row.part)}”"
            yield Finding(
                check="person-unmentioned",
                level=LEVEL,
                message=(
                    f"{name} is linked to {facts.headline(docket, event)}{part} and stands "
                    "nowhere in its words."
                ),
                event=event,
                file=row.file,
                line=row.line,
                identity=(row.person,),
                settles="Say in the summary what they have to do with it, or take the link out.",
            )
