"""A source names a file that is not there any more.

What cannot be opened again cannot be shown to an editor, a lawyer or a court. The file was moved,
renamed, or never came along with the folder.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.evidence.stored import Unavailable
from timelines.findings import Finding, Level

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: memo
kind: document
title: The inspection memo
file: memo.txt
--- events/inspected.yaml
headline: The dock is inspected.
date: 2023-03-21
sources: [memo]
"""
SILENT = (
    FINDS + "--- evidence/memo.txt\nThe dock was inspected.\n",
    FINDS.replace("file: memo.txt\n", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source whose file is gone, or cannot be opened as an ordinary file."""
    for source in docket.sources.values():
        why = None if source.document is None else _gone(docket, source.document)
        if why is not None:
            title = facts.title(docket, source.id)
            yield facts.on_source(
                docket,
                source.id,
                "file",
                check="evidence-missing",
                level=LEVEL,
                message=f"The file of {title}, “{source.document}”, {why}.",
                identity=(source.id, source.document),
                settles="Put the file back, or name the one that the source has now.",
            )


def _gone(docket: Docket, document: str) -> Unavailable | None:
    """Why a file is not there; None where it is, or something else is wrong with it."""
    try:
        docket.stored.here(document)
    except Unavailable as fault:
        return fault if fault.missing else None
    return None
