"""A folder that readers are served from: every file is put into its place in one step.

Each file is written beside its place, down to the disk, and then moved there, so that nobody ever
reads half of one. In which order, and what is taken away, is said in `targets.writing`. Anything in
the folder that no publication wrote is left alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from timelines.publish.kept import kept_bytes
from timelines.publish.targets import writing
from timelines.publish.targets.place import Lying
from timelines.publish.targets.writing import Occupied, Sent, Told

__all__ = ["Folder", "Occupied", "put", "write"]

_UNFINISHED = ".publishing"


class Folder:
    """A folder of this computer as a place; it is made when the first file is put into it."""

    lanes = 1
    in_one_step = True

    def __init__(self, root: Path) -> None:
        self._root = root
        self.name = str(root)

    def read(self, path: str) -> bytes | None:
        """The bytes of an ordinary file; None where there is none inside the folder."""
        return kept_bytes(self._root, path) if self._root.is_dir() else None

    def lying(self, paths: Collection[str]) -> Mapping[str, Lying]:
        """Which of these paths are taken, with the sums of ordinary files."""
        if self._root.exists() and not self._root.is_dir():
            raise Occupied(f"“{self._root}” is a file; name a folder.")
        return {
            path: _lying(self._root / path) for path in paths if os.path.lexists(self._root / path)
        }

    def put(self, path: str, data: bytes) -> None:
        """Put a file into its place in one step."""
        put(self._root / path, data)

    def take_away(self, path: str) -> None:
        """Remove a file, what was left beside it, and a folder that is empty then."""
        gone = self._root / path
        gone.unlink(missing_ok=True)
        _beside(gone).unlink(missing_ok=True)
        if gone.parent != self._root and gone.parent.is_dir() and not any(gone.parent.iterdir()):
            gone.parent.rmdir()


def write(
    files: Mapping[str, bytes], folder: Path, told: Told | None = None, at_once: bool = False
) -> Sent:
    """Put the files of a publication into a folder, which is made if it is not there.

    Raises Occupied, before anything is changed, where a file of the same name was not written by
    a publication; OSError where the folder cannot be written.
    """
    return writing.write(files, Folder(folder), told, at_once)


def put(path: Path, data: bytes) -> None:
    """Write a file in one step; one that has these bytes already is left as it is."""
    if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _to_disk(path.parent)


def _to_disk(folder: Path) -> None:
    """Have the new name on the disk too, where the system can: a page never before its assets."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lying(path: Path) -> Lying:
    # A link is never what was put there: it is replaced by the file.
    if path.is_symlink() or not path.is_file():
        return Lying()
    data = path.read_bytes()
    return Lying(len(data), hashlib.md5(data, usedforsecurity=False).hexdigest())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}{_UNFINISHED}")
