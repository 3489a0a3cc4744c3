"""In which order events are shown, and between which neighbours that order is not established."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from timelines import tables
from timelines.dates.when import Order
from timelines.investigation import Investigation
from timelines.network import Chronology

_LAST = 1 << 63


@dataclass(frozen=True, slots=True)
class Step:
    """One event in its place; `tied` when its order to the one before it is not established."""

    event: str
    tied: bool


def chronological(investigation: Investigation, chronology: Chronology) -> list[Step]:
    """All events of an investigation as they are shown, by what its chronology makes of them."""
    facts = [
        (row.event, row.other) if row.relation == "before" else (row.other, row.event)
        for row in tables.rows(investigation.order)
        if row.relation in ("before", "after")
    ]
    return sequence(chronology.narrowed, facts, lambda a, b: chronology.order(a, b).order)


def sequence(
    narrowed: pd.DataFrame,
    facts: Iterable[tuple[str, str]],
    order: Callable[[str, str], Order],
) -> list[Step]:
    """The events of `narrowed` as they are shown, one after the other.

    `narrowed` has event, start_earliest and start_latest. An event stands at the first instant at
    which it may have started; one that may have been at any time before stands at the last one,
    or before the events that `facts` (pairs: this one before that one) put after it; one with no
    bound at all stands at the end. Ties are broken by id, so that the order is always the same.
    """
    starts: Starts = dict(
        zip(
            narrowed["event"],
            zip(
                tables.micros(narrowed["start_earliest"]),
                tables.micros(narrowed["start_latest"]),
                strict=True,
            ),
            strict=True,
        )
    )
    keys = _keys(starts, list(facts))
    shown = sorted(starts, key=lambda event: (keys[event], _or_last(starts[event][1]), event))
    return [
        Step(event, index > 0 and _tied(shown[index - 1], event, starts, order))
        for index, event in enumerate(shown)
    ]


Starts = dict[str, tuple[int | None, int | None]]


def _or_last(instant: int | None) -> int:
    return _LAST if instant is None else instant


def _keys(starts: Starts, facts: list[tuple[str, str]]) -> dict[str, int]:
    floating = {event for event, (earliest, _) in starts.items() if earliest is None}
    keys = {
        event: _or_last(latest if earliest is None else earliest)
        for event, (earliest, latest) in starts.items()
    }
    for _ in floating:
        moved = False
        for event, other in facts:
            if event in floating and keys.get(other, _LAST) < min(keys[event] + 1, _LAST):
                keys[event] = keys[other] - 1
                moved = True
        if not moved:
            break
    return keys


def _tied(event: str, other: str, starts: Starts, order: Callable[[str, str], Order]) -> bool:
    latest, earliest = starts[event][1], starts[other][0]
    apart = latest is not None and earliest is not None and latest <= earliest
    return not apart and order(event, other) == "undecided"
