"""The chronology as a list: the same events as in the chart, in order, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.template import render
from components.visit import Visit
from timelines import palette
from timelines.dates.words import in_words
from timelines.findings import Level
from timelines.investigation import Investigation

PART = 200
"""Events in one part of the list: what a browser draws at once and a person scrolls through."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the list, in words. `tied`: its order to the one above is not established."""

    id: str
    when: str
    headline: str
    storyline: str | None
    lane: int
    glyph: str
    verification: str
    sources: str
    findings: str | None
    level: Level | None
    tied: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The ids of the list: those that a date places, in order, then those that none does."""

    dated: tuple[str, ...]
    undated: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them, as they are read from top to bottom."""
        return self.dated + self.undated

    @property
    def parts(self) -> int:
        """How many parts there are; an empty list has one."""
        return max(1, -(-len(self.ids) // PART))

    def part_with(self, event: str) -> int | None:
        """The part, from 0, in which the event stands; None if it is not in the list."""
        return self.ids.index(event) // PART if event in self.ids else None

    def neighbours(self, event: str | None) -> tuple[str | None, str | None]:
        """The events before and after this one; without one, none and the first."""
        ids = self.ids
        if event not in ids:
            return None, ids[0] if ids else None
        at = ids.index(event)
        return ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None


def contents(events: pd.DataFrame, order: Mapping[str, int]) -> Contents:
    """What the list of these events holds; `order` is each event's place in the chronology."""
    bounds = events[["start_earliest", "start_latest", "end_earliest", "end_latest"]]
    placed = bounds.notna().any(axis=1)
    by_place = order.__getitem__
    return Contents(
        dated=tuple(sorted(events.loc[placed, "id"], key=by_place)),
        undated=tuple(sorted(events.loc[~placed, "id"], key=by_place)),
    )


def drawn(
    visit: Visit,
    shown: Contents,
    part: int,
    count: str,
) -> str:
    """One part of the list as HTML; `count` says how many events there are in all."""
    ids = shown.ids[part * PART : (part + 1) * PART]
    dated = ids[: max(0, len(shown.dated) - part * PART)]
    above = shown.ids[part * PART - 1] if part else None
    return render(
        "listing.html",
        rows=_rows(visit, dated, above),
        undated=_rows(visit, ids[len(dated) :], None),
        words=visit.words,
        count=count,
        blank=not visit.headlines,
        add=visit.address.on("event").link(),
        bring=visit.address.on("exchange").link(),
    )


def _rows(visit: Visit, ids: Sequence[str], above: str | None) -> list[Row]:
    befores = [above, *ids][: len(ids)]
    return [_row(visit, event, before) for event, before in zip(ids, befores, strict=True)]


def _row(visit: Visit, event: str, before: str | None) -> Row:
    investigation, words = visit.investigation, visit.words
    record = investigation.event(event)
    when = investigation.dates.get(event)
    storyline = record.storyline[0] if record.storyline else None
    sources = len({one.source for one in record.sources})
    findings = None if visit.pile is None else visit.pile.worst.get(event)
    said = words["app.card.date_unreadable"]
    if when is not None:
        said = in_words(when, zone=investigation.heading.zone, language=words.language)
    return Row(
        id=event,
        when=said,
        headline=record.headline,
        storyline=storyline,
        lane=lane(investigation, storyline),
        glyph=palette.VERIFICATION[record.verification].glyph,
        verification=words[f"figure.verification.{record.verification}"],
        sources=words.count("app.list.sources", sources)
        if sources
        else words["app.list.no_source"],
        findings=None if findings is None else words.count("app.list.findings", findings[0]),
        level=None if findings is None else findings[1],
        tied=before is not None and visit.order(before, event) == "undecided",
    )


def lane(investigation: Investigation, storyline: str | None) -> int:
    """The number of the storyline's colour, from 0."""
    storylines = investigation.heading.storylines
    place = storylines.index(storyline) if storyline in storylines else 0
    return place % len(palette.STORYLINES)
