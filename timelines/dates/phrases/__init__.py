"""The shelf of phrases: dates in the words of news copy, one idiom a file; this file runs them.

A module of this folder is a rule: its file's name is the rule's name, its docstring says how it
reads, and it has

* `PATTERN`: a regular expression that the whole of the words matches, as `plain` leaves them;
* `read(found, anchor)`: what they mean, as `Meant`; None if it is not for this rule; or it raises
  `Question` for words that it knows and that give no date;
* `EXAMPLES`: words, the date of the document that says them, what must come out. They are run as
  tests and shown in the documentation.

Nothing else lists the rules: drop a file here and it reads, is documented and is tested. No two
rules read the same words, so that their order does not matter.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from timelines.dates import clock
from timelines.dates.calendar_words import WEEKDAYS, plain, spelled
from timelines.dates.edtf import edtf
from timelines.dates.idiom import Anchor, Example, Meant, Question, Why, hull
from timelines.dates.when import Bounds, DateError, When

__all__ = ["Reading", "Rule", "Unresolved", "resolve", "shelf"]

_EPOCH = date(1970, 1, 1)
_DEEPEST = 4
"""“about the night of Friday, Oct. 15” is four phrases in one another; more is no news copy."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What words mean: newsroom EDTF, its bounds, the rule's name, and a reading for people.

    The EDTF is to be read in the zone that the words were resolved in. Bounds are half-open, in
    microseconds UTC.
    """

    text: str
    edtf: str
    start: Bounds
    end: Bounds
    rule: str
    reading: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that give no date: the sentence that says why, or what to ask.

    `why` is "unanchored" (the document has no date), "another-event" (they count from one),
    "open" (they leave it open), "forward" (only for something planned), "two-readings", or
    "words" (no rule reads them).
    """

    text: str
    reason: str
    why: Why


@dataclass(frozen=True, slots=True)
class Rule:
    """One idiom, as its module has it."""

    name: str
    manual: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Anchor], Meant | None]
    examples: tuple[Example, ...]


@cache
def shelf() -> tuple[Rule, ...]:
    """Every rule of this folder, by name."""
    return tuple(_rule(name) for name in sorted(one.name for one in pkgutil.iter_modules(__path__)))


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    manual = (module.__doc__ or "").strip()
    return Rule(name.replace("_", "-"), manual, module.PATTERN, module.read, module.EXAMPLES)


def resolve(
    words: str,
    anchor: When | None,
    *,
    zone: str,
    week_starts: str = "monday",
    hemisphere: str = "north",
    planned: bool = False,
    since: When | None = None,
    language: str = "en",
    about: Mapping[str, str] | None = None,
) -> Reading | Unresolved:
    """What words of news copy mean against the date of the document that says them.

    `anchor` is that date, `zone` the IANA zone whose local days count. An anchor coarser than a
    day gives the hull of all its readings. `planned` lets words look forward, `since` is the date
    of another event that “four months later” counts from, `about` is the house's leeway.
    """
    return _resolved(
        words,
        anchor,
        zone,
        week_starts,
        hemisphere,
        planned,
        since,
        language,
        None if about is None else tuple(sorted(about.items())),
    )


@lru_cache(maxsize=16_384)
def _resolved(
    words: str,
    when: When | None,
    zone: str,
    week_starts: str,
    hemisphere: str,
    planned: bool,
    since: When | None,
    language: str,
    house: tuple[tuple[str, str], ...] | None,
) -> Reading | Unresolved:
    if language.split("-")[0] != "en":
        return Unresolved(words, f"No rules are known for the language “{language}”.", "words")
    about = None if house is None else dict(house)
    days = None if when is None else _days(when, zone)
    bounds = None if when is None else Bounds(when.start.earliest, when.end.latest)
    starts = [day.lower() for day in WEEKDAYS].index(week_starts)
    anchors = [
        Anchor(words, day, bounds, zone, starts, hemisphere, planned, since, about, _meant)
        for day in (days or (None,))
    ]
    try:
        rule, meant = _hulled(words, anchors)
        found = edtf(meant.edtf, zone, hemisphere=hemisphere, about=about)
    except Question as question:
        return Unresolved(words, question.sentence, question.why)
    except (OverflowError, ValueError, DateError):
        return Unresolved(words, "It leads outside the calendar.", "words")
    return Reading(words, meant.edtf, found.start, found.end, rule, meant.reading)


def _days(when: When, zone: str) -> tuple[date, ...] | None:
    """The first and the last local day the document may be of; None if it is not known."""
    if when.start.earliest is None or when.end.latest is None:
        return None
    try:
        first = _EPOCH + timedelta(days=clock.local(when.start.earliest, zone)[0])
        last = _EPOCH + timedelta(days=clock.local(when.end.latest - 1, zone)[0])
    except OverflowError:
        return None
    return (first,) if first == last else (first, last)


def _hulled(words: str, anchors: list[Anchor]) -> tuple[str, Meant]:
    """What they mean from each end of the anchor, or from the only end that allows a reading."""
    found: list[tuple[str, Meant]] = []
    question: Question | None = None
    for anchor in anchors:
        try:
            found.append(_read(words, anchor))
        except Question as asked:
            if asked.why != "two-readings":
                raise
            question = asked
    if not found:
        raise question or Question("No rule reads these words.", "words")
    rule, early = found[0]
    if len(found) == 1:
        return rule, early
    note = f"said between {spelled(anchors[0].day)} and {spelled(anchors[-1].day)}"
    return rule, hull(early, found[-1][1], note)


def _read(words: str, anchor: Anchor) -> tuple[str, Meant]:
    text = plain(words)
    question: Question | None = None
    for rule in shelf():
        match = rule.pattern.fullmatch(text)
        if match is None:
            continue
        try:
            meant = rule.read(match, anchor)
        except Question as asked:
            question = question or asked
            continue
        if meant is not None:
            return rule.name, meant
    raise question or Question(
        "No rule reads these words. Ask for a date, or write newsroom EDTF.", "words"
    )


def _meant(words: str, anchor: Anchor) -> Meant | None:
    """What words inside other words mean; None if no rule reads them."""
    if anchor.depth > _DEEPEST:
        return None
    try:
        return _read(words, anchor)[1]
    except Question as question:
        if question.why == "words":
            return None
        raise
