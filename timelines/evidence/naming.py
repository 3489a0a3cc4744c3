"""A safe name for a document that somebody brings: readable anywhere, and never a path."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Characters, with the ending; in UTF-8 never more than a file system takes."""

_MOST_BYTES = 200
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """The name with letters and digits of any script, `-`, `_` and `.` alone.

    Folders before it are dropped, `\\\\` and `/` alike; so are signs that steer writing direction.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    plain = re.sub(r"[^\w.]+", "-", last)
    plain = re.sub(r"\.{2,}", ".", re.sub(r"-*\.-*", ".", plain)).strip("-._")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = plain, ""
    stem = stem or "document"
    if _RESERVED.match(stem):
        stem = f"document-{stem}"
    ending = f".{ending}" if ending else ""
    stem = stem[: LONGEST - len(ending)]
    while len(f"{stem}{ending}".encode("utf-8", "replace")) > _MOST_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip('-._') or 'document'}{ending}"


def numbered(name: str, number: int) -> str:
    """The same name for the second, third … document of that name."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
