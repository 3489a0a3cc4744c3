"""A stretch of time that surely ends before it starts.

Two dates were swapped, or a digit is wrong. Where the two ends overlap (`2021-05/2021-05-10`) the
start may still come first, and nothing is said.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.clocks import every_date
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Dates"
LEVEL: Level = "block"

FINDS = """
--- events/review.yaml
headline: Prosecutors review the case.
date: 2021-09/2021-05
"""
SILENT = (
    FINDS.replace("2021-09/2021-05", "2021-05/2021-05-10"),
    FINDS.replace("2021-09/2021-05", "2021-05-10/2021-05"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every written date, and every office held, whose end surely lies before its start."""
    for dated in every_date(docket, lambda when: when.stretch and when.backwards):
        yield Finding(
            check="end-before-start",
            level=LEVEL,
            message=f"{dated.whose}, “{dated.when.written}”, ends before it starts.",
            event=dated.event,
            file=dated.file,
            line=dated.line,
            identity=(dated.field, dated.when.written),
            settles="Read both ends again in the source.",
        )
    yield from _offices(docket)


def _offices(docket: Docket) -> Iterator[Finding]:
    for row in docket.roles:
        if row.from_earliest is None or row.to_latest is None:
            continue
        if row.to_latest <= row.from_earliest:
            yield Finding(
                check="end-before-start",
                level=LEVEL,
                message=(
                    f"{facts.name(docket, row.person)} is said to have been "
                    f"“{facts.quotable(row.title)}” from “{row.from_written}” to "
                    f"“{row.to_written}”, which ends before it starts."
                ),
                file=row.file,
                line=row.line,
                identity=(row.person, row.title, row.from_written, row.to_written),
                settles="Read both ends again in the source.",
            )
