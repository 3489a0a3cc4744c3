"""Shows an entry on the terminal's other screen, so that nothing of it stays in what scrolls by."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OTHER, _BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[H\x1b[?1049l"


def shown_once(lines: Sequence[str]) -> None:
    """Show the lines until Enter is pressed; then the screen is as it was before."""
    out = sys.stdout
    try:
        out.write(_OTHER + "\n".join(lines) + "\n\nEnter takes it away. ")
        out.flush()
        sys.stdin.readline()
    finally:
        out.write(_BACK)
        out.flush()
