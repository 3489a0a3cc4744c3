"""Small real documents, written by hand: PDFs with text, with a scan, with a bomb."""

from __future__ import annotations

import io
import zlib

from PIL import Image


def pdf(*pages: str | None, box: str = "0 0 612 792", rotate: int = 0) -> bytes:
    """A PDF with these lines of text on its pages; None is a page with a picture alone."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: _stream(b"\xff\0" * 32, "/Type /XObject /Subtype /Image /Width 8 /Height 8 "
                   "/ColorSpace /DeviceGray /BitsPerComponent 8"),
    }  # fmt: skip
    for i, text in enumerate(pages):
        objects[10 + 2 * i] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {rotate} "
            f"/Contents {11 + 2 * i} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * i] = _stream(_drawn(text))
    return whole(objects)


def whole(objects: dict[int, bytes]) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n")
    for number, place in places.items():
        out.write(f"{number} 1\n{place:010} 00000 n \n".encode())
    size = max(objects) + 1
    out.write(f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    """A small PDF whose page swells to so many million bytes when it is opened."""
    squeezed = zlib.compress(_swelling(b"0 0 m " * (1_000_000 // 6), megabytes), 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
    swelling = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(squeezed)
    return whole(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            3: page,
            4: swelling + squeezed + b"\nendstream",
        }
    )


def _swelling(part: bytes, times: int) -> bytes:
    """What `zlib` gives for a part many times over, of which it is squeezed but once."""
    squeezer = zlib.compressobj(9, wbits=-15)
    once = squeezer.compress(part) + squeezer.flush(zlib.Z_FULL_FLUSH)
    total = 1
    for _ in range(times):
        total = zlib.adler32(part, total)
    return b"\x78\xda" + once * times + squeezer.flush() + total.to_bytes(4, "big")


def png(width: int, height: int, colour: str = "navy") -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def _drawn(text: str | None) -> bytes:
    if text is None:
        return b"q 500 0 0 700 50 50 cm /I Do Q"
    lines = (
        text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    shown = b" T* ".join(b"(" + line + b") Tj" for line in lines.split(b"\n"))
    return b"BT /F 12 Tf 14 TL 72 700 Td " + shown + b" ET"


def _stream(data: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"
