"""A workbook, one event a row; every cell is text, so that no program makes a day of a month.

What it cannot carry is what `csv` cannot, and the end of texts longer than 32,767 characters.
"""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped]

from timelines.columns import cells, headings, lost
from timelines.handout import Exported, Material
from timelines.yamltext import UNPRINTABLE

SUFFIX = "xlsx"
LONGEST = 32_767
"""Characters in a cell (Excel's limit)."""

_WIDE = {"headline": 50, "summary": 60, "words": 28, "notes": 60}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(material: Material) -> Exported:
    """The same bytes for the same events: nothing in it tells when it was made."""
    book = Workbook()
    sheet = book.active
    sheet.title = "For the desk" if material.banner else "Events"
    names = headings(material)
    cut = 0
    for number, row in enumerate([names, *(cells(item, names) for item in material.items)], 1):
        for place, text in enumerate(row, 1):
            cut += len(text) > LONGEST
            cell = sheet.cell(number, place)
            cell.value = UNPRINTABLE.sub("\ufffd", text)[:LONGEST]
            # Without this, a text that begins with = would be calculated.
            cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
    for place, name in enumerate(names):
        sheet.column_dimensions[sheet.cell(1, place + 1).column_letter].width = _WIDE.get(name, 16)
    sheet.freeze_panes = "C2"
    remarks = list(lost(material))
    if cut:
        remarks.append(f"{cut} texts were cut at {LONGEST:,} characters.")
    return Exported(_timeless(book), tuple(remarks))


def _timeless(book: Workbook) -> bytes:
    """The workbook without the moment at which it was saved."""
    saved, out = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != "docProps/core.xml":
                info = zipfile.ZipInfo(part.filename, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, _bare(part.filename, old.read(part)))
    return out.getvalue()


def _bare(name: str, data: bytes) -> bytes:
    """Without the mention of the part that holds the moment."""
    if name not in ("[Content_Types].xml", "_rels/.rels"):
        return data
    pieces = data.decode().split("<")
    return "<".join(one for one in pieces if "docProps/core.xml" not in one).encode()
