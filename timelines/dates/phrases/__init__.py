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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from dateutil.relativedelta import relativedelta

from timelines.dates import clock
from timelines.dates.calendar_words import WEEKDAYS, plain, spelled
from timelines.dates.distances import EXAMPLES as DISTANCES
from timelines.dates.edtf import edtf
from timelines.dates.idiom import Anchor, Example, Meant, Question, Why, hull
from timelines.dates.when import Bounds, DateError, When

__all__ = ["Reading", "Rule", "Unresolved", "docs", "resolve", "shelf"]

_EPOCH = date(1970, 1, 1)
_EVERY_DAY = 400
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
    "open" (they leave it open), "forward" (only for something planned), "two-readings" (figures
    that may be two days, or a weekday that the date does not have), or "words" (no rule reads
    them).
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
        tuple(sorted((about or {}).items())),
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
    house: tuple[tuple[str, str], ...],
) -> Reading | Unresolved:
    if language.split("-")[0] != "en":
        return Unresolved(words, f"No rules are known for the language “{language}”.", "words")
    days = None if when is None else _days(when, zone)
    anchor = Anchor(
        words=words,
        on=None if days is None else days[0],
        bounds=None if when is None else Bounds(when.start.earliest, when.end.latest),
        zone=zone,
        week_starts=[day.lower() for day in WEEKDAYS].index(week_starts),
        hemisphere=hemisphere,
        planned=planned,
        since=since,
        inner=_meant,
    )
    try:
        rule, meant = _hulled(words, anchor, days)
        found = edtf(meant.edtf, zone, hemisphere=hemisphere, about=dict(house))
    except Question as question:
        return Unresolved(words, question.sentence, question.why)
    except (OverflowError, ValueError, DateError):
        return Unresolved(words, "It leads outside the calendar.", "words")
    if "time-skipped" in found.troubles:
        return Unresolved(words, f"The clocks in {zone} skip that time: ask for the hour.", "words")
    return Reading(words, meant.edtf, found.start, found.end, rule, meant.reading)


def _days(when: When, zone: str) -> tuple[date, date] | None:
    """The first and the last local day the document may be of; None if it is not known."""
    if when.start.earliest is None or when.end.latest is None:
        return None
    try:
        first = _EPOCH + timedelta(days=clock.local(when.start.earliest, zone)[0])
        last = _EPOCH + timedelta(days=clock.local(when.end.latest - 1, zone)[0])
    except OverflowError:
        return None
    return first, last


def _hulled(words: str, anchor: Anchor, days: tuple[date, date] | None) -> tuple[str, Meant]:
    """What they mean from the first day to the last that the document may be of.

    A later day never gives an earlier meaning, so both ends are enough; unless one of them gives
    none (“Tues., August 25” is a day of some years only), then every day is asked, or for years
    every first of a month.
    """
    if days is None or days[0] == days[1]:
        return _read(words, anchor)
    found, question = _each(words, anchor, days)
    if question is not None and question.why in ("two-readings", "forward", "words"):
        found, _ = _each(words, anchor, _between(*days))
    elif question is not None:
        raise question
    if not found:
        raise question or Question("No day in that time gives a reading.", "words")
    rule, early = found[0]
    note = f"said between {spelled(days[0])} and {spelled(days[1])}"
    return rule, hull(early, found[-1][1], note)


def _each(
    words: str, anchor: Anchor, days: Iterable[date]
) -> tuple[list[tuple[str, Meant]], Question | None]:
    found: list[tuple[str, Meant]] = []
    question: Question | None = None
    for day in days:
        try:
            found.append(_read(words, replace(anchor, on=day)))
        except Question as asked:
            question = asked
    return found, question


def _between(first: date, last: date) -> Iterator[date]:
    step = relativedelta(days=1) if (last - first).days <= _EVERY_DAY else relativedelta(months=1)
    day = first
    while day < last:
        yield day
        day = day + step if step.days else day.replace(day=1) + step
    yield last


def _read(words: str, anchor: Anchor) -> tuple[str, Meant]:
    question: Question | None = None
    for rule, match in _matching(plain(words)):
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


@lru_cache(maxsize=16_384)
def _matching(text: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """The rules whose pattern the whole text has; when it is said makes no difference to that."""
    found = ((rule, rule.pattern.fullmatch(text)) for rule in shelf())
    return tuple((rule, match) for rule, match in found if match is not None)


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


def docs() -> str:
    """The page of the documentation about phrases and distances, as CommonMark."""
    parts = [_PAGE]
    for rule in shelf():
        parts.append(f"### {rule.name}\n\n{rule.manual}\n\n{_table(rule.examples)}")
    rows = "\n".join(f"| {words} | {meaning} |" for words, meaning in DISTANCES)
    return "\n".join(parts) + _DISTANCES + rows + "\n"


def _table(examples: Iterable[Example]) -> str:
    rows = ["| words | said | means | reading |", "|---|---|---|---|"]
    for words, said, meaning, reading, planned, since in examples:
        about = ", of something planned" * planned + (f", from {since}" if since else "")
        rows.append(f"| {words} | {said}{about} | {_code(meaning)} | {reading} |")
    return "\n".join(rows) + "\n"


def _code(meaning: str | None) -> str:
    return "a question" if meaning is None else f"`{meaning}`"


_PAGE = """# Dates in the words of news copy

<!-- Written by `make docs` from the code: change that, not this page. -->

“On Friday” is no date until one knows who said it when. Such words stand in a citation's `says`
and are resolved against the date of the document that says them (`published`, else `created`),
in its zone. The result is a span in newsroom EDTF, with the name of the rule and its reading in
words. A document whose date is coarser than a day gives everything the words may mean on any of
its days. What no rule reads is a question; nothing is guessed.

To try one: `timelines phrase "on Friday" --said 2021-10-15T16:10 --zone America/Chicago`.

## Rules
"""

_DISTANCES = """
## Distances

The `by` of an order fact, and “ago” and “later” in phrases, are read by one grammar. A spoken
distance is rounded as people round: give or take half of its smallest unit (half a month is 15
days, half a year six months, half a day twelve hours). “A week” is one week, so rounded too.
Where halves are spoken, a quarter. “About” gives a whole unit either way. “At least”, “more
than”, “up to”, “less than”, “3 to 5” and “exactly” mean what they say, and ISO 8601 durations are
exact. Months and days are steps of the local calendar, never 30 days or 24 hours. “Several”, “a
few” and “nearly” are no numbers: a question.

| words | taken to mean |
|---|---|
"""
