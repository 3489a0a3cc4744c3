"""The colours and patterns of every picture, light and dark, and how verification looks.

Contrast follows WCAG 2.2: text at least 4.5 to 1 against its ground, marks at least 3 to 1.
Storylines stay apart for people with protanopia, deuteranopia and tritanopia; a test computes
both. Verification is never told by colour alone: every value has its own symbol and its pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour as `#rrggbb`, on light paper and on dark."""

    light: str
    dark: str

    def on(self, theme: Theme) -> str:
        """The colour's value for that theme."""
        return self.light if theme == "light" else self.dark

    def clear(self, theme: Theme, opacity: float) -> str:
        """The colour as `rgba(…)`, that opaque: 0 is invisible, 1 is solid."""
        red, green, blue = channels(self.on(theme))
        return f"rgba({red},{green},{blue},{opacity:g})"

    def pale(self, theme: Theme, share: float) -> str:
        """So much of the colour on paper, as `#rrggbb`: 1 is the colour itself, 0 is paper."""
        own, ground = channels(self.on(theme)), channels(PAPER.on(theme))
        mixed = (round(a * share + b * (1 - share)) for a, b in zip(own, ground, strict=True))
        return "#" + "".join(f"{channel:02x}" for channel in mixed)


PAPER = Colour("#fffdf9", "#16181c")
"""The ground everything stands on."""
INK = Colour("#1c1b19", "#eceae4")
"""Headlines, and marks that belong to no storyline."""
MUTED = Colour("#5f5b54", "#a9a69e")
"""Dates, captions, ticks: still text, so still 4.5 to 1."""
RULE = Colour("#d9d4ca", "#3a3d43")
"""Thin lines between lanes."""
HAIR = Colour("#efebe3", "#24272c")
"""Lines behind everything, at the ticks."""
CARD = Colour("#fffefc", "#22252a")
"""The ground of what lies over the picture: the hover card."""
CLASH = Colour("#b3261e", "#ff8a7a")
"""What cannot be true together. Used for nothing else."""

STORYLINES: tuple[Colour, ...] = (
    Colour("#0d79bb", "#9fc5ff"),
    Colour("#ba580b", "#db7d41"),
    Colour("#0a5a3b", "#39c88b"),
    Colour("#a5517f", "#c37aa1"),
    Colour("#3c2e98", "#a082f0"),
    Colour("#574000", "#f9d251"),
    Colour("#342d44", "#e3ebda"),
)
"""One a storyline, in the order of the heading's list; after the last the first comes again."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a value of verification shows without colour.

    `symbol` is Plotly's name for a marker (a circle becomes a square where something lasted),
    `filled` whether it is solid; `pattern` is the shape for a bar ("" is plain), `glyph` the
    symbol as one letter for text.
    """

    symbol: str
    filled: bool
    pattern: str
    glyph: str


VERIFICATION: Mapping[str, Look] = MappingProxyType(
    {
        "confirmed": Look("circle", True, "", "●"),
        "alleged": Look("circle-dot", False, ".", "◉"),
        "unverified": Look("circle", False, "/", "○"),
        "hypothesis": Look("diamond", False, "|", "◇"),
        "disputed": Look("diamond-x", False, "x", "◈"),
        "denied": Look("circle-x", False, "\\", "⊗"),
        "withdrawn": Look("x-thin", False, "-", "✕"),
    }
)
"""From what stands firm to what was taken back; filled stands firm, crossed is contested."""


def storyline_colour(position: int) -> Colour:
    """The colour of the storyline at that place in the list, from 0; ink for none (below 0)."""
    return INK if position < 0 else STORYLINES[position % len(STORYLINES)]


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
