"""A legal status, or an event that is still going on, was not looked at for too long.

“Under review” and “still going on” are true as of a day. They are counted as looked at on the
newest day of a sign-off, a correction, a source or an `as_of`. How many days are too many stands in
`house.stale_days` (30 if it says nothing). A conviction or an acquittal does not go stale.
"""

from collections.abc import Iterable, Iterator

from timelines import facts
from timelines.dates.distances import distance
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, When
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.legal import newest_status

SECTION = "Fairness"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
{id: star, kind: publication, title: Prosecutors review search, published: 2021-10-08}
--- events/review.yaml
headline: Prosecutors review the search.
date: 2021-09/..
sources: [star]
"""
SILENT = (
    FINDS + "--- today\n2021-10-20\n",
    FINDS.replace("2021-09/..", "2021-09/2021-10"),
    FINDS + "signoffs:\n  - {role: editor, by: E. Ditor, on: 2021-11-25, fingerprint: abc}\n",
)

_SETTLED = frozenset({"acquitted", "convicted"})


def check(docket: Docket) -> Iterator[Finding]:
    """Every open-ended event and unsettled legal status that was surely looked at too long ago."""
    for event, row in docket.events.items():
        when = docket.dated(event)
        if when is None or not when.open_end or row.verification == "hypothesis":
            continue
        newest = _newest([when.start.latest, *_looks_at(docket, event)])
        if _stale(docket, newest):
            yield _about_event(docket, event, row)
    for person in docket.statuses:
        status = newest_status(docket, person)
        if status is None or status.status is None or status.status in _SETTLED:
            continue
        looks = [
            look for event in docket.events_of.get(person, ()) for look in _looks_at(docket, event)
        ]
        newest = _newest([status.as_of_latest, *_source_days(docket, status.source), *looks])
        if _stale(docket, newest):
            yield _about_person(docket, person, status)


def _stale(docket: Docket, newest: int | None) -> bool:
    today = docket.day.earliest
    if newest is None or today is None:
        return False
    fresh = distance(f"P{docket.investigation.heading.house.stale_days}D")
    _, until = fresh.reach(newest, docket.zone)
    return until is not None and today > until


def _newest(instants: Iterable[int | None]) -> int | None:
    return max((one for one in instants if one is not None), default=None)


def _looks_at(docket: Docket, event: str) -> Iterator[int | None]:
    """When somebody looked at an event: its sign-offs, corrections and sources."""
    for row in (*docket.signoffs.get(event, ()), *docket.corrections.get(event, ())):
        when = _read(docket, row.on)
        yield when.end.latest if when is not None else None
    for citation in docket.citations.get(event, ()):
        yield from _source_days(docket, citation.source)


def _source_days(docket: Docket, source: str | None) -> Iterator[int | None]:
    for dates in docket.source_dates.values():
        if source is not None and source in dates:
            yield dates[source].end.latest


def _read(docket: Docket, written: str | None) -> When | None:
    try:
        return None if written is None else edtf(written, docket.zone)
    except DateError:
        return None


def _about_event(docket: Docket, event: str, row: Row) -> Finding:
    days = docket.investigation.heading.house.stale_days
    return Finding(
        check="status-stale",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, event)} is said to be still going on, and nobody has looked "
            f"at it for more than {days} days."
        ),
        event=event,
        file=row.file,
        line=row.date_line or row.line,
        related=(facts.dated(docket, event),),
        identity=("open end", row.written),
        settles="Ask how it stands, and cite the answer with its date.",
    )


def _about_person(docket: Docket, person: str, status: Row) -> Finding:
    days = docket.investigation.heading.house.stale_days
    name = facts.name(docket, person)
    as_of = "" if status.as_of is None else f" as of “{facts.quotable(status.as_of)}”"
    return Finding(
        check="status-stale",
        level=LEVEL,
        message=(
            f"{facts.capital(name)} is called “{status.status}”{as_of}, and nobody has looked "
            f"at it for more than {days} days."
        ),
        file=status.file,
        line=status.line,
        related=(Related(f"{name} is “{status.status}”{as_of}.", None, status.file, status.line),),
        identity=(person, status.status, status.as_of or ""),
        settles="Ask how it stands, and cite the answer with its date.",
    )
