"""A clock time that happened twice: that night the clocks were put back over it.

Where summer time ends, an hour happens twice. Unless the offset is written (`01:30-05:00`), the
time may be either, an hour apart.
"""

from collections.abc import Iterator

from timelines.clocks import troubled
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Dates"
LEVEL: Level = "warning"

FINDS = """
--- events/call.yaml
headline: The call is taken.
date: 2021-11-07T01:30
"""
SILENT = (
    FINDS.replace("T01:30", "T01:30-06:00"),
    FINDS.replace("T01:30", "T02:30"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every written clock time that its zone had twice."""
    for dated in troubled(docket, "time-repeated"):
        yield Finding(
            check="time-repeated",
            level=LEVEL,
            message=(
                f"{dated.whose} “{dated.when.written}” is a time that happened twice: in "
                f"{dated.zone} the clocks were put back over it that night."
            ),
            event=dated.event,
            file=dated.file,
            line=dated.line,
            identity=(dated.field, dated.when.written),
            settles="Find out which of the two it was, and write its offset behind the time.",
        )
