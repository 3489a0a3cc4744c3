"""Puts what a command made where it was asked for: a file, whole or not at all, or the output."""

from __future__ import annotations

import sys
from pathlib import Path

from timelines.commands.refusal import Refusal

HERE = "-"
"""Stands for the standard output."""


def deliver(to: str, data: bytes, *, force: bool) -> None:
    """Write the bytes to a file, or to the standard output for `HERE`.

    Raises Refusal for a file that is there already, unless `force`, and for what the disk refuses.
    """
    if to == HERE:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    file = Path(to)
    if file.exists() and not force:
        raise Refusal(f"{file} is there already; choose another name, or say --force.")
    draft = file.with_name(f".{file.name}.draft")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except OSError as fault:
        raise Refusal(f"{file}: {(fault.strerror or 'cannot be written').lower()}.") from None
