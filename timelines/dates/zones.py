"""Time zones: which instants a local clock reading stands for, on days of 23 and 25 hours too."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from importlib import resources

from timelines.dates.civil import CYCLE, DAY
from timelines.dates.when import DateError

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock has no zone of its own
_FIRST = -62_135_510_400_000_000  # 0001-01-02, a day inside what datetime holds
_LAST = 253_402_128_000_000_000  # 9999-12-30
_KEPT = 20_000
"""How many local midnights of a zone are kept; an investigation has a few thousand."""


class Zone:
    """A time zone: an IANA name, or a fixed offset from UTC."""

    __slots__ = ("_days", "_fixed", "_rules", "iana", "name")

    def __init__(self, name: str, fixed: int | None = None) -> None:
        self.name = name
        self.iana = fixed is None or name == "UTC"
        self._fixed = fixed
        self._rules = None if fixed is not None else zoneinfo.ZoneInfo(name)
        self._days: dict[int, tuple[int, int]] = {}

    def day(self, number: int) -> tuple[int, int]:
        """First instant of a local day, and the first instant after it; equal if it never was."""
        try:
            return self._days[number]
        except KeyError:
            span = self.first(number * DAY), self.last(number * DAY + DAY)
            if len(self._days) >= _KEPT:
                self._days.clear()
            self._days[number] = span
            return span

    def first(self, wall: int) -> int:
        """First instant at which the clock shows this time or, when it is skipped, a later one.

        `wall` is microseconds since midnight of 1 January 1970 as the local clock counts them.
        """
        early, late = self._offsets(wall)
        return wall - early if early >= late else self._change(wall, early, late)

    def last(self, wall: int) -> int:
        """First instant from which on the clock never again shows a time before this one."""
        early, late = self._offsets(wall - 1)
        return wall - late if early >= late else self._change(wall - 1, early, late)

    def offset(self, instant: int) -> int:
        """What the zone adds to UTC at an instant; all in microseconds."""
        if self._rules is None:
            return self._fixed or 0
        instant = _within(instant)
        local = self._rules.fromutc(
            (_EPOCH + timedelta(microseconds=instant)).replace(tzinfo=self._rules)
        )
        return _microseconds(local.utcoffset())

    def offsets(self, instants: range) -> Iterator[int]:
        """`offset` at evenly spaced instants, all within what datetime holds; much faster."""
        if self._rules is None:
            yield from (self._fixed or 0 for _ in instants)
            return
        rules = self._rules
        moment = (_EPOCH + timedelta(microseconds=instants.start)).replace(tzinfo=rules)
        step = timedelta(microseconds=instants.step)
        for _ in instants:
            yield _microseconds(rules.fromutc(moment).utcoffset())
            moment += step

    def abbreviation(self, instant: int) -> str:
        """The zone's short name at an instant, as the tz data has it: CDT, or +03."""
        if self._rules is None:
            return self.name
        moment = (_EPOCH + timedelta(microseconds=_within(instant))).replace(tzinfo=self._rules)
        return self._rules.fromutc(moment).tzname() or self.name

    def _offsets(self, wall: int) -> tuple[int, int]:
        """Offsets that hold for a clock reading: the larger first where it happens twice.

        Where the reading is skipped, the one before the change comes first, and is the smaller.
        """
        rules = self._rules
        if rules is None:
            fixed = self._fixed or 0
            return fixed, fixed
        clock = _EPOCH + timedelta(microseconds=_within(wall))
        return (
            _microseconds(rules.utcoffset(clock)),
            _microseconds(rules.utcoffset(clock.replace(fold=1))),
        )

    def _change(self, wall: int, early: int, late: int) -> int:
        """The instant at which the clock jumps over this reading."""
        before, after = wall - late, wall - early
        while after - before > 1:
            middle = (before + after) // 2
            if self.offset(middle) == early:
                before = middle
            else:
                after = middle
        return after


def _microseconds(offset: timedelta | None) -> int:
    if offset is None:  # pragma: no cover - zoneinfo has an answer for every reading
        return 0
    return (offset.days * 86_400 + offset.seconds) * 1_000_000


def _within(moment: int) -> int:
    """The same moment of the calendar in a year that datetime holds.

    Before year 1 the oldest offset holds; after 9999 the rules go on as they do every 400 years.
    """
    if moment < _FIRST:
        return _FIRST
    if moment > _LAST:
        return moment - -(-(moment - _LAST) // (CYCLE * DAY)) * CYCLE * DAY
    return moment


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name, exact in case, as the tz database has them: on every computer the same."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text("ascii").split())


_zones: dict[str, Zone] = {}


def zone_named(name: str) -> Zone:
    """The zone of an IANA name, exact in case, or of an offset such as +02:00.

    Raises DateError for anything else, with the nearest names.
    """
    try:
        return _zones[name]
    except KeyError:
        pass
    if name not in zone_names():
        raise DateError(_unknown(name), 0)
    zone = _zones[name] = Zone(name)
    return zone


def zone_of_offset(text: str) -> Zone:
    """The zone of `Z`, `+02`, `-04:30`; the text is well-formed, up to 14 hours."""
    try:
        return _zones[text]
    except KeyError:
        pass
    if text == "Z":
        zone = Zone("UTC", 0)
    else:
        minutes = int(text[1:3]) * 60 + int(text[4:6] or 0)
        fixed = minutes * 60_000_000 * (-1 if text[0] == "-" else 1)
        zone = Zone(f"{text[:3]}:{text[4:6] or '00'}", fixed)
    _zones[text] = _zones[zone.name] = zone
    return zone


def _unknown(name: str) -> str:
    same = [known for known in zone_names() if known.lower() == name.lower()]
    near = same or get_close_matches(name, sorted(zone_names()), 2, 0.8)
    hint = f" Did you mean {' or '.join(f'“{known}”' for known in near)}?" if near else ""
    return f"“{name}” is not the name of a time zone; names look like “America/Chicago”.{hint}"
