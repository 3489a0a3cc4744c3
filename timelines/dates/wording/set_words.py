"""Sets in words: “Sept. 8 or Sept. 10, 2021”, “on or before Sept. 8, 2021”, “every year from …”."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from timelines.dates.wording.moment_words import say_moment
from timelines.dates.wording.said import (
    Said,
    Speech,
    either,
    inline,
    mid_phrase,
    on_day,
    span_between,
    told,
)
from timelines.dates.written import UNCERTAIN, elements
from timelines.words import Words


class Part(NamedTuple):
    """An element of a set: a date, or a range with an end that may be open (None)."""

    first: Said | None
    last: Said | None


class Phrase(NamedTuple):
    """Words for some elements; `vague` if alone they want a “sometime” before them."""

    text: str
    vague: bool = False


def say_set(text: str, speech: Speech) -> str:
    """A set in words; `text` is one that could be read."""
    parts = list(dict.fromkeys(_part(text[a:b], speech) for a, b in elements(text)))
    parts.sort(key=_uncertain)  # “possibly” would seem to speak for all that follow it
    joint = "or" if text[0] == "[" else "and"
    phrases: list[Phrase] = []
    for alike, group in groupby(parts, key=_alike):
        each = list(group)
        if alike is not None:
            singles = [part.first for part in each if part.first is not None]
            phrases += _alike_words(alike, singles, speech, joint)
        elif joint == "or":
            phrases += [_one_of(part, speech) for part in each]
        else:
            phrases += [_all_of(part, speech) for part in each]
    key = f"{joint}_part" if len(phrases) > 1 else joint
    whole = either([phrase.text for phrase in phrases], speech.words, key)
    vague = phrases[0].vague and joint == "or"
    return speech.words.say("dates.coarse", span=whole) if vague else whole


def _uncertain(part: Part) -> bool:
    return any(said is not None and said.marks & UNCERTAIN for said in part)


def _alike(part: Part) -> str | None:
    """The kind of single dates that can share their words; None for all others."""
    said = part.first
    if said is None or said is not part.last or said.marks or said.kind == "between":
        return None
    return said.kind


def _part(text: str, speech: Speech) -> Part:
    quiet = speech._replace(sentence=False)
    first, dots, last = text.partition("..")
    start = say_moment(first, quiet)[0] if first else None
    if not dots:
        return Part(start, start)
    return Part(start, say_moment(last, quiet)[0] if last else None)


def _alike_words(kind: str, each: list[Said], speech: Speech, key: str) -> list[Phrase]:
    """Dates of one kind that follow each other: days, times of one day, months and years."""
    if kind == "coarse":
        core = _within_one_year(each, "dates.month", speech.words, key)
        return [Phrase(speech.words.say("dates.within", span=core), vague=True)]
    if kind == "day":
        core = _within_one_year(each, "dates.day", speech.words, key)
        return [Phrase(on_day(core, speech))]
    return _times(each, speech, key)


def _within_one_year(each: list[Said], pattern: str, words: Words, key: str) -> str:
    years = {said.year for said in each}
    shorts = [said.short for said in each if said.short is not None]
    if len(years) == 1 and len(shorts) == len(each):
        short = either(shorts, words, key)
        return words.say(pattern, day=short, month=short, year=each[0].year)
    cores = [said.core for said in each]
    if len(each) > 1:  # the others are followed by the comma of the list
        cores[-2] = mid_phrase(each[-2], cores[-2], words)
    return either(cores, words, key)


def _times(each: list[Said], speech: Speech, key: str) -> list[Phrase]:
    phrases = []
    for day, group in groupby(each, key=lambda said: said.day or ""):
        clock = either([said.clock or said.core for said in group], speech.words, key)
        text = speech.words.say("dates.timed", day=on_day(day, speech), time=clock)
        phrases.append(Phrase(text))
    return phrases


def range_words(first: Said, last: Said, words: Words) -> tuple[str, str]:
    """Both sides of a range, the year only once where it is the same."""
    since, until = first.first or first.core, last.last or last.core
    same = first.year is not None and first.year == last.year and first.kind == last.kind
    if same and first.short is not None and last.short is not None:
        since = first.short
    else:
        since = mid_phrase(first, since, words)
    return inline(first, since, words), inline(last, until, words)


def _one_of(part: Part, speech: Speech) -> Phrase:
    words = speech.words
    if part.first is not None and part.first is part.last:
        return Phrase(told(part.first, speech, listed=True), not part.first.marks)
    if part.first and part.last:
        return _between(part.first, part.last, speech)
    if part.last:
        side, said, core = "before", part.last, part.last.last or part.last.core
    elif part.first:
        side, said, core = "after", part.first, part.first.first or part.first.core
    else:  # pragma: no cover - “..” alone is refused
        raise ValueError(part)
    kind = said.kind
    if kind == "between":
        kind = "day" if said.unit == "day" else "coarse"
    sure = said._replace(marks=said.marks & ~UNCERTAIN)
    phrase = words.say(f"dates.{side}_{kind}", span=inline(sure, core, words))
    if said.marks & UNCERTAIN:
        phrase = words.say("dates.possibly", phrase=phrase)
    return Phrase(phrase)


def _between(first: Said, last: Said, speech: Speech) -> Phrase:
    words = speech.words
    if first.clock and last.clock and first.day == last.day and not first.marks | last.marks:
        clock = span_between(words, first.clock, last.clock).core
        day = on_day(first.day or "", speech)
        return Phrase(words.say("dates.timed", day=day, time=clock))
    return Phrase(span_between(words, *range_words(first, last, words)).core, vague=True)


def _all_of(part: Part, speech: Speech) -> Phrase:
    words = speech.words
    said = part.first or part.last
    if said is None:  # pragma: no cover - “..” alone is refused
        raise ValueError(part)
    if part.first is part.last:
        return Phrase(told(said, speech, listed=True))
    unit = said.unit or "other"
    if part.first and part.last:
        unit = unit if part.first.unit == part.last.unit else "other"
        first, last = range_words(part.first, part.last, words)
        return Phrase(words.say(f"dates.every_{unit}", first=first, last=last))
    core = inline(said, (said.last if part.last else said.first) or said.core, words)
    return Phrase(words.say(f"dates.{'until' if part.last else 'since'}_{unit}", span=core))
