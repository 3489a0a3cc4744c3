"""The timeline strip above the list: inline SVG drawn when the page is made.

The same layout of lanes, rows, spans and soft edges as the figure at the desk, from public dates
alone. It stretches to any width it is shown at without moving a label onto another; `strip.js`
only makes it wider and scrolls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from timelines.density import Density, density
from timelines.labels import Measures, measures
from timelines.marks import Marks
from timelines.palette import STORYLINES
from timelines.period import Period, inside, period
from timelines.publish.page import stock
from timelines.publish.page.axis import parts, ticks
from timelines.publish.page.faraway import digit, entries
from timelines.publish.page.markup import render
from timelines.publish.page.pieces import Caption, Mark, percent, pieces, said
from timelines.publish.page.plotted import Plotted, plotted
from timelines.publish.public import PublicEvent, PublicTimeline
from timelines.rows import Lane, Layout, layout
from timelines.strokes import strokes
from timelines.words import Words

WIDTH = 700.0
"""CSS pixels it is laid out for: the narrowest it is shown at, and about a printed page's width."""
HEIGHT = 520.0
"""It stays lower than a screen, so that the list shows beneath it."""
MOST = 60
"""Above so many marks it shows how many there are when; which, a script shows where there is room.
More would be a drawing higher than a screen, most of it without words, and heavier than the list.
"""
FEW = 12
"""Where it does, lanes are drawn one by one as long as their marks together are no more."""
MANY = 250
"""From so many marks on, heights are counted in finer bins, and parts of the time are shorter."""
_AXIS = 34.0
_COLUMNS = 8, 16
_BINS = 16, 90
_ACROSS = 400
"""Steps of the heights' drawing from left to right: finer ones than two pixels are not seen."""
_FADING = frozenset(("", "m"))
"""Looks of bars that are filled with a fade; all others have a fill of their own."""
_LISTED = 5
"""At most so many events that have no place in the drawing are named under it."""


class Strip(NamedTuple):
    """The drawing, and what the script draws marks of where it shows how many rather than which.

    `marks` are all marks in short, `symbols` the stock and the fades that they refer to and that
    the drawing itself does without (`crowd.js`).
    """

    svg: str
    marks: str = ""
    symbols: str = ""


class _Heights(NamedTuple):
    top: int
    tall: int
    path: str


class _Lane(NamedTuple):
    look: str
    name: str
    top: int
    place: str
    marks: Sequence[Mark]
    heights: _Heights | None


class _Tick(NamedTuple):
    at: str | None
    named: str
    centred: bool
    name: str
    above: str


class _Column(NamedTuple):
    event: str
    name: str
    x: str
    width: str


def strip(public: PublicTimeline, words: Words) -> Strip:
    """The strip as SVG, safe to stand in HTML; empty where there is nothing to draw."""
    drawn = plotted(public)
    if len(drawn.marks) == 0:
        return Strip("")
    shown = period(drawn.marks)
    plan = laid_out(public, drawn, shown)
    verification = [event.verification for event in public.events]
    found = pieces(plan, drawn.marks, strokes(plan, drawn.marks, drawn.members), verification)
    found = [mark._replace(y=round(mark.y + _AXIS), label=_lower(mark)) for mark in found]
    lanes = _lanes(plan, drawn.marks, found, words)
    kinds = stock.kinds(plan, drawn.marks, {*drawn.members})
    dense = any(lane.dense for lane in plan.lanes)
    fades = _fades_of(lanes) | stock.key_fades(kinds)
    symbols = stock.used(found)
    svg = render(
        "strip.html",
        words,
        language=public.language,
        first=public.events[0].id,
        height=round(plan.height + _AXIS),
        name=_name(public, words),
        start=round(shown.left),
        end=round(shown.right),
        fades=stock.fades(fades),
        symbols=stock.symbols(symbols),
        ticks=_ticks(shown, words, fine=not dense or len(drawn.marks) >= MANY),
        lanes=lanes,
        marked=bool(found),
        columns=_columns(public, drawn.marks, shown, words) if dense else (),
        told=_told(public, found),
        plain=stock.PLAIN,
        key=stock.key(kinds, words),
        dense=dense,
        outside=_outside(public, drawn.marks, shown, words),
    )
    if not dense:
        return Strip(svg)
    crowded = [lane.look for lane in lanes if lane.heights is not None]
    more = stock.for_crowds(verification) - symbols
    also = render(
        "stock.html",
        words,
        fades=stock.fades(stock.crowd_fades(crowded, drawn.marks) - fades),
        symbols=stock.symbols(more),
    )
    return Strip(svg, entries(drawn.marks, shown, verification), also.strip())


def _told(public: PublicTimeline, found: Sequence[Mark]) -> set[str]:
    """The events whose label says the whole headline, which therefore is the link's name."""
    headlines = {event.id: event.headline for event in public.events}
    return {
        mark.event
        for mark in found
        if mark.label is not None and mark.label.headline == headlines[mark.event]
    }


def laid_out(public: PublicTimeline, drawn: Plotted, shown: Period) -> Layout:
    """Lanes, rows and labels of the strip in pixels, for its narrowest width."""
    place = drawn.marks.place

    def label(mark: int) -> tuple[str, str]:
        event = public.events[int(place[mark])]
        return event.headline, event.date.words

    most = MOST if np.count_nonzero(inside(drawn.marks, shown)) <= MOST else FEW
    return layout(
        drawn.marks, shown, WIDTH, label, sizes=_sizes(len(place)), most=most, bare=HEIGHT
    )


