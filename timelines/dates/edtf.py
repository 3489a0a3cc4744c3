"""Newsroom EDTF: the one door through which written dates become bounds in time.

The grammar is EDTF (ISO 8601-2:2019, Library of Congress levels 0, 1 and 2) with clock times and
zones. `docs/format.md` lists what is settled where that specification leaves room.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from timelines.dates.moments import House, Moment, read_moment
from timelines.dates.sets import read_set
from timelines.dates.when import UNBOUNDED, Bounds, DateError, When
from timelines.dates.widening import amounts
from timelines.dates.written import APPROXIMATE, UNCERTAIN
from timelines.dates.zones import Zone, zone_named

LONGEST = 250
"""Characters; a longer date is refused."""

PRECISIONS: Final = (
    "microsecond", "second", "minute", "hour", "day", "month", "season", "quarter",
    "quadrimester", "semester", "year", "decade", "century", "millennium", "unknown",
)  # fmt: skip
"""From the finest on; a set has the precision “set”."""

_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS = {f"{month:02d}": month for month in range(1, 13)}
_make = tuple.__new__


def edtf(
    text: str,
    zone: str = "UTC",
    *,
    hemisphere: str = "north",
    about: Mapping[str, str] | None = None,
) -> When:
    """What a written date means, in half-open UTC microseconds.

    `zone` (an IANA name) holds where the date has none of its own; `hemisphere` decides the
    seasons 21 to 24; `about` is the heading's `house.about`. Raises DateError, whose message is
    one sentence with the right form and whose position counts characters of `text` from 0.
    """
    here = zone_named(zone)
    days = _plain(text)
    if days is not None:
        first, last, precision = days
        earliest, latest = here.day(first)[0], here.day(last)[1]
        if earliest < latest:
            bounds = _make(Bounds, (earliest, latest))
            return _make(When, (text, zone, bounds, bounds, False, precision, *_REST, hemisphere))
    if len(text) > LONGEST:
        raise DateError(f"A date has at most {LONGEST} characters; this has {len(text)}.", LONGEST)
    house = House(here, hemisphere, amounts(about))
    if text == "unknown":
        return When(text, zone, UNBOUNDED, UNBOUNDED, False, "unknown", hemisphere=hemisphere)
    if text[:1] in ("[", "{"):
        return read_set(text, house)
    slash = _slash(text)
    if slash is not None:
        return _interval(text, slash, house)
    return _moment_when(text, read_moment(text, house), hemisphere)


_REST: Final = (False, False, False, False, False, False, False, None, ())


def _plain(text: str) -> tuple[int, int, str] | None:
    """First and last day of the commonest forms: a day, a month, a year; None for all others."""
    length = len(text)
    if length == 10:
        if text[4] == "-" == text[7]:
            try:
                number = date.fromisoformat(text).toordinal() - _EPOCH
            except ValueError:
                return None
            return number, number, "day"
    elif length == 7:
        month = _MONTHS.get(text[5:])
        if month is not None and text[4] == "-" and text[:4].isdecimal() and text.isascii():
            year = int(text[:4])
            if 0 < year < 9999:
                first = date(year, month, 1).toordinal() - _EPOCH
                after = date(year + month // 12, month % 12 + 1, 1).toordinal() - _EPOCH
                return first, after - 1, "month"
    elif length == 4 and text.isdecimal() and text.isascii():
        year = int(text)
        if year > 0:
            return (
                date(year, 1, 1).toordinal() - _EPOCH,
                date(year, 12, 31).toordinal() - _EPOCH,
                "year",
            )
    return None


def _slash(text: str) -> int | None:
    """Where the slash between an interval's ends stands; those in zone names do not count."""
    place = text.find("/")
    if place < 0:
        return None
    if "[" not in text:
        return place
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark == "[") - (mark == "]")
        if mark == "/" and depth <= 0:
            return place
    return None


def _moment_when(text: str, moment: Moment, hemisphere: str) -> When:
    bounds, precision, zone, members, timed, marks, troubles, _ = moment
    return When(
        text, zone.name, bounds, bounds, False, precision, timed,
        marks & APPROXIMATE != 0, marks & UNCERTAIN != 0, False, False, False, False,
        members, troubles, hemisphere,
    )  # fmt: skip


def _interval(text: str, slash: int, house: House) -> When:
    left, right = text[:slash], text[slash + 1 :]
    if left in ("", "..") and right in ("", ".."):
        raise DateError(f"“{text}” says nothing; write “unknown” for a date nobody knows.", 0)
    first = _end(left, 0, house, None)
    carried = first.zone if first is not None and first.own_zone else None
    last = _end(right, slash + 1, house, carried)
    ends = [end for end in (first, last) if end is not None]
    start = first.bounds if first else Bounds(None, _latest(last) if left == "" else None)
    end = last.bounds if last else Bounds(_earliest(first) if right == "" else None, None)
    marks = 0
    for each in ends:
        marks |= each.marks
    return When(
        text, ends[0].zone.name, start, end, True,
        min((each.precision for each in ends), key=PRECISIONS.index),
        any(each.timed for each in ends),
        marks & APPROXIMATE != 0, marks & UNCERTAIN != 0,
        left == "..", right == "..", left == "", right == "",
        None, tuple(sorted({trouble for each in ends for trouble in each.troubles})),
        house.hemisphere,
    )  # fmt: skip


def _end(text: str, place: int, house: House, carried: Zone | None) -> Moment | None:
    """One end of an interval; None if it is open or unknown."""
    if text in ("", ".."):
        return None
    try:
        return read_moment(text, house, carried)
    except DateError as error:
        raise DateError(error.message, place + error.position) from None


def _latest(moment: Moment | None) -> int | None:
    return moment.bounds.latest if moment else None


def _earliest(moment: Moment | None) -> int | None:
    return moment.bounds.earliest if moment else None
