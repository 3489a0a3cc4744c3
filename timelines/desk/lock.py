"""One at a time: whoever writes into an investigation's folder waits until nobody else does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from timelines.desk.refused import Busy, Refused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".desk.lock"
"""The file that stands for the right to write; hidden, so that reading passes it over."""

WAIT = 30.0
"""Seconds to wait for others. A save takes a small part of one."""

_STEP = 0.02


@contextmanager
def exclusive(root: Path, wait: float = WAIT) -> Iterator[float]:
    """Hold the only right to write into a folder, across programs and threads.

    Gives the time by the clock of the folder's disk, in seconds since 1970. The right ends with
    the program, however it ends. Raises Busy after so many seconds, and Refused where the folder
    cannot be written into.
    """
    descriptor = _acquired(root / LOCK, wait)
    try:
        os.utime(root / LOCK)
        yield os.fstat(descriptor).st_mtime
    finally:
        _release(root / LOCK, descriptor)


def _acquired(path: Path, wait: float) -> int:
    pause = Event()
    for _ in range(max(round(wait / _STEP), 1)):
        try:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(path, flags, 0o666)
        except OSError as fault:
            raise Refused(
                f"Nothing can be written into “{path.parent.name}” ({fault.strerror or fault})."
            ) from None
        # Who had the right before took the file away; only one that still lies there counts.
        if _lock(descriptor) and _is_still(path, descriptor):
            return descriptor
        os.close(descriptor)
        pause.wait(_STEP)
    raise Busy(
        f"Others have been saving into “{path.parent.name}” for {wait:g} seconds; nothing was "
        "changed. Try again."
    )


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat(follow_symlinks=False)
    except OSError:
        return False
    return os.path.samestat(there, os.fstat(descriptor))


def _release(path: Path, descriptor: int) -> None:
    # Where it cannot be taken away it may lie there: the next one takes it over.
    with suppress(OSError):
        path.unlink()
    os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
