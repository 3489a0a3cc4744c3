"""The files of an investigation's sources: opened within the folder only, summed at most once."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from timelines.evidence.room import Room
from timelines.evidence.texts import Document, text_of
from timelines.reading.folder import Escape, inside


class Unavailable(Exception):
    """A file that cannot be had; the message is the end of a sentence that says why.

    `missing` is False where reading the investigation already speaks of it: a link that leads
    out, or a file larger than the house allows.
    """

    def __init__(self, why: str, *, missing: bool = True) -> None:
        super().__init__(why)
        self.missing = missing


@dataclass
class Stored:
    """The stored files of one investigation during one run; nothing is looked at twice.

    `largest` is what the house allows, in bytes.
    """

    root: Path
    largest: int
    _sums: dict[str, str] = field(default_factory=dict)
    _faults: dict[str, Unavailable] = field(default_factory=dict)

    def data(self, path: str) -> bytes:
        """The bytes of a file, by its path within the investigation; raises Unavailable."""
        if path in self._faults:
            raise self._faults[path]
        try:
            data = self._read(path)
        except Unavailable as fault:
            self._faults[path] = fault
            raise
        self._sums.setdefault(path, hashlib.sha256(data).hexdigest())
        return data

    def sum(self, path: str) -> str:
        """The SHA-256 of a file, in lower case; raises Unavailable."""
        if path not in self._sums:
            self.data(path)
        return self._sums[path]

    def here(self, path: str) -> None:
        """Raise Unavailable unless there is an ordinary file that can be opened."""
        if path in self._faults:
            raise self._faults[path]
        if path not in self._sums:
            os.close(self._open(path))

    def document(self, path: str, room: Room) -> Document:
        """What stands in a file; raises Unavailable."""
        return text_of(path, self.sum(path), lambda: self.data(path), room)

    def _read(self, path: str) -> bytes:
        with os.fdopen(self._open(path), "rb") as file:
            data = file.read(self.largest + 1)
        if len(data) > self.largest:
            raise Unavailable("is larger than the house allows", missing=False)
        return data

    def _open(self, path: str) -> int:
        """A descriptor of the file, opened without following links at its place.

        Its real place is opened, so that nobody can put a link there after it was looked at.
        """
        try:
            status = inside(self.root, path)
            if not stat.S_ISREG(status.st_mode):
                raise Unavailable("is not an ordinary file")
            if status.st_size > self.largest:
                raise Unavailable("is larger than the house allows", missing=False)
            return os.open(os.path.realpath(self.root / path), os.O_RDONLY | _NO_LINKS)
        except Escape as escape:
            raise Unavailable(str(escape), missing=False) from None
        except (OSError, ValueError) as fault:
            raise Unavailable(_why(fault)) from None


def _why(fault: OSError | ValueError) -> str:
    if isinstance(fault, PermissionError):
        return "may not be opened by you"
    nowhere = (errno.ENOENT, errno.ENOTDIR)
    if isinstance(fault, OSError) and fault.errno not in nowhere:
        return f"cannot be opened ({fault.strerror or fault})"
    return "is not there"


_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
