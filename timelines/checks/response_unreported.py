"""Somebody answered, and readers do not get the answer.

The words of an answer go into `responses` as `answer`; readers get them with the event.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related

SECTION = "Fairness"
LEVEL: Level = "error"

FINDS = """
--- people.yaml
{id: department, name: Police Department, kind: organisation}
--- events/search.yaml
headline: An officer of the department searches the mayor’s records.
date: 2021-05
visibility: public
adverse_to: [department]
responses:
  - {who: department, asked: 2021-10-07, answered: 2021-10-08}
"""
SILENT = (
    FINDS.replace("answered:", "answer: We looked into it., answered:"),
    FINDS.replace(", answered: 2021-10-08", ""),
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every answer to a public event of which the day is known and the words are not."""
    for event, rows in docket.responses.items():
        if event not in docket.public:
            continue
        for row in rows:
            if row.answered is None or row.answer is not None:
                continue
            name = facts.name(docket, row.who)
            line = docket.line(event, "responses", row.position, "answered")
            yield Finding(
                check="response-unreported",
                level=LEVEL,
                message=(
                    f"{name} answered on {facts.headline(docket, event)}, and the answer stands "
                    "nowhere."
                ),
                event=event,
                file=row.file,
                line=line,
                related=(
                    Related(
                        f"{name} answered “{facts.quotable(row.answered)}”.", event, row.file, line
                    ),
                ),
                identity=(row.who, row.answered),
                settles="Write the answer into `responses`, in their words.",
            )
