"""A picture or recording that readers would get lacks its alternative text or its credit.

The alternative text is the picture for those who cannot see it; the credit is owed to its maker.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Fairness"
LEVEL: Level = "error"

FINDS = """
--- media/hall.png
not a picture
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
visibility: public
media:
  - {file: media/hall.png, credit: A. Photographer}
"""
SILENT = (
    FINDS.replace("{file", "{alt: The steps of city hall, file"),
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every medium of a public event without `alt` or without `credit`."""
    for row in docket.media:
        if row.event not in docket.public:
            continue
        lacks = [
            words
            for words, value in (("alternative text", row.alt), ("credit", row.credit))
            if value is None
        ]
        if not lacks:
            continue
        yield Finding(
            check="media-unready",
            level=LEVEL,
            message=(
                f"“{facts.quotable(row.media_file or 'A medium')}” of "
                f"{facts.headline(docket, row.event)} has no {' and no '.join(lacks)}."
            ),
            event=row.event,
            file=row.file,
            line=row.line,
            identity=(row.media_file or "", *lacks),
            settles="Say in `alt` what it shows and in `credit` who made it.",
        )
