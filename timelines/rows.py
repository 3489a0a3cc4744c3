"""Where everything on a timeline stands: lanes, rows within them, labels that never collide.

Pure numbers in CSS pixels from the top left corner of the plot, for the figure at the desk and
for the strip that readers get. Widths of labels are estimated on the safe side (`lettering`).
Zooming in only pulls things apart. Where a lane needs more room than there is, labels go first,
the least weighty before the others; where even bare marks would be mud, the lane is dense: it is
drawn as how many, not as which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from timelines.lettering import shortened, text_width
from timelines.marks import Counts, Flags, Floats, Marks
from timelines.packing import Boxes, Plan, fit, shares
from timelines.period import Period, inside

LabelOf = Callable[[int], tuple[str, str]]
"""From a mark's position to its headline and its date in words."""

MOST_MARKS = 1_500
"""Above this many marks the fullest lanes become dense: browser and eye give up together."""
NARROW = 18.0
"""A mark thinner than this many pixels is drawn as a symbol, since a bar would not be seen."""
REACH = 9.0
"""Half the box of a symbol, in pixels."""
TAIL = 64.0
"""Pixels over which something fades whose other bound nobody knows."""
OFF = 6.0
"""Pixels from a mark to the label beside it."""
_BESIDE = 44.0  # a bar longer than this has its label above, not beside
_BETWEEN = 8.0  # between headline and date on one line


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


def measures(width: float) -> Measures:
    """The sizes for a plot that wide: a phone's rows are taller, a wall's labels longer."""
    if width < 560:
        room = min(210.0, width * 0.52)
        return Measures(13, 11.5, room, 37, 17, 15, 32, 16, 60, 1500, True)
    room = min(max(width * 0.24, 240), 480)
    return Measures(12.5, 11.5, room, 23, 15, 13, 34, 18, 64, 1000, False)


@dataclass(frozen=True, slots=True)
class Lane:
    """One storyline's band: its name, its colour's place, top and height; dense or mark by mark."""

    name: str
    hue: int
    top: float
    height: float
    marks: int
    dense: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's words. `mark` is its position among the drawn, `left` and `right` are its edges.

    It is tied to the mark at `anchor` (wall milliseconds) with its start, or with its end, at
    `off` pixels from there; `y` is the middle of its line.
    """

    mark: int
    headline: str
    date: str
    anchor: float
    from_start: bool
    off: float
    left: float
    right: float
    y: float
    above: bool


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A whole timeline, ready to be drawn; arrays have one entry for every mark drawn.

    `drawn` are positions in the marks; `x0`, `x1` how far each reaches in wall milliseconds,
    tails and open ends included; `y` the middle of its line and `row` that line's number;
    `narrow` whether it is drawn as a symbol. `lanes` bear the names, dense ones too.
    """

    period: Period
    width: float
    height: float
    sizes: Measures
    lanes: tuple[Lane, ...]
    drawn: Counts
    x0: Floats
    x1: Floats
    y: Floats
    row: Counts
    narrow: Flags
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    """The label a mark would like: its words, and where it would stand without a row."""

    headline: str
    date: str
    at_start: bool
    from_start: bool
    off: float
    left: float
    right: float
    above: bool


def layout(marks: Marks, shown: Period, width: float, label_of: LabelOf) -> Layout:
    """Lanes, rows and labels of these marks in that part of time, on a plot that many pixels wide.

    Marks wholly outside the period are left out. The same marks always get the same places.
    """
    sizes = measures(width)
    visible = np.flatnonzero(inside(marks, shown))
    visible = visible[np.lexsort((marks.event[visible].astype(str), marks.low[visible]))]
    lanes = [visible[marks.lane[visible] == lane] for lane in range(len(marks.lanes))]
    crowded = _crowded([len(lane) for lane in lanes])
    reach = _reach(marks, shown, width)
    wishes: list[list[_Wish]] = []
    boxes: list[Boxes | None] = []
    for lane, members in enumerate(lanes):
        asked = [] if crowded[lane] else _wishes(marks, members, reach, shown, width, label_of)
        wishes.append(asked)
        boxes.append(None if crowded[lane] else _boxes(marks, members, reach, shown, width, asked))
    plans = _plans(boxes, sizes)
    return _placed(marks, shown, width, lanes, reach, wishes, plans)


