"""January 1, the first of a month, or midnight, that no source states.

Databases and forms fill in a first day where nobody knew one, and 00:00 where nobody knew the
hour. A source that states the day, in what it says or in the quoted words, makes it good; a
source that is only named states nothing about the date. The first day of a stretch of time is not
meant.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Dates"
LEVEL: Level = "question"

FINDS = """
--- sources.yaml
id: register
kind: dataset
title: The permit register
--- events/filed.yaml
headline: The permit is filed.
date: 2021-01-01
sources: [register]
"""
SILENT = (
    FINDS.replace("[register]", "\n  - source: register\n    says: {date: 2021-01-01}"),
    FINDS.replace("[register]", "\n  - source: register\n    quote: Filed Jan. 1, 2021."),
    FINDS.replace("date: 2021-01-01", "date: 2021-01-01/2021-03-31"),
    FINDS.replace("date: 2021-01-01", "date: 2021-01"),
)

_FIRST_DAY = re.compile(r"[+-]?\d{4,}-\d\d-01[?~%]?(?=$|[Z+\[-])")
_MIDNIGHT = re.compile(r"T00(?::00)?(?::00(?:\.0+)?)?(?=$|[?~%Z+\[-])")


def check(docket: Docket) -> Iterator[Finding]:
    """Every moment on a first day, or at midnight, that no citation states."""
    for event, row in docket.events.items():
        when = docket.dated(event)
        if when is None or when.stretch or when.precision == "set":
            continue
        what = _suspicious(when)
        if what is None or docket.states_date(event, when) or _worked_out(docket, event):
            continue
        yield Finding(
            check="suspicious-first",
            level=LEVEL,
            message=(
                f"{facts.headline(docket, event)} is dated {facts.words(docket, when)}, {what} "
                "that no source states."
            ),
            event=event,
            file=row.file,
            line=row.date_line,
            related=(facts.dated(docket, event),),
            identity=(row.written,),
            settles="Find out whether a source states this date, or whether it was filled in.",
        )


def _suspicious(when: When) -> str | None:
    if when.timed:
        return "a midnight" if _MIDNIGHT.search(when.written) else None
    if when.precision == "day" and _FIRST_DAY.match(when.written):
        return "a January 1" if "-01-01" in when.written else "the first day of a month"
    return None


def _worked_out(docket: Docket, event: str) -> bool:
    """Whether the date says that it was computed, and there is something it follows from."""
    return docket.events[event].basis == "computed" and event in docket.tied
