"""The strip's stock: symbols that marks refer to, fades, patterns, and the key that explains them.

Only what a drawing uses comes along. Symbols take the colour of the lane they stand in; patterns
are holes in the colour of the paper, so that one pattern serves every lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from timelines.marks import Marks
from timelines.palette import VERIFICATION
from timelines.publish.page.markup import safe
from timelines.publish.page.pieces import Mark
from timelines.rows import Layout
from timelines.words import Words

_RING = '<circle class="ring" r="5"/>'
_BOX = '<path class="ring" d="M-5-5H5V5H-5z"/>'
_CROSS = '<path class="ring" d="M-3.5-3.5l7 7m0-7l-7 7"/>'
_SHAPES: Mapping[str, str] = {
    "confirmed": '<circle r="6"/>',
    "alleged": _RING + '<circle r="1.7"/>',
    "unverified": _RING,
    "disputed": '<path class="ring" d="M0-7L7 0 0 7-7 0zM-3-3l6 6m0-6l-6 6"/>',
    "denied": _RING + _CROSS,
    "withdrawn": '<path class="ring" d="M-5-5L5 5M5-5L-5 5"/>',
    # No reader ever gets one; an editor sees it in the preview that the gate keeps in.
    "hypothesis": '<path class="ring" d="M0-7L7 0 0 7-7 0z"/>',
}
_SYMBOLS: Mapping[str, str] = {
    **{f"v-{value}": shape for value, shape in _SHAPES.items()},
    **{f"q-{value}": shape.replace(_RING, _BOX) for value, shape in _SHAPES.items()},
    "q-confirmed": '<path d="M-6-6H6V6H-6z"/>',
    "glow": "".join(f'<circle class="haze" r="{r}"/>' for r in (15, 12.5, 10, 7.5, 5))
    + '<circle r="2"/>',
    "stop": '<path class="ring" d="M0-8V8"/>',
    "on": '<path d="M-6-6L6 0-6 6z"/>',
    "back": '<path d="M6-6L-6 0 6 6z"/>',
}
PLAIN = "v-confirmed"
"""What most marks are, and therefore drawn without the stock: a disc (`css/strip.css`)."""
_WEAVES: Mapping[str, str] = {
    ".": '<circle r="1.2" cx="2" cy="2"/><circle r="1.2" cx="5" cy="5"/>',
    "/": '<path d="M-1 7L7-1"/>',
    "\\": '<path d="M-1-1L7 7"/>',
    "x": '<path d="M-1 7L7-1M-1-1L7 7"/>',
    "-": '<path d="M0 3H6"/>',
}


class Fade(NamedTuple):
    """A gradient: its id, the class of its lane's colour, and where it is full (offset, full).

    A `mirrored` one is said up to its middle.
    """

    id: str
    lane: str
    stops: Sequence[tuple[str, bool]]
    mirrored: bool


class Entry(NamedTuple):
    """A line of the key: a drawing of 40 by 16 pixels, and what it means."""

    drawing: str
    words: str


_FADES: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "s": (("", False), (".72", True)),
    "a": (("", False), ("1", True)),
    "i": (("", False), ("1", True)),
    "o": (("", True), ("1", False)),
}
_MIRRORED = frozenset("sa")
"""Fades whose right half is their left half seen from the other side."""


def fades(looks: Iterable[tuple[str, str]]) -> list[Fade]:
    """The gradients by kind (`s`, `a`, `i`, `o`) and lane, each once, sorted."""
    return [
        Fade(f"{kind}-{lane}", lane, _FADES[kind], kind in _MIRRORED)
        for kind, lane in sorted({*looks})
    ]


def symbols(names: Iterable[str]) -> list[str]:
    """The symbols and patterns of these names, each once, sorted."""
    return [safe(_symbol(name)) for name in sorted({*names})]


def _symbol(name: str) -> str:
    if name.startswith("w-"):
        weave = _WEAVES[VERIFICATION[name[2:]].pattern]
        return (
            f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f"{weave}</pattern>"
        )
    # The clear disc is what a finger finds: 24 pixels across.
    return f'<g id="{name}"><circle class="hit" r="12"/>{_SYMBOLS[name]}</g>'


def used(marks: Iterable[Mark]) -> set[str]:
    """The names of all symbols and patterns in these marks."""
    found = set()
    for mark in marks:
        found |= {sign.symbol for sign in mark.signs} - {PLAIN}
        found |= {bar.fill for bar in mark.bars if bar.look == "w"}
    return found


def for_crowds(verification: Iterable[str]) -> set[str]:
    """The symbols with which a script draws the events of a crowd."""
    standing = {*verification} & {*_SHAPES}
    return {f"{shape}-{one}" for shape in "vq" for one in standing} | {"glow", "stop", "on"}


def crowd_fades(looks: Iterable[str], marks: Marks) -> set[tuple[str, str]]:
    """The fades, by kind and lane, with which a script draws the events of crowds."""
    kinds = "sioa" if "about" in marks.kind else "sio"
    return {(kind, look) for look in looks for kind in kinds}


_KEY: Mapping[str, str] = {
    "one_of": '<path class="n" d="M4 7h32v2H4z"/>'
    '<rect class="m" x="0" y="8" width="14" fill="url(#s-cx)"/>'
    '<rect class="m" x="26" y="8" width="14" fill="url(#s-cx)"/>',
    "stretch": '<rect y="8" width="12" fill="url(#i-cx)"/><rect x="28" y="8" width="12" '
    'fill="url(#o-cx)"/><rect class="n" y="8" width="40"/><rect class="c" x="12" y="8" '
    'width="16"/>',
    "open": '<rect class="c" y="8" width="28"/><path d="M27 2l12 6-12 6z"/>',
    "unknown_end": '<rect class="c" y="8" width="14"/><rect class="k" x="17" y="8" width="7"/>'
    '<rect class="k" x="27" y="8" width="5"/><rect class="k" x="35" y="8" width="3"/>',
}
"""What the page’s own key, above the list, does not say."""
_KEY_FADES: Mapping[str, tuple[str, ...]] = {"one_of": ("s",), "stretch": ("i", "o")}


def kinds(plan: Layout, marks: Marks, sets: set[str]) -> list[str]:
    """Which kinds of date that need a word the drawing shows one by one, in the key's order."""
    which = plan.drawn
    found = {"stretch"} if (marks.kind[which] == "stretch").any() else set()
    found |= {"one_of"} if sets & {*marks.event[which].tolist()} else set()
    if (marks.open_end | marks.open_start)[which].any():
        found.add("open")
    if (marks.unknown_end | marks.unknown_start)[which].any():
        found.add("unknown_end")
    return [kind for kind in _KEY if kind in found]


def key(kinds: Sequence[str], words: Words) -> list[Entry]:
    """The key's lines for these kinds."""
    return [Entry(safe(_KEY[kind]), words[f"strip.key.{kind}"]) for kind in kinds]


def key_fades(kinds: Iterable[str]) -> set[tuple[str, str]]:
    """The gradients that the key needs, in ink."""
    return {(fade, "cx") for kind in kinds for fade in _KEY_FADES.get(kind, ())}