def _sizes(count: int) -> Measures:
    return replace(measures(WIDTH, count), height=HEIGHT, head=24.0, gap=8.0, line=22.0, dense=80.0)


def _lower(mark: Mark) -> Caption | None:
    return None if mark.label is None else mark.label._replace(y=round(mark.label.y + _AXIS))


def _look(hue: int) -> str:
    """The class of a lane's colour."""
    return "cx" if hue < 0 else f"c{hue % len(STORYLINES)}"


def _lanes(plan: Layout, marks: Marks, found: Sequence[Mark], words: Words) -> list[_Lane]:
    highest = _highest(plan, marks)
    lanes = []
    for lane in plan.lanes:
        position = marks.lanes.index(lane.name)
        name = lane.name or (words["figure.no_storyline"] if len(plan.lanes) > 1 else "")
        own = [_own_fades(mark, _look(lane.hue)) for mark in found if mark.lane == position]
        heights = _heights(plan, lane, marks, position, highest) if lane.dense else None
        lanes.append(
            _Lane(_look(lane.hue), name, round(lane.top + _AXIS), digit(position), own, heights)
        )
    return lanes


def _own_fades(mark: Mark, look: str) -> Mark:
    """The mark with its fades in the colour of its lane."""
    bars = [
        bar._replace(fill=f"{bar.fill}-{look}") if len(bar.fill) == 1 else bar for bar in mark.bars
    ]
    return mark._replace(bars=bars)


def _fades_of(lanes: Sequence[_Lane]) -> set[tuple[str, str]]:
    """The fades that the marks refer to; a lane's own stands for all marks that fade alike."""
    return {
        (bar.fill[:1] or "s", lane.look)
        for lane in lanes
        for mark in lane.marks
        for bar in mark.bars
        if bar.look in _FADING
    }


def _size(marks: Marks, few_many: tuple[int, int]) -> int:
    return few_many[len(marks) >= MANY]


def _highest(plan: Layout, marks: Marks) -> float:
    """The fullest bin of all dense lanes: they share one scale, so that heights compare."""
    dense = [marks.lanes.index(lane.name) for lane in plan.lanes if lane.dense]
    counts = [_counted(plan, marks, position).counts.max(initial=0.0) for position in dense]
    return float(max(counts, default=1.0))


def _counted(plan: Layout, marks: Marks, position: int) -> Density:
    """How many events of a lane there are when."""
    members = np.flatnonzero(marks.lane == position)
    return density(marks, members, plan.period, _size(marks, _BINS))


def _heights(plan: Layout, lane: Lane, marks: Marks, position: int, highest: float) -> _Heights:
    counted = _counted(plan, marks, position)
    tall = round(plan.sizes.dense)
    edges = [
        round(float(edge - plan.period.left) / plan.period.length * _ACROSS)
        for edge in counted.edges
    ]
    path, level, since = f"M{edges[0]} {tall}", 0, edges[0]
    for left, count in zip(edges, counted.counts.tolist(), strict=False):
        # However few there are, the least that can be seen; nothing where there are none.
        high = max(1, round(count / max(highest, 1e-9) * (tall - 4))) if count > 0.005 else 0
        if high != level:
            path += (f"h{left - since}" if left > since else "") + f"v{level - high}"
            level, since = high, left
    top = round(lane.top + lane.height + _AXIS - tall)
    return _Heights(top, tall, f"{path}H{edges[-1]}V{tall}z")


def _ticks(shown: Period, words: Words, *, fine: bool) -> list[_Tick]:
    # Where the heights are coarse, so is the axis above them.
    width = WIDTH if fine else WIDTH * 0.7
    return [
        _Tick(
            _near(percent(tick.at, shown)) if shown.left <= tick.at < shown.right else None,
            _near(percent(tick.named, shown)),
            tick.centred,
            tick.name,
            tick.above,
        )
        for tick in ticks(shown, width, words)
    ]


def _near(hundredths: int) -> str:
    """As `said`, to a tenth of a percent: less than a pixel, and a tick is no event."""
    return said(round(hundredths, -1))


def _columns(public: PublicTimeline, marks: Marks, shown: Period, words: Words) -> list[_Column]:
    """Parts of the time under the heights, each linked to the first event that may be in it."""
    visible = inside(marks, shown)
    found = []
    for part in parts(shown, _size(marks, _COLUMNS), words):
        within = visible & (np.maximum(marks.low, shown.left) >= part.left)
        within &= np.maximum(marks.low, shown.left) < part.right
        places = {*marks.place[within].tolist()}
        if places:
            count = words.count("strip.column_events", len(places))
            low = max(percent(part.left, shown), 0)
            high = min(percent(part.right, shown, up=True), 10_000)
            name = words.say("strip.column", time=part.name, events=count)
            found.append(_Column(public.events[min(places)].id, name, said(low), said(high - low)))
    return found


def _outside(
    public: PublicTimeline, marks: Marks, shown: Period, words: Words
) -> list[tuple[str, list[PublicEvent]]]:
    """Events far from all others, and those without a date, which have no place in the drawing."""
    drawn = {*marks.event[inside(marks, shown)].tolist()}
    undated = {*marks.undated}
    far = [one for one in public.events if one.id not in drawn and one.id not in undated]
    without = [one for one in public.events if one.id in undated]
    listed = ((words["strip.later"], far), (words["strip.undated"], without))
    return [(label, events[:_LISTED]) for label, events in listed if events]


def _name(public: PublicTimeline, words: Words) -> str:
    events = words.count("figure.alt_events", len(public.events))
    return words.say("strip.name", title=public.title, events=events)
