"""Word: real tables whose heads come again on every page, a new page for each person, ticks.

The boxes can be ticked in Word. The file tells no author and no hour; its day is the sheet's.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from timelines.proof.formats import _templates
from timelines.proof.rows import Sheet
from timelines.timeless import Part, timeless
from timelines.words import words

SUFFIX = "docx"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

CLAIMS = (11, 66, 34, 76, 27, 14, 13, 32)
"""Widths of the columns in millimetres: number, words, when, evidence, signed, ticks, remarks."""
STATEMENTS = (11, 66, 25, 34, 78, 14, 13, 32)
REPLIES = (11, 55, 34, 28, 34, 34, 63, 14)

_SPAN = 56.7
"""Twentieths of a point in a millimetre."""


def render(sheet: Sheet) -> bytes:
    """The document; the same bytes for the same sheet."""
    document = Document()
    _set_up(document, sheet)
    _margins(document, sheet)
    saved = io.BytesIO()
    document.save(saved)
    return timeless(saved.getvalue(), _filled(_body(sheet).encode("utf-8")))


def _set_up(document: Any, sheet: Sheet) -> None:
    """Landscape paper, one quiet font, and core properties that tell nobody's name."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin, section.bottom_margin = Mm(16), Mm(14)
    section.header_distance = section.footer_distance = Mm(7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(8)
    normal.paragraph_format.space_after = Pt(0)
    _off_theme(normal)
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Georgia", Pt(size), True
        style.font.color.rgb = None
        _off_theme(style)
        style.paragraph_format.keep_with_next = True
    day = datetime.fromisoformat(sheet.iso_day).replace(tzinfo=UTC)
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.title = words("en").say("proof.of", title=sheet.title)[:255]
    about.subject = words("en")["proof.mark"]
    about.created = about.modified = day.replace(tzinfo=None)
    about.revision = 1


def _off_theme(style: Any) -> None:
    """Without the fonts of a theme, which Word would take before those that are named."""
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]


def _body(sheet: Sheet) -> str:
    """What stands in the document, as WordprocessingML.

    It is put into the package as text: the library takes a second for every hundred tables.
    """
    return _templates.render(
        "sheet.xml",
        sheet,
        claims=_twips(CLAIMS),
        statements=_twips(STATEMENTS),
        replies=_twips(REPLIES),
    )


def _margins(document: Any, sheet: Sheet) -> None:
    """The mark and the day at the head of every page, title and page numbers at its foot."""
    section = document.sections[0]
    for part, name in ((section.header, "header.xml"), (section.footer, "footer.xml")):
        part.is_linked_to_previous = False
        holder = part.paragraphs[0]._p
        holder.getparent().replace(holder, parse_xml(_templates.render(name, sheet)))


def _twips(widths: tuple[int, ...]) -> list[int]:
    return [round(width * _SPAN) for width in widths]


def _filled(body: bytes) -> Part:
    """What puts the body into its place in the package."""

    def part(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        before, section, behind = data.partition(b"<w:sectPr")
        return before + body + section + behind

    return part
