"""Days, months and clock times as they stand in running text, to hold them against other facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timelines.dates import clock
from timelines.dates.calendar_words import MONTHS, WEEKDAYS, month_of, weekday_of
from timelines.dates.when import When

_EPOCH = date(1970, 1, 1)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|,\d{3}\b)"
_YEAR = r"(?:,?\s+(?P<year{0}>(?:1[5-9]|20|21)\d\d)(?!\d))?"
_FULL = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# “Sun” without a point is a newspaper, and “sat” is a verb: capitals and points tell.
_WEEKDAY = rf"(?:{_FULL}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat)(?:\.,?|,)|Sun\.,?)"
_DATE = (
    rf"(?:{_MONTH}\s+(?:the\s+)?{_DAY}{_YEAR.format(1)}"
    rf"|(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR.format(2)}"
    r"|(?P<iso>(?:1[5-9]|20|21)\d\d-\d\d-\d\d)(?![\d-])"
    r"|(?P<figures>\d{1,2}/\d{1,2}/(?:1[5-9]|20|21)\d\d)(?![\d/]))"
)
_FIGURE = re.compile(r"\d")
"""Every day of a month is in figures; most texts have none."""

_LOUD = re.compile(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))}|{_SHORT})\b", re.IGNORECASE)
_BEFORE = rf"(?P<before>\b{_WEEKDAY})?(?P<between>,?\s+(?:on\s+)?\(?|\s*\(\s*)?"
_AFTER = (
    rf"(?:\s*\(\s*(?P<inside>{_WEEKDAY})\s*\)"
    rf"|,?\s+(?:which\s+(?:was|is)\s+)?an?\s+(?P<after>{_FULL})\b"
    rf"|,\s+(?P<end>{_FULL})(?=[.;)]|$))?"
)
_DATED = re.compile(rf"(?:{_BEFORE})(?P<date>(?<![\w.]){_DATE}){_AFTER}")
_PARTS = re.compile(rf"(?P<month>{_MONTH})|(?P<day>(?<!\d)(?:3[01]|[12]\d|0?[1-9])(?!\d))")
_CLOCK = re.compile(
    r"\b(?P<midnight>midnight)\b|\b(?P<noon>noon)\b"
    r"|(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?(?::\d\d)?\s*(?P<half>[ap])\.?\s?m\b"
    r"|(?<![\d:.])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayInText:
    """A day of a month in running text, with the weekday next to it, if there is one.

    `weekday` is 0 for Monday to 6; `text` are the words, with their weekday.
    """

    month: int
    day: int
    year: int | None
    weekday: int | None
    text: str

    def in_year(self, year: int) -> date | None:
        """The day in that year; None for 29 February of a common year and the like."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def days(text: str) -> Iterator[DayInText]:
    """Every day of a month that the text names, in its order."""
    if _FIGURE.search(text) is None:
        return
    for found in _DATED.finditer(quieted(text)):
        weekday = found["before"] if found["between"] else None
        weekday = weekday or found["inside"] or found["after"] or found["end"]
        parts = _calendar(found)
        if parts is not None:
            words = " ".join(found[0 if weekday is not None else "date"].split()).strip(" ,")
            yield DayInText(
                *parts,
                None if weekday is None else weekday_of(weekday.lower()),
                f"{words})" if words.count("(") > words.count(")") else words,
            )


def quieted(text: str) -> str:
    """The text with months and weekdays in capitals (“FRIDAY”) made “Friday”, as long as it was."""
    return _LOUD.sub(lambda name: name[0].capitalize() if name[0].isupper() else name[0], text)


def _calendar(found: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Month, day, and the year or None; None for what is no day, or may be two."""
    if found["iso"] is not None:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return (month, day, year) if 1 <= month <= 12 else None
    if found["figures"] is not None:
        one, two, year = (int(part) for part in found["figures"].split("/"))
        month, day = (one, two) if one <= 12 else (two, one)
        return (month, day, year) if month <= 12 and (day > 12 or one == two) else None
    parts = {part.lastgroup: part[0] for part in _PARTS.finditer(found["date"])}
    said = found["year1"] or found["year2"]
    return month_of(parts["month"].lower()), int(parts["day"]), None if said is None else int(said)


def months(text: str) -> frozenset[int]:
    """The months that it names, 1 to 12."""
    return frozenset(month_of(name.lower()) for name in re.findall(rf"\b{_MONTH}", text))


def years(text: str) -> frozenset[int]:
    """The years that it names in four figures."""
    found = re.findall(r"(?<![\d.,-])(?:1[5-9]|20|21)\d\d(?![\d,]|\.\d)", text)
    return frozenset(int(year) for year in found)


def clock_times(text: str) -> frozenset[tuple[int, int | None]]:
    """The clock times that it names: hour from 0, and minute or None where only the hour is."""
    found: set[tuple[int, int | None]] = set()
    for time in _CLOCK.finditer(text):
        if time["midnight"] or time["noon"]:
            found.add((0 if time["midnight"] else 12, 0))
        elif time["half"]:
            hour = int(time["hour"]) % 12 + (12 if time["half"].lower() == "p" else 0)
            found.add((hour, None if time["minute"] is None else int(time["minute"])))
        else:
            found.add((int(time["hour24"]), int(time["minute24"])))
    return frozenset(found)


def local_days(when: When) -> tuple[date, date] | None:
    """The first and the last local day a date may have to do with; None where it has no end."""
    if when.start.earliest is None or when.end.latest is None:
        return None
    try:
        first = _EPOCH + timedelta(days=clock.local(when.start.earliest, when.zone)[0])
        last = _EPOCH + timedelta(days=clock.local(when.end.latest - 1, when.zone)[0])
    except OverflowError:
        return None
    return first, last


def names_date(text: str, when: When) -> bool:
    """Whether the text names this date, as exactly as it is: its day, month or year, and hour."""
    span = local_days(when)
    if span is None or when.stretch:
        return False
    first, last = span
    if when.timed:
        hour, minute = _local_clock(when)
        return any(
            named == hour and (exact is None or exact == minute)
            for named, exact in clock_times(text)
        )
    if when.precision == "day":
        return any(
            first <= day <= last for one in days(text) for day in _possible(one, first, last)
        )
    if when.precision == "month":
        return bool({first.month, last.month} & months(text))
    return bool(set(range(first.year, last.year + 1)) & years(text))


def _possible(named: DayInText, first: date, last: date) -> Iterator[date]:
    for year in {first.year, last.year} if named.year is None else {named.year}:
        day = named.in_year(year)
        if day is not None:
            yield day


def _local_clock(when: When) -> tuple[int, int]:
    """Hour and minute at which a clock time starts, on the clock that it is written in."""
    found = re.search(r"T(\d\d)(?::(\d\d))?", when.written)
    return (0, 0) if found is None else (int(found[1]), int(found[2] or 0))


def last_years(found: DayInText, anchors: Iterable[tuple[date, date]]) -> set[int]:
    """The years in which the day is the nearest that is not after each of the days it is said."""
    result: set[int] = set()
    for first, last in anchors:
        for said in (first, last):
            for year in range(said.year, said.year - 9, -1):
                day = found.in_year(year)
                if day is not None and day <= said:
                    result.add(year)
                    break
    return result


def spelled(day: date) -> str:
    """A day with its weekday for a sentence: “Oct. 14, 2021, is a Thursday”."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}, is a {WEEKDAYS[day.weekday()]}"
