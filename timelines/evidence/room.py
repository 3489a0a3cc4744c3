"""A process of its own in which strangers' files are opened: little memory, little time, no more.

A PDF or a picture can be made to hang or to swell in the library that opens it. Here that ends
one process, and the answer is that the file could not be opened. Bytes go in and come out through
pipes; the process is given no name of a file and nothing of the environment.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import IO, Any, Self

SECONDS = 20.0
"""How long one file may take."""

LARGEST_ANSWER = 64_000_000
"""Bytes that are taken from the process for one file."""

LATE = "takes too long"
"""How it begins where a file took more time than it may."""

_PASSED_ON = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_ROOT = Path(__file__).resolve().parents[2]


class Unopened(Exception):
    """A file that was not opened; the message is the end of a sentence: “is damaged …”."""


class Room:
    """The process, started when it is first needed and again after it had to be ended.

    Use it as a context manager; several files can be opened one after the other.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, task: str, data: bytes, **options: Any) -> tuple[dict[str, Any], bytes]:
        """Have `timelines.evidence.worker` do a task: what it says, and the bytes it made.

        Raises Unopened where the file is damaged, locked, or took too much time or memory.
        """
        process = self._running()
        passed = Event()

        def end() -> None:
            passed.set()
            process.kill()

        late = Timer(self._seconds, end)
        late.daemon = True
        late.start()
        try:
            said, made = _exchange(process, {"task": task, **options}, data)
        except (OSError, ValueError, TypeError):
            why = LATE if passed.is_set() else "takes too much memory or is damaged"
            self.close()
            raise Unopened(f"{why}, so it was not opened") from None
        finally:
            late.cancel()
        if "refused" in said:
            raise Unopened(str(said["refused"]))
        return said, made

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "timelines.evidence.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            )
        return self._process


def _exchange(
    process: subprocess.Popen[bytes], request: dict[str, Any], data: bytes
) -> tuple[dict[str, Any], bytes]:
    """Send a request and read the answer; raises OSError or ValueError where there is none."""
    if process.stdin is None or process.stdout is None:
        raise OSError
    send(process.stdin, request, data)
    answer = receive(process.stdout, LARGEST_ANSWER)
    if answer is None:
        raise OSError
    return answer


def send(pipe: IO[bytes], said: dict[str, Any], data: bytes) -> None:
    """One message: a line of JSON with the number of bytes that follow, and these."""
    pipe.write(json.dumps({**said, "bytes": len(data)}).encode() + b"\n")
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], largest: int) -> tuple[dict[str, Any], bytes] | None:
    """The next message, None at the end; raises ValueError for one that is none, or too large."""
    line = pipe.readline(100_000)
    if not line:
        return None
    said = json.loads(line)
    size = said.pop("bytes")
    if not isinstance(size, int) or not 0 <= size <= largest:
        raise ValueError("too large")
    data = pipe.read(size)
    if len(data) != size:
        raise ValueError("cut short")
    return said, data
