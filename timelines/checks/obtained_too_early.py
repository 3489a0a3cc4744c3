"""A document was obtained surely before it was made.

One of the two dates is wrong, or it is another version of the document. On one and the same day
both are possible, and worth asking how.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: form
kind: document
title: The complaint form
created: 2021-10-15
obtained:
  on: 2021-10-14
"""
SILENT = (
    FINDS.replace("2021-10-14", "2021-10-15"),
    FINDS.replace("2021-10-14", "2021-10"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source that was surely in hand before it may first have been made."""
    for source, obtained in docket.investigation.obtained.items():
        created = docket.investigation.created.get(source)
        if created is None or not obtained.surely_before(created):
            continue
        had = facts.source_dated(docket, source, "obtained", obtained)
        made = facts.source_dated(docket, source, "created", created)
        yield Finding(
            check="obtained-too-early",
            level=LEVEL,
            message=facts.stopped(
                f"{facts.was(docket, source, 'obtained', obtained)}, but it was created "
                f"{facts.words(docket, created)}"
            ),
            file=had.file,
            line=had.line,
            related=(had, made),
            identity=(source, obtained.written, created.written),
            settles="Check both dates, and whether this is another version of the document.",
        )
