"""Names of months, weekdays and days of the month in news copy, and days spelled for people."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_ORDINAL = {word: number for number, word in enumerate(_ORDINALS, 1)}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
DAY = r"(?:(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
ORDINAL_DAY = (
    r"(?:(?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)|"
    + "|".join(sorted(_ORDINALS, key=len, reverse=True))
    + ")"
)
YEAR = r"(?:[12][0-9]{3}|'[0-9]{2})"
"""Patterns for text as `plain` leaves it."""


_EMPTY = re.compile(
    r"(?:(?:at )?(?:sometime|some time|some point|one point) |back |as of |as recently as )+"
)


@lru_cache(maxsize=16_384)
def plain(words: str) -> str:
    """The words in lower case, without the points, commas and curls that change no date."""
    text = words.strip().strip("“”\"'").lower()
    text = re.sub(r"[’‘ʼ´`]", "'", text)
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", text)
    text = re.sub(r"(?<![0-9])\.|\.(?![0-9])|[()]", " ", text)
    text = re.sub(r",(?![0-9]{3}\b)", " ", text)
    text = re.sub(r"(?<=[a-z])'s?(?= *$)", "", text)
    text = " ".join(text.split())
    found = _EMPTY.match(text)
    return text if found is None else text[found.end() :]


def month_of(name: str) -> int:
    """The month, 1 to 12, of a name or abbreviation in lower case."""
    return next(number for number, full in enumerate(MONTHS, 1) if full[:3].lower() == name[:3])


def weekday_of(name: str) -> int:
    """The weekday, 0 for Monday to 6, of a name or abbreviation in lower case."""
    return next(number for number, full in enumerate(WEEKDAYS) if full[:3].lower() == name[:3])


def day_of(text: str) -> int:
    """The day of the month of “8”, “8th” or “eighth”."""
    return _ORDINAL[text] if text in _ORDINAL else int(re.sub(r"\D", "", text))


def spelled(day: date) -> str:
    """A day for a reading: “Fri 15 Oct 2021”."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"
