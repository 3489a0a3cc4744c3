"""Labels: how large, how long, and on which side of its mark each would like to stand.

Sizes are in CSS pixels; widths of text are estimated on the safe side (`lettering`).
"""

from __future__ import annotations

from dataclasses import dataclass

from timelines.lettering import shortened, text_width

REACH = 9.0
"""Half the box of a symbol, in pixels."""
OFF = 6.0
"""Pixels from a mark to the label beside it."""
_FEW = 80  # up to so many marks, labels may be long
_SOME = 160  # up to so many, every label is worth the height
_SYMBOL = 30.0  # a symbol with its glow is no wider; with a bracket it is
_BETWEEN = 8.0  # between headline and date on one line
_BESIDE = 150.0  # a bar longer than this has its label above, not beside


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes for one width of screen, in pixels.

    `stacked`: headline and date stand in two lines rather than in one.
    """

    label: float
    date: float
    room: float
    line: float
    above: float
    bare: float
    head: float
    gap: float
    dense: float
    height: float
    stacked: bool


def measures(width: float, marks: int = 0) -> Measures:
    """The sizes for a plot that wide with so many marks.

    A phone's rows are taller, a wall's labels longer, and labels shorter where there are many.
    """
    if width < 560:
        height = 2600.0 if marks <= _SOME else 1600.0
        return Measures(13, 11.5, min(250.0, width * 0.64), 37, 17, 18, 32, 14, 60, height, True)
    room = min(max(width * (0.52 if marks <= _FEW else 0.22), 240), 640)
    height = 2200.0 if marks <= _SOME else 1200.0
    return Measures(12.5, 11.5, room, 24, 16, 16, 34, 14, 64, height, False)


@dataclass(frozen=True, slots=True)
class Wish:
    """The label a mark would like: its words, and where it would stand, all in pixels.

    `tied` is where it hangs on the mark: its end, or the middle of a symbol.
    """

    headline: str
    date: str
    tied: float
    from_start: bool
    off: float
    left: float
    right: float
    above: bool


def wished(
    headline: str, date: str, low: float, high: float, narrow: bool, width: float, sizes: Measures
) -> Wish:
    """The best place for a label: above a long bar, else right of the mark, else left of it."""
    words, date, wide = _set(headline, date, width - 2, sizes)
    beside = high + OFF + wide <= width or low - OFF - wide >= 0
    symbol = narrow and high - low <= _SYMBOL
    if not symbol and (high - low > _BESIDE or not beside):
        words, date, wide = _set(headline, date, max(high, width - low), sizes)
        if low + wide <= width:
            return Wish(words, date, low, True, 0.0, low, low + wide, True)
        return Wish(words, date, high, False, 0.0, high - wide, high, True)
    if not beside:
        words, date, wide = _set(headline, date, max(width - high, low) - OFF, sizes)
    off = OFF + ((high - low) / 2 if symbol else 0.0)
    middle = (low + high) / 2
    if high + OFF + wide <= width:
        tied = middle if symbol else high
        return Wish(words, date, tied, True, off, high + OFF, high + OFF + wide, False)
    tied = middle if symbol else low
    return Wish(words, date, tied, False, off, low - OFF - wide, low - OFF, False)


def _set(headline: str, date: str, most: float, sizes: Measures) -> tuple[str, str, float]:
    """The words as they go into so many pixels, and how many they take."""
    if sizes.stacked:
        date = shortened(date, min(sizes.room, most), sizes.date)
        words = shortened(headline, min(sizes.room, most), sizes.label)
        return words, date, max(text_width(words, sizes.label), text_width(date, sizes.date))
    dated = text_width(date, sizes.date) + _BETWEEN
    if dated > sizes.room * 0.75 or dated > most / 2:
        date, dated = "", 0.0
    words = shortened(headline, min(sizes.room, most - dated), sizes.label)
    return words, date, text_width(words, sizes.label) + dated
