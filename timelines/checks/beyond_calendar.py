"""A year so far off that no calendar here can hold it.

Such a date is kept as it is written and shown in words, but it cannot be put in order with the
others: no check will say that it clashes with anything.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Reading"
LEVEL: Level = "warning"

FINDS = """
--- events/impact.yaml
headline: The basin is formed.
date: Y-3000000
"""
SILENT = """
--- events/impact.yaml
headline: The basin is formed.
date: Y-200000
"""


def check(docket: Docket) -> Iterator[Finding]:
    """What reading said of it."""
    return docket.reported("beyond-calendar")
