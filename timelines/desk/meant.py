"""What a reporter may take for a date: what a source's words mean, and the same a step wider."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timelines.dates.calendar_words import WEEKDAYS
from timelines.dates.distance_words import DistanceError
from timelines.dates.distances import distance
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Unresolved, resolve
from timelines.dates.when import DateError, When
from timelines.dates.zones import zone_named
from timelines.investigation import Investigation
from timelines.said import said_on
from timelines.textdates import local_days, names_date

_COUNTING = re.compile(
    r"(?P<by>.+?)\s+(?P<side>later|afterwards?|after|earlier|before(?:hand)?)\b.*", re.I | re.S
)
_DECADE = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """A date that may be taken: newsroom EDTF, read in `zone`, and how it was arrived at.

    `basis` is “stated” where the words name the date themselves, else “computed”. `rule` and
    `reading` are None where the words are newsroom EDTF already.
    """

    edtf: str
    when: When
    zone: str
    basis: str
    rule: str | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A distance from another event: “four months later” is `after` it by “four months”."""

    relation: str
    by: str


def meant(
    investigation: Investigation,
    words: str,
    source: str | None,
    *,
    zone: str,
    planned: bool = False,
    since: When | None = None,
) -> Offer | Unresolved:
    """What words mean against the date of the source that says them; nothing is filled in.

    `zone` is the event's. `planned` lets words look forward; `since` is the date of the event
    that they count from.
    """
    heading = investigation.heading
    try:
        own = edtf(words, zone, hemisphere=heading.hemisphere, about=heading.house.about)
        return Offer(words, own, zone, "stated")
    except DateError:
        pass
    anchor = said_on(investigation, source) if source else None
    here = zone if anchor is None else anchor.zone
    found = resolve(
        words,
        anchor,
        zone=here,
        week_starts=heading.week_starts,
        hemisphere=heading.hemisphere,
        planned=planned,
        since=since,
        about=heading.house.about,
    )
    if isinstance(found, Unresolved):
        return found
    when = edtf(found.edtf, here, hemisphere=heading.hemisphere, about=heading.house.about)
    basis = "stated" if names_date(words, when) else "computed"
    return Offer(found.edtf, when, here, basis, found.rule, found.reading)


def counted(words: str) -> Counted | None:
    """The distance from another event that words state; None if they state none."""
    found = _COUNTING.fullmatch(words.strip().rstrip("."))
    if found is None:
        return None
    by = re.sub(r"^the (?=day|week|month|year)", "a ", found["by"].strip(), flags=re.I)
    try:
        distance(by)
    except DistanceError:
        return None
    later = found["side"].lower().startswith(("later", "after"))
    return Counted("after" if later else "before", by)


def wider(when: When, week_starts: str = "monday") -> tuple[str, ...]:
    """Newsroom EDTF for the week, month, year and decade that a date lies in, and “about” it.

    Only what is wider than the date; nothing for a stretch or an open date. It is read in the
    date's own zone.
    """
    if when.stretch or when.start.earliest is None or when.start.latest is None:
        return ()
    days = local_days(when)
    if days is None:
        return ()
    about = (f"{when.written}~",) if _bears_about(when) else ()
    return (*_larger(*days, when, week_starts), *about)


def _bears_about(when: When) -> bool:
    if when.approximate or when.uncertain or when.written[:1] in ("[", "{"):
        return False
    try:
        edtf(f"{when.written}~", when.zone)
    except DateError:
        return False
    return True


def _larger(first: date, last: date, when: When, week_starts: str) -> Iterator[str]:
    """Each part of the calendar that holds both days, smallest first, unless it is just these."""
    for low, high, text in _parts(first, week_starts):
        holds = low <= first and last <= high
        if holds and ((low, high) != (first, last) or (when.timed and low == high)):
            yield text


def _parts(day: date, week_starts: str) -> Iterator[tuple[date, date, str]]:
    yield day, day, day.isoformat()
    offset = (day.weekday() - [one.lower() for one in WEEKDAYS].index(week_starts)) % 7
    if day.toordinal() > offset and day.year < date.max.year:
        monday = day - timedelta(days=offset)
        sunday = monday + timedelta(days=6)
        yield monday, sunday, f"[{monday}..{sunday}]"
    month = day.replace(day=monthrange(day.year, day.month)[1])
    yield day.replace(day=1), month, day.isoformat()[:7]
    yield date(day.year, 1, 1), date(day.year, 12, 31), f"{day.year:04d}"
    decade = day.year - day.year % _DECADE
    if 0 < decade <= date.max.year - _DECADE:
        last = date(decade + _DECADE - 1, 12, 31)
        yield date(decade, 1, 1), last, f"{decade // _DECADE:03d}X"


def usable_zone(name: str, otherwise: str) -> str:
    """The zone of that name; the other one where there is none of that name."""
    try:
        return zone_named(name.strip()).name if name.strip() else otherwise
    except DateError:
        return otherwise
