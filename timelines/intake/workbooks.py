"""Workbooks (XLSX): cells as text, with dates no more exact than the sheet shows them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from timelines.intake.proposals import MOST_ROWS, Remark, Unimportable
from timelines.intake.sheets import Sheet

UNPACKED = 200_000_000
"""Bytes that a workbook may have unpacked: a small file that blows up is refused."""
_RATIO = 300
_PARTS = 5_000
_WIDEST = 500
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_MINUTES = re.compile(r"(?<=h)(\W*)m+|m+(?=\W*s)")


def workbook_sheet(data: bytes, wanted: str | None) -> Sheet:
    """One sheet of a workbook: the one of that name, else the first that is shown.

    Raises Unimportable for what is no workbook, is too large unpacked, or has no such sheet.
    """
    _safe(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return _read(book, wanted)
    except Unimportable:
        raise
    except Exception as fault:  # noqa: BLE001 - a broken workbook fails in any of many ways
        raise Unimportable(
            f"It cannot be read as a workbook ({type(fault).__name__}). Save it as .xlsx or CSV."
        ) from None


def _safe(data: bytes) -> None:
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Unimportable("It is an old workbook (.xls) or behind a password: save it as .xlsx.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unimportable("It is not a workbook: it is no zip file.") from None
    size = sum(part.file_size for part in parts)
    if size > UNPACKED or len(parts) > _PARTS or size > max(1_000_000, len(data) * _RATIO):
        raise Unimportable(
            f"Unpacked it would have {size / 1e6:,.0f} million bytes, or too many parts; it is "
            "not opened. Save the sheet as CSV."
        )
    if "[Content_Types].xml" not in names:
        raise Unimportable("It is a zip file, and no workbook.")


def _read(book: Any, wanted: str | None) -> Sheet:
    sheets = book.worksheets
    if wanted is not None:
        chosen = next((one for one in sheets if one.title == wanted), None)
        if chosen is None:
            there = ", ".join(f"“{one.title}”" for one in sheets)
            raise Unimportable(f"There is no sheet “{wanted}”. There are {there}.")
    else:
        chosen = next((one for one in sheets if one.sheet_state == "visible"), None)
        if chosen is None:
            raise Unimportable("There is no sheet in it that is shown; name one.")
    remarks = [
        Remark("left-out", f"the sheet “{one.title}”{_hidden(one)}; to import it, name it")
        for one in sheets
        if one is not chosen
    ]
    rows: list[list[str]] = []
    numbers: list[int] = []
    at_row: dict[int, tuple[Remark, ...]] = {}
    for number, cells in enumerate(chosen.iter_rows(max_col=_WIDEST), 1):
        if number > MOST_ROWS * 2 or len(rows) > MOST_ROWS:
            raise Unimportable(f"The sheet has more than {MOST_ROWS:,} rows. Split it.")
        texts: list[str] = []
        said: list[Remark] = []
        for cell in cells:
            text, remark = _cell(cell)
            texts.append(text)
            if remark:
                said.append(Remark("asked", remark, f"row {number}"))
        while texts and not texts[-1]:
            texts.pop()
        rows.append(texts)
        numbers.append(number)
        if said:
            at_row[number] = tuple(said)
    return Sheet(rows, numbers, tuple(remarks), at_row)


def _hidden(sheet: Any) -> str:
    return "" if sheet.sheet_state == "visible" else " (hidden)"


def _cell(cell: Any) -> tuple[str, str]:
    """The text of a cell, and what has to be asked about it."""
    value = cell.value
    if value is None:
        return "", ""
    if isinstance(value, datetime | date):
        return dated(value, cell.number_format or "")
    if isinstance(value, time):
        return _clock(value), ""
    if isinstance(value, timedelta):
        return str(value), ""
    if isinstance(value, bool):
        return ("yes" if value else "no"), ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), ""
    return str(value), ""


def dated(value: datetime | date, number_format: str) -> tuple[str, str]:
    """A date as exactly as its number format shows it, and what has to be asked.

    A workbook keeps every date as a day. `mmm-yy` shows a month, so a month it is.
    """
    shown = set(_shown(number_format))
    if isinstance(value, datetime) and "h" in shown and not shown & set("ymd"):
        return _clock(value.time()), ""
    if "y" not in shown and not shown & set("md"):
        shown = set("ymd")
    written = f"{value.year:04d}"
    if "m" in shown or "d" in shown:
        written += f"-{value.month:02d}"
    if "d" in shown:
        written += f"-{value.day:02d}"
    clock = isinstance(value, datetime) and "h" in shown and len(written) == 10
    if clock and isinstance(value, datetime):
        written += f"T{value.hour:02d}"
        if "n" in shown or "s" in shown:
            written += f":{value.minute:02d}"
        if "s" in shown:
            written += f":{value.second:02d}"
    if "y" not in shown:
        return written, f"the sheet shows no year for {written}; {value.year} is what it keeps"
    return written, ""


def _shown(number_format: str) -> Iterator[str]:
    """The parts of a date that a number format shows: y, m, d, h, n for minutes, s."""
    first = _LITERAL.sub("", number_format.split(";")[0]).lower()
    if first in ("general", "@", ""):
        return iter("ymd")
    plain = _MINUTES.sub(lambda found: f"{found[1] or ''}n", re.sub(r"[\[\]]", "", first))
    return (sign for sign in re.sub(r"am/pm|a/p", "", plain) if sign in "ymdhns")


def _clock(value: time) -> str:
    seconds = f":{value.second:02d}" if value.second else ""
    return f"{value.hour:02d}:{value.minute:02d}{seconds}"
