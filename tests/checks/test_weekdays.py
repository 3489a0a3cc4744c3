"""A weekday next to a date is held against the calendar, and only against a date it stands by."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- sources.yaml
id: story
kind: publication
title: Mayor files complaint
publisher: The Star
published: {published}
--- events/filed.yaml
headline: {headline}
date: {date}
summary: {summary}
kind: {kind}
sources:
  - source: story
    quote: {quote}
    says: {{who: "{who}"}}
"""


def case(**words: str) -> str:
    """The complaint, with other words in some places."""
    plain = {
        "published": "2021-10-16",
        "headline": "The mayor files a complaint",
        "date": "2021-10",
        "summary": "It asks for an investigation.",
        "kind": "filing",
        "quote": "He filed it.",
        "who": "the mayor",
    }
    return CASE.format(**plain | words)


def told(**words: str) -> list[str]:
    """What the check says of it."""
    return [finding.message for finding in findings(case(**words), only="weekday-disagrees")]


@pytest.mark.parametrize(
    "quote",
    [
        "He filed it Friday, Oct. 14.",
        "He filed it on Friday Oct. 14.",
        "He filed it on Fri., Oct. 14",
        "on Friday, October 14th,",
        "on Friday, 14 October",
        "on Friday the 14th of October",
        "on Friday (Oct. 14)",
        "on Oct. 14, a Friday,",
        "on Oct. 14 (Friday)",
        "on Oct. 14, which was a Friday",
        "on Oct. 14, Friday.",
        "FRIDAY, OCT. 14",
        "on Friday, 2021-10-14",
        "on Friday, 10/14/2021",
        "Friday,\n      Oct. 14",
        "Friday, Oct. 15, and Friday, Oct. 9",
    ],
)
def test_wrong_weekday(quote: str) -> None:
    """However a paper writes it, a weekday that is not that of its date is found, once."""
    quote = "|-\n      " + quote
    assert len(told(quote=quote)) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "He filed it on Friday, Oct. 15.",
        "He filed it on Thursday, Oct. 14.",
        "On Friday he spoke of the Oct. 14 meeting.",
        "He spoke on Friday. Oct. 14 was the last day.",
        "Friday’s paper, Oct. 14 edition",
        "The Baltimore Sun, Oct. 14, 2021",
        "The board sat Oct. 14.",
        "Wednesday, Oct. 14, 2020",
        "from Thursday, Oct. 14, to Friday, Oct. 15",
        "Friday, 14 officers",
        "on Oct. 14, Friday, Oct. 15, and after",
        "Friday, 9/8/2021",
        "Friday, May 14,000 people",
        "Friday, Feb. 30",
    ],
)
def test_right_or_not_next_to_it(quote: str) -> None:
    """A right weekday is left in peace, and one that does not stand by the date too."""
    assert told(quote="|-\n      " + quote) == []


def test_says_which_day_it_is() -> None:
    """An editor reads both facts: the words, and the weekday of that date."""
    (message,) = told(quote="on Friday, Oct. 14")
    assert message == "The Star says “Friday, Oct. 14”, but October 14, 2021, is a Thursday."


@pytest.mark.parametrize("field", ["headline", "summary", "who"])
def test_every_place(field: str) -> None:
    """Headline, summary and whatever a citation says are read like the quote."""
    assert len(told(**{field: "Friday, Oct. 14, it was filed"})) == 1
    assert told(**{field: "Friday, Oct. 15, it was filed"}) == []


def test_year_of_the_source() -> None:
    """Without a year, the date is the last one before the source: 2020 for a story of 2021-03."""
    assert told(published="2021-03-01", date="2020-10", quote="Wednesday, Oct. 14") == []
    assert len(told(published="2021-03-01", date="2020-10", quote="Thursday, Oct. 14")) == 1


def test_source_known_to_the_year() -> None:
    """A source of which only the year is known leaves two years, and both must be wrong."""
    assert told(published="2021", quote="Thursday, Oct. 14") == []
    assert told(published="2021", quote="Wednesday, Oct. 14") == []
    assert len(told(published="2021", quote="Monday, Oct. 14")) == 1


def test_ahead_of_the_source() -> None:
    """What is planned, or what the event is of, may lie after the source that announces it."""
    ahead = {"published": "2021-10-11", "quote": "Friday, Oct. 15", "date": "2021-10-15"}
    assert told(**ahead) == []
    assert told(**ahead | {"date": "2021", "kind": "planned"}) == []
    assert len(told(**ahead | {"quote": "Saturday, Oct. 15", "kind": "planned"})) == 1


def test_headline_in_the_year_of_the_event() -> None:
    """The event's own words may mean a year of the event or the last one before a source."""
    assert told(headline="Friday, Oct. 14", date="2022-10-14") == []
    assert len(told(headline="Monday, Oct. 14", date="2022-10-14")) == 1


def test_words_of_the_date_itself() -> None:
    """In what a source says of the date, capitals are not needed."""
    text = case().replace('who: "the mayor"', "date: 'friday, oct. 14'")
    found = findings(text, only="weekday-disagrees")
    assert [finding.level for finding in found] == ["error"]
    assert findings(text, only="phrase-unresolved") == []
