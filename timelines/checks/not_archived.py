"""A source on the web has neither an archived copy nor a stored file.

Pages change and vanish, most of all after a story. Archive the page, or store what was seen under
`evidence/`.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: star
kind: publication
title: Mayor files complaint
published: 2021-10-15
url: https://example.org/story
"""
SILENT = (
    FINDS + "archived_url: https://archive.example.org/story\n",
    FINDS.replace("url: https://example.org/story\n", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source with an address and nothing kept of it."""
    for source, row in docket.sources.items():
        if row.url is None or row.archived_url is not None or row.document is not None:
            continue
        yield facts.on_source(
            docket,
            source,
            "url",
            check="not-archived",
            level=LEVEL,
            message=f"Of {facts.title(docket, source)} no copy is kept, only its address.",
            identity=(source,),
            settles="Archive the pages, or store what was seen under evidence/.",
        )
