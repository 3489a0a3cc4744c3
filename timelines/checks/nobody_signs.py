"""The heading asks for no sign-off at all.

`signoffs: []` in `investigation.yaml` lets events be published that nobody but their author has
read. Leave the key out, and an editor must sign.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Reading"
LEVEL: Level = "warning"

FINDS = """
--- investigation.yaml
title: The harbor permits
zone: America/Chicago
signoffs: []
"""
SILENT = FINDS.replace("signoffs: []", "signoffs: [editor]")


def check(docket: Docket) -> Iterator[Finding]:
    """What reading said of it."""
    return docket.reported("nobody-signs")
