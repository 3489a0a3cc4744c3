"""The chronology for editors: what does not hold, contradictions drawn, silences, and the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from components import answering, answers, comparing
from components.drawn import Clash, clash
from components.found import Found
from components.template import render
from components.visit import Visit
from timelines import tables
from timelines.dates import clock
from timelines.dates.civil import calendar_day
from timelines.dates.edtf import edtf
from timelines.findings import LEVELS, Finding, Level
from timelines.sequence import chronological

PLACE = 1

MOST_FINDINGS = 150
MOST_EVENTS = 500
CROWD = 5
FEW = 3
_SECOND = 1_000_000
_DRAWN = "chronology_drawn"
"""What the page said last, by investigation: nobody loses their place while it is checked anew."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one level that the same answer would settle."""

    level: Level
    settles: str | None
    rows: tuple[Found, ...]

    @property
    def first(self) -> tuple[Found, ...]:
        """Those that are read at once: of a crowd a few, so that nobody misses the next group."""
        return self.rows if len(self.rows) <= CROWD else self.rows[:FEW]

    @property
    def rest(self) -> tuple[Found, ...]:
        """Those that are folded away."""
        return self.rows[len(self.first) :]


@dataclass(frozen=True, slots=True)
class Told:
    """The findings as the page tells them; `more` are not among the groups."""

    groups: tuple[Group, ...]
    more: int
    clashes: tuple[Clash, ...]
    silences: tuple[Found, ...]
    accepted: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One event in the order of all; `tie` says where it stands among those not decided."""

    headline: str
    link: str
    when: str
    tie: str
    narrowed: str | None


def show(visit: Visit) -> None:
    """Draw the page; while it is worked out anew after a change, as it was until then."""
    here = visit.address.carrying(finding=None, do=None)
    calm = replace(visit, address=here)
    drawn: tuple[Told, tuple[Place, ...]] | None = None
    if visit.chronology is not None:
        known = "running" if visit.findings is None else "found"
        told = _told((*visit.opened.key, known), here.link(), calm)
        drawn = told, _order(visit.opened.key, here.at(None).link(), calm)
    before = st.session_state.get(_DRAWN, {}).get(visit.opened.slug)
    running = visit.findings is None or drawn is None
    if running and before is not None:
        drawn = before
    if drawn is None:
        st.html(render("notice.html", text=visit.words["reasoning.running"]))
        return
    if not running:
        st.session_state[_DRAWN] = {visit.opened.slug: drawn}
    told, order = drawn
    st.html(
        render(
            "chronology.html",
            words=visit.words,
            running=running,
            told=told,
            order=order,
            more_events=max(0, len(visit.headlines) - len(order)),
        )
    )
    if len(visit.headlines) >= 2 and visit.chronology is not None:
        comparing.show(visit)
    answering.show(visit)


@st.cache_resource(max_entries=16, show_spinner=False)
def _told(key: tuple[str, ...], here: str, _visit: Visit) -> Told:
    findings = _visit.findings or ()
    standing = [one for one in findings if one.accepted is None]
    listed = [one for one in standing if one.check not in ("long-silence", "contradiction")]
    silences = [one for one in standing if one.check == "long-silence"]
    accepted = [one for one in findings if one.accepted is not None]
    return Told(
        groups=tuple(_groups(answers.rows(_visit, listed[:MOST_FINDINGS]))),
        more=max(0, len(listed) - MOST_FINDINGS),
        clashes=tuple(_clashes(_visit, findings)),
        silences=tuple(answers.rows(_visit, silences[:MOST_FINDINGS])),
        accepted=tuple(answers.rows(_visit, accepted[:MOST_FINDINGS])),
    )


def _groups(rows: Sequence[Found]) -> Iterable[Group]:
    """By level, then by what would settle them, each where the first of its findings stands."""
    together: dict[tuple[Level, str | None], list[Found]] = {}
    for number, row in enumerate(rows):
        alone = None if row.finding.settles is not None else str(number)
        together.setdefault((row.finding.level, row.finding.settles or alone), []).append(row)
    groups = [
        Group(level, some[0].finding.settles, tuple(some)) for (level, _), some in together.items()
    ]
    return sorted(groups, key=lambda group: LEVELS.index(group.level))


def _clashes(visit: Visit, findings: Sequence[Finding]) -> Iterable[Clash]:
    """Every contradiction, with its finding once the checks are there."""
    own = {one.message: one for one in findings if one.check == "contradiction"}
    for found in visit.docket.chronology.contradictions:
        if found.check != "contradiction":
            continue
        finding = own.get(found.sentence)
        row = None if finding is None else answers.rows(visit, [finding])[0]
        yield replace(clash(visit, found), row=row)


@st.cache_resource(max_entries=16, show_spinner=False)
def _order(key: tuple[str, ...], here: str, _visit: Visit) -> tuple[Place, ...]:
    steps = chronological(_visit.investigation, _visit.docket.chronology)
    narrowed = _narrowed(_visit)
    found = []
    for place, step in enumerate(steps[:MOST_EVENTS]):
        after = place + 1 < len(steps) and steps[place + 1].tied
        tie = {(False, True): "first", (True, True): "middle", (True, False): "last"}
        found.append(
            Place(
                headline=_visit.headlines[step.event],
                link=_visit.link(step.event),
                when=_visit.said(_visit.investigation.dates.get(step.event)),
                tie=tie.get((step.tied, after), ""),
                narrowed=narrowed.get(step.event),
            )
        )
    return tuple(found)


def _narrowed(visit: Visit) -> dict[str, str]:
    """In words, to the day, what reasoning leaves of the start of each event that it narrows."""
    dates = visit.investigation.dates
    narrowed = visit.docket.chronology.narrowed
    bounds = zip(
        narrowed["event"],
        tables.micros(narrowed["start_earliest"]),
        tables.micros(narrowed["start_latest"]),
        strict=True,
    )
    return {
        event: _days(visit, earliest, latest)
        for event, earliest, latest in bounds
        if event in dates
        and (
            _moved(dates[event].start.earliest, earliest)
            or _moved(dates[event].start.latest, latest)
        )
    }


def _moved(stated: int | None, narrowed: int | None) -> bool:
    """Whether a bound was moved by more than the microsecond that “after” is."""
    if narrowed is None:
        return False
    return stated is None or abs(narrowed - stated) > _SECOND


def _days(visit: Visit, earliest: int | None, latest: int | None) -> str:
    zone = visit.docket.zone
    first = "" if earliest is None else _day(earliest, zone)
    last = "" if latest is None else _day(latest - 1, zone)
    written = first if first == last else f"[{first}..{last}]"
    return visit.words.say("reasoning.narrowed", when=visit.said(edtf(written, zone)))


def _day(instant: int, zone: str) -> str:
    number, _ = clock.local(instant, zone)
    year, month, day = calendar_day(number)
    return f"{year:04d}-{month:02d}-{day:02d}"
