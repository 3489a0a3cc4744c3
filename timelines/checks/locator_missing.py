"""A document or recording is cited without saying where in it.

The next person who asks “how do we know?” should reach the page, the paragraph or the time code in
one step. A document of one page needs no locator.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import every_citation, fact

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: form
kind: document
title: The complaint form
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources: [form]
"""
SILENT = (
    FINDS.replace("[form]", "[{source: form, at: p. 2}]"),
    FINDS.replace("kind: document", "kind: interview"),
    FINDS.replace("title: The", "pages: 1\ntitle: The"),
)

_WHERE = {"document": "page or paragraph", "recording": "time code"}


def check(docket: Docket) -> Iterator[Finding]:
    """Every citation of a document of more than a page, or of a recording, without `at`."""
    for row in every_citation(docket):
        source = docket.sources.get(row.source)
        if source is None or row.at is not None or source.kind not in _WHERE:
            continue
        if source.pages is not None and source.pages.strip() == "1":
            continue
        yield Finding(
            check="locator-missing",
            level=LEVEL,
            message=(
                f"{facts.headline(docket, row.event)} cites {facts.title(docket, row.source)} "
                f"without a {_WHERE[source.kind]}."
            ),
            event=row.event,
            file=row.file,
            line=row.line,
            related=(fact(docket, row),),
            identity=(row.source,),
            settles="Add where in it: at: p. 3, para. 2 or 00:12:40.",
        )
