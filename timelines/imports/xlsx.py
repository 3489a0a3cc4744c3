"""A workbook of Excel, LibreOffice, Numbers or Google, whatever its headings.

The first sheet that is shown, or the one named. A cell is as exact as its number format shows it:
a month formatted as a month stays one, though the workbook keeps a day. Calculated cells give their
last result. Small files that blow up when unpacked are refused.
"""

from __future__ import annotations

from timelines.intake import sheets
from timelines.intake.proposals import Incoming, Options, Progress, Proposal
from timelines.intake.workbooks import workbook_sheet


def fits(file: Incoming) -> int:
    """By its name, or by being a zip file with a workbook in it."""
    packed = file.data.startswith(b"PK") and b"xl/" in file.data
    return 5 if packed or file.suffix in ("xlsx", "xlsm", "xls") else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every row of the sheet as a proposed event."""
    return sheets.proposal(sheet(file, options), file, "xlsx", options, progress)


def sheet(file: Incoming, options: Options) -> sheets.Sheet:
    """The table of cells as text."""
    return workbook_sheet(file.data, options.sheet)
