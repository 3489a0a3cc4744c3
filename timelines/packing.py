"""Putting boxes into rows so that none touches another, and giving up labels where room is short.

A box is what a mark and its label take together, in CSS pixels. Pure numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timelines.marks import Counts, Flags, Floats

GAP = 12.0
"""Pixels between two boxes of one row."""
_CLOSE = 4.0
"""By so many pixels a mark without a label may come closer on each side."""


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """What the marks of one lane want, in order of time; all arrays have one entry a mark.

    `left`, `right` bound the mark itself, `wide_left`, `wide_right` the mark with its label.
    `bare` is the height of a row that needs nothing but the mark, `line` what the label beside
    it needs, `above` what is added to a row over a label that stands above. Pixels.
    """

    left: Floats
    right: Floats
    wide_left: Floats
    wide_right: Floats
    line: Floats
    above: Floats
    bare: float
    weight: Counts

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Rows of one lane: each mark's row, whether it has its label, and the height of each row.

    `above` is how much of a row's height is kept for labels that stand above their marks.
    """

    row: Counts
    labelled: Flags
    heights: Floats
    above: Floats

    @property
    def height(self) -> float:
        """Of all rows together, in pixels."""
        return float(self.heights.sum())


def pack(left: Sequence[float], right: Sequence[float], most: int | None = None) -> list[int]:
    """A row from 0 for every box, so that boxes of one row stay `GAP` pixels apart.

    Boxes are placed in their order, each in the first row that has room. With `most`, boxes
    beyond that many rows get the row -1.
    """
    rows: list[tuple[list[float], list[float]]] = []
    placed: list[int] = []
    for low, high in zip(left, right, strict=True):
        for row, (begins, ends) in enumerate(rows):
            after = bisect_left(begins, low)
            free_before = after == 0 or ends[after - 1] + GAP <= low
            if free_before and (after == len(begins) or high + GAP <= begins[after]):
                begins.insert(after, low)
                ends.insert(after, high)
                placed.append(row)
                break
        else:
            if most is not None and len(rows) >= most:
                placed.append(-1)
                continue
            placed.append(len(rows))
            rows.append(([low], [high]))
    return placed


def arrange(boxes: Boxes, labelled: Flags, room: float) -> Plan | None:
    """The rows when just these marks have labels; None where that is higher than `room` pixels."""
    left = np.where(labelled, boxes.wide_left, boxes.left + _CLOSE)
    right = np.where(labelled, boxes.wide_right, boxes.right - _CLOSE)
    placed = pack(left.tolist(), right.tolist(), int(room / boxes.bare) + 1)
    row = np.array(placed, dtype=np.int64)
    if (row < 0).any():
        return None
    heights = np.full(int(row.max(initial=-1)) + 1, boxes.bare)
    above = np.zeros(len(heights))
    np.maximum.at(heights, row, np.where(labelled, boxes.line, boxes.bare))
    np.maximum.at(above, row, np.where(labelled, boxes.above, 0.0))
    plan = Plan(row, labelled, heights + above, above)
    return plan if plan.height <= room else None


def need(boxes: Boxes, most: float) -> float:
    """The height that all marks with all their labels take, or `most` where that is less."""
    plan = arrange(boxes, np.ones(len(boxes), dtype=np.bool_), most)
    return most if plan is None else plan.height


def fit(boxes: Boxes, room: float, bare_room: float) -> Plan | None:
    """The rows with as many labels as go into that height, the weightiest first.

    Among marks of one weight the labels that stay are spread evenly over time. Without any
    label the rows may take `bare_room`; None where even that is not enough.
    """
    count = len(boxes)
    full = arrange(boxes, np.ones(count, dtype=np.bool_), room)
    if full is not None:
        return full
    best = arrange(boxes, np.zeros(count, dtype=np.bool_), max(room, bare_room))
    if best is None or best.height > room:
        return best
    order = np.lexsort((_spread(count), -boxes.weight))
    few, many = 0, count
    while many - few > max(1, count // 50):
        middle = (few + many) // 2
        labelled = np.zeros(count, dtype=np.bool_)
        labelled[order[:middle]] = True
        plan = arrange(boxes, labelled, room)
        if plan is None:
            many = middle
        else:
            few, best = middle, plan
    return best


def shares(needs: Sequence[float], room: float, least: float) -> list[float]:
    """Room for each lane, out of so many pixels for all: who needs little gets it, the rest share.

    No lane that needs as much gets less than `least`, even where that is more than there is.
    """
    if sum(needs) <= room:
        return list(needs)
    given = [0.0] * len(needs)
    left = room
    for done, lane in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        given[lane] = min(needs[lane], max(least, left / (len(needs) - done)))
        left = max(0.0, left - given[lane])
    return given


def _spread(count: int) -> Counts:
    """Ranks that halve, quarter, … the line: any first few of them are spread evenly over it."""
    bits = max(1, (count - 1).bit_length())
    reverse = np.zeros(count, dtype=np.int64)
    for bit in range(bits):
        reverse |= ((np.arange(count) >> bit) & 1) << (bits - 1 - bit)
    return reverse
