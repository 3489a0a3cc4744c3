"""The marks events make on a timeline: what kind each is, and its bounds as the clock shows them.

Pure numbers, so that a figure and a drawing made at build time agree. Times are milliseconds
since 1970 of the wall clock in one zone ("wall milliseconds"): a summer and a winter midnight
are both midnight, and the hour that autumn repeats lies over itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

if TYPE_CHECKING:
    from timelines.investigation import Investigation

Kind = Literal["point", "span", "about", "bounded", "stretch"]
"""`point`: a moment known to the day or better. `span`: a moment sometime in a longer time.
`about`: a moment about then. `bounded`: a moment of which only one side is known (on or before).
`stretch`: it lasted."""

HOUR = 3_600_000.0
DAY = 24 * HOUR
_FIRST = -62_135_510_400_000_000  # 0001-01-02 UTC, the first day that every zone can be asked about
_LAST = 253_402_128_000_000_000  # 9999-12-30 UTC
_AXIS = (-376_000_000_000_000.0, 252_000_000_000_000.0)
"""Years -9946 and 9955, in wall milliseconds: an axis of dates holds little more."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """One mark for every lane an event belongs to; all arrays have one entry a mark.

    The four bounds are wall milliseconds, NaN where unbounded. `place` is the event's row in the
    table it came from, `lane` the position in `lanes`. `low` and `high` are the outermost bounds
    that are known. `undated` are the ids of events that no date places, in the table's order.
    `hues` gives each lane its place in the whole investigation, so that it keeps its colour
    whatever is shown; -1 for the lane of events with no storyline, named "".
    """

    lanes: tuple[str, ...]
    hues: tuple[int, ...]
    event: Texts
    place: Counts
    lane: Counts
    kind: Texts
    start_earliest: Floats
    start_latest: Floats
    end_earliest: Floats
    end_latest: Floats
    low: Floats
    high: Floats
    approximate: Flags
    uncertain: Flags
    timed: Flags
    weight: Counts
    undated: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.event)

    @property
    def open_start(self) -> Flags:
        """It lasted, and since any time before."""
        return self._lasted & np.isnan(self.start_earliest) & np.isnan(self.start_latest)

    @property
    def open_end(self) -> Flags:
        """It lasted and still goes on."""
        return self._lasted & np.isnan(self.end_earliest) & np.isnan(self.end_latest)

    @property
    def unknown_start(self) -> Flags:
        """It lasted; when it began nobody knows."""
        return self._lasted & np.isnan(self.start_earliest) & ~np.isnan(self.start_latest)

    @property
    def unknown_end(self) -> Flags:
        """It lasted; when it ended nobody knows."""
        return self._lasted & np.isnan(self.end_latest) & ~np.isnan(self.end_earliest)

    @property
    def _lasted(self) -> Flags:
        return np.asarray(self.kind == "stretch", dtype=np.bool_)


def marks(
    investigation: Investigation,
    events: pd.DataFrame,
    zone: str,
    storylines: Sequence[str] = (),
) -> Marks:
    """What these events look like on the clock of an IANA zone, lane by lane.

    Lanes stand in the heading's order, then in that of their first event; an event of no
    storyline goes to the lane "", which comes last. With `storylines`, only those lanes.
    """
    return marks_of(events, investigation.lanes, investigation.heading.storylines, zone, storylines)


def marks_of(
    events: pd.DataFrame,
    belongs: pd.DataFrame,
    listed: Sequence[str],
    zone: str,
    storylines: Sequence[str] = (),
) -> Marks:
    """The same from bare tables: events, the lanes they belong to, and the lanes' order.

    Of `events` only the id, the bounds, the flags of the date and the weight are read.
    """
    bounds = [
        _wall(events[name], zone)
        for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")
    ]
    low, high = _outermost(bounds)
    placed = ~np.isnan(low)
    order = _order(belongs, listed)
    lanes, place, lane = _lanes(belongs, events, placed, order, storylines)
    kind = _kinds(events, bounds)
    ids = events["id"].to_numpy(object)
    return Marks(
        lanes=lanes,
        hues=tuple(order[name] if name else -1 for name in lanes),
        event=ids[place],
        place=place,
        lane=lane,
        kind=kind[place],
        start_earliest=bounds[0][place],
        start_latest=bounds[1][place],
        end_earliest=bounds[2][place],
        end_latest=bounds[3][place],
        low=low[place],
        high=high[place],
        approximate=_flags(events, "approximate")[place],
        uncertain=_flags(events, "uncertain")[place],
        timed=_flags(events, "timed")[place],
        weight=events["weight"].fillna(1).to_numpy(np.int64)[place],
        undated=tuple(ids[~placed]),
    )


def wall_milliseconds(instants: pd.Series[Any], zone: str) -> Floats:
    """Instants of a table as the clock of an IANA zone shows them; NaN where missing."""
    return _wall(instants, zone)


def _wall(instants: pd.Series[Any], zone: str) -> Floats:
    missing = instants.isna().to_numpy()
    exact = instants.to_numpy("datetime64[us]").astype(np.int64)
    inside = np.clip(np.where(missing, 0, exact), _FIRST, _LAST)
    stamps = pd.Series(inside.view("datetime64[us]")).dt.tz_localize("UTC").dt.tz_convert(zone)
    local = stamps.dt.tz_localize(None).to_numpy("datetime64[us]").astype(np.int64)
    shown = (local + (np.where(missing, 0, exact) - inside)) / 1000.0
    held = np.clip(shown, *_AXIS)
    return np.where(missing, np.nan, held)


def _outermost(bounds: Sequence[Floats]) -> tuple[Floats, Floats]:
    stack = np.stack(bounds)
    empty = np.isnan(stack).all(axis=0)
    low = np.where(np.isnan(stack), np.inf, stack).min(axis=0)
    high = np.where(np.isnan(stack), -np.inf, stack).max(axis=0)
    return np.where(empty, np.nan, low), np.where(empty, np.nan, np.maximum(low, high))


def _kinds(events: pd.DataFrame, bounds: Sequence[Floats]) -> Texts:
    earliest, latest = bounds[0], bounds[3]
    # 25 hours: the day on which summer time ends; on the wall clock every day has 24.
    narrow = latest - earliest <= 25 * HOUR
    kind = np.full(len(events), "span", dtype=object)
    kind[narrow] = "point"
    kind[_flags(events, "approximate")] = "about"
    kind[np.isnan(earliest) | np.isnan(latest)] = "bounded"
    kind[_flags(events, "stretch")] = "stretch"
    return kind


def _flags(events: pd.DataFrame, name: str) -> Flags:
    return events[name].to_numpy(np.bool_)


def _order(belongs: pd.DataFrame, listed: Sequence[str]) -> dict[str, int]:
    """Every storyline's place: as the heading lists them, then as they come; "" is last."""
    found = belongs["storyline"].dropna()
    names = dict.fromkeys([*listed, *found.unique(), ""])
    del names[""]
    return {name: place for place, name in enumerate([*names, ""])}


