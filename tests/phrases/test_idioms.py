"""What the idioms of news copy mean, said on Friday, 15 October 2021, in Kansas City."""

from __future__ import annotations

import pytest

from tests.phrases.said import meant, said
from timelines.dates.phrases import Reading, Unresolved

DAYS = {
    "on Friday": "2021-10-15",
    "Friday": "2021-10-15",
    "Fri.": "2021-10-15",
    "on Thursday": "2021-10-14",
    "Saturday": "2021-10-09",
    "Friday’s": "2021-10-15",
    "as of Friday": "2021-10-15",
    "last Friday": "2021-10-08",
    "last Saturday": "2021-10-09",
    "last Monday": "[2021-10-04,2021-10-11]",
    "Monday last": "[2021-10-04,2021-10-11]",
    "this past Friday": "2021-10-08",
    "this Friday": "2021-10-15",
    "this Monday": "2021-10-11",
    "two Fridays ago": "2021-10-01",
    "on Monday of last week": "2021-10-04",
    "Monday of this week": "2021-10-11",
    "yesterday": "2021-10-14",
    "earlier today": "2021-10-15",
    "the day before yesterday": "2021-10-13",
    "Sept. 8": "2021-09-08",
    "on Sept. 8": "2021-09-08",
    "Oct. 15": "2021-10-15",
    "Oct. 16": "2020-10-16",
    "Sept. 8, 2021": "2021-09-08",
    "Sept. 8 of last year": "2020-09-08",
    "8 September 2021": "2021-09-08",
    "September 8th": "2021-09-08",
    "the 8th of September": "2021-09-08",
    "September the 8th": "2021-09-08",
    "the fifteenth of October": "2021-10-15",
    "Sept. 8 '21": "2021-09-08",
    "Feb. 29": "2020-02-29",
    "Wed., Sept. 8, 2021": "2021-09-08",
    "Monday, 4 October": "2021-10-04",
    "on Monday the 4th": "2021-10-04",
    "Oct. 14, a Thursday": "2021-10-14",
    "the 8th": "2021-10-08",
    "on the 20th": "2021-09-20",
    "the 3rd of this month": "2021-10-03",
    "13/8/2021": "2021-08-13",
    "8/8/2021": "2021-08-08",
    "10/15": "2021-10-15",
    "15.10.2021": "2021-10-15",
    "13/8/21": "2021-08-13",
    "Christmas": "2020-12-25",
    "New Year's Eve": "2020-12-31",
    "the Fourth of July": "2021-07-04",
    "Sept. 8 or 9": "[2021-09-08,2021-09-09]",
    "May or June": "[2021-05,2021-06]",
}
TIMES = {
    "Friday morning": "[2021-10-15T00..2021-10-15T11]",
    "Thursday night": "[2021-10-14T18..2021-10-15T05]",
    "this afternoon": "[2021-10-15T12..2021-10-15T17]",
    "tonight": "[2021-10-15T18..2021-10-16T05]",
    "last night": "[2021-10-14T18..2021-10-15T05]",
    "overnight": "[2021-10-14T18..2021-10-15T08]",
    "early Friday": "[2021-10-15T00..2021-10-15T07]",
    "late Friday night": "[2021-10-15T20..2021-10-16T05]",
    "yesterday morning": "[2021-10-14T00..2021-10-14T11]",
    "on the night of Sept. 8": "[2021-09-08T18..2021-09-09T05]",
    "in the wee hours of Friday": "[2021-10-15T00..2021-10-15T05]",
    "in the afternoon on Friday": "[2021-10-15T12..2021-10-15T17]",
    "at 5:44 p.m. on Friday": "2021-10-15T17:44",
    "Friday at 5:44 p.m.": "2021-10-15T17:44",
    "5:44 pm Friday": "2021-10-15T17:44",
    "Oct. 15 at 4 p.m.": "2021-10-15T16",
    "Oct. 15, 2021, at 4:30 p.m.": "2021-10-15T16:30",
    "noon Friday": "2021-10-15T12:00",
    "12:30 a.m. Friday": "2021-10-15T00:30",
    "12 p.m. Friday": "2021-10-15T12",
    "at 17:44 on Friday": "2021-10-15T17:44",
    "2021-10-15 17:44": "2021-10-15T17:44",
    "around noon Friday": "2021-10-15T12:00~",
    "5 p.m. EDT Friday": "2021-10-15T17-04:00",
    "about 5 p.m. EDT Friday": "2021-10-15T17~-04:00",
    "5 p.m. ET on Oct. 15": "2021-10-15T17[America/New_York]",
    "9 p.m. Friday night": "2021-10-15T21",
    "midnight Friday": "[2021-10-15T00:00,2021-10-16T00:00]",
    "between 4 and 5 p.m. Friday": "[2021-10-15T16..2021-10-15T17]",
    "from 9 a.m. to noon on Friday": "2021-10-15T09/2021-10-15T12:00",
}
WEEKS_AND_YEARS = {
    "this week": "[2021-10-11..2021-10-15]",
    "earlier this week": "[2021-10-11..2021-10-15]",
    "earlier in the week": "[2021-10-11..2021-10-15]",
    "last week": "[2021-10-04..2021-10-10]",
    "some time last week": "[2021-10-04..2021-10-10]",
    "the week before last": "[2021-09-27..2021-10-03]",
    "early last week": "[2021-10-04..2021-10-06]",
    "late last week": "[2021-10-07..2021-10-10]",
    "the week of Oct. 6": "[2021-10-04..2021-10-10]",
    "the week ending Oct. 8": "[2021-10-02..2021-10-08]",
    "over the weekend": "[2021-10-09..2021-10-10]",
    "last weekend": "[2021-10-09..2021-10-10]",
    "the weekend of Oct. 2": "[2021-10-02..2021-10-03]",
    "this month": "[2021-10-01..2021-10-15]",
    "last month": "2021-09",
    "late last month": "[2021-09-21..2021-09-30]",
    "this year": "[2021-01-01..2021-10-15]",
    "early this year": "[2021-01..2021-04]",
    "late this year": "[2021-09-01..2021-10-15]",
    "last year": "2020",
    "last decade": "201X",
    "in May": "2021-05",
    "sometime in May": "2021-05",
    "November": "2020-11",
    "October": "2021-10",
    "last May": "2021-05",
    "last October": "2020-10",
    "May 2021": "2021-05",
    "May '21": "2021-05",
    "in the month of May 2021": "2021-05",
    "in May of last year": "2020-05",
    "last year in May": "2020-05",
    "early May": "[2021-05-01..2021-05-10]",
    "mid-June": "[2021-06-11..2021-06-20]",
    "the end of February 2020": "[2020-02-21..2020-02-29]",
    "the first week of May": "[2021-05-01..2021-05-07]",
    "the last week of February": "[2021-02-22..2021-02-28]",
    "the second half of May": "[2021-05-16..2021-05-31]",
    "mid-2021": "[2021-05..2021-08]",
    "late last year": "[2020-09..2020-12]",
    "early spring 2020": "2020-03",
    "in 2019": "2019",
    "2019": "2019",
    "the 1970s": "197X",
    "the ’70s": "197X",
    "the seventies": "197X",
    "in the late 1970s": "[1977..1979]",
    "the mid-1970s": "[1974..1976]",
    "the early 2000s": "[2000..2003]",
    "the 19th century": "[1800..1900]",
    "spring 2020": "2020-21",
    "in the fall of 2019": "2019-23",
    "last summer": "2021-22",
    "last fall": "2020-23",
    "last winter": "2020-24",
    "this fall": "2021-23",
    "over the summer": "2021-22",
    "the summer of '69": "1969-22",
    "winter 2020-21": "2020-24",
    "summer of last year": "2020-22",
    "Q3 2020": "2020-35",
    "2020 Q3": "2020-35",
    "the first quarter": "2021-33",
    "the fourth quarter": "2021-36",
    "the fourth quarter of last year": "2020-36",
    "the first half of 2021": "2021-40",
    "around 1970": "1970~",
    "c. 1970": "1970~",
    "on or about May 3": "2021-05-03~",
}
COUNTED = {
    "three days ago": "2021-10-12",
    "3 days ago": "2021-10-12",
    "a day ago": "2021-10-14",
    "a week ago": "[2021-10-05..2021-10-11]",
    "two weeks ago": "[2021-09-28..2021-10-04]",
    "a fortnight ago": "[2021-09-24..2021-10-08]",
    "four months ago": "[2021-05-31..2021-06-30]",
    "about four months ago": "[2021-05-15..2021-07-15]",
    "five years ago": "[2016-04-15..2017-04-15]",
    "a year and a half ago": "[2020-01-15..2020-07-15]",
    "two to three weeks ago": "[2021-09-24..2021-10-01]",
    "a week or two ago": "[2021-10-01..2021-10-08]",
    "less than a week ago": "[2021-10-08..2021-10-15]",
    "more than two years ago": "[..2019-10-15]",
    "exactly two weeks ago": "2021-10-01",
    "two weeks ago Tuesday": "2021-09-28",
    "a week ago Friday": "2021-10-08",
    "a year ago today": "2020-10-15",
    "a year ago this month": "2020-10",
    "in the past week": "[2021-10-08..2021-10-15]",
    "over the last two months": "[2021-08-15..2021-10-15]",
    "within the past 48 hours": "[2021-10-13..2021-10-15]",
    "three days after Sept. 8": "2021-09-11",
    "a week from Sept. 8": "2021-09-15",
    "two days before Friday": "2021-10-13",
    "the day after Christmas": "2020-12-26",
}
RANGES = {
    "between May and September": "[2021-05..2021-09]",
    "between December and February": "[2020-12..2021-02]",
    "between 2019 and 2021": "[2019..2021]",
    "from May to September": "2021-05/2021-09",
    "from December to February": "2020-12/2021-02",
    "from May 3 to 5": "2021-05-03/2021-05-05",
    "May 3-5, 2021": "2021-05-03/2021-05-05",
    "May 3–5": "2021-05-03/2021-05-05",
    "3-5 May 2020": "2020-05-03/2020-05-05",
    "May 3 to June 5": "2021-05-03/2021-06-05",
    "Monday through Wednesday": "2021-10-11/2021-10-13",
    "2019 to 2021": "2019/2021",
    "since May": "2021-05/..",
    "since last week": "2021-10/..",
    "from Friday on": "2021-10-15/..",
    "until Friday": "../2021-10-15",
    "through May 2021": "../2021-05",
    "by Friday": "[..2021-10-15]",
    "by mid-May": "[..2021-05-20]",
    "no later than May": "[..2021-05]",
    "before Sept. 8": "[..2021-09-07]",
    "before 2019": "[..2018-12-31]",
    "after May 3": "[2021-05-04..2021-10-15]",
    "after 2019": "[2020-01-01..2021-10-15]",
    "on or after May 3": "[2021-05-03..2021-10-15]",
    "2021-10-15": "2021-10-15",
    "2021-05/2021-09": "2021-05/2021-09",
    "[2021-09-08,2021-09-10]": "[2021-09-08,2021-09-10]",
    "2021-10-15T17:44-05:00": "2021-10-15T17:44-05:00",
}
EVERY = DAYS | TIMES | WEEKS_AND_YEARS | COUNTED | RANGES


