"""The spreadsheet that TimelineJS is fed with, as CSV: Year, Month, Day, Time, Headline, Text …

The older one with “Start Date” is read too. A row without a day stays a month, one without a month
a year. Media, backgrounds, and the row of type “title” or “era” do not come along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timelines.imports import csv as tables
from timelines.intake.celldates import CellDate, cell_date, until, with_time
from timelines.intake.decoding import one_line
from timelines.intake.headings import plain
from timelines.intake.proposals import Incoming, Options, Progress, Proposal, Remark, Unimportable
from timelines.intake.sheets import Sheet
from timelines.intake.slides import Slide, proposal_of


def fits(file: Incoming) -> int:
    """By its headings."""
    if file.suffix not in ("csv", "tsv", "txt"):
        return 0
    start = file.data[:3_000].replace(b"\0", b"").lower()
    known = (b"headline", b"display date", b"media credit", b"media caption", b"end year")
    return 7 if b"headline" in start and sum(name in start for name in known) >= 3 else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every row that is an event."""
    table = tables.sheet(file, options)
    if not table.rows:
        raise Unimportable("There is nothing in this file.")
    names = [plain(cell) for cell in table.rows[0]]
    if "headline" not in names:
        raise Unimportable("It has no column “Headline” in its first row.")
    remarks = list(table.remarks)
    rows = list(_rows(table, names))
    aside = [row for row in rows if row[1].get("type", "").lower() in ("title", "era")]
    for number, cells in aside:
        text = f"the {cells['type'].lower()} “{one_line(cells['headline'])}”"
        remarks.append(Remark("left-out", text, f"row {number}"))
    slides = (
        _slide(number, cells, options) for number, cells in rows if (number, cells) not in aside
    )
    title = next(
        (cells["headline"] for _, cells in aside if cells["type"].lower() == "title"), None
    )
    return proposal_of(slides, file, "timelinejs-sheet", options, tuple(remarks), title, progress)


def _rows(table: Sheet, names: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, row in zip(table.numbers[1:], table.rows[1:], strict=True):
        if any(cell.strip() for cell in row):
            yield number, dict(zip(names, row, strict=False))


def _slide(number: int, cells: Mapping[str, str], options: Options) -> Slide:
    dated = _date(cells, "", options)
    end = _date(cells, "end ", options)
    if end.edtf != "unknown":
        dated = until(dated, end, options)
    start = cells.get("start date", "") or " ".join(
        filter(None, (cells.get(name, "") for name in ("year", "month", "day", "time")))
    )
    return Slide(
        place=f"row {number}",
        start=start,
        end="",
        shown=cells.get("display date", ""),
        headline=cells.get("headline", ""),
        text=cells.get("text", ""),
        lane=cells.get("group", "") or cells.get("tag", ""),
        media=tuple(
            filter(None, (one_line(cells.get(name, "")) for name in
                          ("media", "media caption", "media credit")))
        ),
        whole="\n".join(f"{name}: {cell}" for name, cell in cells.items() if cell),
        dated=dated,
    )  # fmt: skip


def _date(cells: Mapping[str, str], which: str, options: Options) -> CellDate:
    """The date of the columns “Year”, “Month”, “Day”, “Time”, or “End Year” and so on."""
    year, month, day, time = (
        one_line(cells.get(f"{which}{name}", "")) for name in ("year", "month", "day", "time")
    )
    if not year and not month and not day:
        name = "end date" if which else "start date"
        found = cell_date(cells.get(name, ""), options)
        if found.edtf == "unknown" and found.kind is None and not which:
            return CellDate("unknown", "unreadable", "it has no date")
        return found
    found = cell_date(_parts(year, month, day), options)
    return with_time(found, time, options) if time else found


def _parts(year: str, month: str, day: str) -> str:
    if not month.isdigit() and month:
        return f"{day} {month} {year}".strip()
    parts = [part.zfill(2) for part in (month, day) if part]
    sign = "-" if year.startswith("-") else ""
    return "-".join([sign + year.removeprefix("-").zfill(4), *parts])
