"""One written date in words: what is known of it, and nothing finer."""

from __future__ import annotations

from timelines.dates.civil import calendar_day
from timelines.dates.moments import Moment, read_moment
from timelines.dates.seasons import part_of_year
from timelines.dates.unspecified import DaySpan, matching, possible_days, possible_years
from timelines.dates.wording.clocks import clock_text, twice_text, zone_text
from timelines.dates.wording.said import Said, Speech, either, span_between
from timelines.dates.wording.years import far_said, of_year, year_text, years_said
from timelines.dates.written import APPROXIMATE, Written, read_parts
from timelines.dates.zones import Zone
from timelines.words import Words

_LISTED_AT_MOST = 4
"""More days than this that follow each other are told as “between”."""


def say_moment(text: str, speech: Speech, carried: Zone | None = None) -> tuple[Said, Moment]:
    """A date in words, and what it means; raises DateError if it cannot be read."""
    moment = read_moment(text, speech.house, carried)
    written = read_parts(text)
    if written is None:  # pragma: no cover - read_moment has read it
        raise ValueError(text)
    words = speech.words
    if written.letter or written.significant is not None:
        said = far_said(words, written)
    elif written.month is None:
        said = years_said(words, written.year)
    elif written.month[0] in "234":
        said = _season(written, speech)
    elif written.day is None or (written.day == "XX" and written.clock is None):
        said = _month(written, words)
    else:
        said = _day(written, words)
    if written.clock is not None:
        return _timed(said, written, moment, speech), moment
    zone = zone_text(moment, speech) if said.kind == "day" else None
    if zone is not None:
        core = words.say("dates.day_in_zone", day=said.core, zone=zone)
        said = Said(said.kind, core)
    return said._replace(marks=moment.marks), moment


def _season(written: Written, speech: Speech) -> Said:
    words, hemisphere = speech.words, speech.house.hemisphere
    code = int(written.month or 0)
    part = part_of_year(code, hemisphere)
    if part is None:  # pragma: no cover - no date is read with another code
        raise ValueError(written.month)
    first, _, precision, name = part
    said = words[f"dates.{name}"]
    years = of_year(words, written.year)
    if precision != "season" or "X" in written.year:
        return Said("coarse", words.say("dates.of_years", date=said, years=years))
    year = int(written.year)
    if first == 12 and year > 0:
        last = f"{(year + 1) % 100:02d}" if (year + 1) % 100 else year_text(words, year + 1)
        years = words.say("dates.two_years", first=years, last=last)
    where = "south" if code >= 29 else "north"
    if code >= 25 and where != hemisphere:
        said = words.say(f"dates.{where}", season=said)
        return Said("coarse", words.say("dates.of_years", date=said, years=years))
    return Said("coarse", words.say("dates.season", season=said, year=years))


def _month(written: Written, words: Words) -> Said:
    pattern = written.month or "XX"
    if pattern == "XX":
        return years_said(words, written.year)
    months = matching(pattern, 12)
    names = [words[f"dates.months_whole.{month - 1}"] for month in months]
    years = of_year(words, written.year)
    key = "dates.of_years" if "X" in written.year else "dates.month"
    if len(months) > 2 and months[-1] - months[0] == len(months) - 1:
        last = words.say(key, month=names[-1], year=years, date=names[-1], years=years)
        since = words.say(key, month=names[0], year=years, date=names[0], years=years)
        return span_between(words, names[0], last)._replace(first=since)
    name = either(names, words)
    core = words.say(key, month=name, year=years, date=name, years=years)
    if len(months) > 1 or "X" in written.year:
        return Said("coarse", core)
    return Said("coarse", core, unit="month", short=name, year=years)


def _day(written: Written, words: Words) -> Said:
    year, month, day = written.year, written.month or "", written.day or ""
    if "X" in year and "X" not in month + day:
        date = month_day(words, int(month), int(day))
        return Said("day", words.say("dates.of_years", date=date, years=of_year(words, year)))
    days = possible_days(year, month, day, single=True)
    singles = sum(last - first for first, last in days)
    if "X" not in year and singles <= _LISTED_AT_MOST:
        return _listed(days, words)
    if "X" not in day:
        return _day_of_months(year, int(day), words)
    return between_days(words, days[0][0], days[-1][1] - 1)


def _listed(days: list[DaySpan], words: Words) -> Said:
    """A few days of one year: “Sept. 8, Sept. 18 or Sept. 28, 2021”."""
    numbers = [number for first, last in days for number in range(first, last)]
    names = [month_day(words, *calendar_day(number)[1:]) for number in numbers]
    year = year_text(words, calendar_day(numbers[0])[0])
    short = either(names, words)
    core = words.say("dates.day", day=short, year=year)
    if len(names) > 1:
        return Said("day", core)
    return Said("day", core, unit="day", short=short, year=year)


def _day_of_months(year: str, day: int, words: Words) -> Said:
    ordinal = words[f"dates.ordinals.{day - 1}"]
    if "X" in year:
        key, years = "dates.day_of_months_of_years", of_year(words, year)
        return Said("day", words.say(key, ordinal=ordinal, years=years))
    name = year_text(words, possible_years(year)[0])
    return Said("day", words.say("dates.day_of_months", ordinal=ordinal, year=name))


def between_days(words: Words, first: int, last: int) -> Said:
    """Somewhere from one day to another, by their numbers."""
    (year, *start), (last_year, *end) = calendar_day(first), calendar_day(last)
    until = words.say("dates.day", day=month_day(words, *end), year=year_text(words, last_year))
    short = month_day(words, *start)
    since = words.say("dates.day", day=short, year=year_text(words, year))
    if year != last_year:
        short = words.say("dates.day_then", day=since)
    return span_between(words, short, until)._replace(first=since, unit="day")


def month_day(words: Words, month: int, day: int) -> str:
    """“Sept. 8”: a day without its year."""
    return words.say("dates.month_day", month=words[f"dates.months_short.{month - 1}"], day=day)


def _timed(said: Said, written: Written, moment: Moment, speech: Speech) -> Said:
    words = speech.words
    if written.clock is None:  # pragma: no cover - asked for dates with a clock time only
        return said
    clock = clock_text(words, written.clock)
    if written.marks[3] & APPROXIMATE:
        key = "dates.about_between" if written.clock.minute is None else "dates.about"
        clock = words.say(key, span=clock)
    if "time-skipped" in moment.troubles:
        clock = words.say("dates.skipped", time=clock)
    elif "time-repeated" in moment.troubles:
        clock = twice_text(clock, moment, speech)
    elif (zone := zone_text(moment, speech)) is not None:
        clock = words.say("dates.time_in_zone", time=clock, zone=zone)
    # A mark on the clock time alone is said with it; one on the day opens the phrase.
    marks = moment.marks & ~APPROXIMATE if written.marks[3] & APPROXIMATE else moment.marks
    exact = written.clock.minute is not None and not written.marks[3]
    at = exact and (speech.sentence or said.kind == "between")
    core = words.say("dates.timed_at" if at else "dates.timed", day=said.core, time=clock)
    if said.kind == "between":
        return said._replace(core=core, marks=marks)
    return Said("time", core, marks, day=said.core, clock=clock)
