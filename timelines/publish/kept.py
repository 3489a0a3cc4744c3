"""Reads files that the desk keeps in an investigation's folder, and never one outside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from timelines.reading.folder import Escape, inside

LARGEST = 50_000_000
"""Bytes of one file that is kept."""


def kept_bytes(root: Path, name: str, largest: int = LARGEST) -> bytes | None:
    """The bytes of an ordinary file of the investigation; None where there is none.

    `name` is relative to the folder, with `/`. What a link outside the folder leads to is not
    read, nor what is larger than `largest` bytes.
    """
    try:
        status = inside(root, name)
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            return None
        # Opened by its real place and without following links, so that nobody can put a link
        # there after it was looked at.
        descriptor = os.open(os.path.realpath(root / name), os.O_RDONLY | _NO_LINKS)
    except (Escape, OSError, ValueError):
        return None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        data = file.read(largest + 1)
    return data if len(data) <= largest else None


def kept_text(root: Path, name: str) -> str | None:
    """The text of such a file; None where there is none, or none in UTF-8."""
    data = kept_bytes(root, name)
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
