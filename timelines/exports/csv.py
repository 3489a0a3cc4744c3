"""A table, one event a row, with the date as written and in words.

Cells that a spreadsheet program might calculate stand behind an apostrophe; lists have semicolons.
What it cannot carry: quotes and locators of citations, order facts, who knew what, media,
responses, sign-offs, waivers, corrections, questions, and everything about sources and people.
"""

from __future__ import annotations

import csv
import io

from timelines.columns import cells, headings, lost
from timelines.handout import Exported, Material
from timelines.intake.cells import guarded

SUFFIX = "csv"


def render(material: Material) -> Exported:
    """UTF-8 with a byte order mark, for spreadsheet programs; rows end in CRLF (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = headings(material)
    writer.writerow(names)
    for item in material.items:
        writer.writerow([guarded(cell) for cell in cells(item, names)])
    opening = (
        "Spreadsheet programs may turn a date such as 2021-05 into a day when they open CSV; "
        "export xlsx for them."
    )
    return Exported(out.getvalue().encode("utf-8-sig"), (*lost(material), opening))
