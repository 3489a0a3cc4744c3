"""The terminal as paper: how wide it is, whether it takes weight and colour, and wrapped lines."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from dataclasses import dataclass

WIDEST = 100
NARROWEST = 40

_STYLES = {"bold": "1", "dim": "2", "italic": "3", "red": "31", "yellow": "33", "blue": "34"}


@dataclass(frozen=True, slots=True)
class Paper:
    """What text is set on: columns of width, and whether escape codes are understood."""

    width: int
    styled: bool

    def styled_as(self, text: str, *styles: str) -> str:
        """The text in weight or colour, or as it is on plain paper."""
        if not self.styled or not text:
            return text
        codes = ";".join(_STYLES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def wrapped(self, text: str, indent: int = 0) -> list[str]:
        """The text in lines that fit, each behind `indent` blanks; long words are not broken."""
        room = max(self.width - indent, 20)
        lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
        return [" " * indent + line for line in lines]


def paper() -> Paper:
    """The standard output: at most 100 columns wide, 80 and plain where it is not a terminal.

    NO_COLOR and TERM=dumb make a terminal plain too.
    """
    terminal = sys.stdout.isatty()
    styled = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns if terminal else 80
    return Paper(max(NARROWEST, min(width, WIDEST)), styled)
