"""The heading expects another number of events, sources or people than were read.

`expect` in `investigation.yaml` notices a merge that drops an event, and a file that was saved in
the wrong place. A record that could not be read does not count.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Reading"
LEVEL: Level = "error"

FINDS = """
--- investigation.yaml
title: The harbor permits
zone: America/Chicago
expect:
  events: 2
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-07
"""
SILENT = FINDS.replace("events: 2", "events: 1")


def check(docket: Docket) -> Iterator[Finding]:
    """What reading said of it."""
    return docket.reported("count-unexpected")
