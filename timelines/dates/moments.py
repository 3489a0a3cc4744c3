"""What one written date means: the instants in which its moment may lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timelines.dates.civil import DAY, day_number, month_length, month_start
from timelines.dates.mistakes import (
    disagreeing,
    impossible,
    never_happened,
    unreadable,
    wrong_bracket,
    wrong_offset,
)
from timelines.dates.plain import plain_days
from timelines.dates.seasons import part_of_year
from timelines.dates.spans import around, joined
from timelines.dates.unspecified import DaySpan, possible_days, possible_years
from timelines.dates.when import UNBOUNDED, Bounds, DateError
from timelines.dates.widening import Amount, earlier, later
from timelines.dates.written import APPROXIMATE, Clock, Written, read_parts
from timelines.dates.years import FARTHEST, long_year
from timelines.dates.zones import Zone, zone_named, zone_of_offset

MEMBERS_AT_MOST = 1_000
"""More separate spans than this are not listed; their bounds hold them all."""

_EARLIEST = day_number(-FARTHEST, 1, 1) * DAY - DAY
_LATEST = day_number(FARTHEST + 1, 1, 1) * DAY + DAY


class House(NamedTuple):
    """What the heading says about reading dates."""

    zone: Zone
    hemisphere: str
    about: Mapping[str, Amount]


class Moment(NamedTuple):
    """A moment somewhere within bounds; `own_zone` if its zone is written with it."""

    bounds: Bounds
    precision: str
    zone: Zone
    members: tuple[Bounds, ...] | None = None
    timed: bool = False
    marks: int = 0
    troubles: tuple[str, ...] = ()
    own_zone: bool = False


def read_moment(text: str, house: House, carried: Zone | None = None) -> Moment:
    """One date as newsroom EDTF has it; raises DateError with a place in `text`.

    `carried` is the zone of an interval's start: it holds for a clock time without its own.
    """
    plain = plain_days(text)
    if plain is not None:
        first_day, last_day, precision = plain
        earliest, latest = house.zone.day(first_day)[0], house.zone.day(last_day)[1]
        if earliest < latest:
            return Moment(Bounds(earliest, latest), precision, house.zone)
    written = read_parts(text)
    if written is None:
        raise unreadable(text)
    zone, own = _zone(text, written, house, carried)
    marks = written.marks[0] | written.marks[1] | written.marks[2] | written.marks[3]
    if written.letter or written.significant is not None:
        return _far(text, written, house, zone, marks, own)
    days, precision = _days(written, house.hemisphere)
    if not days:
        raise impossible(text, written)
    if len(days) > MEMBERS_AT_MOST:
        days = [(days[0][0], days[-1][1])]
    clock = written.clock
    if clock is None:
        walls = [(first * DAY, after * DAY) for first, after in days]
    else:
        since, unit, precision = _of_day(text, written, clock)
        walls = [(first * DAY + since, (after - 1) * DAY + since + unit) for first, after in days]
    reading = zone
    if written.offset is not None and written.zone is not None:
        reading = _agreeing(text, written.offset, walls, zone, timed=clock is not None)
    width = _width(written, precision, house.about) if marks & APPROXIMATE else None
    spans, troubles = _instants(walls, clock is not None, reading, width)
    if not spans and clock is None:
        raise never_happened(text, zone.name)
    bounds, members = _gathered(spans)
    timed = clock is not None
    return Moment(bounds, precision, zone, members, timed, marks, troubles, own)


def iana_zone(moment: Moment | None, house: House) -> str:
    """The IANA zone a date is written in; behind an offset, and without any, the house's."""
    if moment is None or not moment.zone.iana:
        return house.zone.name
    return moment.zone.name


def _zone(text: str, written: Written, house: House, carried: Zone | None) -> tuple[Zone, bool]:
    if written.offset is None and written.zone is None:
        return (carried if carried and written.clock else house.zone), False
    if written.offset is not None and (wrong := wrong_offset(text, written.offset)):
        raise wrong
    if written.zone is None:
        return zone_of_offset(written.offset or "Z"), True
    if wrong := wrong_bracket(text, written.zone):
        raise wrong
    try:
        return zone_named(written.zone), True
    except DateError as error:
        raise DateError(error.message, text.index("[") + 1) from None


def _agreeing(text: str, offset: str, walls: list[DaySpan], zone: Zone, *, timed: bool) -> Zone:
    """Which of offset and named zone gives the instants; raises DateError if they disagree."""
    fixed = zone_of_offset(offset)
    plus = fixed.offset(0)
    for first, after in walls:
        if plus in (zone.offset(first - plus), zone.offset(after - 1 - plus)):
            return fixed if timed else zone
    raise disagreeing(text, offset, zone.name)


def _days(written: Written, hemisphere: str) -> tuple[list[DaySpan], str]:
    """The days it may mean, none if that is impossible; and its precision."""
    year, month, day = written.year, written.month, written.day
    if written.clock is not None and day is None:
        return [], ""
    if year == "-0000":
        return [], ""
    if month is not None and month[0] in "234":
        return _seasons(year, month, day, hemisphere)
    if "X" in year or (month is not None and "X" in month) or (day is not None and "X" in day):
        days = possible_days(year, month, day, single=written.clock is not None)
        return days, _known(year, month, day)
    years = int(year)
    if month is None:
        return [(day_number(years, 1, 1), day_number(years + 1, 1, 1))], "year"
    months = int(month)
    if not 1 <= months <= 12:
        return [], ""
    first = day_number(years, months, 1)
    if day is None:
        return [(first, month_start(years, months + 1))], "month"
    days_in = int(day)
    if not 1 <= days_in <= month_length(years, months):
        return [], ""
    return [(first + days_in - 1, first + days_in)], "day"


