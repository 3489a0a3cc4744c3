"""Dates as people write them elsewhere, turned into newsroom EDTF as a suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable

from timelines.dates.civil import month_length

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


def _inner(words: str, forms: list[_Form]) -> str | None:
    """A date inside other words: already right, or spoken itself."""
    if re.fullmatch(r"[0-9]{4}[0-9x~?%:t.-]*", words):
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
_RANGES = _forms(
    (r"(?:before|by|until|no later than|on or before) +(.+)", _ends("[..{}]")),
    (r"(?:after|since|no earlier than|on or after) +(.+)", _ends("[{}..]")),
    (r"between +(.+?) +and +(.+)", _ends("[{}..{}]")),
    (r"(?:either +)?(.+?) +or +(.+)", _ends("[{},{}]")),
    (r"(?:from +)?(.+?) +(?:to|until|till|through|thru) +(.+)", _ends("{}/{}")),
    (r"(.+?) *[–—] *(.+)", _ends("{}/{}")),
    (r"(.+?) +-+ +(.+)", _ends("{}/{}")),
)
