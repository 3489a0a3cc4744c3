"""What is drawn for each mark: soft spans, solid cores, tails, arrows and signs. Pure numbers.

A moment sometime in a longer time is soft: it fades at both ends and has no line. What lasted
has a thin line over all the time it may have lasted, and a solid core where it surely did. Open
ends run to the edge and point on; unknown ends break up into dashes. Times are wall milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from timelines.labels import REACH
from timelines.marks import Counts, Flags, Floats, Marks
from timelines.rows import TAIL, Layout

SPAN = 0.46
"""How strong a soft span is where it is strongest, 1 being solid."""
_ENDS = 0.36  # the part of a span that fades, at each end
_DAY_AROUND = 0.16  # the day around a symbol, seen once one is close to it
_POSSIBLE = 0.26  # one of several possible times
_EDGE = 40.0  # pixels over which an open end fades
_ARROW = 6.0  # half an arrowhead
_DASHES = ((0.08, 0.34, 0.8), (0.46, 0.64, 0.55), (0.74, 0.86, 0.35), (0.94, 1.0, 0.2))


@dataclass(frozen=True, slots=True, eq=False)
class Soft:
    """Spans that fade in from `left` to `full_left` and out from `full_right` to `right`.

    `strength` is how strong each is between the two, 0 to 1. `mark` is the place among the drawn.
    `vague`: a moment not known to the day, so that it must not be drawn as a sharp one.
    """

    mark: Counts
    left: Floats
    full_left: Floats
    full_right: Floats
    right: Floats
    strength: Floats
    vague: Flags

    def __len__(self) -> int:
        return len(self.mark)


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Plain bars from `left` to `right`, so strong."""

    mark: Counts
    left: Floats
    right: Floats
    strength: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Signs at one place of a mark: arrows, stops, “≈” for about, “?” for an unsure source."""

    mark: Counts
    at: Floats
    sign: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Everything to draw, from the back to the front."""

    soft: Soft
    line: Bars
    core: Bars
    stops: Signs
    dashes: Bars
    arrows: Signs
    signs: Signs


Members = Mapping[str, Sequence[tuple[float, float]]]
"""Event id to the single times its moment may lie in, in wall milliseconds, where it is a set."""


def strokes(plan: Layout, marks: Marks, members: Members) -> Strokes:
    """The strokes of every mark that the layout draws one by one."""
    which = plan.drawn
    kind = marks.kind[which]
    one_of = np.array([event in members for event in marks.event[which]], dtype=np.bool_)
    one_of &= (kind != "stretch") & ~plan.narrow
    lasted = np.asarray(kind == "stretch", dtype=np.bool_)
    core = _core(plan, marks, lasted)
    return Strokes(
        soft=_soft(plan, marks, kind, lasted, one_of, members),
        line=_line(plan, marks, lasted, one_of),
        core=core,
        stops=_stops(plan, marks),
        dashes=_dashes(plan, marks),
        arrows=_arrows(plan, marks),
        signs=_signs(plan, marks),
    )


def _soft(
    plan: Layout, marks: Marks, kind: object, lasted: Flags, one_of: Flags, members: Members
) -> Soft:
    which = plan.drawn
    kinds = np.asarray(kind, dtype=object)
    left, right = plan.x0.copy(), plan.x1.copy()
    length = right - left
    ends = np.where(kinds == "about", length * 0.49, length * _ENDS)
    # The day around a symbol that hides it need not fade: it only shows once one zooms in.
    hidden = (kinds == "point") & (length / plan.period.length * plan.width < REACH)
    ends = np.where(hidden, 0.0, ends)
    full_left, full_right = left + ends, right - ends
    bounded = kinds == "bounded"
    no_left = bounded & np.isnan(marks.start_earliest[which])
    no_right = bounded & np.isnan(marks.end_latest[which])
    full_left = np.where(no_left, right - length * 0.12, full_left)
    full_right = np.where(no_left, right, full_right)
    full_left = np.where(no_right, left, full_left)
    full_right = np.where(no_right, left + length * 0.12, full_right)
    full_left, full_right = _ends_of_stretches(plan, marks, lasted, full_left, full_right)
    known = np.asarray(kinds == "point", dtype=np.bool_)
    strength = np.where(known & plan.narrow, _DAY_AROUND, np.where(lasted, 0.5, SPAN))
    vague = ~known & ~lasted
    alone = np.flatnonzero(~one_of)
    several = [
        (place, low, high)
        for place in np.flatnonzero(one_of)
        for low, high in members[str(marks.event[which[place]])]
    ]
    place = np.array([item[0] for item in several], dtype=np.int64)
    low = np.array([item[1] for item in several], dtype=np.float64)
    high = np.array([item[2] for item in several], dtype=np.float64)
    return Soft(
        mark=np.concatenate([alone, place]),
        left=np.concatenate([left[alone], low]),
        full_left=np.concatenate([full_left[alone], low + (high - low) * _ENDS]),
        full_right=np.concatenate([full_right[alone], high - (high - low) * _ENDS]),
        right=np.concatenate([right[alone], high]),
        strength=np.concatenate([strength[alone], np.full(len(low), _POSSIBLE)]),
        vague=np.concatenate([vague[alone], np.ones(len(low), dtype=np.bool_)]),
    )


