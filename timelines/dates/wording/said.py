"""One moment in words, before it is known where the words will stand."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timelines.dates.moments import House
from timelines.dates.written import APPROXIMATE, UNCERTAIN
from timelines.words import Words

Kind = Literal["day", "time", "coarse", "between"]


class Speech(NamedTuple):
    """Whom a date is told: the language, the zone their page is in, and how the text reads on.

    `zone` None means that zones are named wherever the date itself names one. `sentence` asks for
    words that follow a verb (“on Sept. 8, 2021”).
    """

    words: Words
    house: House
    zone: str | None
    sentence: bool


class Said(NamedTuple):
    """A moment in words.

    A “day” is known to the day (`Sept. 8, 2021`), a “time” to the clock; a “coarse” one lies
    somewhere in a span (`May 2021`), a “between” one from `first` to `last`. `short` is the core
    without its `year`, for lists within one year; `day` and `clock` are a time's two parts.
    `unit` is day, month or year if that is what the words count in.
    """

    kind: Kind
    core: str
    marks: int = 0
    unit: str | None = None
    short: str | None = None
    year: str | None = None
    day: str | None = None
    clock: str | None = None
    first: str | None = None
    last: str | None = None


def span_between(words: Words, first: str, last: str, marks: int = 0) -> Said:
    """A moment somewhere from one thing to another."""
    core = words.say("dates.between", first=first, last=last)
    return Said("between", core, marks, first=first, last=last)


def told(said: Said, speech: Speech, *, listed: bool = False) -> str:
    """The moment as a phrase of its own, or as one of a list that one “sometime” opens."""
    words = speech.words
    if said.marks & APPROXIMATE:
        pattern = "dates.about_between" if said.kind == "between" else "dates.about"
        phrase = words.say(pattern, span=said.core)
    elif said.kind in ("coarse", "between"):
        phrase = said.core
        if said.kind == "coarse":
            phrase = words.say("dates.within", span=phrase)
        if not listed:
            phrase = words.say("dates.coarse", span=phrase)
    else:
        phrase = on_day(said.core, speech)
    return words.say("dates.possibly", phrase=phrase) if said.marks & UNCERTAIN else phrase


def on_day(core: str, speech: Speech) -> str:
    """A day, as a label or as it follows a verb."""
    return speech.words.say("dates.sentence_day", day=core) if speech.sentence else core


def inline(said: Said, core: str, words: Words) -> str:
    """One side of “between … and …”, with what its marks say."""
    if said.marks & APPROXIMATE:
        core = words.say("dates.about", span=core)
    return words.say("dates.possibly", phrase=core) if said.marks & UNCERTAIN else core


def mid_phrase(said: Said, text: str, words: Words) -> str:
    """A day with its year where more words follow: “Sept. 8, 2021,”."""
    if said.kind == "day" and said.short is not None:
        return words.say("dates.day_then", day=text)
    return text


def either(items: list[str], words: Words, key: str = "or") -> str:
    """“a, b or c”; the last two are joined by the word of that key."""
    if len(items) == 1:
        return items[0]
    return words["dates.comma"].join(items[:-1]) + words[f"dates.{key}"] + items[-1]
