"""A source stands in the investigation and nothing refers to it.

Either it is not needed, or an event lacks it.
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
id: form
kind: document
title: The complaint form
"""
SILENT = (
    FINDS
    + """
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources: [form]
"""
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source that no citation, order fact, legal status or other source refers to."""
    used = cited(docket) | _referred_to(docket)
    for source, row in docket.sources.items():
        if source in used:
            continue
        yield Finding(
            check="source-unused",
            level=LEVEL,
            message=f"Nothing refers to {facts.title(docket, source)}.",
            file=row.file,
            line=row.line,
            identity=(source,),
            settles="Cite it where it belongs, or take it out.",
        )


def _referred_to(docket: Docket) -> frozenset[str]:
    investigation = docket.investigation
    columns = (
        investigation.order["source"],
        investigation.statuses["source"],
        investigation.derivations["origin"],
        investigation.sources["translated_from"],
    )
    return frozenset(one for column in columns for one in column.dropna().tolist())
