"""Something lies where records are read and is none.

A photograph among the events, a spreadsheet beside the sources: it is not read, and whoever put
it there may think that it is. Documents belong in `evidence/`.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Reading"
LEVEL: Level = "question"

FINDS = """
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-07
--- events/notes.txt
Call the clerk again.
"""
SILENT = """
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-07
--- evidence/notes.txt
Call the clerk again.
"""


def check(docket: Docket) -> Iterator[Finding]:
    """What reading said of it."""
    return docket.reported("file-unexpected")
