"""What readers get as marks on a timeline: the layout’s numbers, from public dates alone.

No field of an investigation comes in here, so that neither axis, lanes, rows nor colours can be
moved by what stays at the desk.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timelines import tables
from timelines.dates.civil import day_number
from timelines.frames import Table
from timelines.marks import Marks, marks_of, members_of
from timelines.publish.public import PublicDate, PublicEvent, PublicTimeline, Span
from timelines.strokes import Members

_READ = (
    "id", "start_earliest", "start_latest", "end_earliest", "end_latest",
    "stretch", "timed", "approximate", "uncertain", "weight",
)  # fmt: skip
_EVENTS = Table(
    "public events",
    "an event that readers get",
    tuple(column for column in tables.EVENTS.columns if column.name in _READ),
)
_INSTANT = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{6}))?Z")
_CLOCK = re.compile(r"T\d\d")

Instants = tuple[int | None, int | None]
"""First possible instant and first impossible one, microseconds UTC since 1970."""


class Plotted(NamedTuple):
    """The marks of a public timeline, with its public ids, and the single times of its sets."""

    marks: Marks
    members: Members


def plotted(public: PublicTimeline) -> Plotted:
    """Marks whose `place` is the event's position in `public.events`."""
    events = tables.build(_EVENTS, _columns(public.events))
    lanes = [
        (event.id, position, lane)
        for event in public.events
        for position, lane in enumerate(event.storylines)
    ]
    belongs = tables.build(
        tables.LANES,
        {
            name: [lane[place] for lane in lanes]
            for place, name in enumerate(("event", "position", "storyline"))
        },
    )
    spans = {event.id: [instants(span) for span in event.date.members] for event in public.events}
    return Plotted(
        marks_of(events, belongs, public.storylines, public.zone),
        members_of({event: own for event, own in spans.items() if own}, public.zone),
    )


def bounds(date: PublicDate) -> tuple[Instants, Instants]:
    """Start and end of a public date; unbounded on all sides where it is unknown."""
    return instants(date.start or (None, None)), instants(date.end or (None, None))


def instants(span: Span) -> Instants:
    """A public span as numbers."""
    return _instant(span[0]), _instant(span[1])


def _instant(text: str | None) -> int | None:
    if text is None:
        return None
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise ValueError(f"“{text}” is not an instant in UTC")
    year, month, day, hour, minute, second = (int(found[part]) for part in range(1, 7))
    seconds = day_number(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    return seconds * 1_000_000 + int(found[7] or 0)


def _columns(events: tuple[PublicEvent, ...]) -> dict[str, list[object]]:
    both = [bounds(event.date) for event in events]
    dates = [event.date for event in events]
    return {
        "id": [event.id for event in events],
        "start_earliest": [start[0] for start, _ in both],
        "start_latest": [start[1] for start, _ in both],
        "end_earliest": [end[0] for _, end in both],
        "end_latest": [end[1] for _, end in both],
        "stretch": [date.stretch is True for date in dates],
        "timed": [_CLOCK.search(date.edtf) is not None for date in dates],
        "approximate": [date.approximate is True for date in dates],
        "uncertain": [date.uncertain is True for date in dates],
        "weight": [event.weight for event in events],
    }
