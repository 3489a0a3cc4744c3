"""Who knew of what, and since when: every statement of it, with honest lags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timelines import tables
from timelines.dates.when import Bounds, When
from timelines.investigation import Investigation
from timelines.network import Chronology


@dataclass(frozen=True, slots=True)
class Lag:
    """How long after: the least and the most microseconds, None where nothing limits it."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Knowing:
    """Somebody knew of an event, was told of it, or denies it, by one item of its `known_to`.

    `lag` counts from the start of the event. `later` counts from when the first of all who knew
    of it did; None for that first one, for a denial, and where the order is not established.
    """

    event: str
    position: int
    who: str
    stance: str
    how: str | None
    when: When
    lag: Lag
    later: Lag | None = None


def knowings(investigation: Investigation, chronology: Chronology) -> list[Knowing]:
    """Every statement of who knew, whose date can be read, by event and in order of time.

    Denials stand behind what somebody else says of the same person. The lag from a planned event
    may be negative: one knows of a plan before it happens.
    """
    starts = _starts(chronology)
    planned = set(investigation.events["id"][investigation.events["kind"] == "planned"])
    found: dict[str, list[Knowing]] = {event: [] for event in starts}
    columns = ["event", "position", "who", "stance", "how"]
    for row in tables.rows(investigation.known[columns]):
        when = investigation.known_dates.get((row.event, int(row.position)))
        if when is None or row.event not in starts:
            continue
        lag = lag_between(starts[row.event], when.start, negative=row.event in planned)
        found[row.event].append(
            Knowing(row.event, int(row.position), row.who, row.stance, row.how, when, lag)
        )
    return [one for rows in found.values() for one in in_order(rows)]


def _starts(chronology: Chronology) -> Mapping[str, Bounds]:
    frame = chronology.narrowed
    bounds = zip(
        tables.micros(frame["start_earliest"]), tables.micros(frame["start_latest"]), strict=True
    )
    return {event: Bounds(*pair) for event, pair in zip(frame["event"], bounds, strict=True)}


def lag_between(first: Bounds, second: Bounds, *, negative: bool = False) -> Lag:
    """From one instant to another, each somewhere in half-open bounds.

    Without `negative` the second is known not to be before the first.
    """
    least = most = None
    if first.latest is not None and second.earliest is not None:
        least = second.earliest - (first.latest - 1)
    if first.earliest is not None and second.latest is not None:
        most = (second.latest - 1) - first.earliest
    if negative:
        return Lag(least, most)
    return Lag(0 if least is None else max(0, least), most)


def in_order(rows: Iterable[Knowing]) -> list[Knowing]:
    """By time, denials last; each with how long after the first who knew."""

    def place(one: Knowing) -> tuple[bool, int, int, str, int]:
        earliest, latest = one.when.start
        first = latest if earliest is None else earliest
        return (
            one.stance == "denies",
            1 << 63 if first is None else first,
            1 << 63 if latest is None else latest,
            one.who,
            one.position,
        )

    ordered = sorted(rows, key=place)
    knew = [one for one in ordered if one.stance != "denies"]
    if not knew:
        return ordered
    first = first_of(knew)
    return [_after(first, one) for one in ordered]


def first_of(knew: Sequence[Knowing]) -> Knowing | None:
    """The one who surely knew before all others whose time is known; None where that is open."""
    bounded = [one for one in knew if one.when.start.earliest is not None]
    if not bounded:
        return None
    return min(bounded, key=lambda one: one.when.start.earliest or 0)


def _after(first: Knowing | None, one: Knowing) -> Knowing:
    if first is None or one is first or one.stance == "denies" or one.who == first.who:
        return one
    if not first.when.surely_before(one.when):
        return one
    later = lag_between(first.when.start, one.when.start)
    return Knowing(one.event, one.position, one.who, one.stance, one.how, one.when, one.lag, later)