@pytest.mark.parametrize(("words", "edtf"), EVERY.items())
def test_idioms(words: str, edtf: str) -> None:
    """An idiom of news copy means what a reader of that day's paper would take it for."""
    assert meant(words) == edtf


QUESTIONS = {
    "several months ago": ("open", "“several” is no number"),
    "a few days ago": ("open", "“a few” is no number"),
    "months ago": ("open", "“months” is no number"),
    "nearly two years ago": ("open", "“nearly” is no number"),
    "a couple of weeks ago": ("open", "“a couple of” is no number"),
    "in the past few weeks": ("open", "“few” is no number"),
    "recently": ("open", "“recently” leaves the date open"),
    "in recent weeks": ("open", "leaves the date open"),
    "shortly after 5 p.m. Friday": ("open", "leaves open how long"),
    "4 o'clock on Friday": ("open", "morning or afternoon"),
    "1 a.m. Friday night": ("open", "either day's"),
    "the 1900s": ("open", "ten years from 1900 or the hundred"),
    "the fiscal year 2020": ("words", "No rule reads these words"),
    "four months later": ("another-event", "counts from another event"),
    "the next day": ("another-event", "counts from another event"),
    "that night": ("another-event", "counts from another event"),
    "the previous week": ("another-event", "counts from another event"),
    "a day after the search": ("another-event", "counts from another event"),
    "tomorrow": ("forward", "looks forward"),
    "next week": ("forward", "looks forward"),
    "in two weeks": ("forward", "looks forward"),
    "this Saturday": ("forward", "looks forward"),
    "this winter": ("forward", "looks forward"),
    "after Friday": ("forward", "looks forward"),
    "9/8/2021": ("two-readings", "Wed 8 Sep 2021 (month first) or Mon 9 Aug 2021 (day first)"),
    "9/8/21": ("two-readings", "month first"),
    "9.8.2021": ("two-readings", "month first"),
    "Friday, Oct. 14": ("two-readings", "Thu 14 Oct 2021 is not a Friday"),
    "Tues., August 25": ("two-readings", "Wed 25 Aug 2021 is not a Tuesday"),
    "June 31": ("words", "June has no day 31"),
    "Feb. 29, 2021": ("words", "February 2021 has no day 29"),
    "13/13/2021": ("words", "no such day"),
    "at 4 p.m.": ("words", "no day for it"),
    "every Friday": ("words", "No rule reads these words"),
    "Thanksgiving": ("words", "No rule reads these words"),
    "2019-20": ("words", "No rule reads these words"),
    "the ides of March": ("words", "No rule reads these words"),
    "": ("words", "No rule reads these words"),
    "two": ("words", "No rule reads these words"),
}