def _sure(plan: Layout, marks: Marks) -> tuple[Floats, Floats]:
    """By when a stretch has surely begun, and until when it surely goes on; open ends fade."""
    which = plan.drawn
    first, last = _edges(plan, _EDGE)
    begun = np.where(marks.open_start[which], first, marks.start_latest[which])
    over = np.where(marks.open_end[which], last, marks.end_earliest[which])
    return begun, over


def _ends_of_stretches(
    plan: Layout, marks: Marks, lasted: Flags, full_left: Floats, full_right: Floats
) -> tuple[Floats, Floats]:
    """Between what a stretch is strongest; where its ends overlap, at the middle of both."""
    which = plan.drawn
    begun, over = _sure(plan, marks)
    begun = np.where(marks.unknown_end[which], np.minimum(begun, marks.high[which]), begun)
    over = np.where(marks.unknown_end[which], marks.high[which], over)
    begun = np.where(marks.unknown_start[which], marks.low[which], begun)
    middle = (begun + over) / 2
    crossed = lasted & (begun > over)
    begun, over = np.where(crossed, middle, begun), np.where(crossed, middle, over)
    return np.where(lasted, begun, full_left), np.where(lasted, over, full_right)


def _line(plan: Layout, marks: Marks, lasted: Flags, one_of: Flags) -> Bars:
    """The thin line of what lasted, and the thread that ties the times of which one is meant."""
    which = plan.drawn
    first, last = _edges(plan, _ARROW)
    left = np.where(marks.unknown_start[which], marks.low[which], plan.x0)
    right = np.where(marks.unknown_end[which], marks.high[which], plan.x1)
    left = np.where(marks.open_start[which], first, left)
    right = np.where(marks.open_end[which], last, right)
    mark = np.flatnonzero(lasted | one_of)
    return Bars(mark, left[mark], right[mark], np.where(one_of[mark], 0.45, 1.0))


def _core(plan: Layout, marks: Marks, lasted: Flags) -> Bars:
    """Where a stretch surely lasted."""
    left, right = _sure(plan, marks)
    unknown = (marks.unknown_start | marks.unknown_end)[plan.drawn]
    mark = np.flatnonzero(lasted & ~unknown & (right > left))
    return Bars(mark, left[mark], right[mark], np.ones(len(mark)))


def _stops(plan: Layout, marks: Marks) -> Signs:
    """The known side of a moment that is not later, or not earlier, than that."""
    which = plan.drawn
    bounded = marks.kind[which] == "bounded"
    latest = np.flatnonzero(bounded & ~np.isnan(marks.end_latest[which]))
    earliest = np.flatnonzero(bounded & ~np.isnan(marks.start_earliest[which]))
    return Signs(
        np.concatenate([latest, earliest]),
        np.concatenate([plan.x1[latest], plan.x0[earliest]]),
        ("]",) * len(latest) + ("[",) * len(earliest),
    )


def _dashes(plan: Layout, marks: Marks) -> Bars:
    """The pieces into which a stretch breaks up where nobody knows when it began or ended."""
    which = plan.drawn
    tail = TAIL / plan.width * plan.period.length
    parts = [
        (
            np.flatnonzero(unknown[which]),
            (edge + toward * tail * begin)[unknown[which]],
            (edge + toward * tail * end)[unknown[which]],
            strength,
        )
        for unknown, edge, toward in (
            (marks.unknown_end, marks.high[which], 1.0),
            (marks.unknown_start, marks.low[which], -1.0),
        )
        for begin, end, strength in _DASHES
    ]
    return Bars(
        np.concatenate([part[0] for part in parts]),
        np.concatenate([np.minimum(part[1], part[2]) for part in parts]),
        np.concatenate([np.maximum(part[1], part[2]) for part in parts]),
        np.concatenate([np.full(len(part[0]), part[3]) for part in parts]),
    )


def _arrows(plan: Layout, marks: Marks) -> Signs:
    """Arrowheads where what is still going on leaves the picture, and where it came from.

    Wholly inside the plot: Plotly loses bars while the wheel turns where any mark may stick out.
    """
    right = np.flatnonzero(marks.open_end[plan.drawn])
    left = np.flatnonzero(marks.open_start[plan.drawn])
    first, last = _edges(plan, _ARROW)
    return Signs(
        np.concatenate([right, left]),
        np.concatenate([np.full(len(right), last), np.full(len(left), first)]),
        ("→",) * len(right) + ("←",) * len(left),
    )


def _edges(plan: Layout, pixels: float) -> tuple[float, float]:
    """The edges of the plot, so many pixels inside."""
    inward = pixels / plan.width * plan.period.length
    return plan.period.left + inward, plan.period.right - inward


def _signs(plan: Layout, marks: Marks) -> Signs:
    which = plan.drawn
    about, unsure = marks.approximate[which], marks.uncertain[which]
    mark = np.flatnonzero(about | unsure)
    left = np.maximum(plan.x0[mark], plan.period.left)
    right = np.minimum(plan.x1[mark], plan.period.right)
    sign = tuple(
        ("≈" if is_about else "") + ("?" if is_unsure else "")
        for is_about, is_unsure in zip(about[mark], unsure[mark], strict=True)
    )
    return Signs(mark, (left + right) / 2, sign)
