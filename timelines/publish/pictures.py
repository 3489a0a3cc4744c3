"""Makes pictures anew for readers: the same pixels, and nothing else that was in the file."""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from timelines.investigation import Investigation
from timelines.publish.kept import kept_bytes
from timelines.publish.telling import Picture, Pictures
from timelines.reading.paths import EVIDENCE, MEDIA, Misplaced, document

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
"""What is read: pictures made of pixels. Nothing that can hold a script, a link or a document."""

MOST_PIXELS = 80_000_000
LONGEST_SIDE = 2400
"""Pixels; a larger picture is made smaller."""

_TOO_MANY = f"has more than {MOST_PIXELS // 1_000_000} million pixels."
_JPEG = {"quality": 85, "optimize": True, "progressive": True}


class Refused(Exception):
    """A file that readers cannot get; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Made:
    """A picture for readers: its bytes, the ending of its name, and its size in pixels."""

    data: bytes
    ending: str
    width: int
    height: int

    @property
    def path(self) -> str:
        """Its path in the published folder, which is made of its bytes."""
        return f"media/{hashlib.sha256(self.data).hexdigest()[:24]}.{self.ending}"


def sums(investigation: Investigation) -> Pictures:
    """Pictures by the sum of their files, for signing: it changes when the file does."""

    def picture(written: str) -> Picture:
        data = _read(investigation, written)
        return Picture("missing" if data is None else hashlib.sha256(data).hexdigest())

    return picture


class Gallery:
    """The pictures of an investigation as readers get them; each is made once."""

    def __init__(self, investigation: Investigation) -> None:
        self._investigation = investigation
        self._made: dict[str, Made] = {}

    def made(self, written: str) -> Made:
        """The picture that a `media.file` names. Raises Refused, with a sentence that says why."""
        if written not in self._made:
            data = _read(self._investigation, written)
            if data is None:
                raise Refused(f"“{written}” is not among the files of the investigation.")
            try:
                self._made[written] = remade(data)
            except Refused as refused:
                raise Refused(f"“{written}” {refused}") from None
        return self._made[written]

    def picture(self, written: str) -> Picture | None:
        """Its path and size in the published folder; None for one that readers cannot get."""
        try:
            made = self.made(written)
        except Refused:
            return None
        return Picture(made.path, made.width, made.height)

    def files(self) -> dict[str, bytes]:
        """Every picture made so far, by its path."""
        return {made.path: made.data for made in self._made.values()}


def _read(investigation: Investigation, written: str) -> bytes | None:
    largest = investigation.heading.house.evidence_megabytes * 1_000_000
    try:
        return kept_bytes(investigation.path, document(written, EVIDENCE, MEDIA), largest)
    except Misplaced:
        return None


def remade(data: bytes) -> Made:
    """A picture of the same pixels, upright and in ordinary colours, with nothing else in it.

    Raises Refused, with the end of a sentence, for what is no picture of pixels, moves, or is too
    large.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if getattr(opened, "n_frames", 1) > 1:
                raise Refused("moves or has several pages; readers get still pictures only.")
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(_TOO_MANY)
            opened.load()
            return _written(_plain(opened))
    except UnidentifiedImageError:
        raise Refused(
            "is not a picture that readers can get: JPEG, PNG, WebP, TIFF, BMP or GIF."
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(_TOO_MANY) from None
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, struct.error):
        # What Pillow raises for a damaged file depends on where the damage is.
        raise Refused("is damaged and cannot be opened.") from None


def _plain(opened: Image.Image) -> Image.Image:
    """Upright, in sRGB, not too large, and without anything beside its pixels."""
    profile = opened.info.get("icc_profile")
    upright = ImageOps.exif_transpose(opened)
    seen = "A" in upright.getbands() or "transparency" in upright.info
    picture = _coloured(upright, profile).convert("RGBA" if seen else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _coloured(picture: Image.Image, profile: Any) -> Image.Image:
    """The picture in sRGB, where a colour profile says what its numbers mean."""
    if not isinstance(profile, bytes) or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        found = ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=target,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture if found is None else found


def _written(picture: Image.Image) -> Made:
    """As PNG where it is see-through or has few colours, as a drawing does; else as JPEG."""
    out = io.BytesIO()
    drawn = picture.mode == "RGBA" or picture.getcolors(256) is not None
    if drawn:
        picture.save(out, "PNG", optimize=True)
    else:
        picture.save(out, "JPEG", **_JPEG)
    return Made(out.getvalue(), "png" if drawn else "jpg", *picture.size)
