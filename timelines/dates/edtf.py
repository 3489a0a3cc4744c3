"""Newsroom EDTF: the one door through which written dates become bounds in time.

The grammar is EDTF (ISO 8601-2:2019, Library of Congress levels 0, 1 and 2) with clock times and
zones. `docs/dates.md` says what is settled where that specification leaves room.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timelines.dates.intervals import read_interval
from timelines.dates.moments import House, iana_zone, read_moment
from timelines.dates.plain import plain_days
from timelines.dates.repairs import better
from timelines.dates.sets import read_set
from timelines.dates.when import UNBOUNDED, Bounds, DateError, When
from timelines.dates.widening import amounts
from timelines.dates.written import APPROXIMATE, UNCERTAIN, slash
from timelines.dates.zones import zone_named

__all__ = ["LONGEST", "DateError", "edtf"]

LONGEST = 250
"""Characters; a longer date is refused."""

_NOTHING_ELSE: Final = (False, False, False, False, False, False, False, None, ())
_make = tuple.__new__  # a named tuple's own constructor takes twice as long


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
    plain = plain_days(text)
    if plain is not None:
        first, last, precision = plain
        earliest, latest = here.day(first)[0], here.day(last)[1]
        if earliest < latest:
            bounds = _make(Bounds, (earliest, latest))
            fields = (text, zone, bounds, bounds, False, precision, *_NOTHING_ELSE)
            return _make(When, (*fields, hemisphere, zone))
    if len(text) > LONGEST:
        raise DateError(f"A date has at most {LONGEST} characters; this has {len(text)}.", LONGEST)
    house = House(here, hemisphere, amounts(about))
    try:
        return _read(text, house)
    except DateError as error:
        raise better(error, text, lambda other: _readable(other, house)) from None


def _read(text: str, house: House) -> When:
    if text[:1] in ("[", "{"):
        return read_set(text, house)
    middle = slash(text)
    if middle is not None:
        return read_interval(text, middle, house)
    if text == "unknown":
        none, home = UNBOUNDED, house.zone.name
        return When(text, home, none, none, False, text, hemisphere=house.hemisphere, home=home)
    return _moment(text, house)


def _readable(text: str, house: House) -> bool:
    try:
        _read(text, house)
    except DateError:
        return False
    return True


def _moment(text: str, house: House) -> When:
    moment = read_moment(text, house)
    bounds, precision, _, members, timed, marks, troubles, _ = moment
    approximate, uncertain = marks & APPROXIMATE != 0, marks & UNCERTAIN != 0
    fields = (text, iana_zone(moment, house), bounds, bounds, False, precision, timed)
    rest = (approximate, uncertain, False, False, False, False, members, troubles)
    return _make(When, (*fields, *rest, house.hemisphere, house.zone.name))
