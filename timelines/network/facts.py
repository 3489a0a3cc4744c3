"""What an investigation states about time, as constraints, each with its statement's number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from timelines.dates.when import Bounds, When
from timelines.investigation import Investigation
from timelines.network.constraints import Constraints, Options, Reason
from timelines.network.days import Days
from timelines.network.gaps import AT_LEAST, gaps
from timelines.network.graph import TAKEN_OUT


class Published(NamedTuple):
    """A source was published when it says; whom it reports had begun by then."""

    source: str


class Dated(NamedTuple):
    """An event has its date."""

    event: str


class Knew(NamedTuple):
    """Somebody knew of an event by then; the item's place in its `known_to`."""

    event: str
    position: int


class Ordered(NamedTuple):
    """An event stands to another as an item of its `order` says."""

    event: str
    position: int


Key = Published | Dated | Knew | Ordered
"""What a statement is about. In this order a tie for the weakest goes to the last."""


@dataclass(slots=True)
class Facts:
    """A problem, and what its instants and statements stand for."""

    problem: Constraints = field(default_factory=Constraints)
    keys: list[Key] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    """By event; the same instant as its start for a moment."""
    dated: dict[str, Reason] = field(default_factory=dict)
    """By event, the statement of its date; empty where that says nothing."""
    reports: list[tuple[str, str]] = field(default_factory=list)
    """Events with the dated sources that report them as past, sorted."""

    def state(self, key: Key) -> Reason:
        """A new statement's number, as a reason."""
        self.keys.append(key)
        return (len(self.keys) - 1,)


def facts(investigation: Investigation) -> Facts:
    """Everything the files state, in an order that does not depend on the files' order.

    Besides what is written this always holds: an event starts before it ends; it has started by
    the publication of a source that reports it as past, and by when somebody knew of it, unless
    it is planned.
    """
    found = Facts(reports=_reports(investigation))
    published = {
        source: (found.state(Published(source)), latest - 1)
        for source in sorted({source for _, source in found.reports})
        if (latest := investigation.published[source].end.latest) is not None
    }
    for event in sorted(investigation.events["id"].tolist()):
        _add_event(found, event, investigation.dates.get(event))
    for event, source in found.reports:
        if source in published:
            reason, last = published[source]
            found.problem.bound(found.starts[event], None, last, reason)
    _add_knowing(found, investigation)
    _add_order(found, investigation)
    return found


def _add_event(found: Facts, event: str, when: When | None) -> None:
    problem = found.problem
    start = end = found.starts[event] = problem.variable()
    if when is None or when.stretch:
        end = problem.variable()
        problem.at_most(start, end, 0)
    found.ends[event] = end
    found.dated[event] = ()
    if when is None or (when.start, when.end) == (Bounds(None, None), Bounds(None, None)):
        return
    reason = found.dated[event] = found.state(Dated(event))
    _bound(problem, start, when.start, reason)
    if end != start:
        _bound(problem, end, when.end, reason)
    elif when.members is not None and len(when.members) > 1:
        problem.sets[start] = Options(
            tuple(
                (
                    -TAKEN_OUT if span.earliest is None else span.earliest,
                    TAKEN_OUT if span.latest is None else span.latest - 1,
                )
                for span in when.members
            ),
            reason,
        )


def _bound(problem: Constraints, at: int, bounds: Bounds, reason: Reason) -> None:
    """Bounds are half-open, limits are not."""
    latest = bounds.latest
    problem.bound(at, bounds.earliest, None if latest is None else latest - 1, reason)


def columns(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """Some columns of a frame, row by row, None for what is missing."""
    plain = (frame[name].astype(object).where(frame[name].notna(), None) for name in names)
    return list(zip(*(column.tolist() for column in plain), strict=True))


def planned(investigation: Investigation) -> set[str]:
    """Events that are only planned: nobody need wait for them to report or know of them."""
    events = investigation.events
    return set(events["id"][events["kind"] == "planned"])


def _reports(investigation: Investigation) -> list[tuple[str, str]]:
    """Events with the dated sources that support them and so report them as past, sorted."""
    own = investigation.citations
    own = own[own["known"].isna() & (own["stance"] == "supports")]
    ahead = planned(investigation)
    published = {id for id, when in investigation.published.items() if not when.backwards}
    cited = zip(own["event"].tolist(), own["source"].tolist(), strict=True)
    return sorted(
        {(event, source) for event, source in cited if source in published and event not in ahead}
    )


def _add_knowing(found: Facts, investigation: Investigation) -> None:
    ahead = planned(investigation)
    for event, position, stance in sorted(
        columns(investigation.known, "event", "position", "stance")
    ):
        when = investigation.known_dates.get((event, position))
        # The date of a denial is the time denied for.
        if when is None or stance == "denies" or event in ahead or event not in found.starts:
            continue
        if when.start.latest is not None and not when.backwards:
            reason = found.state(Knew(event, position))
            found.problem.bound(found.starts[event], None, when.start.latest - 1, reason)


def _add_order(found: Facts, investigation: Investigation) -> None:
    days = Days(found.problem)
    rows = columns(investigation.order, "event", "position", "relation", "other", "by")
    for event, position, relation, other, by in sorted(rows, key=lambda row: row[:2]):
        if event not in found.starts or other not in found.starts or event == other:
            continue
        reason = found.state(Ordered(event, position))
        if relation in ("after", "before"):
            earlier, later = (other, event) if relation == "after" else (event, other)
            _add_gap(found, investigation, (earlier, later), by, reason)
        elif relation == "during":
            found.problem.at_most(found.starts[other], found.starts[event], 0, reason)
            found.problem.at_most(found.ends[event], found.ends[other], 0, reason)
        elif relation == "same_day":
            _add_same_day(found, investigation, days, (event, other), reason)


def _add_gap(
    found: Facts,
    investigation: Investigation,
    events: tuple[str, str],
    by: str | None,
    reason: Reason,
) -> None:
    earlier, later = events
    start, end = found.starts[later], found.ends[earlier]
    if by is None:
        found.problem.at_most(end, start, -AT_LEAST, reason)
        return
    dates, dated = investigation.dates, found.dated
    for gap in gaps(by, dates.get(earlier), dates.get(later)):
        because = reason
        if gap.earlier:
            because += dated[earlier]
        if gap.later:
            because += dated[later]
        found.problem.after(start, end, gap.least, gap.most, because)


def _add_same_day(
    found: Facts,
    investigation: Investigation,
    days: Days,
    events: tuple[str, str],
    reason: Reason,
) -> None:
    """Both start on one local day, in the zone of the other event."""
    dates = investigation.dates
    other = dates.get(events[1])
    zone = investigation.heading.zone if other is None else other.zone
    first, second = (
        days.of(found.starts[event], zone, dates.get(event), found.dated[event]) for event in events
    )
    for one, same in zip(first, second, strict=True):
        found.problem.after(one, same, 0, 0, reason)