def _seasons(year: str, month: str, day: str | None, hemisphere: str) -> tuple[list[DaySpan], str]:
    part = None if "X" in month or day is not None else part_of_year(int(month), hemisphere)
    if part is None:
        return [], ""
    first, months, precision, _ = part
    return [
        (month_start(each, first), month_start(each, first + months))
        for each in possible_years(year)
    ], precision


def _known(year: str, month: str | None, day: str | None) -> str:
    """The finest part that is known whole."""
    if day is not None and "X" not in day:
        return "day"
    if month is not None and "X" not in month:
        return "month"
    return year_precision(year)


def year_precision(year: str) -> str:
    """How precise a year with X for its last digits is."""
    unknown = len(year) - len(year.rstrip("X"))
    return ("year", "decade", "century", "millennium", "millennium")[unknown]


def _of_day(text: str, written: Written, clock: Clock) -> tuple[int, int, str]:
    """Microseconds since local midnight, the length of the last unit, and its name."""
    hour, minute, second, fraction = clock
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        raise impossible(text, written)
    since = hour * 3_600_000_000
    if minute is None:
        return since, 3_600_000_000, "hour"
    since += minute * 60_000_000
    if second is None:
        return since, 60_000_000, "minute"
    since += second * 1_000_000
    if fraction is None:
        return since, 1_000_000, "second"
    return since + int(fraction.ljust(6, "0")), int(10 ** (6 - len(fraction))), "microsecond"


def _width(written: Written, precision: str, about: Mapping[str, Amount]) -> Amount:
    """How far the finest component marked as approximate widens the date, both ways."""
    of_year, of_month, of_day, of_clock = (mark & APPROXIMATE for mark in written.marks)
    if of_clock:
        return about["second" if precision == "microsecond" else precision]
    if of_day:
        return about["some day" if written.day == "XX" else "day"]
    if of_month:
        return about["season" if written.month and written.month[0] in "234" else "month"]
    return about[year_precision(written.year) if of_year else "year"]


def _instants(
    walls: list[DaySpan], timed: bool, zone: Zone, width: Amount | None
) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    """The instants of local clock readings; days that never were and skipped times are left out."""
    spans: list[tuple[int, int]] = []
    skipped = repeated = False
    for since, until in walls:
        first, after = _clock_span(since, until, zone) if timed else _day_span(since, until, zone)
        twice = timed and until - since < DAY and after - first > until - since
        repeated = repeated or twice
        if first >= after:
            skipped = timed
        elif width is not None:
            spans.append(_widened(since, until, timed, zone, width))
        elif twice:
            spans += [(first, first + until - since), (after - until + since, after)]
        else:
            spans.append((first, after))
    if skipped and not spans:
        return [], ("time-skipped",)
    return spans, ("time-repeated",) if repeated else ()


def _day_span(since: int, until: int, zone: Zone) -> tuple[int, int]:
    """From one local midnight to another."""
    return zone.day(since // DAY)[0], zone.day(until // DAY - 1)[1]


def _clock_span(since: int, until: int, zone: Zone) -> tuple[int, int]:
    """A clock time of a local day; over many days, from the first to the last of them."""
    number, of_day = divmod(since, DAY)
    midnight, next_midnight = zone.day(number)
    if next_midnight - midnight == DAY >= of_day + until - since:  # clocks did not change that day
        return midnight + of_day, midnight + of_day + until - since
    return zone.first(since), zone.last(until)


def _widened(since: int, until: int, timed: bool, zone: Zone, width: Amount) -> tuple[int, int]:
    """The instants so far around: months and days by the local calendar, the rest exactly."""
    since, until = earlier(since, width), later(until, width)
    if timed:
        return zone.first(since) - width.micros, zone.last(until) + width.micros
    first, after = _day_span(since, until, zone)
    return first - width.micros, after + width.micros


def _gathered(spans: list[tuple[int, int]]) -> tuple[Bounds, tuple[Bounds, ...] | None]:
    """The same as `gather`, for spans that are bounded and in order."""
    if len(spans) == 1:
        return Bounds(*spans[0]), None
    if not spans:
        return UNBOUNDED, None
    members: list[Bounds] = []
    first, last = spans[0]
    for since, until in spans:
        if since > last:
            members.append(Bounds(first, last))
            first = since
        last = max(last, until)
    if not members:
        return Bounds(first, last), None
    members.append(Bounds(first, last))
    return Bounds(members[0].earliest, last), tuple(members)


def gather(spans: Iterable[Bounds]) -> tuple[Bounds, tuple[Bounds, ...] | None]:
    """The bounds around spans, and the members where there is something between them."""
    members = joined(spans)
    return around(members), members if 1 < len(members) <= MEMBERS_AT_MOST else None


def _far(text: str, written: Written, house: House, zone: Zone, marks: int, own: bool) -> Moment:
    """A year with Y, an exponent or significant digits."""
    years = long_year(written)
    width = house.about["year"] if marks & APPROXIMATE else Amount()
    first = after = None
    if years.first is not None:
        first = zone.first(earlier(day_number(years.first, 1, 1) * DAY, width)) - width.micros
    if years.last is not None:
        after = zone.last(later(day_number(years.last + 1, 1, 1) * DAY, width)) + width.micros
    if first is not None and first < _EARLIEST:
        first = None
    if after is not None and after > _LATEST:
        after = None
    troubles = ("beyond-calendar",) if first is None or after is None else ()
    return Moment(Bounds(first, after), years.precision, zone, None, False, marks, troubles, own)