def _crowded(counts: Sequence[int]) -> list[bool]:
    """Which lanes must be dense so that no more than `MOST_MARKS` are drawn one by one."""
    left = sum(counts)
    dense = [False] * len(counts)
    for lane in sorted(range(len(counts)), key=counts.__getitem__, reverse=True):
        if left > MOST_MARKS:
            dense[lane] = True
            left -= counts[lane]
    return dense


def _reach(marks: Marks, shown: Period, width: float) -> tuple[Floats, Floats]:
    """How far every mark is drawn, in wall milliseconds: to the edge where open, else its tail."""
    tail = TAIL / width * shown.length
    x0, x1 = marks.low.copy(), marks.high.copy()
    bounded = marks.kind == "bounded"
    fades_left = marks.unknown_start | (bounded & np.isnan(marks.start_earliest))
    fades_right = marks.unknown_end | (bounded & np.isnan(marks.end_latest))
    x0 = np.where(fades_left, x0 - tail, x0)
    x1 = np.where(fades_right, x1 + tail, x1)
    x0 = np.where(marks.open_start, np.minimum(x0 - tail, shown.left), x0)
    x1 = np.where(marks.open_end, np.maximum(x1 + tail, shown.right), x1)
    return x0, x1


def _pixels(
    members: Counts, reach: tuple[Floats, Floats], shown: Period, width: float
) -> tuple[Floats, Floats, Flags]:
    """Edges of each mark within the plot, and whether it is a symbol, which needs its room."""
    scale = width / shown.length
    left = (reach[0][members] - shown.left) * scale
    right = (reach[1][members] - shown.left) * scale
    narrow = right - left < NARROW
    middle = (left + right) / 2
    left = np.where(narrow, middle - REACH, np.maximum(left, 0.0))
    right = np.where(narrow, middle + REACH, np.minimum(right, width))
    return left, right, narrow


def _wishes(
    marks: Marks,
    members: Counts,
    reach: tuple[Floats, Floats],
    shown: Period,
    width: float,
    label_of: LabelOf,
) -> list[_Wish]:
    sizes = measures(width)
    left, right, narrow = _pixels(members, reach, shown, width)
    return [
        _wish(*label_of(int(mark)), float(low), float(high), bool(small), width, sizes)
        for mark, low, high, small in zip(members, left, right, narrow, strict=True)
    ]


def _wish(
    headline: str, date: str, low: float, high: float, narrow: bool, width: float, sizes: Measures
) -> _Wish:
    off = OFF + (REACH if narrow else 0.0)
    above = not narrow and high - low > _BESIDE
    if above:
        words, date, wide = _set(headline, date, max(width - 2, 40), sizes)
        if low + wide <= width:
            return _Wish(words, date, True, True, 0.0, low, low + wide, True)
        return _Wish(words, date, False, False, 0.0, max(high - wide, 0.0), high, True)
    edge = OFF
    words, date, wide = _set(headline, date, width, sizes)
    if high + edge + wide > width and low - edge - wide < 0:
        words, date, wide = _set(headline, date, max(width - high, low) - edge, sizes)
    if high + edge + wide <= width:
        return _Wish(words, date, False, True, off, high + edge, high + edge + wide, False)
    return _Wish(words, date, True, False, off, low - edge - wide, low - edge, False)


def _set(headline: str, date: str, most: float, sizes: Measures) -> tuple[str, str, float]:
    """The words as they go into so many pixels, and how many they take."""
    dated = text_width(date, sizes.date)
    if sizes.stacked:
        date = shortened(date, min(sizes.room, most), sizes.date)
        words = shortened(headline, min(sizes.room, most), sizes.label)
        wide = max(text_width(words, sizes.label), text_width(date, sizes.date))
        return words, date, wide
    if dated > sizes.room * 0.75 or dated + _BETWEEN > most / 2:
        date, dated = "", -_BETWEEN
    words = shortened(headline, min(sizes.room, most - dated - _BETWEEN), sizes.label)
    return words, date, text_width(words, sizes.label) + _BETWEEN + dated