def _lanes(
    belongs: pd.DataFrame,
    events: pd.DataFrame,
    placed: Flags,
    order: dict[str, int],
    storylines: Sequence[str],
) -> tuple[tuple[str, ...], Counts, Counts]:
    """Names of the lanes, and for every mark the event's row and the lane's position."""
    row_of = pd.Series(np.arange(len(events)), index=pd.Index(events["id"]))
    tied = belongs["event"].map(row_of)
    known = tied.notna().to_numpy()
    rows = tied[known].to_numpy(np.int64)
    names = belongs["storyline"][known].fillna("").to_numpy(object)
    loose = np.setdiff1d(np.arange(len(events)), rows)
    rows = np.concatenate([rows, loose])
    names = np.concatenate([names, np.full(len(loose), "", dtype=object)])
    keep = placed[rows]
    if storylines:
        keep &= np.isin(names, np.array([*storylines], dtype=object))
    rows, names = rows[keep], names[keep]
    used = sorted(set(names), key=order.__getitem__)
    position = {name: place for place, name in enumerate(used)}
    lane = np.array([position[name] for name in names], dtype=np.int64)
    together = np.lexsort((rows, lane))
    return tuple(used), rows[together], lane[together]


def members(
    investigation: Investigation, ids: Sequence[str], zone: str
) -> dict[str, list[tuple[float, float]]]:
    """The single times a moment may lie in, in wall milliseconds, for events that are sets.

    Only sets with gaps: `[2021-09-08,2021-09-10]`, `2021-XX-09`. An unbounded one is left out.
    """
    spans = {}
    for event in dict.fromkeys(ids):
        when = investigation.dates.get(event)
        if when is not None and when.members is not None:
            spans[event] = when.members
    return members_of(spans, zone)


def members_of(
    spans: Mapping[str, Sequence[tuple[int | None, int | None]]], zone: str
) -> dict[str, list[tuple[float, float]]]:
    """The same from spans by event, in microseconds UTC."""
    found: dict[str, list[tuple[float, float]]] = {}
    instants: list[int] = []
    owners: list[str] = []
    for event, own in spans.items():
        for earliest, latest in own:
            if earliest is not None and latest is not None:
                instants += [earliest, latest]
                owners.append(event)
    stamps = pd.Series(np.array(instants, dtype=np.int64).view("datetime64[us]"))
    shown = _wall(stamps.dt.tz_localize("UTC"), zone).tolist()
    for place, event in enumerate(owners):
        found.setdefault(event, []).append((shown[2 * place], shown[2 * place + 1]))
    return found
