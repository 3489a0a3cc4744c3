"""“At 5:44 p.m. on Friday”, “Oct. 15 at 4 p.m.”: a clock time on a day that other words name.

“4 p.m.” is a moment within that hour, “5:44 p.m.” within that minute; “about” marks it so.
Midnight of a day may be its start or its end: it is one of both. A clock time without a day, and
“four o'clock” without morning or afternoon, are questions.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, Part, Question

_ZONES = {
    "utc": "Z", "gmt": "Z",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "et": "[America/New_York]", "eastern": "[America/New_York]",
    "ct": "[America/Chicago]", "central": "[America/Chicago]",
    "mt": "[America/Denver]", "mountain": "[America/Denver]",
    "pt": "[America/Los_Angeles]", "pacific": "[America/Los_Angeles]",
}  # fmt: skip
"""What the abbreviations of United States copy mean; no other country's are read."""

_HOUR = r"(?:1[0-2]|0?[1-9])"
_CLOCK = (
    rf"(?:{_HOUR}(?::[0-5][0-9]){{0,2}} ?[ap]m|(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    rf"|{_HOUR} (?:o'clock )?in the (?:morning|afternoon|evening)|{_HOUR} o'clock|noon|midnight)"
)


def _timed(name: str) -> str:
    """A pattern for a clock time, whose groups end in a name of their own."""
    return (
        rf"(?P<about{name}>about |around |approximately |roughly "
        rf"|(?:shortly|just) (?:after|before) )?"
        rf"(?P<clock{name}>{_CLOCK})(?: (?P<zone{name}>{'|'.join(_ZONES)})(?: time)?)?"
    )


PATTERN = re.compile(
    rf"(?:at )?{_timed('1')}(?: (?:on )?(?P<day1>.+))?|(?P<day2>.+?) (?:at )?{_timed('2')}"
)
EXAMPLES = (
    Example("at 5:44 p.m. on Friday", "2021-10-15", "2021-10-15T17:44", "Fri 15 Oct 2021, 17:44"),
    Example("Oct. 15 at 4 p.m.", "2021-10-16", "2021-10-15T16", "Fri 15 Oct 2021, hour 16"),
    Example(
        "about 4 p.m. Friday", "2021-10-16", "2021-10-15T16~", "Fri 15 Oct 2021, about hour 16"
    ),
    Example(
        "midnight Friday",
        "2021-10-16",
        "[2021-10-15T00:00,2021-10-16T00:00]",
        "midnight at the start or the end of Fri 15 Oct 2021",
    ),
    Example(
        "5 p.m. EDT Friday",
        "2021-10-16",
        "2021-10-15T17-04:00",
        "Fri 15 Oct 2021, hour 17 (EDT)",
    ),
    Example(
        "at 4 p.m.", "2021-10-15", None, "It is a clock time, and the words name no day for it."
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """That time of the day named, if exactly one day is."""
    which = "1" if found["clock1"] else "2"
    clock, about, zone = (found[f"{name}{which}"] for name in ("clock", "about", "zone"))
    words = found[f"day{which}"]
    if words is None:
        raise Question("It is a clock time, and the words name no day for it.", "words")
    words, part_of_day = _without_part(words)
    inner = anchor.read(words)
    day = None if inner is None else inner.one_day
    if day is None:
        return None
    if part_of_day == "night" and clock.endswith("am"):
        raise Question("After midnight, a night may be either day's: ask which.", "open")
    if about and about.startswith(("shortly", "just")):
        raise Question(f"“{about.strip()}” leaves open how long: ask for the time.", "open")
    if clock == "midnight":
        ends = [day, day + timedelta(days=1)]
        parts = tuple(_part(end, "00:00", zone) for end in ends)
        start_or_end = f"midnight at the start or the end of {spelled(day)}"
        return Meant(parts[0], parts[1], start_or_end, choices=parts)
    time = _time(clock)
    part = _part(day, f"{time}{'~' if about else ''}", zone)
    said = f"hour {int(time)}" if len(time) == 2 else time
    suffix = f" ({zone.upper() if len(zone) < 4 else zone.capitalize()})" if zone else ""
    reading = f"{spelled(day)}, {'about ' if about else ''}{said}{suffix}"
    return Meant(part, part, reading)


def _without_part(words: str) -> tuple[str, str]:
    """“Friday night” as “Friday” and “night”: the clock time says more than the part of the day."""
    found = re.fullmatch(
        r"(?:the )?(?:(.+) )?(morning|afternoon|evening|night)(?: of (.+))?", words
    )
    if found is None or not (found[1] or found[3]) or found[1] in ("last", "this"):
        return words, ""
    return found[1] or found[3], found[2]


def _part(day: date, time: str, zone: str | None) -> Part:
    return Part(day, day, f"{day.isoformat()}T{time}{_ZONES[zone] if zone else ''}")


def _time(clock: str) -> str:
    """The clock time as ISO 8601 has it, no finer than it was said."""
    if clock == "noon":
        return "12:00"
    if clock.endswith("o'clock"):
        raise Question(f"“{clock}” may be morning or afternoon: ask which.", "open")
    hour, *finer = re.findall("[0-9]+", clock)
    number = int(hour)
    if clock.endswith(("am", "in the morning")):
        number %= 12
    elif not clock[-1].isdigit():
        number = number % 12 + 12
    return ":".join([f"{number:02d}", *finer])
