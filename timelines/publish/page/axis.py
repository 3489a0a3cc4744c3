"""The axis of the reader's strip: calendar ticks, and their names no longer than they are true.

A month's name stands in the middle of the month, never at its first day; where a tick begins
something longer (a week, a quarter, an hour) its name stands right of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from timelines.density import bin_edges
from timelines.marks import DAY
from timelines.period import Period
from timelines.words import Words

TICK_ROOM = 62.0
"""Pixels between two ticks."""
_LEAST = 30.0  # pixels of a month that must be seen for its name to stand in it


class Tick(NamedTuple):
    """A tick at `at` and its name at `named`, in wall milliseconds; `centred` on it or after it.

    `name` is "" where there is no room; `above` is what it lies in, where that changes.
    """

    at: float
    named: float
    centred: bool
    name: str
    above: str


class Part(NamedTuple):
    """A part of time on the calendar, in wall milliseconds, and its whole name."""

    left: float
    right: float
    name: str


def ticks(shown: Period, width: float, words: Words, room: float = TICK_ROOM) -> list[Tick]:
    """The ticks of a period drawn so many pixels wide, so far apart or farther."""
    edges = bin_edges(shown.left, shown.right, max(4, int(width / room))).tolist()
    found: list[Tick] = []
    before = ""
    for left, right in pairwise(edges):
        first, last = max(left, shown.left), min(right, shown.right)
        single = _single(left, right)
        space = (last - (first if single else left)) / shown.length * width
        seen = space >= _LEAST and (single or left >= shown.left)
        name, above = _names(left, right, words)
        found.append(
            Tick(
                left,
                (first + last) / 2 if single else left,
                single,
                name if seen else "",
                above if seen and above != before else "",
            )
        )
        if seen:
            before = above
    return found


def parts(shown: Period, most: int, words: Words) -> list[Part]:
    """The period in at most that many parts of the calendar, plus two, each with its name."""
    edges = bin_edges(shown.left, shown.right, most).tolist()
    return [Part(left, right, _whole(left, right, words)) for left, right in pairwise(edges)]


def date_words(wall: float, words: Words) -> str:
    """A day on the calendar in words."""
    year, month, day = _day(wall)
    near = words.say("dates.month_day", month=words[f"dates.months_short.{month - 1}"], day=day)
    return words.say("dates.day", day=near, year=year_words(year, words))


def year_words(year: int, words: Words) -> str:
    """A year of the calendar; 0 is 1 B.C."""
    return words.say("dates.bc_year", year=str(1 - year)) if year < 1 else str(year)


def _names(left: float, right: float, words: Words) -> tuple[str, str]:
    year, month, day = _day(left)
    short, whole_year = words[f"dates.months_short.{month - 1}"], year_words(year, words)
    length = right - left
    if length < DAY:
        near = words.say("dates.month_day", month=short, day=day)
        return _clock(left, words), near
    if length == DAY:
        return str(day), words.say(
            "dates.month", month=words[f"dates.months_whole.{month - 1}"], year=whole_year
        )
    if length == 7 * DAY:
        return words.say("dates.month_day", month=short, day=day), whole_year
    return (short, whole_year) if length < 360 * DAY else (whole_year, "")


def _whole(left: float, right: float, words: Words) -> str:
    if _single(left, right):
        return _unit(left, right - left, words)
    first = _unit(left, right - left, words)
    last = _unit(right - 1, right - left, words)
    if first == last:
        return first
    return words.say("strip.range", first=first, last=last)


def _unit(wall: float, length: float, words: Words) -> str:
    """The name of the day, month or year a moment lies in, whichever suits a part that long."""
    year, month, _ = _day(wall)
    if length < DAY:
        return words.say(
            "strip.range_of_day", day=date_words(wall, words), time=_clock(wall, words)
        )
    if length <= 7 * DAY:
        return date_words(wall, words)
    if length < 360 * DAY:
        whole = words[f"dates.months_whole.{month - 1}"]
        return words.say("dates.month", month=whole, year=year_words(year, words))
    return year_words(year, words)


def _single(left: float, right: float) -> bool:
    """Whether it is one day, one month or one year."""
    days = (right - left) / DAY
    return days == 1 or 28 <= days <= 31 or 365 <= days <= 366


def _clock(wall: float, words: Words) -> str:
    minutes = int(wall // 60_000) % 1440
    hour, minute = divmod(minutes, 60)
    if words["dates.hours"] == "24":
        return words.say("dates.clock", hour=f"{hour:02d}", minute=f"{minute:02d}")
    shown = str(hour % 12 or 12)
    time = shown if minute == 0 else words.say("dates.clock", hour=shown, minute=f"{minute:02d}")
    return words.say("dates.am" if hour < 12 else "dates.pm", time=time)


def _day(wall: float) -> tuple[int, int, int]:
    day = np.datetime64(int(np.floor(wall / DAY)), "D")
    month = day.astype("datetime64[M]")
    number = int(month.astype(np.int64))
    first = int(month.astype("datetime64[D]").astype(np.int64))
    return number // 12 + 1970, number % 12 + 1, int(day.astype(np.int64)) - first + 1
