"""The date in a cell, as exactly as the cell has it; what is unclear becomes a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timelines.dates.calendar_words import MONTH, MONTHS, month_of
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Unresolved, resolve
from timelines.dates.when import DateError, When
from timelines.intake.decoding import one_line
from timelines.intake.proposals import Options, RemarkKind

_NOTHING = frozenset(
    {"", "?", "??", "n/a", "na", "tbd", "tba", "tbc", "unknown", "none", "null", "nan"}
    | {"-", "–", "—", "undated", "n.d.", "nd", "not known", "date unknown", "unclear", "..."}
)
_CLOCK = r"(?P<clock>\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m?\.?)?)"
_ZONE = r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?"
_CLOCK_ONLY = re.compile(rf"{_CLOCK}{_ZONE}|\d{{1,2}} ?[ap]\.?m\.?", re.I)
_WITH_CLOCK = re.compile(rf"(?P<day>.*?\d)(?:,? +(?:at )?|T){_CLOCK}{_ZONE}", re.I)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"(1[5-9]\d\d|2[01]\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
_FIGURES = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/.](\d{4})")
_SHEET_MONTH = re.compile(rf"(?P<month>{MONTH})(?P<gap>[-/]|[ -]?')(?P<year>\d{{4}}|\d{{2}})", re.I)
_SHEET_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})[-/. ](?P<month>{MONTH})[-/.](?P<year>\d{{4}}|\d{{2}})", re.I
)
_TWO_YEARS = re.compile(r"\d{4}[/.]\d{1,2}")
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,]\d+)?")
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
_PIVOT = 30
"""Two-digit years below are of the 2000s, as spreadsheet programs have it since 2000."""


@dataclass(frozen=True, slots=True)
class CellDate:
    """A date as newsroom EDTF, `unknown` where the cell gives none; what to say of it, and ask.

    `two_readings` marks one of two days, because nobody said whether the day stands first.
    """

    edtf: str
    kind: RemarkKind | None = None
    remark: str = ""
    ask: str | None = None
    two_readings: bool = False


def cell_date(text: str, options: Options, *, trusted: bool = False) -> CellDate:
    """The date that a cell gives.

    `trusted` cells were written by this program: newsroom EDTF is taken as it stands. In others
    a midnight to the second is how programs write a day without a time.
    """
    text = one_line(text.replace("\u200b", ""))
    if trusted and _read(text, options) is not None:
        return CellDate(text)
    if text.casefold() in _NOTHING:
        return CellDate("unknown", "unreadable" if text else None, f"“{text}” is no date.")
    found = (
        _without_day(text)
        or _with_clock(text, options)
        or _as_written(text, options)
        or _sheet_day(text)
        or _sheet_month(text)
        or _figures(text, options)
        or _phrase(text, options)
    )
    if found.edtf != "unknown" and _read(found.edtf, options) is None:
        return _question(text, f"“{text}” is no day of the calendar, or no time of that day.")
    return found


def with_time(found: CellDate, time: str, options: Options) -> CellDate:
    """The date with the time of another cell, which only a day can take."""
    time = one_line(time)
    if time.casefold() in _NOTHING:
        return found
    days = _days(found)
    if days is None:
        why = "without a day" if found.edtf == "unknown" else "beside a date that is no single day"
        ask = found.ask or f"The file has the time “{time}” {why}. Which day was it?"
        return CellDate(found.edtf, "left-out", f"the time “{time}” stands {why}", ask)
    timed = [_phrased(f"{time} on {day}", options) or _timed(day, time) for day in days]
    read = [one for one in timed if one is not None and _read(one, options) is not None]
    if len(read) < len(days):
        ask = f"The file has the time “{time}”, which cannot be read. What time was it?"
        return CellDate(found.edtf, "unreadable", f"the time “{time}”", found.ask or ask)
    if len(read) == 1:
        return CellDate(read[0], found.kind, found.remark, found.ask)
    return CellDate(f"[{','.join(read)}]", found.kind, found.remark, found.ask, found.two_readings)


def until(start: CellDate, end: CellDate, options: Options) -> CellDate:
    """The stretch from one date to another; where they cannot be its ends, the start alone."""
    if end.edtf == "unknown" and end.kind is None:
        return start
    if start.edtf == "unknown" and end.edtf == "unknown":
        return start
    if start.edtf == end.edtf:
        return start
    first = "" if start.edtf == "unknown" else start.edtf
    last = "" if end.edtf == "unknown" else end.edtf
    whole = f"{first}/{last}"
    when = _read(whole, options)
    both = start.two_readings or end.two_readings
    if when is None or when.backwards:
        why = "before it starts" if when is not None else "where no interval can"
        ask = f"In the file it ends {why} ({end.edtf}). When did it end?"
        return CellDate(start.edtf, "asked", f"the end “{end.edtf}” is {why}", ask, both)
    if end.edtf == "unknown":
        return CellDate(whole, end.kind, f"the end: {end.remark}", start.ask or end.ask, both)
    return CellDate(
        whole,
        start.kind or end.kind,
        start.remark or end.remark,
        start.ask or end.ask,
        both,
    )


def _read(text: str, options: Options) -> When | None:
    try:
        when = edtf(text, options.zone, hemisphere=options.hemisphere, about=options.about)
    except DateError:
        return None
    return None if "time-skipped" in when.troubles else when


def _question(text: str, remark: str, ask: str | None = None) -> CellDate:
    return CellDate("unknown", "asked", remark, ask or f"The file says “{text}”. When was it?")


def _days(found: CellDate) -> list[str] | None:
    if found.two_readings:
        return found.edtf.strip("[]").split(",")
    return [found.edtf] if _DAY.fullmatch(found.edtf) else None


def _without_day(text: str) -> CellDate | None:
    if _CLOCK_ONLY.fullmatch(text):
        return _question(text, f"“{text}” is a time without a day", f"On which day was “{text}”?")
    if _TWO_YEARS.fullmatch(text):
        return _question(text, f"“{text}” may be a month, or two years")
    serial = _SERIAL.fullmatch(text)
    if serial is None:
        return None
    day = date(1899, 12, 30) + timedelta(days=int(serial[1]))
    return _question(
        text,
        f"“{text}” is a number",
        f"The file has the number “{text}” for a date. Is it a spreadsheet’s for {day}?",
    )


def _with_clock(text: str, options: Options) -> CellDate | None:
    """“2003-02-18 17:44”, “2/18/2003 5:44 PM”: a day and a clock time in one cell."""
    found = _WITH_CLOCK.fullmatch(text)
    if found is None:
        return None
    day = cell_date(found["day"], options)
    days = _days(day)
    if days is None:
        return None
    clock, zone = found["clock"], _offset(found["zone"])
    if re.fullmatch(r"0?0:00:00(?:[.,]0+)?", clock):
        note = f"“{text}” widened to the day: midnight to the second is no stated time"
        return CellDate(day.edtf, "widened", note, day.ask, day.two_readings)
    timed = [_timed(one, clock) for one in days]
    parts = [f"{one}{zone}" for one in timed if one is not None]
    if len(parts) < len(days):
        return _question(text, f"“{clock}” is no time of day")
    whole = parts[0] if len(parts) == 1 else f"[{','.join(parts)}]"
    return CellDate(whole, day.kind, day.remark, day.ask, day.two_readings)


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _timed(day: str, clock: str) -> str | None:
    """A day and a clock time as newsroom EDTF, to the minute, second or fraction it is said in."""
    found = re.fullmatch(
        r"(\d{1,2})(?::(\d\d))?(?::(\d\d)(?:[.,](\d+))?)? ?(?:([ap])\.?m?\.?)?", clock, re.I
    )
    if found is None or (found[2] is None and found[5] is None):
        return None
    hour = int(found[1])
    if found[5]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[5].lower() == "p" else 0)
    rest = "".join(f":{part}" for part in (found[2], found[3]) if part)
    # Zeros behind the comma come from programs, not from people.
    fraction = f".{found[4][:6]}" if found[4] and found[4].strip("0") else ""
    return f"{day}T{hour:02d}{rest}{fraction}"


def _as_written(text: str, options: Options) -> CellDate | None:
    """Newsroom EDTF and its near misses that leave no doubt."""
    if _read(text, options) is not None:
        return CellDate(text)
    found = _YEAR_FIRST.fullmatch(text)
    parts = (found[1], found[3], found[4]) if found else None
    if parts is None:
        compact = _COMPACT.fullmatch(text)
        parts = (compact[1], compact[2], compact[3]) if compact else None
    if parts is None:
        return None
    day = _day(int(parts[0]), int(parts[1]), int(parts[2]))
    return None if day is None else CellDate(day)


def _sheet_month(text: str) -> CellDate | None:
    """“Oct-06”: how spreadsheet programs shorten a month, and never how they shorten a day."""
    figures = _MONTH_YEAR.fullmatch(text)
    if figures is not None:
        return CellDate(f"{figures[2]}-{int(figures[1]):02d}")
    found = _SHEET_MONTH.fullmatch(text)
    if found is None:
        return None
    month, year = month_of(found["month"].lower()), _year(found["year"])
    edtf_month = f"{year}-{month:02d}"
    name = f"{MONTHS[month - 1]} {year}"
    if len(found["year"]) == 4 or "'" in found["gap"]:
        return CellDate(edtf_month, "read", f"“{text}” as {name}")
    if not 1 <= int(found["year"]) <= 31:
        return CellDate(edtf_month, "read", f"“{text}” as {name}")
    other = f"{int(found['year'])} {MONTHS[month - 1]}"
    return CellDate(
        edtf_month,
        "read",
        f"“{text}” as {name}, the way spreadsheets shorten a month; not as {other}",
        f"The file says “{text}”, taken for {name}. Or is it {other} of some year?",
    )


def _sheet_day(text: str) -> CellDate | None:
    """“18-Feb-03”: a day whose month is a word leaves no doubt but its century."""
    found = _SHEET_DAY.fullmatch(text)
    if found is None:
        return None
    day = _day(_year(found["year"]), month_of(found["month"].lower()), int(found["day"]))
    return None if day is None else CellDate(day, "read", f"“{text}” as {day}")


def _figures(text: str, options: Options) -> CellDate | None:
    """“3/4/2003”: day or month first is asked, unless the reporter said or only one can be."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), _year(found[4])
    by_order = {"day-first": _day(year, other, one), "month-first": _day(year, one, other)}
    days = [day for day in dict.fromkeys(by_order.values()) if day is not None]
    if len(found[4]) == 2 and found[2] == "-" and options.order is None:
        backwards = _day(_year(f"{one:02d}"), other, int(found[4]))
        if backwards is not None and backwards not in days:
            return _question(text, f"“{text}” may start with its day, month or year")
    if not days:
        return None
    short = len(found[4]) == 2
    chosen = by_order.get(options.order or "") or (days[0] if len(days) == 1 else None)
    if chosen is not None:
        return CellDate(chosen, "read" if short else None, f"“{text}” as {chosen}")
    both = sorted(days)
    return CellDate(
        f"[{','.join(both)}]",
        "asked",
        f"“{text}” may be {both[0]} or {both[1]}",
        f"The file says “{text}”. Is it {both[0]} or {both[1]}?",
        two_readings=True,
    )


def _phrase(text: str, options: Options) -> CellDate:
    """Words of news copy, read against the date of the document if that is known."""
    found = resolve(
        text,
        options.said,
        zone=options.zone,
        week_starts=options.week_starts,
        hemisphere=options.hemisphere,
        about=options.about,
    )
    if isinstance(found, Unresolved):
        reason = f"{found.reason[:1].lower()}{found.reason[1:]}".rstrip(".")
        return _question(text, f"“{text}”: {reason}")
    return CellDate(found.edtf, "read", f"“{text}” as {found.edtf} ({found.reading})")


def _phrased(words: str, options: Options) -> str | None:
    found = resolve(words, None, zone=options.zone)
    return None if isinstance(found, Unresolved) else found.edtf


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(written: str) -> int:
    number = int(written)
    if len(written) == 4:
        return number
    return number + (2000 if number < _PIVOT else 1900)