@pytest.mark.parametrize(("words", "why", "says"), [(w, *q) for w, q in QUESTIONS.items()])
def test_questions(words: str, why: str, says: str) -> None:
    """What no rule reads is asked of a person, in a sentence that says what to ask."""
    found = said(words)
    assert isinstance(found, Unresolved)
    assert found.why == why
    assert says in found.reason
    assert found.text == words


PLANNED = {
    "on Friday": "2021-10-15",
    "on Thursday": "2021-10-21",
    "this Friday": "2021-10-15",
    "next Friday": "2021-10-22",
    "next Saturday": "[2021-10-16,2021-10-23]",
    "this coming Monday": "2021-10-18",
    "Monday of next week": "2021-10-18",
    "tomorrow": "2021-10-16",
    "tomorrow night": "[2021-10-16T18..2021-10-17T05]",
    "this week": "[2021-10-11..2021-10-17]",
    "later this week": "[2021-10-15..2021-10-17]",
    "next week": "[2021-10-18..2021-10-24]",
    "this weekend": "[2021-10-16..2021-10-17]",
    "next month": "2021-11",
    "next year": "2022",
    "in May": "2022-05",
    "in October": "2021-10",
    "next spring": "2022-21",
    "this winter": "2021-24",
    "Nov. 9": "2021-11-09",
    "Oct. 1": "2022-10-01",
    "on the 8th": "2021-11-08",
    "in three days": "2021-10-18",
    "two weeks from now": "[2021-10-26..2021-11-01]",
    "after Friday": "[2021-10-16..]",
    "last week": "[2021-10-04..2021-10-10]",
    "three days ago": "2021-10-12",
}


