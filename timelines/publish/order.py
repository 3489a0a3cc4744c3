"""The order in which readers read the events, from what is public alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from timelines import tables
from timelines.investigation import Investigation
from timelines.network import solve
from timelines.publish.citing import sources_shown
from timelines.publish.telling import is_public
from timelines.sequence import sequence


def reading_order(investigation: Investigation, ids: Mapping[str, str]) -> dict[str, bool]:
    """The events of `ids` in order; of each, whether that order is open towards the one before.

    `ids` are public ids by event. Only these events count, with their own dates and only those
    facts that readers could see: a fact about order between two of them without a source or with
    one that is shown, the publication dates of sources that are shown, and the `known_to` items
    that readers get. What happens to stand elsewhere in the files moves nothing. Between events
    that nothing parts, headlines decide.
    """
    chronology = solve(public_only(investigation, ids))
    keys = {
        event: f"{investigation.event(event).headline}\x1f{public}" for event, public in ids.items()
    }
    back = {key: event for event, key in keys.items()}
    facts = [
        (row.event, row.other) if row.relation == "before" else (row.other, row.event)
        for row in tables.rows(chronology.investigation.order)
        if row.relation in ("before", "after")
    ]
    narrowed = chronology.narrowed
    steps = sequence(
        narrowed.assign(event=narrowed["event"].map(keys)),
        [(keys[one], keys[other]) for one, other in facts],
        lambda one, other: chronology.order(back[one], back[other]).order,
    )
    return {back[step.event]: step.tied for step in steps}


def public_only(investigation: Investigation, events: Collection[str]) -> Investigation:
    """The investigation as if nothing but these events, and what readers get of them, was there."""
    sources = frozenset(sources_shown(investigation))
    knowing = {
        (event, position)
        for event in events
        for position in range(len(investigation.event(event).known_to))
        if is_public(investigation, event, position)
    }
    order = _of(investigation.order, events)
    order = order[
        order["other"].isin(list(events)) & (order["source"].isna() | _among(order, sources))
    ]
    cited = _of(investigation.citations, events)
    cited = cited[_among(cited, sources) & _public_items(cited, "known", knowing)]
    known = _of(investigation.known, events)
    all_events = investigation.events
    return replace(
        investigation,
        events=all_events[all_events["id"].isin(list(events))],
        citations=cited,
        claims=investigation.claims.iloc[:0],
        order=order,
        known=known[_public_items(known, "position", knowing)],
        dates=_only(investigation.dates, events),
        published=_only(investigation.published, sources),
        created=_only(investigation.created, sources),
        obtained={},
        known_dates=_only(investigation.known_dates, knowing),
        problems=(),
    )


def _of(frame: pd.DataFrame, events: Collection[str]) -> pd.DataFrame:
    return frame[frame["event"].isin(list(events))]


def _among(frame: pd.DataFrame, sources: Collection[str]) -> pd.Series[bool]:
    return frame["source"].isin(list(sources))


def _public_items(
    frame: pd.DataFrame, column: str, knowing: Collection[tuple[str, int]]
) -> pd.Series[bool]:
    """Which rows belong to no `known_to` item, or to one that readers get."""
    kept = [
        pd.isna(position) or (event, int(position)) in knowing
        for event, position in zip(frame["event"], frame[column], strict=True)
    ]
    return pd.Series(kept, index=frame.index, dtype=bool)


def _only(mapping: Mapping[Any, Any], keys: Collection[Any]) -> dict[Any, Any]:
    return {key: value for key, value in mapping.items() if key in keys}
