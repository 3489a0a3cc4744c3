"""The strip's marks as small pieces of SVG: bars and words at percents, symbols where they stand.

Across, everything is in percents of the drawing, so that making the drawing wider pulls marks
apart and bends none; a bar's edges are rounded outwards, so that it is never narrower than what
is known. Down, everything is in CSS pixels, at the middle of its row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

from timelines.marks import Marks
from timelines.palette import VERIFICATION
from timelines.period import Period
from timelines.rows import VAGUE_SEEN, Label, Layout
from timelines.strokes import SPAN, Bars, Signs, Soft, Strokes

_FAR = 400.0
"""Percents beyond an edge at which what sticks out of the drawing is cut: nobody can see it."""


class Bar(NamedTuple):
    """A bar from `x`, `width` percent wide; `look` is its class, "" a span that fades."""

    x: str
    width: str
    look: str
    fill: str = ""


class Sign(NamedTuple):
    """A symbol of the drawing's stock at `x` percent."""

    x: str
    symbol: str


class Letter(NamedTuple):
    """One or two letters at `x` percent: “≈”, “?”."""

    x: str
    text: str
    raised: bool


class Caption(NamedTuple):
    """A label tied to the mark at `x` percent, `dx` pixels off, at height `y`."""

    x: str
    dx: str
    y: int
    headline: str
    date: str
    from_start: bool


class Mark(NamedTuple):
    """One link of the drawing: its event, lane and height, and what is drawn, back to front."""

    event: str
    lane: int
    y: int
    bars: Sequence[Bar]
    signs: Sequence[Sign]
    letters: Sequence[Letter]
    label: Caption | None


class _Drawing(NamedTuple):
    bars: defaultdict[int, list[Bar]]
    signs: defaultdict[int, list[Sign]]
    letters: defaultdict[int, list[Letter]]


def percent(wall: float, shown: Period, *, up: bool = False) -> int:
    """A wall time as hundredths of a percent of the drawing's width, rounded outwards."""
    share = (wall - shown.left) / shown.length * 100
    exact = min(max(share, -_FAR), 100 + _FAR) * 100
    # What stands on an edge but for the noise of a float stands on it.
    return ceil(exact - 1e-6) if up else floor(exact + 1e-6)


