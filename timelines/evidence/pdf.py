"""Text and pictures of a PDF's pages; runs in the process that `room` starts, never in the app."""

from __future__ import annotations

import io
import math
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageDraw

from timelines.evidence.judging import quoted_on
from timelines.evidence.room import Unopened

MOST_PAGES = 3000
LONGEST = 5_000_000
"""Characters of one document that are read."""

SCANNED = 100
"""Letters and digits: a page with a picture on it and fewer of them is taken for a scan."""

MOST_PIXELS = 6_000_000
LONGEST_SIDE = 3000
POINTS = 72
DOTS = 150
"""Dots an inch of a page as it is drawn, where that is within the limits."""

_LOCKED = 4
_YELLOW = (255, 226, 89)


def text(data: bytes) -> dict[str, Any]:
    """The text of every page, None for a scan; the labels of the pages; whether that is all."""
    document = _opened(data)
    pages: list[str | None] = []
    left = LONGEST
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        words = page.get_textpage()
        said = words.get_text_range().replace("\r\n", "\n") if left > 0 else ""
        pages.append(None if _is_scan(said, page) else said[:left])
        left -= len(said)
        words.close()
        page.close()
    labels = [document.get_page_label(number) for number in range(len(pages))]
    return {"pages": pages, "labels": labels, "whole": len(pages) == len(document) and left > 0}


def picture(data: bytes, number: int, quote: str | None) -> tuple[dict[str, Any], bytes]:
    """A page, from 0, as PNG with the quoted words marked.

    The boxes are parts of width and height from the left and the top, one for each line.
    """
    document = _opened(data)
    if not 0 <= number < len(document):
        raise Unopened(f"has no page {number + 1}")
    page = document[number]
    scale = _scale(page.get_width(), page.get_height())
    drawn = page.render(scale=scale, may_draw_forms=False)
    image = drawn.to_pil().convert("RGB")
    place = drawn.get_posconv(page)
    boxes = [] if quote is None else _boxes(page.get_textpage(), quote, place)
    image = _marked(image, boxes)
    out = io.BytesIO()
    image.save(out, "PNG")
    width, height = image.size
    parts = [[x0 / width, y0 / height, x1 / width, y1 / height] for x0, y0, x1, y1 in boxes]
    said = {"width": width, "height": height, "boxes": parts, "pages": len(document)}
    return said, out.getvalue()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == _LOCKED:
            raise Unopened("is locked with a password") from None
        raise Unopened("is damaged and cannot be opened") from None


def _is_scan(said: str, page: pypdfium2.PdfPage) -> bool:
    """Whether the words of a page are drawn rather than written; an empty page is none."""
    letters = sum(map(str.isalnum, said))
    if letters == 0:
        return any(page.get_objects(max_depth=1))
    pictures = [raw.FPDF_PAGEOBJ_IMAGE]
    return letters < SCANNED and any(page.get_objects(filter=pictures, max_depth=3))


def _scale(width: float, height: float) -> float:
    """Pixels a point: never more than the limits, however large the page says it is."""
    by_area = math.sqrt(MOST_PIXELS / max(width * height, 1))
    return min(DOTS / POINTS, LONGEST_SIDE / max(width, height, 1), by_area)


def _boxes(words: pypdfium2.PdfTextPage, quote: str, place: Any) -> list[list[int]]:
    """The boxes of the quoted words in pixels: left, top, right, bottom, one for each line."""
    count = words.count_chars()
    said = "".join(_sign(raw.FPDFText_GetUnicode(words, i)) for i in range(count))
    found = quoted_on(quote, said)
    lines: list[tuple[float, ...]] = []
    for start, end in () if found is None else found.spans:
        for i in range(start, end):
            if not said[i].isspace():
                _add(lines, words.get_charbox(i, loose=True))
    return [_pixels(line, place) for line in lines]


def _sign(code: int) -> str:
    # Surrogates and nothing at all have no sign of their own; the count must stay the same.
    return "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _add(lines: list[tuple[float, ...]], box: tuple[float, ...]) -> None:
    """Widen the last line by a sign on it, or begin a new one; as the page lies, in points."""
    left, bottom, right, top = box
    if lines:
        last, height = lines[-1], max(top - bottom, 1)
        if last[1] <= (bottom + top) / 2 <= last[3] and -height <= left - last[2] <= 3 * height:
            lines[-1] = (last[0], min(last[1], bottom), max(last[2], right), max(last[3], top))
            return
    lines.append(box)


def _pixels(box: tuple[float, ...], place: Any) -> list[int]:
    """A box on the picture, whichever way the page is turned."""
    corners = [place.to_bitmap(x, y) for x, y in (box[:2], box[2:])]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return [across[0], down[0], across[1], down[1]]


def _marked(image: Image.Image, boxes: list[list[int]]) -> Image.Image:
    if not boxes:
        return image
    layer = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        draw.rectangle(box, fill=_YELLOW)
    return ImageChops.multiply(image, layer)
