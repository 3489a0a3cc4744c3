"""A chronology for a lawyer's file, in Word: a table of date in words, what happened, who says so.

The head of the table comes again on every page. What it cannot carry: anything meant for programs;
it does not come back with `timelines import`. The sheet on which every claim is ticked is another
thing: `timelines proof`.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from timelines.handout import Exported, Item, Material, not_carried
from timelines.timeless import timeless

SUFFIX = "docx"
_SHOWN = (
    "id", "headline", "date", "summary", "place", "tags", "storyline", "people", "sources",
    "verification",
)  # fmt: skip
_WIDTHS = (38, 132, 90)
"""Millimetres of the columns: when, what happened, who says so."""
_HEADS = ("When", "What happened", "Who says so")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML has no place for."""


def render(material: Material) -> Exported:
    """The document; the same bytes for the same material."""
    document = Document()
    _set_up(document, material)
    document.add_heading(_text(material.title), 0)
    if material.banner:
        document.add_paragraph().add_run(material.banner).bold = True
    table = document.add_table(rows=1, cols=len(_HEADS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    # Rows are filled by their own cells: asking a table for one costs as much as it has rows.
    for item in material.items:
        _fill(table.add_row().cells, item, notes=material.notes)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    saved = io.BytesIO()
    document.save(saved)
    shown = (*_SHOWN, "notes") if material.notes else _SHOWN
    return Exported(timeless(saved.getvalue()), not_carried(material.items, shown))


def _set_up(document: Any, material: Material) -> None:
    """Landscape paper, and core properties that tell nobody's name."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(9)
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.title = _text(material.title)[:255]
    day = datetime.combine(material.today, time(), UTC)
    about.created = about.modified = day.replace(tzinfo=None)
    about.revision = 1
    if material.banner:
        section.header.paragraphs[0].text = material.banner


def _fill(cells: Any, item: Item, *, notes: bool) -> None:
    standing = "" if item.verification in ("", "confirmed") else f" ({item.verification})"
    words = item.words[:1].upper() + item.words[1:]
    cells[0].paragraphs[0].add_run(_text(words + standing))
    cells[1].paragraphs[0].add_run(_text(item.headline)).bold = True
    for text in (item.summary, item.place, "; ".join(item.people)):
        if text:
            cells[1].add_paragraph(_text(text))
    if notes and item.notes:
        cells[1].add_paragraph(_text(f"Notes: {item.notes}"))
    for place, source in enumerate(item.sources):
        paragraph = cells[2].paragraphs[0] if place == 0 else cells[2].add_paragraph()
        paragraph.add_run(_text(source))


def _text(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
