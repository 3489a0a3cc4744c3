"""A source is unnamed, with no reason, a reason that is none, or no manager who knows who it is.

Readers are owed why; the paper is owed that somebody besides the reporter can vouch for the
person. “Asked not to be named” says that there is a condition, not why it was granted: say what
the person risks.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.sourcing import cited, confidential
from timelines.wordlists import finder, speaks

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: insider
kind: interview
title: An account of the search
terms: on-background
label: a law enforcement source
why_anonymous: asked not to be named
manager_knows: city editor
--- events/looked-up.yaml
headline: The officer looks up the mayor’s home address.
date: 2021-05
sources: [insider]
"""
SILENT = (
    FINDS.replace("asked not to be named", "officers who talk to reporters are dismissed"),
    FINDS.replace("terms: on-background", "terms: on-record"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every cited source off the record in any degree, of which something is not explained."""
    used = cited(docket)
    for source, row in docket.sources.items():
        if source not in used or not confidential(docket, source):
            continue
        lacks = list(_lacks(docket, row))
        if not lacks:
            continue
        field = "terms" if row.why_anonymous is None else "why_anonymous"
        yield facts.on_source(
            docket,
            source,
            field,
            check="anonymity-unexplained",
            level=LEVEL,
            message=f"{facts.title(docket, source)} is not on the record, {' and '.join(lacks)}.",
            identity=(source, *lacks),
            settles=(
                "Write into “why_anonymous” what the person risks, and into “manager_knows” the "
                "role of the manager who knows who it is."
            ),
        )


def _lacks(docket: Docket, row: Row) -> Iterator[str]:
    if row.why_anonymous is None:
        yield "no reason is given"
    elif _says_nothing(row.why_anonymous, docket.investigation.heading.language):
        yield f"the reason “{facts.quotable(row.why_anonymous)}” explains nothing"
    if row.manager_knows is None:
        yield "no manager is named who knows who it is"


def _says_nothing(reason: str, language: str) -> bool:
    """Whether nothing is left of a reason once the set phrases and the filling are taken out."""
    if not speaks(language):
        return False
    rest = finder(language, "boilerplate").sub(" ", reason)
    rest = finder(language, "filling").sub(" ", rest)
    return re.search(r"[^\W\d_]", rest) is None
