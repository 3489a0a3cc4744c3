"""“Friday night”, “this morning”, “early Friday”: part of a day that other words name.

Parts are wide, so that nothing is said too exactly: morning is midnight to noon, afternoon noon
to 6 p.m., evening 5 p.m. to midnight, and night 6 p.m. to 6 a.m. of the next day. “Early” and
“late” in a day are its first and last eight hours. “Last night” began the evening before.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, Part

_PARTS = {
    "morning": (0, 11, "midnight to noon"),
    "early morning": (0, 8, "midnight to 9 a.m."),
    "late morning": (9, 11, "9 a.m. to noon"),
    "afternoon": (12, 17, "noon to 6 p.m."),
    "early afternoon": (12, 14, "noon to 3 p.m."),
    "late afternoon": (14, 18, "2 p.m. to 7 p.m."),
    "evening": (17, 23, "5 p.m. to midnight"),
    "early evening": (16, 20, "4 p.m. to 9 p.m."),
    "late evening": (19, 23, "7 p.m. to midnight"),
    "night": (18, 29, "6 p.m. to 6 a.m. of the next day"),
    "late night": (20, 29, "8 p.m. to 6 a.m. of the next day"),
    "overnight": (18, 32, "6 p.m. to 9 a.m. of the next day"),
    "early hours": (0, 5, "midnight to 6 a.m."),
    "early": (0, 7, "midnight to 8 a.m."),
    "late": (16, 23, "4 p.m. to midnight"),
    "midday": (11, 13, "11 a.m. to 2 p.m."),
}
"""First and last hour of each part; from 24 on they are those of the next day."""

_PART = r"(?:(?:early |late )?(?:morning|afternoon|evening)|(?:late )?night)"
PATTERN = re.compile(
    rf"(?P<this>earlier this|late this|early this|this) (?P<part>{_PART})"
    rf"|(?P<tonight>(?:late |later )?tonight)|(?P<last>(?:late )?last night)|(?P<over>overnight)"
    rf"|(?P<when>early|late|midday) (?:on )?(?P<day>.+?)"
    rf"(?: (?P<then>morning|afternoon|evening|night))?"
    rf"|(?P<day2>.+?) (?:in the |at )?(?P<part2>{_PART}|midday)"
    rf"|(?:in |on |during )?the (?P<part3>{_PART}|(?:wee |small |early )(?:morning )?hours)"
    rf" (?:of|on) (?P<day3>.+)"
)
EXAMPLES = (
    Example(
        "Friday night",
        "2021-10-16",
        "[2021-10-15T18..2021-10-16T05]",
        "Fri 15 Oct 2021, 6 p.m. to 6 a.m. of the next day",
    ),
    Example(
        "this morning",
        "2021-10-15T16:10",
        "[2021-10-15T00..2021-10-15T11]",
        "Fri 15 Oct 2021, midnight to noon",
    ),
    Example(
        "last night",
        "2021-10-15",
        "[2021-10-14T18..2021-10-15T05]",
        "Thu 14 Oct 2021, 6 p.m. to 6 a.m. of the next day",
    ),
    Example(
        "late Friday",
        "2021-10-16",
        "[2021-10-15T16..2021-10-15T23]",
        "Fri 15 Oct 2021, 4 p.m. to midnight",
    ),
    Example(
        "the morning of Sept. 8",
        "2021-10-15",
        "[2021-09-08T00..2021-09-08T11]",
        "Wed 8 Sep 2021, midnight to noon",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The hours meant, of the day that the rest of the words name."""
    given = found.groupdict()
    if given["this"]:
        early_late = given["this"].removesuffix("this").strip()
        part = f"{early_late} {given['part']}".strip()
        return _hours(anchor.day, part if part in _PARTS else given["part"])
    if given["tonight"]:
        return _hours(anchor.day, "night")
    if given["last"] or given["over"]:
        part = "overnight" if given["over"] else "night"
        return _hours(anchor.day - timedelta(days=1), part)
    inner = anchor.read(given["day"] or given["day2"] or given["day3"])
    day = None if inner is None else inner.one_day
    if day is None:
        return None
    if given["when"]:
        return _hours(day, f"{given['when']} {given['then'] or ''}".strip())
    part = given["part2"] or given["part3"]
    return _hours(day, "early hours" if part.endswith("hours") else part)


def _hours(day: date, name: str) -> Meant | None:
    if name not in _PARTS:
        return None
    first, last, words = _PARTS[name]
    return Meant(_hour(day, first), _hour(day, last), f"{spelled(day)}, {words}")


def _hour(day: date, hour: int) -> Part:
    day += timedelta(days=hour // 24)
    return Part(day, day, f"{day.isoformat()}T{hour % 24:02d}")
