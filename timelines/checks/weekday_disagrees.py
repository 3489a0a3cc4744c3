"""A weekday next to a date that does not fall on it: “Friday, Oct. 14” where that is a Thursday.

One of the two is wrong. Looked at are headline and summary, the quoted words of citations and what
they say. A date without a year is the last one before the source that says it; in the event's own
words, also one in a year of the event. A weekday and a date that do not stand together are not
compared.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.textdates import DayInText, days, last_years, local_days, spelled

SECTION = "Dates"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
id: first-story
kind: publication
title: Mayor files complaint
published: 2021-10-16
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10
sources:
  - source: first-story
    quote: He filed it on Friday, Oct. 14.
"""
SILENT = (
    FINDS.replace("Friday, Oct. 14", "Friday, Oct. 15"),
    FINDS.replace("Friday, Oct. 14", "Friday, after the Oct. 14 meeting"),
    FINDS.replace("published: 2021-10-16", "created: 2022-10-16"),
    FINDS.replace("Friday, Oct. 14", "Friday, Oct. 14, 2022"),
)


LONGEST = 2
"""Years between the ends of an event within which its words may mean any of them."""

WEEKDAY = re.compile(r"day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
"""A quick look at what is worth a closer one."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every weekday that its date does not have in any year that may be meant."""
    for text in _texts(docket):
        for found in days(text.words):
            if found.weekday is None:
                continue
            years = {found.year} if found.year is not None else _years(docket, text, found)
            meant = [found.in_year(year) for year in sorted(years)]
            possible = [day for day in meant if day is not None]
            if possible and all(day.weekday() != found.weekday for day in possible):
                yield _finding(docket, text, found, possible[-1])


class _Text(NamedTuple):
    """Words that may hold a weekday: of an event's field, or of what a source says or quotes."""

    words: str
    field: str
    source: str | None
    event: str
    file: str
    line: int | None

    def whose(self, docket: Docket) -> str:
        """Whose words they are, at the start of a sentence."""
        if self.source is None:
            return f"The {self.field} of {facts.headline(docket, self.event)}"
        return facts.capital(facts.who(docket, self.source))


def _texts(docket: Docket) -> Iterator[_Text]:
    for event, row in docket.events.items():
        for field in ("headline", "summary"):
            words = getattr(row, field)
            if words is not None and WEEKDAY.search(words) is not None:
                yield _Text(words, field, None, event, row.file, docket.line(event, field))
    for rows in (docket.citations, docket.known_citations):
        for row in (row for every in rows.values() for row in every):
            if row.quote is not None and WEEKDAY.search(row.quote) is not None:
                line = docket.quote_line(row)
                yield _Text(row.quote, "quote", row.source, row.event, row.file, line)
    for row in docket.claims:
        # What stands in `date` is a date, however it is spelled: “friday, oct. 14”.
        words = row.value.title() if row.field == "date" else row.value
        if WEEKDAY.search(words) is not None:
            yield _Text(words, row.field, row.source, row.event, row.file, row.line)


def _years(docket: Docket, text: _Text, found: DayInText) -> set[int]:
    """The years that words without one may mean."""
    when = docket.dated(text.event)
    event = None if when is None else local_days(when)
    sources = [row.source for row in docket.citations.get(text.event, ())]
    said = docket.source_day(text.source) if text.source is not None else None
    if said is not None:
        planned = docket.events[text.event].kind == "planned"
        return last_years(found, [said]) | _later(found, said[1], event, planned=planned)
    anchors = [day for day in map(docket.source_day, sources) if day is not None]
    years = set() if text.source is not None else last_years(found, anchors)
    if event is not None and event[1].year - event[0].year <= LONGEST:
        years |= set(range(event[0].year, event[1].year + 1))
    return years


def _later(
    found: DayInText, said: date, event: tuple[date, date] | None, *, planned: bool
) -> set[int]:
    """The year of the next such day after the source, where that is what the event is of."""
    for year in range(said.year, said.year + 9):
        day = found.in_year(year)
        if day is not None and day > said:
            fits = event is not None and event[0] <= day <= event[1]
            return {year} if planned or fits else set()
    return set()


def _finding(docket: Docket, text: _Text, found: DayInText, day: date) -> Finding:
    told = f"{text.whose(docket)} says “{facts.quotable(found.text)}”"
    return Finding(
        check="weekday-disagrees",
        level=LEVEL,
        message=f"{told}, but {spelled(day)}.",
        event=text.event,
        file=text.file,
        line=text.line,
        related=(Related(f"{told}.", text.event, text.file, text.line),),
        identity=(text.source or text.field, found.text),
        settles="Find out which is right, the weekday or the day.",
    )
