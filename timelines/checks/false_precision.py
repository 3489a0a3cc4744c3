"""An event's date is finer than anything its sources say.

If every source says “in May”, nobody knows that it was May 7. A day from nowhere looks like
knowledge, is copied, and stays. A date that was computed or inferred may be finer than the
sources' words where the facts it follows from are there: an order fact, or words such as “this
week” that mean certain days seen from the day of their source.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.agreement import finer, length
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.said import Said

SECTION = "Dates"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: statement
kind: statement
title: The department’s statement
published: 2021-10-08
--- events/aware.yaml
headline: The department learns of the search.
date: 2021-05-07
sources:
  - source: statement
    says:
      date: in May
"""
SILENT = (
    FINDS.replace("date: 2021-05-07", "date: 2021-05"),
    FINDS.replace("says:", "quote: We were made aware on May 7.\n    says:"),
    FINDS.replace(
        "date: 2021-05-07", "date: 2021-05-07\nbasis: computed\norder: [{same_day: report}]"
    )
    + """
--- events/report.yaml
headline: An officer reports it.
date: 2021-05-07
""",
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event whose date is clearly finer than the finest that its citations say."""
    for event, every in docket.said.items():
        when, own = docket.dated(event), [said for said in every if said.known is None]
        if when is None or when.backwards or when.troubles or not own:
            continue
        told = [said.when for said in own if said.when is not None]
        # Words that nobody could read may say as much as the event does.
        if len(told) < len(own) or not all(finer(when, other) for other in told):
            continue
        if docket.states_date(event, when) or _justified(docket, event, own):
            continue
        yield _finding(docket, event, when, min(own, key=_length))


def _length(said: Said) -> float:
    return length(said.when) if said.when is not None else float("inf")


def _justified(docket: Docket, event: str, own: list[Said]) -> bool:
    """Whether a date that says it was worked out has facts it can have been worked out from."""
    if docket.events[event].basis == "stated":
        return False
    return event in docket.tied or any(said.reading is not None for said in own)


def _finding(docket: Docket, event: str, when: When, finest: Said) -> Finding:
    stands = facts.dated(docket, event)
    return Finding(
        check="false-precision",
        level=LEVEL,
        message=(
            f"{facts.is_dated(docket, event)}, but the most exact that its sources say is "
            f"“{facts.quotable(finest.words)}” ({facts.who(docket, finest.source)})."
        ),
        event=event,
        file=stands.file,
        line=stands.line,
        related=(stands, facts.stated(docket, finest)),
        identity=(when.written, finest.source, finest.words),
        settles="Write the date as exactly as a source says it, or cite who says more.",
    )
