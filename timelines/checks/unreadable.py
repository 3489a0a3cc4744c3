"""Something in a file that cannot be read as the format says.

A key that is no part of an event, a date that cannot be, an id that nothing answers to, a file
that is not text: each is reported with its file and line and, where there is one, the likely
right form. The rest of the investigation is read all the same. Nothing is guessed and nothing is
dropped in silence, so that what is missing here is never missing from the story by accident.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Reading"
LEVEL: Level = "error"

FINDS = """
--- events/filed.yaml
headlin: The permit is filed.
date: 2021-05-07
"""
SILENT = """
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-07
"""


def check(docket: Docket) -> Iterator[Finding]:
    """What reading said of it."""
    return docket.reported("unreadable")
