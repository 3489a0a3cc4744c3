"""A clock time that did not exist: that night the clocks were put forward past it.

Where summer time begins, an hour is skipped. A time within it is a slip: another day, another
zone, or a clock that nobody had set.
"""

from collections.abc import Iterator

from timelines.clocks import troubled
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Dates"
LEVEL: Level = "block"

FINDS = """
--- events/call.yaml
headline: The call is taken.
date: 2021-03-14T02:30
"""
SILENT = (
    FINDS.replace("T02:30", "T03:30"),
    FINDS.replace("T02:30", "T02:30[America/Phoenix]"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every written clock time that its zone skipped."""
    for dated in troubled(docket, "time-skipped"):
        yield Finding(
            check="time-skipped",
            level=LEVEL,
            message=(
                f"{dated.whose} “{dated.when.written}” is a time that did not exist: in "
                f"{dated.zone} the clocks were put forward past it that night."
            ),
            event=dated.event,
            file=dated.file,
            line=dated.line,
            identity=(dated.field, dated.when.written),
            settles="Read the time and its zone again in the source.",
        )
