"""Dates in words for people, never more precise than what is known."""

from __future__ import annotations

from functools import lru_cache

from timelines.dates.moments import House
from timelines.dates.when import When
from timelines.dates.widening import USUAL
from timelines.dates.wording.moment_words import say_moment
from timelines.dates.wording.said import Said, Speech, mid_phrase, on_day, told
from timelines.dates.wording.set_words import range_words, say_set
from timelines.dates.written import UNCERTAIN, slash
from timelines.dates.zones import Zone, zone_named
from timelines.words import words


def in_words(
    when: When, *, zone: str | None = None, language: str = "en", sentence: bool = False
) -> str:
    """A date as a newspaper would print it: “sometime in May 2021”, “Sept. 8, 2021, 5:44 p.m.”.

    Times are told in the zone they are written in. That zone is named where clocks there read
    differently from those in `zone`, the IANA zone of the investigation; without one, wherever
    the date itself names a zone. With `sentence` the words can follow a verb (“on Sept. 8, 2021”).
    What a language lacks is said in English.
    """
    return _words(when.written, when.home, when.hemisphere, zone, language, sentence)


@lru_cache(maxsize=32_768)
def _words(
    written: str, home: str, hemisphere: str, zone: str | None, language: str, sentence: bool
) -> str:
    """The words for what is written; a page tells the same dates again after every click."""
    speech = Speech(words(language), House(zone_named(home), hemisphere, USUAL), zone, sentence)
    if written == "unknown":
        return speech.words["dates.sentence_unknown" if sentence else "dates.unknown"]
    if written[0] in "[{":
        return say_set(written, speech)
    middle = slash(written)
    if middle is None:
        return told(say_moment(written, speech)[0], speech)
    return _stretch(written[:middle], written[middle + 1 :], speech)


def _stretch(left: str, right: str, speech: Speech) -> str:
    quiet = speech._replace(sentence=False)
    start, carried = _end(left, quiet, None)
    end, _ = _end(right, quiet, carried)
    say = speech.words.say
    if start is not None and end is not None:
        return _closed(start, end, speech)
    if start is not None:
        key = "dates.stretch_open_end" if right == ".." else "dates.stretch_unknown_end"
        text = told(start, quiet)
        return say(key, start=mid_phrase(start, text, speech.words) if right == "" else text)
    if end is not None:
        key = "dates.stretch_open_start" if left == ".." else "dates.stretch_unknown_start"
        return say(key, end=told(end, quiet))
    raise ValueError("an interval with two open ends is never read")


def _end(text: str, speech: Speech, carried: Zone | None) -> tuple[Said | None, Zone | None]:
    """One end in words, with the zone it hands on to a clock time at the other end."""
    if text in ("", ".."):
        return None, None
    said, moment = say_moment(text, speech, carried)
    return said, moment.zone if moment.own_zone else None


def _closed(start: Said, end: Said, speech: Speech) -> str:
    say = speech.words.say
    quiet = speech._replace(sentence=False)
    if start.marks & end.marks & UNCERTAIN:
        first_sure = start._replace(marks=start.marks & ~UNCERTAIN)
        last_sure = end._replace(marks=end.marks & ~UNCERTAIN)
        return say("dates.possibly", phrase=_closed(first_sure, last_sure, speech))
    if start.marks or end.marks:
        first = mid_phrase(start, told(start, quiet), speech.words)
        return say("dates.stretch", start=first, end=told(end, quiet))
    if start == end and start.kind in ("day", "coarse"):
        key = "dates.stretch_within_day" if start.kind == "day" else "dates.stretch_within"
        return say(key, span=start.core)
    if start.kind == "day" == end.kind:
        first, last = range_words(start, end, speech.words)
        return say("dates.stretch", start=first, end=last)
    if start.clock and end.clock and start.day == end.day:
        day = on_day(start.day or "", speech)
        return say("dates.stretch_of_day", day=day, start=start.clock, end=end.clock)
    first = mid_phrase(start, told(start, quiet), speech.words)
    return say("dates.stretch", start=first, end=told(end, quiet))
