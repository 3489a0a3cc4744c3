"""The rail along the list: how each event's date looks, and which rows its possible time runs past.

The list is in order but not to scale. What can be drawn honestly along it: a mark at each event
whose shape tells how exactly its date is known, and a bar beside every further row whose own
possible time meets that of the event. The kinds of mark are those of the app's figure (`marks`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from timelines.palette import STORYLINES
from timelines.publish.public import PublicDate, PublicEvent, Span

Kind = Literal["point", "span", "about", "before", "after", "stretch", "unknown"]
"""As in `marks.Kind`; `bounded` is told apart by the side that is known."""

LANES = 3
"""So many bars have room side by side; where more overlap, the later ones are not drawn."""
FARTHEST = 40
"""A bar along more rows than that would be a line without an end in sight, and is not drawn."""
_POINT = 25 * 3600.0
"""Seconds: the day on which summer time ends has 25 hours."""
_EVER = float("inf")
_COLOURS = len(STORYLINES)


class Row(NamedTuple):
    """One event's row: the kind of its mark, and the pieces of bars that pass it.

    A piece is a letter for what it is (`s` soft, `l` for a time that lasted), one for its part (`a`
    begins, `b` passes, `c` ends) and its lane from 1: `sa1`.
    """

    kind: Kind
    pieces: tuple[str, ...]


def looks(event: PublicEvent, row: Row, lanes: Mapping[str, int]) -> str:
    """The classes of an event's item: what is usual, a known day and confirmed, has none.

    `s2` is the third storyline of the timeline; from the eighth on a colour comes again (`c0`).
    """
    found = [] if event.verification == "confirmed" else [event.verification]
    found += ["w3"] if event.weight == 3 else []
    for lane in event.storylines:
        place = lanes[lane]
        found += [f"s{place}"] if place < _COLOURS else [f"s{place}", f"c{place % _COLOURS}"]
    # What is in the words that follow, too, stands last: the two then pack as one.
    return " ".join((*found, *row.pieces, *(() if row.kind == "point" else (row.kind,))))


def rail(events: Sequence[PublicEvent]) -> list[Row]:
    """A row for every event, in their order."""
    kinds = [kind(event.date) for event in events]
    bounds = [_bounds(event.date) for event in events]
    pieces: list[dict[int, str]] = [{} for _ in events]
    for place, (one, (low, high)) in enumerate(zip(kinds, bounds, strict=True)):
        if one in ("point", "unknown"):
            continue
        first, last = _reach(place, low, high, bounds)
        if first < last < first + FARTHEST:
            _lay(pieces, first, last, "l" if one == "stretch" else "s")
    return [
        Row(one, tuple(f"{piece}{lane}" for lane, piece in sorted(of.items())))
        for one, of in zip(kinds, pieces, strict=True)
    ]


def kind(date: PublicDate) -> Kind:
    """How exactly a date is known, as its mark shows it."""
    if date.start is None or date.end is None:
        return "unknown"
    if date.stretch:
        return "stretch"
    earliest, latest = date.start[0], date.end[1]
    if earliest is None:
        return "before"
    if latest is None:
        return "after"
    if date.approximate:
        return "about"
    return "point" if seconds(latest) - seconds(earliest) <= _POINT else "span"


def seconds(instant: str) -> float:
    """An ISO 8601 instant in UTC as seconds since 1970, as far as a year reaches."""
    sign = -1 if instant.startswith("-") else 1
    year, month, rest = instant.lstrip("+-").split("-", 2)
    # Years that `datetime` does not have are moved by whole cycles of the calendar, 400 years.
    cycles, within = divmod(sign * int(year) - 1, 400)
    moment = datetime.fromisoformat(f"{within + 1:04d}-{month}-{rest.removesuffix('Z')}+00:00")
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return since / timedelta(seconds=1) + cycles * 146_097 * 86_400.0


def _bounds(date: PublicDate) -> tuple[float, float]:
    return _bound(date.start, 0, -_EVER), _bound(date.end, 1, _EVER)


def _bound(span: Span | None, side: int, without: float) -> float:
    instant = None if span is None else span[side]
    return without if instant is None else seconds(instant)


def _reach(
    place: int, low: float, high: float, bounds: Sequence[tuple[float, float]]
) -> tuple[int, int]:
    """The first and the last row, around its own, whose time meets that of an event.

    Towards a side that is not known nothing is drawn: that would say how far it goes.
    """
    first = last = place
    while low > -_EVER and first > 0 and bounds[first - 1][1] > low:
        first -= 1
    while high < _EVER and last + 1 < len(bounds) and bounds[last + 1][0] < high:
        last += 1
    return first, last


def _lay(pieces: list[dict[int, str]], first: int, last: int, letter: str) -> None:
    """Put a bar into the first lane that is free along all its rows, if there is one."""
    rows = pieces[first : last + 1]
    lane = next((one for one in range(1, LANES + 1) if all(one not in row for row in rows)), None)
    if lane is None:
        return
    for place, row in enumerate(rows):
        part = "a" if place == 0 else "c" if place == len(rows) - 1 else "b"
        row[lane] = letter + part
