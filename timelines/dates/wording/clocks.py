"""Clock times in words, and the zone where readers would not expect it."""

from __future__ import annotations

from timelines.dates.moments import Moment
from timelines.dates.when import Bounds
from timelines.dates.wording.said import Speech
from timelines.dates.written import Clock
from timelines.dates.zones import Zone, zone_named
from timelines.words import Words


def clock_text(words: Words, clock: Clock) -> str:
    """“5:44 p.m.”, “noon”; an hour alone is “between 5 and 6 p.m.”."""
    hour, minute, second, fraction = clock
    if minute is None:
        return _hour(words, hour)
    if words["dates.hours"] == "24":
        return _digits(words, f"{hour:02d}", minute, second, fraction)
    if hour == 12 and minute == 0 and second is None:
        return words["dates.noon"]
    shown = str(hour % 12 or 12)
    plain = minute == 0 and second is None and hour != 0
    time = shown if plain else _digits(words, shown, minute, second, fraction)
    return words.say("dates.am" if hour < 12 else "dates.pm", time=time)


def _digits(words: Words, hour: str, minute: int, second: int | None, fraction: str | None) -> str:
    if second is None:
        return words.say("dates.clock", hour=hour, minute=f"{minute:02d}")
    seconds = f"{second:02d}" + (f".{fraction}" if fraction else "")
    return words.say("dates.clock_seconds", hour=hour, minute=f"{minute:02d}", second=seconds)


def _hour(words: Words, hour: int) -> str:
    if words["dates.hours"] == "24":
        first, last = (_digits(words, f"{each:02d}", 0, None, None) for each in (hour, hour + 1))
        return words.say("dates.hour_between", first=first, last=last)
    names = {0: words["dates.midnight"], 12: words["dates.noon"], 24: words["dates.midnight"]}
    half = "dates.am" if hour < 12 else "dates.pm"
    first = names.get(hour, str(hour % 12 or 12))
    last = names.get(hour + 1, str((hour + 1) % 12 or 12))
    if hour + 1 in names:
        first = words.say(half, time=first)
        return words.say("dates.hour_between", first=first, last=last)
    return words.say("dates.hour_between", first=first, last=words.say(half, time=last))


def zone_text(moment: Moment, speech: Speech) -> str | None:
    """The zone's name for readers; None where they expect it, or where clocks read the same."""
    zone = moment.zone
    first, last = _edges(moment.bounds)
    if speech.zone is None:
        return zone_name(zone, first, speech.words) if moment.own_zone else None
    if speech.zone == zone.name:
        return None
    theirs = zone_named(speech.zone)
    if all(zone.offset(instant) == theirs.offset(instant) for instant in (first, last)):
        return None
    return zone_name(zone, first, speech.words)


def twice_text(time: str, moment: Moment, speech: Speech) -> str:
    """A time that a change of clocks repeats: “1:30 a.m. CDT or CST”."""
    words = speech.words
    first, last = (zone_name(moment.zone, instant, words) for instant in _edges(moment.bounds))
    if first != last:
        return words.say("dates.two_zones", time=time, first=first, last=last)
    zone = zone_text(moment, speech)
    if zone is not None:
        time = words.say("dates.time_in_zone", time=time, zone=zone)
    return words.say("dates.twice", time=time)


def _edges(bounds: Bounds) -> tuple[int, int]:
    """The first and the last instant, as far as there are any."""
    first = bounds.earliest if bounds.earliest is not None else (bounds.latest or 0)
    return first, first if bounds.latest is None else bounds.latest - 1


def zone_name(zone: Zone, instant: int, words: Words) -> str:
    """“CDT” where readers know the letters, else “Tokyo time”, or “UTC+2” for an offset."""
    if not zone.iana or zone.name.startswith("Etc/"):
        return words.say("dates.zone_offset", offset=_offset_text(zone.offset(instant)))
    letters = zone.abbreviation(instant)
    known = words.under("dates.known_zones").values()
    regions = words.under("dates.known_regions").values()
    if letters in known and any(
        zone.name == region or zone.name.startswith(f"{region}/") for region in regions
    ):
        return letters
    place = zone.name.rsplit("/", 1)[-1].replace("_", " ")
    return words.say("dates.zone_place", place=place)


def _offset_text(offset: int) -> str:
    if offset == 0:
        return ""
    hours, minutes = divmod(abs(offset) // 60_000_000, 60)
    return f"{'-' if offset < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")
