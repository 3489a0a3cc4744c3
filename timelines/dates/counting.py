"""Days counted back or forward from a day, an instant or another event, by a spoken distance."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timelines.dates import clock
from timelines.dates.civil import DAY
from timelines.dates.distances import Distance, DistanceError, distance
from timelines.dates.idiom import Anchor, Meant, Part, Question, day_part, span
from timelines.dates.periods import period
from timelines.dates.steps import Shift, backward, forward
from timelines.dates.when import Bounds

_EPOCH = date(1970, 1, 1)
_MINUTE = 60_000_000
_HALF_A_DAY = ", give or take 12 hours"


def counted(words: str, *, ask: bool = True) -> Distance | None:
    """The distance that words say, or None.

    Raises Question for words that leave the number open (“several months”), if `ask` says so.
    """
    try:
        return distance(words)
    except DistanceError as problem:
        if ask and problem.leaves_open:
            raise Question(f"“{problem.leaves_open}” is no number: ask how long.", "open") from None
        return None


def days_away(away: Distance, anchor: Anchor, *, back: bool) -> Meant:
    """So far back or forward from the publication: in local days, or by the clock for hours."""
    if _by_the_clock(away) and anchor.bounds is not None:
        return _clock(away, anchor.bounds, anchor, "the publication", back=back)
    return days_from(away, (anchor.day, anchor.day), anchor.here, back=back)


def days_back_to(away: Distance, anchor: Anchor) -> Meant:
    """From so far back up to the day of publication, both included."""
    words = away.in_words().split(", give or take")[0]
    reading = f"from {words} before {anchor.here} up to then"
    return span(_step(anchor.day, away.said, -1, 0), anchor.day, reading)


def days_from_event(away: Distance, anchor: Anchor, *, back: bool) -> Meant:
    """So far from the other event: after its end, or before its start.

    Raises Question where that event has no two bounds to count from.
    """
    name = "" if anchor.since is None else anchor.since.written
    if _by_the_clock(away):
        return _clock(away, _event(anchor, back=back), anchor, name, back=back)
    return days_from(away, event_days(anchor, back=back), name, back=back)


def event_days(anchor: Anchor, *, back: bool) -> tuple[date, date]:
    """The first and last local day of the other event's end, or looking back of its start."""
    earliest, latest = _event(anchor, back=back)
    if earliest is None or latest is None:
        raise Question("The other event has no date to count from.", "another-event")
    return _day(earliest, anchor.zone), _day(latest - 1, anchor.zone)


def _event(anchor: Anchor, *, back: bool) -> Bounds:
    event = anchor.since
    return Bounds(None, None) if event is None else event.start if back else event.end


def days_from(away: Distance, days: tuple[date, date], name: str, *, back: bool) -> Meant:
    """So far from a first to a last day, in local days: halves of a day count as nothing."""
    side = "before" if back else "after"
    if away.whole is not None:
        return _whole(away, days, name, back=back)
    words = away.in_words().removesuffix(_HALF_A_DAY)
    reading = f"{words}{',' * (',' in words)} {side} {name}"
    sign = -1 if back else 1
    near = _step(days[1] if back else days[0], away.least, sign, 1)
    far = None
    if away.most is not None:
        far = _step(days[0] if back else days[1], away.most, sign, -1)
    low, high = (far, near) if back else (near, far)
    if low is None or high is None:
        ends = [None if end is None else day_part(end) for end in (low, high)]
        return Meant(ends[0], ends[1], reading)
    return span(low, high, reading)


def _step(day: date, shift: Shift, sign: int, rounding: int) -> date:
    """The day so far away; half a day more or less is rounded away from (1) or to (-1) nearer."""
    halves = round(2 * shift.microseconds / DAY)
    whole = (halves + (halves % 2) * rounding) // 2
    return day + relativedelta(months=sign * shift.months, days=sign * (shift.days + whole))


def _whole(away: Distance, days: tuple[date, date], name: str, *, back: bool) -> Meant:
    unit = away.whole or "day"
    ahead = bool(away.least.months or away.least.days)
    step = (-1 if back else 1) if ahead else 0
    if unit == "day":
        first, last = (day + timedelta(days=step) for day in days)
    else:
        first = period(unit, days[0], 0, step).first
        last = period(unit, days[1], 0, step).last
    which = "the same" if not ahead else f"the {unit} before" if back else f"the {unit} after"
    return span(first, last, f"{which}{f' {unit} as' if not ahead else ''} {name}")


def _by_the_clock(away: Distance) -> bool:
    """Hours and minutes count from an instant; days and more count days."""
    return away.whole is None and away.least.fixed and (away.most is None or away.most.fixed)


def _clock(away: Distance, bounds: Bounds, anchor: Anchor, name: str, *, back: bool) -> Meant:
    """Minutes from the earliest to the latest instant so far away."""
    step = backward if back else forward
    near = bounds.latest if back else bounds.earliest
    far = bounds.earliest if back else bounds.latest
    if near is None or far is None:
        raise Question("There is no date to count hours from.", "unanchored")
    ends = [step(near - back, away.least, anchor.zone)[0]]
    if away.most is not None:
        ends.append(step(far - (not back), away.most, anchor.zone)[0])
    parts = sorted(_minute(end, anchor.zone) for end in ends)
    words = away.in_words()
    reading = f"{words}{',' * (',' in words)} {'before' if back else 'after'} {name}"
    if len(parts) == 1:
        return Meant(None, parts[0], reading) if back else Meant(parts[0], None, reading)
    return Meant(parts[0], parts[1], reading)


def _minute(instant: int, zone: str) -> Part:
    day, time = clock.local(instant, zone)
    date_ = _EPOCH + timedelta(days=day)
    hour, minute = divmod(time // _MINUTE, 60)
    return Part(date_, date_, f"{date_.isoformat()}T{hour:02d}:{minute:02d}")


def _day(instant: int, zone: str) -> date:
    return _EPOCH + timedelta(days=clock.local(instant, zone)[0])
