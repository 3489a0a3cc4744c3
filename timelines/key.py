"""The key to a timeline: what each kind of mark looks like, and what it says, in words.

Every drawing is inline SVG of 44 by 16 pixels in the colour of the text around it, without ids,
styles or scripts, so that it can stand anywhere any number of times. The words beside it say all
that it says: it is hidden from a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timelines.palette import VERIFICATION
from timelines.words import words

WIDTH, HEIGHT = 44, 16
_STEPS = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the key: a kind of mark, the words for it, and its drawing as SVG."""

    kind: str
    label: str
    svg: str


def dates_key(language: str, *, narrowed: bool = False, dense: bool = False) -> tuple[Entry, ...]:
    """How dates look: known, sometime in, about, lasted, still going on, and so on.

    Brackets and heights are in it only where the figure has them.
    """
    told = words(language)
    left_out = {kind for kind, has in (("narrowed", narrowed), ("dense", dense)) if not has}
    return tuple(
        Entry(kind, told[f"figure.key.{kind}"], drawing(kind))
        for kind in _DRAWN
        if kind not in left_out
    )


def verification_key(language: str) -> tuple[Entry, ...]:
    """How sure the marks are: the symbol of a day and the pattern of a bar, most certain first."""
    told = words(language)
    return tuple(
        Entry(value, told[f"figure.verification.{value}"], verification_drawing(value))
        for value in VERIFICATION
    )


def drawing(kind: str) -> str:
    """The SVG of one kind of date; KeyError for an unknown one."""
    return _svg(_DRAWN[kind]())


def verification_drawing(value: str) -> str:
    """The SVG of one value of verification: its symbol, then its pattern; KeyError if unknown."""
    return _svg(_SYMBOLS[value] + _frame(18, 42) + _PATTERNS[VERIFICATION[value].pattern])


def _svg(inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{inside}</svg>'
    )


def _rect(left: float, right: float, opacity: float = 1, top: float = 3, tall: float = 10) -> str:
    faint = f' fill-opacity="{opacity:.2g}"' if opacity < 1 else ""
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{tall:g}" '
        f'fill="currentColor"{faint}/>'
    )


def _path(line: str, width: float = 1.5) -> str:
    return f'<path d="{line}" fill="none" stroke="currentColor" stroke-width="{width:g}"/>'


def _text(sign: str, x: float) -> str:
    return (
        f'<text x="{x:g}" y="12" font-size="12" font-weight="700" text-anchor="middle" '
        f'fill="currentColor">{sign}</text>'
    )


def _fade(left: float, right: float, strength: float) -> str:
    """A fade from nothing at `left` to its strength at `right`, which may lie before it."""
    step = (right - left) / _STEPS
    return "".join(
        _rect(
            min(left + step * place, left + step * (place + 1)),
            max(left + step * place, left + step * (place + 1)),
            strength * (place + 0.5) / _STEPS,
        )
        for place in range(_STEPS)
    )


def _cloud(left: float, right: float, fade: float, strength: float = 0.46) -> str:
    full = _rect(left + fade, right - fade, strength) if right - left > 2 * fade else ""
    return _fade(left, left + fade, strength) + full + _fade(right, right - fade, strength)


def _glow(x: float) -> str:
    return "".join(
        f'<circle cx="{x:g}" cy="8" r="{radius:g}" fill="currentColor" fill-opacity="0.2"/>'
        for radius in (8, 6.5, 5, 3.5, 2)
    )


def _frame(left: float, right: float) -> str:
    return _path(f"M{left + 0.5:g} 3.5H{right - 0.5:g}V12.5H{left + 0.5:g}Z", 1)


_DOT = '<circle cx="22" cy="8" r="5" fill="currentColor"/>'

_DRAWN: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "point": lambda: _DOT,
        "span": lambda: _cloud(4, 40, 12),
        "about": lambda: _cloud(4, 40, 18) + _text("≈", 22),
        "uncertain": lambda: _DOT + _text("?", 34),
        "one_of": lambda: _path("M10 8H34", 1) + _glow(10) + _glow(34),
        "bounded": lambda: _fade(4, 30, 0.46) + _path("M31 1V15", 2),
        "stretch": lambda: (
            _fade(2, 14, 0.5) + _fade(42, 30, 0.5) + _path("M2 8H42", 2) + _rect(14, 30)
        ),
        "open": lambda: (
            _rect(4, 24)
            + _fade(36, 24, 0.9)
            + _path("M24 8H36", 2)
            + '<path d="M35 3L43 8L35 13Z" fill="currentColor"/>'
        ),
        "unknown_end": lambda: (
            _path("M4 8H16", 2)
            + _fade(4, 16, 0.5)
            + _rect(18, 24, 0.8, 5, 6)
            + _rect(27, 31, 0.55, 5, 6)
            + _rect(34, 37, 0.35, 5, 6)
            + _rect(40, 42, 0.2, 5, 6)
        ),
        "narrowed": lambda: _cloud(2, 42, 13) + _path("M13 11.5V14.5H31V11.5"),
        "dense": lambda: (
            _rect(4, 11, 0.8, 9, 6)
            + _rect(12, 19, 0.8, 4, 11)
            + _rect(20, 27, 0.8, 1, 14)
            + _rect(28, 35, 0.8, 7, 8)
            + _rect(36, 43, 0.8, 11, 4)
        ),
    }
)

_RING = '<circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="1.75"/>'

_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "confirmed": '<circle cx="8" cy="8" r="5" fill="currentColor"/>',
        "alleged": _RING + '<circle cx="8" cy="8" r="1.5" fill="currentColor"/>',
        "unverified": _RING,
        "hypothesis": _path("M8 2.5L13.5 8L8 13.5L2.5 8Z", 1.75),
        "disputed": _path("M8 2L14 8L8 14L2 8ZM5 5L11 11M11 5L5 11", 1.5),
        "denied": _RING + _path("M5 5L11 11M11 5L5 11"),
        "withdrawn": _path("M3 3L13 13M13 3L3 13", 1.75),
    }
)


def _pale() -> str:
    return _rect(18, 42, 0.3)


_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "": _rect(18, 42),
        ".": _pale()
        + "".join(
            f'<circle cx="{x}" cy="{y}" r="1" fill="currentColor"/>'
            for x in range(21, 42, 4)
            for y in (6, 10)
        ),
        "/": _pale() + _path("M19 12L27 4M25 12L33 4M31 12L39 4M37 12L41 8", 1),
        "\\": _pale() + _path("M19 4L27 12M25 4L33 12M31 4L39 12M37 4L41 8", 1),
        "x": _pale()
        + _path("M19 12L27 4M27 12L35 4M35 12L41 6M19 4L27 12M27 4L35 12M35 4L41 10", 1),
        "-": _pale() + _path("M18 6H42M18 9H42", 1),
        "|": _pale() + _path("M22 3V13M26 3V13M30 3V13M34 3V13M38 3V13", 1),
    }
)
