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

from timelines.labels import REACH, Measures, Wish, measures, wished
from timelines.marks import Counts, Flags, Floats, Marks
from timelines.packing import Boxes, Plan, fit, need, shares
from timelines.period import Period, inside

LabelOf = Callable[[int], tuple[str, str]]
"""From a mark's position to its headline and its date in words."""

MOST_MARKS = 1_500
"""Above this many marks the fullest lanes become dense: browser and eye give up together."""
NARROW = 18.0
"""What lasted for less than this many pixels is a symbol, since a bar would not be seen."""
VAGUE_SEEN = 16.0
"""A soft span shorter than this many pixels is a glow: its fading ends would not be seen."""
DAY_SEEN = 160.0
"""A known day is a symbol up to this many pixels: only then does the axis begin to show hours."""
TAIL = 64.0
"""Pixels over which something fades whose other bound nobody knows."""
_BARE = 640.0  # a lane of marks without labels may be so high before it becomes dense


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


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What all lanes share: the marks, the part of time, the width, and how far each reaches."""

    marks: Marks
    shown: Period
    width: float
    sizes: Measures
    x0: Floats
    x1: Floats
    also: tuple[Floats, Floats] | None

    def edges(self, members: Counts) -> tuple[Floats, Floats, Flags]:
        """Pixels of each mark within the plot, and whether it is a symbol, which has its own."""
        scale = self.width / self.shown.length
        left = (self.x0[members] - self.shown.left) * scale
        right = (self.x1[members] - self.shown.left) * scale
        kind = self.marks.kind[members]
        whole_days = (kind == "point") & ~self.marks.timed[members]
        least = np.where(kind == "stretch", NARROW, VAGUE_SEEN)
        narrow = right - left < np.where(whole_days, DAY_SEEN, least)
        middle = (left + right) / 2
        if self.also is not None:
            left = np.fmin(left, (self.also[0][members] - self.shown.left) * scale)
            right = np.fmax(right, (self.also[1][members] - self.shown.left) * scale)
        left, right = np.maximum(left, 0.0), np.minimum(right, self.width)
        return (
            np.where(narrow, np.minimum(left, middle - REACH), left),
            np.where(narrow, np.maximum(right, middle + REACH), right),
            narrow,
        )


def layout(
    marks: Marks,
    shown: Period,
    width: float,
    label_of: LabelOf,
    also: tuple[Floats, Floats] | None = None,
    sizes: Measures | None = None,
    most: int = MOST_MARKS,
    bare: float = _BARE,
) -> Layout:
    """Lanes, rows and labels of these marks in that part of time, on a plot that many pixels wide.

    Marks wholly outside the period are left out. The same marks always get the same places.
    `also` is what else is drawn with each mark, from and until in wall milliseconds, so that
    labels keep off it; NaN where there is nothing. `sizes` are other sizes than the figure's;
    above `most` marks the fullest lanes are dense, and so is one higher than `bare` pixels.
    """
    visible = np.flatnonzero(inside(marks, shown))
    reach = _reach(marks, shown, width)
    sizes = measures(width, len(visible)) if sizes is None else sizes
    sheet = _Sheet(marks, shown, width, sizes, *reach, also)
    lanes = [visible[marks.lane[visible] == lane] for lane in range(len(marks.lanes))]
    crowded = _crowded([len(lane) for lane in lanes], most)
    lanes = [
        members if crowded[lane] else _in_order(marks, members)
        for lane, members in enumerate(lanes)
    ]
    wishes = [
        [] if crowded[lane] else _wishes(sheet, members, label_of)
        for lane, members in enumerate(lanes)
    ]
    boxes = [
        None if crowded[lane] else _boxes(sheet, members, wishes[lane])
        for lane, members in enumerate(lanes)
    ]
    return _placed(sheet, lanes, wishes, _plans(boxes, sheet.sizes, bare))


def _in_order(marks: Marks, members: Counts) -> Counts:
    """By the first instant at which each may be, then by its id."""
    return members[np.lexsort((marks.event[members].astype(str), marks.low[members]))]


def _crowded(counts: Sequence[int], most: int) -> list[bool]:
    """Which lanes must be dense so that no more than `most` marks are drawn one by one."""
    left = sum(counts)
    dense = [False] * len(counts)
    for lane in sorted(range(len(counts)), key=counts.__getitem__, reverse=True):
        if left > most:
            dense[lane] = True
            left -= counts[lane]
    return dense


def _reach(marks: Marks, shown: Period, width: float) -> tuple[Floats, Floats]:
    """How far every mark is drawn, in wall milliseconds: to the edge where open, else its tail."""
    tail = TAIL / width * shown.length
    bounded = marks.kind == "bounded"
    fades_left = marks.unknown_start | (bounded & np.isnan(marks.start_earliest))
    fades_right = marks.unknown_end | (bounded & np.isnan(marks.end_latest))
    x0 = np.where(fades_left, marks.low - tail, marks.low)
    x1 = np.where(fades_right, marks.high + tail, marks.high)
    x0 = np.where(marks.open_start, np.minimum(x0 - tail / 2, shown.left), x0)
    x1 = np.where(marks.open_end, np.maximum(x1 + tail / 2, shown.right), x1)
    return x0, x1


def _wishes(sheet: _Sheet, members: Counts, label_of: LabelOf) -> list[Wish]:
    left, right, narrow = sheet.edges(members)
    return [
        wished(*label_of(int(mark)), float(low), float(high), bool(small), sheet.width, sheet.sizes)
        for mark, low, high, small in zip(members, left, right, narrow, strict=True)
    ]


def _boxes(sheet: _Sheet, members: Counts, wishes: Sequence[Wish]) -> Boxes:
    sizes = sheet.sizes
    left, right, _ = sheet.edges(members)
    above = np.array([wish.above for wish in wishes], dtype=np.bool_)
    return Boxes(
        left=left,
        right=right,
        wide_left=np.minimum(left, [wish.left for wish in wishes]),
        wide_right=np.maximum(right, [wish.right for wish in wishes]),
        line=np.where(above, 20.0, sizes.line),
        above=np.where(above, sizes.above + (sizes.date + 2 if sizes.stacked else 0), 0.0),
        bare=sizes.bare,
        weight=sheet.marks.weight[members],
    )


def _plans(boxes: Sequence[Boxes | None], sizes: Measures, bare: float) -> list[Plan | None]:
    """Rows for every lane, None where it must be dense, within the height there is for all."""
    needs = [sizes.dense if box is None else need(box, sizes.height) for box in boxes]
    rooms = shares(needs, sizes.height, least=sizes.dense * 2)
    return [
        None if box is None else fit(box, room, bare)
        for box, room in zip(boxes, rooms, strict=True)
    ]


def _placed(
    sheet: _Sheet,
    lanes: Sequence[Counts],
    wishes: Sequence[Sequence[Wish]],
    plans: Sequence[Plan | None],
) -> Layout:
    """Lanes under each other, and every mark and label at its height."""
    sizes, marks = sheet.sizes, sheet.marks
    bands: list[Lane] = []
    labels: list[Label] = []
    parts: list[tuple[Counts, Floats, Counts]] = [
        (np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0, dtype=np.int64))
    ]
    top, row = 0.0, 0
    for lane, (members, plan) in enumerate(zip(lanes, plans, strict=True)):
        if len(members) == 0:
            continue
        head = sizes.head if marks.lanes[lane] or len(marks.lanes) > 1 else sizes.gap
        tall = head + (sizes.dense if plan is None else plan.height)
        dense = plan is None
        bands.append(Lane(marks.lanes[lane], marks.hues[lane], top, tall, len(members), dense))
        if plan is not None:
            tops = top + head + np.concatenate([[0.0], np.cumsum(plan.heights)[:-1]])
            middle = tops + plan.above + (plan.heights - plan.above) / 2
            over = tops + plan.above / 2 + 2
            before = sum(len(part[0]) for part in parts)
            labels += _labels(sheet, wishes[lane], plan, (over, middle), before)
            parts.append((members, middle[plan.row], plan.row + row))
            row += len(plan.heights)
        top += round(tall + sizes.gap)
    drawn = np.concatenate([part[0] for part in parts])
    return Layout(
        period=sheet.shown,
        width=sheet.width,
        height=max(top, sizes.dense),
        sizes=sizes,
        lanes=tuple(bands),
        drawn=drawn,
        x0=sheet.x0[drawn],
        x1=sheet.x1[drawn],
        y=np.concatenate([part[1] for part in parts]),
        row=np.concatenate([part[2] for part in parts]),
        narrow=sheet.edges(drawn)[2],
        labels=tuple(labels),
    )


def _labels(
    sheet: _Sheet,
    wishes: Sequence[Wish],
    plan: Plan,
    lines: tuple[Floats, Floats],
    before: int,
) -> list[Label]:
    """The labels that stay; `lines` are the heights over and at each row's marks."""
    found, shown = [], sheet.shown
    for place, wish in enumerate(wishes):
        if not plan.labelled[place] or not wish.headline:
            continue
        found.append(
            Label(
                mark=before + place,
                headline=wish.headline,
                date=wish.date,
                anchor=shown.left + wish.tied / sheet.width * shown.length,
                from_start=wish.from_start,
                off=wish.off,
                left=wish.left,
                right=wish.right,
                y=float(lines[0 if wish.above else 1][plan.row[place]]),
                above=wish.above,
            )
        )
    return found
