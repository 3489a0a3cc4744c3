"""Tells on the terminal how much of a publication has been sent: files and bytes, on one line."""

from __future__ import annotations

import sys
from typing import TextIO

from timelines.publish.targets.writing import Sent
from timelines.words import words

_UNITS = ("bytes", "KB", "MB", "GB")


class Sending:
    """One line that is written over again; nothing at all where nobody is looking."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._shown = self._stream.isatty()
        self._width = 0

    def told(self, done: int, files: int, sent: int, total: int) -> None:
        """Write how many files and bytes of how many have been sent."""
        if not self._shown:
            return
        line = words("en").say(
            "target.sending", done=done, files=files, sent=in_bytes(sent), bytes=in_bytes(total)
        )
        # Blanks over what a longer line before this one left.
        self._stream.write(f"\r{line:<{self._width}}")
        self._stream.flush()
        self._width = len(line)

    def over(self) -> None:
        """Take the line away."""
        if self._width:
            self._stream.write(f"\r{'':<{self._width}}\r")
            self._stream.flush()
            self._width = 0


def summary(sent: Sent) -> str:
    """What was sent in the end, and what was there already."""
    said = words("en").count("target.sent", sent.files, bytes=in_bytes(sent.bytes))
    if sent.there:
        said += f" {words('en').count('target.there', sent.there)}"
    return said


def in_bytes(number: int) -> str:
    """A number of bytes as people say it, in thousands: `812 bytes`, `1.2 MB`.

    >>> in_bytes(1), in_bytes(1_234_567)
    ('1 byte', '1.2 MB')
    """
    if number == 1:
        return "1 byte"
    size, unit = float(number), 0
    while size >= 999.5 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{number} bytes" if unit == 0 else f"{size:.1f} {_UNITS[unit]}"
