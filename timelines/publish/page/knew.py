"""Who knew what when: a figure for investigations that publish who knew of an event.

A line for everybody who is named, on one axis of time: fading where they came to know, solid from
when they surely knew, hatched where they deny it. The words beside it say all that it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from timelines.marks import DAY, wall_milliseconds
from timelines.period import Period
from timelines.publish.page.axis import ticks
from timelines.publish.page.knowers import Case, Knower, cases, comparable
from timelines.publish.page.markup import render
from timelines.publish.page.pieces import percent, said
from timelines.publish.page.plotted import Instants, bounds
from timelines.publish.public import PublicDate, PublicTimeline
from timelines.words import Words

_WIDTH = 300.0
"""CSS pixels for which the axis is named: a phone's."""
_ROOM = 34.0
_TAIL = 0.12
"""How far a time fades on its open side, as a share of the whole axis."""


class _Piece(NamedTuple):
    look: str
    x: str
    width: str


class _Line(NamedTuple):
    """The drawing of one line: bars in percents, and the days that are known, as dots."""

    bars: Sequence[_Piece]
    dots: Sequence[str]


class _Row(NamedTuple):
    knower: Knower
    line: _Line


class _Block(NamedTuple):
    case: Case
    happened: _Line
    rows: Sequence[_Row]


def knew(public: PublicTimeline, words: Words) -> str:
    """The figure as HTML, safe to stand in the page; empty where nobody's knowledge is public."""
    found = cases(public, words)
    if not found:
        return ""
    clock = _Clock(public.zone)
    shown = _period(found, clock)
    blocks = [
        _Block(
            case,
            _happened(case.event.date, shown, clock),
            [_Row(one, _knowing(one, shown, clock)) for one in case.knowers],
        )
        for case in found
    ]
    stances = {one.stance for case in found for row in case.knowers for one in row.statements}
    return render(
        "knew.html",
        words,
        language=public.language,
        blocks=blocks,
        denied="denies" in stances,
        more=len(comparable(public)) - len(found),
        ticks=[
            (
                said(percent(tick.at, shown)) if shown.left < tick.at < shown.right else None,
                said(percent(tick.named, shown)),
                tick,
            )
            for tick in ticks(shown, _WIDTH, words, _ROOM)
        ],
    )


class _Clock(NamedTuple):
    """From instants to the wall clock of a zone, in milliseconds."""

    zone: str

    def span(self, span: Instants) -> tuple[float | None, float | None]:
        low, high = (None if one is None else _wall(one, self.zone) for one in span)
        return low, high


@lru_cache(maxsize=4096)
def _wall(instant: int, zone: str) -> float:
    stamp = pd.Series(np.array([instant], dtype="datetime64[us]")).dt.tz_localize("UTC")
    return float(wall_milliseconds(stamp, zone)[0])


def _period(found: Sequence[Case], clock: _Clock) -> Period:
    """All that is known of when, with room for what fades at the left and what goes on."""
    dates = [case.event.date for case in found]
    dates += [one.date for case in found for row in case.knowers for one in row.statements]
    walls = [
        wall
        for date in dates
        for span in bounds(date)
        for wall in clock.span(span)
        if wall is not None
    ]
    if not walls:
        return Period(0.0, DAY)
    low, high = min(walls), max(walls)
    air = max((high - low) * _TAIL, 15 * DAY)
    return Period(low - air, high + air)


def _happened(date: PublicDate, shown: Period, clock: _Clock) -> _Line:
    start, end = (clock.span(span) for span in bounds(date))
    if date.stretch is True:
        over = _edge(end[0], shown.right)
        return _Line(
            [*_came(start, shown), *_bars((("full", _edge(start[1], shown.left), over),), shown)],
            (),
        )
    return _moment(start, shown)


def _moment(span: tuple[float | None, float | None], shown: Period) -> _Line:
    """A moment somewhere in a span: a dot where the day is known, a soft bar where not."""
    low, high = span
    if low is None and high is None:
        return _Line((), ())
    if low is not None and high is not None:
        if high - low <= 25 / 24 * DAY:
            return _Line((), (said(percent((low + high) / 2, shown)),))
        return _Line(_bars((("soft", low, high),), shown), ())
    return _Line(_came(span, shown), ())


def _came(span: tuple[float | None, float | None], shown: Period) -> list[_Piece]:
    """The time within which it came to be: fading in up to when it surely was."""
    low, high = span
    tail = _TAIL * shown.length
    if low is None and high is None:
        return []
    if high is None:
        return _bars((("out", low or 0.0, (low or 0.0) + tail),), shown)
    return _bars((("in", high - tail if low is None else low, high),), shown)


def _knowing(knower: Knower, shown: Period, clock: _Clock) -> _Line:
    """Solid from when they first surely knew; hatched where it is denied; dots for known days."""
    bars: list[_Piece] = []
    dots: list[str] = []
    since: float | None = None
    for one in knower.statements:
        start, end = (clock.span(span) for span in bounds(one.date))
        if one.stance == "denies":
            bars += _denied(start, end, shown)
            continue
        line = _moment(start, shown)
        dots += line.dots
        if since is None:
            bars += _came(start, shown) if not line.dots else []
            since = start[1]
    if since is not None:
        bars += _bars((("full", since, shown.right),), shown)
    return _Line(bars, dots)


def _denied(
    start: tuple[float | None, float | None], end: tuple[float | None, float | None], shown: Period
) -> list[_Piece]:
    """Framed where it is surely denied, paler where that time may have begun or ended."""
    first, begun = _edge(start[0], shown.left), _edge(start[1], shown.left)
    over, last = _edge(end[0], shown.right), _edge(end[1], shown.right)
    if over <= begun:
        return _bars((("doubt", first, last),), shown)
    return _bars((("doubt", first, begun), ("denied", begun, over), ("doubt", over, last)), shown)


def _bars(spans: Sequence[tuple[str, float, float]], shown: Period) -> list[_Piece]:
    found = []
    for look, left, right in spans:
        low, high = max(percent(left, shown), 0), min(percent(right, shown, up=True), 10_000)
        if high > low:
            found.append(_Piece(look, said(low), said(high - low)))
    return found


def _edge(wall: float | None, otherwise: float) -> float:
    return otherwise if wall is None else wall
