"""Writes whole files: after a power cut or a kill there is the old one or the new one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from timelines.desk.refused import Refused

UNFINISHED = ".saving-"
"""What the name of a file begins with until it is whole; hidden, so that reading passes it over."""

_UNDER_LOCK = ("", "events", "sources", "people")
_BESIDE = ("evidence", "media")
_LONG_AGO = 3600
"""Seconds after which an unfinished document is one that nobody finishes."""
_turn = count()


class Overtaken(Exception):
    """The file is not the one that was read: somebody wrote it meanwhile."""


def inside(root: Path, name: str) -> Path:
    """The real path of a file of the investigation, for writing.

    Raises Refused for a path that leaves the folder, by itself or through links.
    """
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or "\0" in name or {"", ".", ".."} & set(parts):
        raise Refused(f"“{name}” is not a path within the investigation.")
    real = Path(os.path.realpath(root / name))
    if not real.is_relative_to(os.path.realpath(root)):
        raise Refused(
            f"“{name}” leads out of the investigation through a link; nothing is written there."
        )
    return real


def content(path: Path) -> bytes | None:
    """The bytes of an ordinary file; None where there is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(f"“{path.name}” is not an ordinary file.")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        raise Refused(f"“{path.name}” cannot be opened ({fault.strerror or fault}).") from None


def replace(path: Path, data: bytes, expecting: bytes) -> None:
    """Put a file in the place of one that holds `expecting`, with the same permissions.

    Raises Overtaken where it holds something else by now.
    """
    mode = stat.S_IMODE(path.stat().st_mode)
    if not os.access(path, os.W_OK):
        raise Refused(f"“{path.name}” may not be changed by you; ask whoever owns it.")
    with _unfinished(path, data, mode) as temporary:
        if content(path) != expecting:
            raise Overtaken
        temporary.replace(path)


def create(path: Path, data: bytes) -> None:
    """Make a file where there is none; raises Overtaken where there is one."""
    path.parent.mkdir(exist_ok=True)
    with _unfinished(path, data, None) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise Overtaken from None
        except OSError:  # a file system without hard links
            if os.path.lexists(path):
                raise Overtaken from None
            temporary.replace(path)


def delete(path: Path, expecting: bytes) -> None:
    """Take a file that holds `expecting` away; raises Overtaken where it holds something else."""
    if content(path) != expecting:
        raise Overtaken
    path.unlink()


@contextmanager
def _unfinished(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """The new content in a hidden file beside its place, safe on the disk."""
    temporary = path.parent / f"{UNFINISHED}{os.getpid()}-{next(_turn)}"
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, flags, 0o666 if mode is None else 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            temporary.chmod(mode)
        yield temporary
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise Refused(f"“{path.name}” could not be written ({why}); it is as it was.") from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def settle(folder: Path) -> None:
    """Have a folder's list of names on the disk too, where the system can: last of all."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(root: Path, now: float) -> None:
    """Take away what writers that were killed left unfinished; only for who may write.

    Documents are put in place without the lock, so theirs go only once they are old; `now` is
    the time of change of a file that has just been written.
    """
    for name in (*_UNDER_LOCK, *_BESIDE):
        with suppress(OSError):
            for entry in os.scandir(root / name):
                old = name in _UNDER_LOCK or entry.stat().st_mtime < now - _LONG_AGO
                if old and entry.name.startswith(UNFINISHED):
                    Path(entry.path).unlink()