def _boxes(
    marks: Marks,
    members: Counts,
    reach: tuple[Floats, Floats],
    shown: Period,
    width: float,
    wishes: Sequence[_Wish],
) -> Boxes:
    sizes = measures(width)
    left, right, _ = _pixels(members, reach, shown, width)
    above = np.array([wish.above for wish in wishes], dtype=np.bool_)
    return Boxes(
        left=left,
        right=right,
        wide_left=np.minimum(left, [wish.left for wish in wishes]),
        wide_right=np.maximum(right, [wish.right for wish in wishes]),
        line=np.where(above, 20.0, sizes.line),
        above=np.where(above, sizes.above + (sizes.date + 2 if sizes.stacked else 0), 0.0),
        bare=sizes.bare,
        weight=marks.weight[members],
    )


def _plans(boxes: Sequence[Boxes | None], sizes: Measures) -> list[Plan | None]:
    """Rows for every lane, None where it must be dense, within the height there is for all."""
    first = [None if box is None else fit(box, sizes.height) for box in boxes]
    needs = [sizes.dense if plan is None else plan.height for plan in first]
    rooms = shares(needs, sizes.height, least=sizes.dense * 2)
    return [
        plan if plan is None or box is None or plan.height <= room else fit(box, room)
        for box, plan, room in zip(boxes, first, rooms, strict=True)
    ]


def _placed(
    marks: Marks,
    shown: Period,
    width: float,
    lanes: Sequence[Counts],
    reach: tuple[Floats, Floats],
    wishes: Sequence[Sequence[_Wish]],
    plans: Sequence[Plan | None],
) -> Layout:
    sizes = measures(width)
    bands: list[Lane] = []
    labels: list[Label] = []
    drawn: list[Counts] = []
    heights: list[Floats] = []
    rows: list[Counts] = []
    top, row, count = 0.0, 0, 0
    for lane, (members, plan) in enumerate(zip(lanes, plans, strict=True)):
        if len(members) == 0:
            continue
        head = sizes.head if marks.lanes[lane] or len(marks.lanes) > 1 else sizes.gap
        tall = head + (sizes.dense if plan is None else plan.height)
        bands.append(
            Lane(marks.lanes[lane], marks.hues[lane], top, tall, len(members), plan is None)
        )
        if plan is not None:
            tops = top + head + np.concatenate([[0.0], np.cumsum(plan.heights)[:-1]])
            middle = tops + plan.above + (plan.heights - plan.above) / 2
            labels += _labels(wishes[lane], plan, members, reach, shown, tops, middle, count)
            drawn.append(members)
            heights.append(middle[plan.row])
            rows.append(plan.row + row)
            row += len(plan.heights)
            count += len(members)
        top += tall + sizes.gap
    chosen = np.concatenate(drawn) if drawn else np.zeros(0, dtype=np.int64)
    return Layout(
        period=shown,
        width=width,
        height=max(top, sizes.dense),
        sizes=sizes,
        lanes=tuple(bands),
        drawn=chosen,
        x0=reach[0][chosen],
        x1=reach[1][chosen],
        y=np.concatenate(heights) if heights else np.zeros(0),
        row=np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64),
        narrow=_pixels(chosen, reach, shown, width)[2],
        labels=tuple(labels),
    )


def _labels(
    wishes: Sequence[_Wish],
    plan: Plan,
    members: Counts,
    reach: tuple[Floats, Floats],
    shown: Period,
    tops: Floats,
    middle: Floats,
    first: int,
) -> list[Label]:
    found = []
    for place, wish in enumerate(wishes):
        if not plan.labelled[place] or not wish.headline:
            continue
        row = plan.row[place]
        x0, x1 = float(reach[0][members[place]]), float(reach[1][members[place]])
        anchor = max(x0, shown.left) if wish.at_start else min(x1, shown.right)
        if not wish.above and wish.off > OFF:
            anchor = (x0 + x1) / 2
        y = tops[row] + plan.above[row] / 2 + 1 if wish.above else middle[row]
        found.append(
            Label(
                mark=first + place,
                headline=wish.headline,
                date=wish.date,
                anchor=anchor,
                from_start=wish.from_start,
                off=wish.off,
                left=wish.left,
                right=wish.right,
                y=float(y),
                above=wish.above,
            )
        )
    return found
