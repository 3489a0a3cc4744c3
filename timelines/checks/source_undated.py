"""A publication is cited of which no date is known.

Its “Friday” or “last week” hangs on nothing, and nobody can tell whether it came before or after
what it reports.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import cited

SECTION = "Sourcing"
LEVEL: Level = "question"

FINDS = """
--- sources.yaml
id: star
kind: publication
title: Mayor files complaint
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources: [star]
"""
SILENT = (
    FINDS.replace("title: Mayor", "published: 2021-10\ntitle: Mayor"),
    FINDS.replace("title: Mayor", "created: 2021-10-15\ntitle: Mayor"),
    FINDS.replace("sources: [star]", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every cited publication with neither a day of publication nor one of making."""
    used = cited(docket)
    for source, row in docket.sources.items():
        if source not in used or row.kind != "publication":
            continue
        if row.published is not None or row.created is not None:
            continue
        yield Finding(
            check="source-undated",
            level=LEVEL,
            message=f"{facts.title(docket, source)} is cited, and no date of it is known.",
            file=row.file,
            line=row.line,
            identity=(source,),
            settles="Find out when it was published, if only “not after”: [..2021-10-15].",
        )
