"""Words that find somebody guilty who is not charged, or whose case is under review.

“Illegally”, “stole”, “crime” are for a court to say. They may stand inside quotation marks with
somebody who says them, and beside a word that leaves it open (“possible”, “alleged”). Whom it is
about is known by `people` and `adverse_to`, by the newest `legal_status`, and by the event's
`sensitivity: uncharged`. The list can be extended in `house.guilt_words`.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.hits import NARRATED, Hit, hits, is_quoted
from timelines.legal import newest_status
from timelines.wordlists import finder, speaks

SECTION = "Fairness"
LEVEL: Level = "error"

FINDS = """
--- people.yaml
id: officer
name: A. Officer
kind: person
naming: never
legal_status:
  - {status: under review, as_of: 2021-10-08}
--- events/search.yaml
headline: The officer illegally searched the mayor’s records.
date: 2021-05
visibility: public
people: [officer]
"""
SILENT = (
    FINDS.replace("illegally searched", "is accused of illegally searching"),
    FINDS.replace("The officer illegally searched", "The mayor says the search was “illegally” of"),
    FINDS.replace("illegally searched the", "made a possible illegal search of the"),
    FINDS.replace("under review", "convicted"),
    FINDS.replace("visibility: public", "visibility: internal"),
)

_NEAR = 6
"""So many words before the word may leave it open."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every such word in a public event about somebody who is not charged: one an event."""
    heading = docket.investigation.heading
    if not speaks(heading.language):
        return
    guilt = finder(heading.language, "guilt", tuple(heading.house.guilt_words))
    for event in docket.events:
        if event not in docket.public:
            continue
        about = _uncharged(docket, event)
        if about is None:
            continue
        for hit in hits(docket, event, guilt, NARRATED, in_quotes=True):
            if not _excused(docket, event, hit, heading.language):
                yield _finding(docket, event, hit, about)
                break


def _uncharged(docket: Docket, event: str) -> Related | None:
    """The fact that somebody this event is about is not charged; None where nobody is."""
    people = [row.person for row in docket.involved.get(event, ())]
    for person in (*people, *docket.adverse.get(event, ())):
        status = newest_status(docket, person)
        if status is not None and status.status in ("uncharged", "under review"):
            says = f"{facts.capital(docket.called_in_print(person))} is {status.status}."
            return Related(says, None, status.file, status.line)
    if "uncharged" in docket.sensitivities.get(event, ()):
        row = docket.events[event]
        line = docket.line(event, "sensitivity")
        return Related("Somebody in it is not charged.", event, row.file, line)
    return None


def _excused(docket: Docket, event: str, hit: Hit, language: str) -> bool:
    guiltless = finder(language, "guiltless")
    start = len(hit.before)
    if any(m.start() <= start < m.end() for m in guiltless.finditer(hit.sentence)):
        return True
    nearby = " ".join(hit.before.split()[-_NEAR:])
    if finder(language, "open_to_doubt").search(nearby) is not None:
        return True
    if not is_quoted(hit.sentence, start):
        return False
    said = finder(language, "speaking").search(re.sub(r"“[^”]*”", " ", hit.sentence)) is not None
    return said or docket.events[event].attribution is not None


def _finding(docket: Docket, event: str, hit: Hit, about: Related) -> Finding:
    passage, said = hit.passage, facts.quotable(hit.words)
    return Finding(
        check="guilt-words",
        level=LEVEL,
        message=(
            f"The {passage.field} of {facts.headline(docket, event)} says “{said}”, while "
            f"{about.says[:1].lower()}{about.says[1:]}"
        ),
        event=event,
        file=passage.file,
        line=passage.line,
        related=(
            Related(f"The {passage.field} says “{said}”.", event, passage.file, passage.line),
            about,
        ),
        identity=(passage.field, said.casefold()),
        settles="Say what was done, or whose word it is, in quotation marks.",
    )
