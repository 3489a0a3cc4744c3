"""A waiver that accepts nothing, because nothing of that name is found on its event.

Either the matter has been put right, and the waiver can go; or the name of the check has a slip
of the pen; or the finding has changed since it was accepted, and somebody must look again. A
finding that blocks publication cannot be waived at all.
"""

from collections import defaultdict
from collections.abc import Iterator

from timelines import checks, waivers
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.suggestions import suggestion

SECTION = "Waivers"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: clerk
kind: interview
title: The clerk
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-07
sources: [clerk]
waivers:
  - check: suspicious-first
    because: The clerk’s stamp on the file says May 1.
    by: R. Ortiz
    on: 2021-10-01
"""
SILENT = FINDS.replace("2021-05-07", "2021-05-01")


def check(docket: Docket) -> Iterator[Finding]:
    """Every waiver that covers no finding, or only what cannot be waived."""
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in docket.found:
        found[finding.event].append(finding)
    for event, rows in docket.waivers.items():
        for row in rows:
            if waivers.expired(row, docket):
                continue
            covered = [finding for finding in found[event] if waivers.covers(row, finding)]
            if any(finding.level != "block" for finding in covered):
                continue
            yield _finding(row, blocked=bool(covered))


def _finding(row: Row, *, blocked: bool) -> Finding:
    accepts = f"{row.by[:1].upper()}{row.by[1:]}’s waiver of “{row.check}” accepts nothing"
    settles = "Take the waiver out, or correct the name of the check that it accepts."
    names = [one.name for one in checks.shelf()]
    if blocked:
        message = f"{accepts}, because a finding that blocks publication cannot be waived."
        settles = "Put the matter right; this finding cannot be accepted."
    elif row.check not in names:
        hint = suggestion(row.check, names)
        message = f"{accepts}, because there is no check of that name.{hint}"
    elif row.fingerprint is not None:
        message = f"{accepts}: the finding that it names is no longer found on this event."
    else:
        message = f"{accepts}: nothing of that name is found on this event."
    return Finding(
        check="waiver-unmatched",
        level=LEVEL,
        message=message,
        event=row.event,
        file=row.file,
        line=row.line,
        identity=(row.check, row.fingerprint or "", row.by, row.on),
        settles=settles,
    )
