"""A contradiction drawn: its events on one strip of time, where they clash, and the statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.found import Found
from components.strip import Bar, bar, between, scale
from components.visit import Visit
from timelines.dates.when import Bounds, When
from timelines.network import Contradiction


@dataclass(frozen=True, slots=True)
class Row:
    """One event on the strip of a contradiction."""

    headline: str
    link: str
    when: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction drawn. `row` is its finding, for what can be done about it; None so far.

    `gap` is where they clash, left edge and width in per cent; of the statements, each with its
    file and line, the last value says whether it is the weakest.
    """

    sentence: str
    misses: str
    rows: tuple[Row, ...]
    gap: tuple[float, float] | None
    statements: tuple[tuple[str, str | None, int | None, bool], ...]
    row: Found | None = None


def clash(visit: Visit, one: Contradiction) -> Clash:
    """The contradiction as it is drawn."""
    dates = visit.investigation.dates
    whens = [dates[event] for event in one.events if event in dates]
    on = scale(whens)
    return Clash(
        sentence=one.sentence,
        misses=visit.words.say("reasoning.misses", miss=one.misses_by_words),
        rows=tuple(_row(visit, event, on) for event in one.events),
        gap=_gap(whens, on),
        statements=tuple(
            (each.sentence, each.file, each.line, each is one.weakest or each == one.weakest)
            for each in one.statements
        ),
    )


def _gap(whens: Sequence[When], on: Bounds) -> tuple[float, float] | None:
    """Between the first time by which one is over and the last at which another may begin."""
    over = [when.end.latest for when in whens if when.end.latest is not None]
    begin = [when.start.earliest for when in whens if when.start.earliest is not None]
    if not over or not begin:
        return None
    left, right = sorted((min(over), max(begin)))
    return between(left, right, on)


def _row(visit: Visit, event: str, on: Bounds) -> Row:
    when = visit.investigation.dates.get(event)
    return Row(
        headline=visit.headlines[event],
        link=visit.link(event),
        when=visit.said(when),
        bar=None if when is None else bar(when, on),
    )
