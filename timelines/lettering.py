"""How wide a line of text will be, and how to shorten it; estimated, since no font is at hand.

Widths are those of Arial, which is as wide as anything our font stacks fall back to and wider
than what they prefer: what is estimated to fit does fit.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"

_GROUPS: tuple[tuple[str, float], ...] = (
    ("ijl'|", 0.23),
    ("‘’,.:;!/\\ ftI[]·", 0.29),
    ('-()r“”"`°*', 0.36),
    ("ckJsvxyz", 0.51),
    ("abdeghnopquLT0123456789?_$#+–", 0.57),
    ("ABEFKPSVXYZ&", 0.68),
    ("CDGHNOQRUw~<>=≈", 0.78),
    ("mM", 0.86),
    ("W%@—…", 1.0),
)
_WIDTHS: dict[str, float] = {letter: width for letters, width in _GROUPS for letter in letters}


def text_width(text: str, size: float) -> float:
    """Estimated width in CSS pixels of one line set at that size in pixels; never too small."""
    return size * sum(map(_letter, text))


def shortened(text: str, room: float, size: float) -> str:
    """The text as it fits in that many pixels: cut between words where there are any, with “…”.

    White space and line breaks become single blanks. Where not even one letter fits, nothing
    is left.
    """
    line = " ".join(text.split())
    if text_width(line, size) <= room:
        return line
    kept = _fitting(line, room - text_width(ELLIPSIS, size), size)
    words_kept = kept.rpartition(" ")[0] if line[len(kept) :][:1] not in ("", " ") else kept
    best = words_kept if len(words_kept) * 2 > len(kept) else kept
    best = best.rstrip(" ,;:–—-(“‘")
    return best + ELLIPSIS if best else ""


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """The text in at most that many lines of that width in pixels; the last one is shortened."""
    rest = " ".join(text.split())
    found: list[str] = []
    while rest and len(found) < lines - 1 and text_width(rest, size) > room:
        kept = _fitting(rest, room, size)
        if rest[len(kept) :][:1] not in ("", " "):
            kept = kept.rpartition(" ")[0] or kept
        kept = kept or rest[:1]
        found.append(kept.rstrip())
        rest = rest[len(kept) :].lstrip()
    return [*found, shortened(rest, room, size)] if rest else found


def _fitting(line: str, room: float, size: float) -> str:
    used = 0.0
    for place, letter in enumerate(line):
        used += size * _letter(letter)
        if used > room:
            return line[:place]
    return line


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    width = _WIDTHS.get(letter)
    if width is not None:
        return width
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.0
    plain = unicodedata.normalize("NFKD", letter)[0]
    return max(_WIDTHS.get(plain, 0.8), 0.3)
