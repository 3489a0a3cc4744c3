"""A table as text: commas, semicolons, tabs or bars between the cells, whatever the headings.

Byte order marks, line ends of every kind and mixed encodings are read. The headings are guessed
and shown; `--map date=When,headline=What` says what they are. A date stays as exact as its cell:
a month is a month, “3/4/2003” is asked, words are read as news copy is.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from timelines.intake import sheets
from timelines.intake.decoding import text_of
from timelines.intake.proposals import (
    Incoming,
    Options,
    Progress,
    Proposal,
    Remark,
    Unimportable,
)

_SEPARATORS = ",;\t|"
_SUSPECT = 30
"""A cell of more lines is probably one whose quotation mark was never closed."""


def fits(file: Incoming) -> int:
    """By its name alone: any text may be a table."""
    return 2 if file.suffix in ("csv", "tsv", "tab") else 1 if file.suffix == "txt" else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every row as a proposed event."""
    return sheets.proposal(sheet(file, options), file, "csv", options, progress)


def sheet(file: Incoming, options: Options) -> sheets.Sheet:
    """The table of cells, with the lines at which its rows start."""
    text, remarks = text_of(file.data, options.encoding)
    if "\0" in text:
        text = text.replace("\0", "")
        remarks.append(Remark("unreadable", "The file has zero bytes in it; they were dropped."))
    rows: list[list[str]] = []
    numbers: list[int] = []
    at_row: dict[int, tuple[Remark, ...]] = {}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    try:
        for number, row in enumerate(reader, 1):
            rows.append(row)
            numbers.append(number)
            if any(_lines(cell) > _SUSPECT for cell in row):
                note = "a cell of very many lines: is a quotation mark missing?"
                at_row[number] = (Remark("asked", note, f"row {number}"),)
    except csv.Error as fault:
        raise Unimportable(f"Row {len(rows) + 1} cannot be read as a table: {fault}.") from None
    return sheets.Sheet(rows, numbers, tuple(remarks), at_row)


def _lines(cell: str) -> int:
    return cell.count("\n") + cell.count("\r") - cell.count("\r\n")


def separator(text: str) -> str:
    """The sign between cells: the one that stands equally often in most of the first rows."""
    best, found = 0, ","
    for sign in _SEPARATORS:
        try:
            rows = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign)
            widths = Counter(len(row) for _, row in zip(range(20), rows, strict=False) if row)
        except csv.Error:
            continue
        widths.pop(1, None)
        score = max((count * 10 + width for width, count in widths.items()), default=0)
        if score > best:
            best, found = score, sign
    return found
