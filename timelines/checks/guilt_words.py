"""Words that find somebody guilty who is not charged, or whose case is under review.

“Illegally”, “stole”, “crime” are for a court to say. Every text is read in which the paper speaks
to readers: headline and summary, places in documents, parts that people have, how somebody knew,
tags, corrections, agreed words, the heading’s title and summary. Quotes, answers and titles of
sources are words of others. Such words may stand inside quotation marks with somebody who says
them, and beside a word that leaves it open (“possible”, “alleged”). Whom it is about is known by
`people` and `adverse_to`, by the newest `legal_status`, and by the event's `sensitivity:
uncharged`. The list can be extended in `house.guilt_words`.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.hits import Hit, hits, is_quoted
from timelines.legal import newest_status
from timelines.told import OWN_VOICE, heading_texts
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
    FINDS.replace("illegally searched", "searched")
    .replace("naming: never", "naming: role-only\nlabel: an officer")
    .replace("[officer]", "\n  - {who: officer, part: accused of an illegal search}"),
)

_NEAR = 6
"""So many words before the word may leave it open."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every such word in a public event about somebody who is not charged: one an event.

    Where there is such an event, the heading's title and summary are read as well.
    """
    heading = docket.investigation.heading
    if not speaks(heading.language):
        return
    guilt = finder(heading.language, "guilt", tuple(heading.house.guilt_words))
    concerned: Related | None = None
    for event, told in docket.told.items():
        about = _uncharged(docket, event)
        if about is None:
            continue
        concerned = concerned or about
        said_by = docket.events[event].attribution
        for hit in hits(docket, event, guilt, OWN_VOICE, in_quotes=True, passages=told):
            if not _excused(hit, heading.language, said_by):
                yield _finding(docket, event, hit, about)
                break
    if concerned is not None:
        told = heading_texts(docket.investigation)
        for hit in hits(docket, "", guilt, ("title", "summary"), in_quotes=True, passages=told):
            if not _excused(hit, heading.language, None):
                yield _finding(docket, "", hit, concerned)


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


def _excused(hit: Hit, language: str, attribution: str | None) -> bool:
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
    return said or attribution is not None


def _finding(docket: Docket, event: str, hit: Hit, about: Related) -> Finding:
    passage, said = hit.passage, facts.quotable(hit.words)
    whose = facts.headline(docket, event) if event else "the investigation"
    return Finding(
        check="guilt-words",
        level=LEVEL,
        message=(
            f"The {passage.field} of {whose} says “{said}”, while "
            f"{about.says[:1].lower()}{about.says[1:]}"
        ),
        event=event or None,
        file=passage.file,
        line=passage.line,
        related=(
            Related(
                f"The {passage.field} says “{said}”.", event or None, passage.file, passage.line
            ),
            about,
        ),
        identity=(passage.field, said.casefold()),
        settles="Say what was done, or whose word it is, in quotation marks.",
    )
