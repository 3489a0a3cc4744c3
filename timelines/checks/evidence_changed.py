"""A stored file is not the one that was recorded: its SHA-256 sum is another.

The sum was taken when the document came in. Since then somebody saved over it, or another file has
its name; what was quoted and signed off may not stand in it any more. Capitals in a sum mean the
same.
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
sha256: c4f1c1e7a4a1f2a35d4bd5b0b2e9f3d1c4f1c1e7a4a1f2a35d4bd5b0b2e9f3d1
--- evidence/memo.txt
The dock was inspected.
--- events/inspected.yaml
headline: The dock is inspected.
date: 2023-03-21
sources: [memo]
"""
_RECORDED = "c4f1c1e7a4a1f2a35d4bd5b0b2e9f3d1c4f1c1e7a4a1f2a35d4bd5b0b2e9f3d1"
_TRUE = "22df520750f286e79cc5f65a040069463c145143fe9ee91213c6a34a541843c4"
SILENT = (
    FINDS.replace(_RECORDED, _TRUE),
    FINDS.replace(_RECORDED, _TRUE.upper()),
    FINDS.replace("--- evidence/memo.txt\nThe dock was inspected.\n", ""),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source with a file and a recorded sum where the two do not fit."""
    for source in docket.sources.values():
        if source.document is None or source.sha256 is None:
            continue
        try:
            found = docket.stored.sum(source.document)
        except Unavailable:
            continue
        if found == source.sha256.lower():
            continue
        yield facts.on_source(
            docket,
            source.id,
            "sha256",
            check="evidence-changed",
            level=LEVEL,
            message=(
                f"The file of {facts.title(docket, source.id)}, “{source.document}”, is not the "
                f"one that was recorded: its SHA-256 sum begins with {found[:12]}, not with "
                f"{source.sha256[:12]}."
            ),
            identity=(source.id, source.document, found),
            settles=(
                "Put the recorded file back; if the new one is right, record its sum: "
                f"sha256: {found}."
            ),
        )
