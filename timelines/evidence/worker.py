"""Opens one file after the other for `room`, with limits that the system enforces."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from timelines.evidence.room import LARGEST_ANSWER, Unopened, receive, send

MEMORY = 1_500_000_000
"""Bytes of address space, where the system can limit it (Linux; elsewhere time is the limit)."""

LARGEST_FILE = 100_000_000_000

SECONDS = 120
"""After so long with one file the process ends itself, should nobody be left to end it."""


def done(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What a request asks for: what is said, and the bytes made. Raises Unopened."""
    # Each library is imported when the first file needs it.
    task = request["task"]
    if task in ("pdf-text", "pdf-page"):
        from timelines.evidence import pdf

        if task == "pdf-page":
            return pdf.picture(data, request["page"], request["quote"])
        return {}, json.dumps(pdf.text(data)).encode()
    if task == "html-text":
        from timelines.evidence import webpage

        return {}, json.dumps(webpage.text(data)).encode()
    if task == "mail-text":
        from timelines.evidence import mail

        return {}, json.dumps(mail.text(data)).encode()
    if task == "picture":
        from timelines.evidence import pictures

        return pictures.remade(data)
    raise ValueError(task)


def main() -> None:
    """Answer requests until there are none any more."""
    _limit()
    pipe = os.fdopen(os.dup(1), "wb")
    # What a library prints must not get among the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while (message := receive(sys.stdin.buffer, LARGEST_FILE)) is not None:
        _wake(SECONDS)
        try:
            said, made = done(*message)
            if len(made) > LARGEST_ANSWER:
                raise Unopened("holds too much")
        except Unopened as fault:
            said, made = {"refused": str(fault)}, b""
        except MemoryError:
            os._exit(1)
        except Exception:  # noqa: BLE001 - a damaged file can set off anything in a library
            said, made = {"refused": "is damaged and cannot be opened"}, b""
        _wake(0)
        send(pipe, said, made)


def _limit() -> None:
    """No more memory than that, no file written, no core left behind."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _wake(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
