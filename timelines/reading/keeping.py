"""Keeps what was read of each file, so that only files that changed are read again."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timelines.reading.folder import Found
from timelines.yamlfile import LARGEST

MOST_KEPT = 8
"""Investigations; the one that was not asked for the longest is forgotten."""
MOST_RECORDS = 60_000
"""Events, sources and people in all of them; ten thousand take some 150 MB of memory."""

_TICK = 12_000_000
"""Nanoseconds: two writes nearer to each other may leave a file with the same times."""
_COARSE_TICK = 2_000_000_000
"""The same where a file system counts whole seconds only."""


@dataclass(slots=True)
class Kept:
    """One file as it was last read. `sure` means that its stamp would tell of any change since."""

    stamp: tuple[int, ...]
    sure: bool
    digest: bytes
    parsed: Any


@dataclass(slots=True)
class Shelf:
    """What is kept of one investigation; `whole` is what was made of all of its files."""

    files: dict[str, Kept] = field(default_factory=dict)
    glanced: Any = None
    whole: Any = None
    investigation: Any = None
    signature: Any = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    parsed: int = 0
    records: int = 0

    def refresh(
        self, root: Path, found: Iterable[Found], parse: Callable[[Found, bytes | OSError], Any]
    ) -> dict[str, Any]:
        """What is parsed of each file, by name; only new content is parsed.

        A stamp is trusted only where the file was already old when it was last read: older, by
        the file system's own clock, than something else here. Otherwise its content decides.
        """
        found = list(found)
        newest = max((one.stamp[-1] for one in found), default=0)
        files: dict[str, Kept] = {}
        for one in found:
            kept = self.files.get(one.name)
            if kept is None or not kept.sure or kept.stamp != one.stamp:
                kept = self._read(root, one, kept, newest, parse)
            files[one.name] = kept
        self.files = files
        return {name: kept.parsed for name, kept in files.items()}

    def unsure_are_unchanged(self, root: Path) -> bool:
        """True where the files whose stamps cannot be trusted still have the same content."""
        try:
            return all(
                hashlib.sha256(_content(f"{root}/{name}", kept.stamp[2])).digest() == kept.digest
                for name, kept in self.files.items()
                if not kept.sure
            )
        except OSError:
            return False

    def _read(
        self,
        root: Path,
        one: Found,
        kept: Kept | None,
        newest: int,
        parse: Callable[[Found, bytes | OSError], Any],
    ) -> Kept:
        try:
            data = _content(f"{root}/{one.name}", one.stamp[2])
        except OSError as fault:
            return Kept(one.stamp, False, str(fault).encode(), parse(one, fault))
        digest = hashlib.sha256(data).digest()
        changed = one.stamp[-1]
        tick = _TICK if changed % 1_000_000_000 else _COARSE_TICK
        sure = changed + tick < newest
        if kept is not None and kept.digest == digest:
            return Kept(one.stamp, sure, digest, kept.parsed)
        self.parsed += 1
        return Kept(one.stamp, sure, digest, parse(one, data))

    def digest(self) -> str:
        """One sum over the names and contents of all files."""
        whole = hashlib.sha256()
        for name, kept in sorted(self.files.items()):
            whole.update(name.encode("utf-8", "surrogatepass") + b"\0" + kept.digest)
        return whole.hexdigest()


def _content(path: str, size: int) -> bytes:
    """The bytes of a file, or some more than are allowed of a larger one.

    `size` is what the file had when it was listed; it may have changed since.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(descriptor, min(size, LARGEST) + 1)
        while len(data) != size and len(data) <= LARGEST:
            more = os.read(descriptor, LARGEST)
            if not more:
                break
            data += more
    finally:
        os.close(descriptor)
    return data


_shelves: OrderedDict[str, Shelf] = OrderedDict()
_door = threading.Lock()


def _records() -> int:
    return sum(one.records for one in _shelves.values())


@contextmanager
def shelf(root: Path) -> Iterator[Shelf]:
    """What is kept of the investigation in a folder, for one thread at a time."""
    key = str(root)
    with _door:
        own = _shelves.setdefault(key, Shelf())
        _shelves.move_to_end(key)
        while len(_shelves) > MOST_KEPT or (len(_shelves) > 1 and _records() > MOST_RECORDS):
            _shelves.popitem(last=False)
    with own.lock:
        yield own


def parsed(root: Path) -> int:
    """How many files of an investigation have been parsed since it is kept."""
    with shelf(root) as own:
        return own.parsed
