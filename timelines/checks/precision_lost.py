"""A source gives a finer date than the event has.

Somebody knows the day and the event says only the month: readers, the order of events and every
reckoning with the date lose what the source gave. An event that leaves its date wide because its
sources differ is right to do so.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.agreement import apart, finer, length
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.said import Said

SECTION = "Dates"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: email
kind: document
title: The prosecutor’s e-mail
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: 2021-09
sources:
  - source: email
    says:
      date: 2021-09-08
"""
SILENT = (
    FINDS.replace("date: 2021-09\n", "date: 2021-09-08\n"),
    FINDS.replace("source: email", "source: email\n    stance: mentions"),
    FINDS.replace("date: 2021-09\n", "date: [2021-09-08..2021-09-10]\n")
    + """
  - source: email
    says:
      date: 2021-09-10
""",
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event with a date clearly coarser than one that a supporting citation says."""
    for event, every in docket.said.items():
        when = docket.dated(event)
        if when is None or when.backwards or when.precision == "set":
            continue
        told = [said for said in every if said.known is None and said.stance == "supports"]
        finest = [said for said in told if _more_exact(said, when)]
        if not finest or _differ(told):
            continue
        yield _finding(docket, event, when, min(finest, key=_length))


def _more_exact(said: Said, when: When) -> bool:
    """Whether it is the same kind of date, sure of itself, not in conflict, and finer."""
    return (
        said.when is not None
        and said.when.stretch == when.stretch
        and not (said.when.approximate or said.when.uncertain)
        and finer(said.when, when)
        and not apart(said.when, when)
    )


def _differ(told: list[Said]) -> bool:
    dates = [said.when for said in told if said.when is not None]
    return any(apart(one, other) for i, one in enumerate(dates) for other in dates[:i])


def _length(said: Said) -> float:
    return length(said.when) if said.when is not None else float("inf")


def _finding(docket: Docket, event: str, when: When, finest: Said) -> Finding:
    stands = facts.dated(docket, event)
    return Finding(
        check="precision-lost",
        level=LEVEL,
        message=facts.stopped(f"{facts.is_dated(docket, event)}, but {facts.says(docket, finest)}"),
        event=event,
        file=stands.file,
        line=stands.line,
        related=(stands, facts.stated(docket, finest)),
        identity=(when.written, finest.source, finest.words),
        settles="Give the event the date that the source gives, or say why it is left wide.",
    )
