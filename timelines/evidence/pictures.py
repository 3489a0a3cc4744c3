"""Makes a stored picture anew for the desk: the same pixels, bounded, and nothing else."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from timelines.evidence.room import Unopened

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
"""What is read: pictures made of pixels, nothing that can hold a script or a link."""

MOST_PIXELS = 120_000_000
LONGEST_SIDE = 2400
"""Pixels; a larger picture is made smaller."""


def remade(data: bytes) -> tuple[dict[str, Any], bytes]:
    """A picture as PNG, upright; of one that moves or has pages, the first. Raises Unopened."""
    Image.MAX_IMAGE_PIXELS = None  # What is too large is said below, in our words.
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Unopened(f"has more than {MOST_PIXELS // 1_000_000} million pixels")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except UnidentifiedImageError:
        raise Unopened("is not a picture that can be shown here") from None
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    out = io.BytesIO()
    paper.convert("RGB").save(out, "PNG")
    return {"width": paper.width, "height": paper.height}, out.getvalue()