@pytest.mark.parametrize(("words", "edtf"), PLANNED.items())
def test_plans_look_forward(words: str, edtf: str) -> None:
    """“Will meet on Thursday” is the Thursday to come, for a planned event only."""
    assert meant(words, planned=True) == edtf


SINCE = {
    ("four months later", "2021-05"): "[2021-08-17..2021-10-15]",
    ("a week later", "2021-09-08"): "[2021-09-12..2021-09-18]",
    ("two days later", "2021-09-08"): "2021-09-10",
    ("two days earlier", "2021-09-08"): "2021-09-06",
    ("the next day", "2021-09-08"): "2021-09-09",
    ("the day before", "2021-09-08"): "2021-09-07",
    ("that day", "2021-09-08"): "2021-09-08",
    ("the same month", "2021-09-08"): "2021-09",
    ("the following week", "2021-09-08"): "[2021-09-13..2021-09-19]",
    ("the next month", "2021-05/2021-08"): "2021-09",
    ("17 minutes later", "2021-09-08T12:00"): "[2021-09-08T12:16..2021-09-08T12:18]",
    ("at least two days later", "2021-09-08"): "[2021-09-10..]",
    ("two days later", "unknown"): "another-event",
    ("two days later", "2021-09-08/.."): "another-event",
}


