"""Says in plain sentences what a date means, and what it does not say."""

from __future__ import annotations

from timelines.dates.civil import DAY, calendar_day
from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, DateError, When
from timelines.dates.words import in_words
from timelines.dates.zones import zone_named
from timelines.words import Words

MINUTE = 60_000_000
TO_THE_MINUTE = frozenset({"microsecond", "second", "minute"})


def meaning(when: When | None, basis: str, words: Words) -> list[str]:
    """The sentences under a date: what is known, how far, and who states it like that.

    None is a date that cannot be read.
    """
    if when is None:
        return [words["app.meaning.unreadable"]]
    if when.precision == "unknown":
        return [words["app.meaning.unknown"]]
    sentences = [_stretch(when, words) if when.stretch else _moment(when, words)]
    sentences += [words["app.meaning.approximate"]] * when.approximate
    sentences += [words["app.meaning.uncertain"]] * when.uncertain
    return [*sentences, words[f"app.basis.{basis}"]]


def day_in_words(written: str, language: str, zone: str = "UTC") -> str:
    """A date of the desk's own notes in words; as it is written where it cannot be read."""
    try:
        return in_words(edtf(written, zone), zone=zone, language=language)
    except DateError:
        return written


def _moment(when: When, words: Words) -> str:
    start = when.start
    if when.members is not None and len(when.members) > 1:
        return words.say("app.meaning.set", members=_members(when, words))
    if start.earliest is None or start.latest is None:
        return _one_sided(when, start, words)
    if when.precision in TO_THE_MINUTE and not when.approximate:
        return words["app.meaning.minute"]
    if when.precision == "hour" and not when.approximate:
        return words["app.meaning.hour"]
    if when.precision == "day" and start.latest - start.earliest <= DAY + DAY // 24:
        return words["app.meaning.day"]
    return words.say("app.meaning.span", **_ends(when, start, words))


def _one_sided(when: When, start: Bounds, words: Words) -> str:
    if start.latest is not None:
        return words.say("app.meaning.before", last=_last(when, start.latest, words))
    if start.earliest is not None:
        return words.say("app.meaning.after", first=_first(when, start.earliest, words))
    return words["app.meaning.anywhen"]


def _stretch(when: When, words: Words) -> str:
    start = words["app.meaning.ended_unknown"]
    if not when.unknown_start:
        start = _edge(when, when.start, words)
    if when.open_end:
        return words.say("app.meaning.ended_open", start=start)
    end = words["app.meaning.ended_unknown"]
    if not when.unknown_end:
        end = _edge(when, when.end, words)
    return words.say("app.meaning.stretch", start=start, end=end)


def _edge(when: When, bounds: Bounds, words: Words) -> str:
    if bounds.earliest is None and bounds.latest is None:
        return words["app.meaning.ended_unknown"]
    if bounds.earliest is None:
        return words.say("app.meaning.began_before", last=_last(when, bounds.latest or 0, words))
    if bounds.latest is None:
        return words.say("app.meaning.began_after", first=_first(when, bounds.earliest, words))
    ends = _ends(when, bounds, words)
    if ends["first"] == ends["last"]:
        return words.say("app.meaning.began_on", first=ends["first"])
    return words.say("app.meaning.began_in", **ends)


def _members(when: When, words: Words) -> str:
    """Each possible time once; of many, the first and the last few."""
    said: list[str] = []
    for bounds in when.members or ():
        if bounds.earliest is None or bounds.latest is None:
            continue
        ends = _ends(when, bounds, words)
        same = ends["first"] == ends["last"]
        said.append(ends["first"] if same else words.say("app.meaning.began_in", **ends))
    return "; ".join(said if len(said) <= 6 else [*said[:4], "…", said[-1]])


def _ends(when: When, bounds: Bounds, words: Words) -> dict[str, str]:
    return {
        "first": _first(when, bounds.earliest or 0, words),
        "last": _last(when, bounds.latest or 0, words),
    }


def _first(when: When, instant: int, words: Words) -> str:
    return _clock(instant, when, words)


def _last(when: When, instant: int, words: Words) -> str:
    """The last possible day, or the minute at which it was surely over."""
    midnight = _wall(instant, when) % DAY == 0
    return _clock(instant - 1 if midnight else instant, when, words, day=midnight)


def _clock(instant: int, when: When, words: Words, *, day: bool | None = None) -> str:
    wall = _wall(instant, when)
    number, of_day = divmod(wall, DAY)
    year, month, date = calendar_day(number)
    if not 1 <= year <= 9999:
        return str(year)
    written = f"{year:04d}-{month:02d}-{date:02d}"
    if of_day and not day:
        written += f"T{of_day // (60 * MINUTE):02d}:{of_day // MINUTE % 60:02d}"
    try:
        return in_words(edtf(written, when.zone), zone=when.zone, language=words.language)
    except DateError:
        return written


def _wall(instant: int, when: When) -> int:
    return instant + zone_named(when.zone).offset(instant)
