"""An editor's waiver whose last day is over: what it accepted stands again.

A waiver that names a day in `until` accepts its finding up to and including that day. Afterwards
somebody must look again: put the matter right, or accept it anew by name.
"""

from collections.abc import Iterator

from timelines import waivers
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Waivers"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: clerk
kind: interview
title: The clerk
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-01
sources: [clerk]
waivers:
  - check: suspicious-first
    because: The clerk’s stamp on the file says May 1.
    by: R. Ortiz
    on: 2021-10-01
    until: 2021-11-30
"""
SILENT = FINDS.replace("2021-11-30", "2021-12-01")


def check(docket: Docket) -> Iterator[Finding]:
    """Every waiver whose last day lies before today."""
    for event, rows in docket.waivers.items():
        for row in rows:
            if waivers.expired(row, docket):
                yield Finding(
                    check="waiver-expired",
                    level=LEVEL,
                    message=(
                        f"{row.by[:1].upper()}{row.by[1:]}’s waiver of “{row.check}” "
                        f"(“{row.because}”) held until “{row.until}” and is over."
                    ),
                    event=event,
                    file=row.file,
                    line=row.line,
                    identity=(row.check, row.by, row.on, row.until),
                    settles="Put the matter right, or accept it anew with a name and a day.",
                )