@pytest.mark.parametrize(("words", "event", "edtf"), [(*key, e) for key, e in SINCE.items()])
def test_words_that_count_from_another_event(words: str, event: str, edtf: str) -> None:
    """“Later” counts from the end of the other event, “earlier” from its start, if it has one."""
    assert meant(words, since=event) == edtf


def test_a_document_without_a_date() -> None:
    """What names its year needs no anchor; “on Friday” does, and says so."""
    assert meant("Sept. 8, 2021", None) == "2021-09-08"
    assert meant("the late 1970s", None) == "[1977..1979]"
    assert meant("after May 3, 2021", None) == "[2021-05-04..]"
    for words in ("on Friday", "Sept. 8", "last week", "'70s", "May", "three days ago"):
        assert meant(words, None) == "unanchored"
    assert meant("on Friday", "2021/..") == "unanchored"


def test_same_day_copy() -> None:
    """“On Friday”, published on a Friday, is that Friday, and not the week before."""
    found = said("on Friday", "2021-10-15T16:10")
    assert isinstance(found, Reading)
    assert found.edtf == "2021-10-15"
    assert found.rule == "weekday"
    assert found.reading == "the Friday of the week up to and including Fri 15 Oct 2021"


def test_other_weeks_and_hemispheres() -> None:
    """A paper whose week starts on Sunday, or whose summer is in January, is read its own way."""
    assert meant("last week", week_starts="sunday") == "[2021-10-03..2021-10-09]"
    assert meant("this week", "2021-10-17", week_starts="sunday") == "2021-10-17"
    assert meant("last week", week_starts="saturday") == "[2021-10-02..2021-10-08]"
    assert meant("last summer", "2021-10-15", hemisphere="south") == "2020-22"
    found = said("last summer", "2021-10-15", hemisphere="south", zone="UTC")
    assert isinstance(found, Reading)
    assert found.reading.startswith("summer 2020-2021")


def test_a_time_that_the_clocks_skip() -> None:
    """Half past two did not happen in the night the clocks were set forward."""
    found = said("2:30 a.m. on March 14, 2021")
    assert isinstance(found, Unresolved)
    assert "skip that time" in found.reason


def test_a_language_without_rules() -> None:
    """Words in a language nobody wrote rules for are a question, not English."""
    assert meant("on Friday", language="en-GB") == "2021-10-15"
    assert meant("el viernes", language="es") == "words"
