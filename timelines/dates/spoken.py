"""Dates as people write them elsewhere, turned into newsroom EDTF as a suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable

from timelines.dates.civil import calendar_day, day_number, month_length

_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = {name[:length]: number for number, name in enumerate(_NAMES, 1) for length in (3, 20)}
_MONTHS |= {"sept": 9, "juni": 6, "juli": 7}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"

_Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]


def spoken_date(text: str) -> str | None:
    """“May 7, 2021”, “spring 2021”, “about 1990”, “the 1990s” … in newsroom EDTF; else None."""
    words = " ".join(text.lower().split()).strip(" .,")
    return _first(words, _DATES + _MARKED + _RANGES)


def _first(words: str, forms: list[_Form]) -> str | None:
    for pattern, write in forms:
        found = pattern.fullmatch(words)
        if found is not None and (date := write(found)) is not None:
            return date
    return None


def _day(found: re.Match[str]) -> str | None:
    month = _MONTHS.get(found["month"])
    year, day = int(found["year"]), int(found["day"])
    if month is None or not 1 <= day <= month_length(year, month):
        return None
    return f"{found['year']}-{month:02d}-{day:02d}"


def _month(found: re.Match[str]) -> str | None:
    month = _MONTHS.get(found["month"])
    return None if month is None else f"{found['year']}-{month:02d}"


def _season(found: re.Match[str]) -> str | None:
    return f"{found['year']}-{_SEASONS[found['season']]}"


def _part(found: re.Match[str]) -> str | None:
    first = {"q": 33, "h": 40}[found["kind"]]
    return f"{found['year']}-{first + int(found['count']) - 1}"


def _marked(mark: str) -> Callable[[re.Match[str]], str | None]:
    def write(found: re.Match[str]) -> str | None:
        date = _inner(found["rest"], _DATES)
        return None if date is None else date + mark

    return write


def _before_christ(found: re.Match[str]) -> str | None:
    year = 1 - int(found["year"])
    return "0000" if year == 0 else f"-{-year:04d}"


def _ends(template: str) -> Callable[[re.Match[str]], str | None]:
    def write(found: re.Match[str]) -> str | None:
        dates = [_inner(words, _DATES + _MARKED) for words in found.groups()]
        return None if None in dates else template.format(*dates)

    return write


def _beyond(template: str, step: int) -> Callable[[re.Match[str]], str | None]:
    """“Before May 2021” ends with April: the set holds its own ends."""

    def write(found: re.Match[str]) -> str | None:
        date = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", _whole(found["rest"]))
        if date is None:
            return None
        year, month, day = (int(part) if part else None for part in date.groups())
        if day is not None:
            year, month, day = calendar_day(day_number(year or 0, month or 1, day) + step)
        elif month is not None:
            count = (year or 0) * 12 + month - 1 + step
            year, month = count // 12, count % 12 + 1
        else:
            year = (year or 0) + step
        parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
        return template.format("-".join(parts))

    return write


def _whole(words: str) -> str:
    return _inner(words, _DATES) or ""


def _same_year(template: str) -> Callable[[re.Match[str]], str | None]:
    def write(found: re.Match[str]) -> str | None:
        year = found["year"]
        dates = [_first(f"{found[side]} {year}", _DATES) for side in ("first", "last")]
        return None if None in dates else template.format(*dates)

    return write


def _days_of_month(found: re.Match[str]) -> str | None:
    month, year = found["month"], found["year"]
    dates = [_first(f"{month} {found[side]} {year}", _DATES) for side in ("first", "last")]
    return None if None in dates else "{}/{}".format(*dates)


def _inner(words: str, forms: list[_Form]) -> str | None:
    """A date inside other words: already right, or spoken itself."""
    if re.fullmatch(r"[0-9]{4}(?:-[0-9x]{2}){0,2}[~?%]?|[0-9]{4}-[0-9-]+t[0-9:.]+", words):
        return words.upper()
    return _first(words.strip(), forms)


def _forms(*forms: tuple[str, Callable[[re.Match[str]], str | None]]) -> list[_Form]:
    return [(re.compile(pattern), write) for pattern, write in forms]


_SEASON = "(?P<season>spring|summer|autumn|fall|winter)"
_DATES = _forms(
    (rf"{_WEEKDAY}{_MONTH} +{_DAY},? +{_YEAR}", _day),
    (rf"{_WEEKDAY}{_DAY}[ -](?:of +)?{_MONTH}[ ,-]+{_YEAR}", _day),
    (rf"{_YEAR}[ -]{_MONTH}[ -]{_DAY}", _day),
    (rf"(?:in +)?{_MONTH},? *(?:of +)?{_YEAR}", _month),
    (rf"{_YEAR}[ -]{_MONTH}", _month),
    (rf"(?:in +)?(?:the +)?{_SEASON},? +(?:of +)?{_YEAR}", _season),
    (rf"{_YEAR}[ -]+{_SEASON}", _season),
    (rf"(?P<kind>q)(?P<count>[1-4])[ /-]*{_YEAR}", _part),
    (rf"{_YEAR}[ /-]*(?P<kind>q)(?P<count>[1-4])", _part),
    (rf"(?P<kind>h)(?P<count>[12])[ /-]*{_YEAR}", _part),
    (rf"{_YEAR}[ /-]*(?P<kind>h)(?P<count>[12])", _part),
    (r"(?:in +)?(?:the +)?(?P<year>[0-9]{3})0'?s", lambda found: f"{found['year']}X"),
    (r"(?P<year>[0-9]{1,4}) *b\.? ?c\.?(?:e\.?)?", _before_christ),
)
_ABOUT = r"(?:about|around|circa|ca\.?|c\.?|approx(?:imately|\.)?|roughly|~)"
_MARKED = _forms(
    (rf"{_ABOUT} *(?P<rest>.+)", _marked("~")),
    (r"(?:possibly|perhaps|maybe|probably) +(?P<rest>.+)", _marked("?")),
    (r"(?P<rest>.+?) *\(\?\)", _marked("?")),
)
_TO = r"(?: *[–—-] *| +(?:to|until|till|through|thru) +)"
_FIRST, _LAST = (rf"(?P<{side}>[a-z. ]+[0-9]*)" for side in ("first", "last"))
_RANGES = _forms(
    (
        rf"(?:from +)?{_MONTH} +(?P<first>[0-9]{{1,2}}){_TO}(?P<last>[0-9]{{1,2}}),? +{_YEAR}",
        _days_of_month,
    ),
    (rf"(?:from +)?{_FIRST}{_TO}{_LAST},? +{_YEAR}", _same_year("{}/{}")),
    (rf"between +{_FIRST} +and +{_LAST},? +{_YEAR}", _same_year("[{}..{}]")),
    (rf"{_FIRST} +or +{_LAST},? +{_YEAR}", _same_year("[{},{}]")),
    (r"(?:by|until|no later than|on or before|in or before) +(.+)", _ends("[..{}]")),
    (r"(?:since|no earlier than|on or after|in or after) +(.+)", _ends("[{}..]")),
    (r"before +(?P<rest>.+)", _beyond("[..{}]", -1)),
    (r"after +(?P<rest>.+)", _beyond("[{}..]", 1)),
    (r"between +(.+?) +and +(.+)", _ends("[{}..{}]")),
    (r"(?:either +)?(.+?) +or +(.+)", _ends("[{},{}]")),
    (r"(?:from +)?(.+?) +(?:to|until|till|through|thru) +(.+)", _ends("{}/{}")),
    (r"(.+?) *[–—] *(.+)", _ends("{}/{}")),
    (r"(.+?) +-+ +(.+)", _ends("{}/{}")),
)
