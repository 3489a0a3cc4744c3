"""A public event is called confirmed, while its date or what it says was only inferred or computed.

What follows from something else is not what somebody said. Readers may get it, if the words say
how it is known: “apparently”, “by our count”, “the dates suggest”.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.wordlists import finder, speaks

SECTION = "Order"
LEVEL: Level = "error"

FINDS = """
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
basis: inferred
verification: confirmed
visibility: public
"""
SILENT = (
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("verification: confirmed", "verification: unverified"),
    FINDS.replace("The mayor files", "The mayor apparently files"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every public, confirmed event with another basis than somebody's word and no hint of it."""
    language = docket.investigation.heading.language
    if not speaks(language):
        return
    hints = finder(language, "inferring")
    for event in docket.events:
        row = docket.events[event]
        if event not in docket.public or row.verification != "confirmed" or row.basis == "stated":
            continue
        if any(hints.search(text or "") for text in (row.headline, row.summary, row.attribution)):
            continue
        yield Finding(
            check="inference-as-fact",
            level=LEVEL,
            message=(
                f"{facts.headline(docket, event)} is called confirmed, but is only {row.basis}, "
                "and no words tell readers so."
            ),
            event=event,
            file=row.file,
            line=docket.line(event, "basis"),
            related=(facts.dated(docket, event),),
            identity=(row.basis,),
            settles="Say in the words how it is known, or call it something less than confirmed.",
        )