def said(hundredths: int) -> str:
    """Hundredths as the shortest decimal: 1250 is 12.5."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")


def pieces(plan: Layout, marks: Marks, drawn: Strokes, verification: Sequence[str]) -> list[Mark]:
    """The marks of a layout; `verification` has one entry for every event of the timeline."""
    found = _Drawing(defaultdict(list), defaultdict(list), defaultdict(list))
    looks = [verification[place] for place in marks.place[plan.drawn].tolist()]
    _soft(found, plan, drawn.soft)
    _plain(found, plan, drawn.line, "n")
    _plain(found, plan, drawn.core, "c")
    _woven(found, plan, drawn, looks)
    _plain(found, plan, drawn.dashes, "k")
    _stops(found, plan, drawn.stops)
    _dots(found, plan, drawn, looks)
    _stops(found, plan, drawn.arrows)
    _letters(found, plan, drawn.signs)
    labels = {label.mark: label for label in plan.labels}
    return [
        Mark(
            str(marks.event[position]),
            int(marks.lane[position]),
            round(float(plan.y[place])),
            tuple(found.bars[place]),
            tuple(found.signs[place]),
            tuple(found.letters[place]),
            _label(plan, labels[place]) if place in labels else None,
        )
        for place, position in enumerate(plan.drawn.tolist())
    ]


def _bar(left: float, right: float, shown: Period, look: str, fill: str = "") -> Bar:
    low, high = percent(left, shown), percent(right, shown, up=True)
    return Bar(said(low), said(max(high - low, 1)), look, fill)


def _soft(found: _Drawing, plan: Layout, soft: Soft) -> None:
    """Spans that fade alike are one bar with that fade; the others are three bars side by side."""
    shown = plan.period
    for at, left, full_left, full_right, right, strength, vague in zip(
        soft.mark.tolist(), soft.left.tolist(), soft.full_left.tolist(), soft.full_right.tolist(),
        soft.right.tolist(), soft.strength.tolist(), soft.vague.tolist(), strict=True,
    ):  # fmt: skip
        if right <= left:
            continue
        if not vague and plan.narrow[at] and strength < SPAN:
            continue  # a known day is its symbol
        length = right - left
        fades = (full_left - left) / length, (right - full_right) / length
        one_of = "m" if vague and strength < SPAN else ""
        if abs(fades[0] - 0.36) < 0.01 and abs(fades[1] - 0.36) < 0.01:
            found.bars[at].append(_bar(left, right, shown, one_of))
        elif abs(fades[0] - 0.49) < 0.01:
            found.bars[at].append(_bar(left, right, shown, one_of, "a"))
        else:
            found.bars[at] += _three((left, full_left, full_right, right), shown)


def _three(edges: tuple[float, float, float, float], shown: Period) -> Iterator[Bar]:
    left, full_left, full_right, right = edges
    if full_left > left:
        yield _bar(left, full_left, shown, "", "i")
    if full_right > full_left:
        yield _bar(full_left, full_right, shown, "f")
    if right > full_right:
        yield _bar(full_right, right, shown, "", "o")


def _plain(found: _Drawing, plan: Layout, bars: Bars, look: str) -> None:
    for at, left, right in zip(
        bars.mark.tolist(), bars.left.tolist(), bars.right.tolist(), strict=True
    ):
        if right > left:
            found.bars[at].append(_bar(left, right, plan.period, look))


def _woven(found: _Drawing, plan: Layout, drawn: Strokes, looks: Sequence[str]) -> None:
    """The pattern of what is not confirmed, over solid bars and over the full part of spans."""
    soft, core = drawn.soft, drawn.core
    spans = [
        (at, left, right)
        for at, left, right, strength in zip(
            soft.mark.tolist(), soft.full_left.tolist(), soft.full_right.tolist(),
            soft.strength.tolist(), strict=True,
        )
        if strength > 0.3 and not plan.narrow[at]
    ]  # fmt: skip
    spans += list(zip(core.mark.tolist(), core.left.tolist(), core.right.tolist(), strict=True))
    for at, left, right in spans:
        if right > left and VERIFICATION[looks[at]].pattern:
            found.bars[at].append(_bar(left, right, plan.period, "w", f"w-{looks[at]}"))


_STOPS = {"[": "stop", "]": "stop", "→": "on", "←": "back"}


def _stops(found: _Drawing, plan: Layout, signs: Signs) -> None:
    for at, wall, sign in zip(signs.mark.tolist(), signs.at.tolist(), signs.sign, strict=True):
        found.signs[at].append(Sign(said(percent(wall, plan.period)), _STOPS[sign]))


def _dots(found: _Drawing, plan: Layout, drawn: Strokes, looks: Sequence[str]) -> None:
    """A symbol by verification where a bar would be too thin; a glow where the time is vague."""
    soft = drawn.soft
    pixels = (soft.right - soft.left) / plan.period.length * plan.width
    glows = {*soft.mark[(pixels < VAGUE_SEEN) & soft.vague].tolist()}
    lasted = {*drawn.line.mark.tolist()} - {*soft.mark[soft.vague].tolist()}
    for at, small in enumerate(plan.narrow.tolist()):
        middle = (float(plan.x0[at]) + float(plan.x1[at])) / 2
        if at in glows:
            found.signs[at].append(Sign(said(percent(middle, plan.period)), "glow"))
        elif small:
            shape = "q" if at in lasted else "v"
            found.signs[at].append(Sign(said(percent(middle, plan.period)), f"{shape}-{looks[at]}"))


def _letters(found: _Drawing, plan: Layout, signs: Signs) -> None:
    for at, wall, sign in zip(signs.mark.tolist(), signs.at.tolist(), signs.sign, strict=True):
        raised = bool(plan.narrow[at])
        found.letters[at].append(Letter(said(percent(wall, plan.period)), sign, raised))


def _label(plan: Layout, label: Label) -> Caption:
    off = round(label.off)
    return Caption(
        said(percent(label.anchor, plan.period)),
        str(off if label.from_start else -off) if off else "",
        round(label.y),
        label.headline,
        label.date,
        label.from_start,
    )
