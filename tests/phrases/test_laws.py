"""What holds for every phrase, whenever it is said."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.phrases.said import CHICAGO, meant, said
from tests.phrases.test_idioms import COUNTED, DAYS, RANGES, TIMES, WEEKS_AND_YEARS
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Reading, Unresolved, resolve, shelf
from timelines.dates.when import Bounds

EVERY = sorted({*DAYS, *TIMES, *WEEKS_AND_YEARS, *COUNTED, *RANGES})
YEARLESS = [
    words
    for words in sorted({*DAYS, *TIMES, *WEEKS_AND_YEARS, *COUNTED})
    if not re.search(r"[0-9]{4}|'[0-9]{2}\b|century|/[0-9]", words)
]
DAY = st.dates(date(1950, 1, 1), date(2090, 12, 31))
ZONE = st.sampled_from([CHICAGO, "UTC", "Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe"])


def inside(inner: Bounds, outer: Bounds) -> bool:
    """Whether one span lies in another; None is unbounded."""
    early = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    late = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return early and late


@given(st.sampled_from(EVERY), DAY, st.integers(1, 500), st.data(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_coarse_document_gives_the_hull(
    words: str, first: date, length: int, data: st.DataObject, planned: bool
) -> None:
    """A document of some day in a span allows whatever any day of that span allows."""
    last = first + timedelta(days=length)
    whole = said(words, f"[{first}..{last}]", planned=planned)
    day = first + timedelta(days=data.draw(st.integers(0, length)))
    one = said(words, day.isoformat(), planned=planned)
    assume(isinstance(one, Reading))
    assert isinstance(one, Reading)
    if isinstance(whole, Unresolved):
        # Newsroom EDTF has no date for “since some time in 1999 or 2000”.
        assert "turn of a century" in whole.reason
        return
    assert inside(one.start, whole.start)
    assert inside(one.end, whole.end)


@given(st.sampled_from(YEARLESS), DAY)
@settings(max_examples=300, deadline=None)
def test_what_is_reported_as_past_is_not_to_come(words: str, day: date) -> None:
    """No phrase of past copy means a time wholly after its publication."""
    found = said(words, day.isoformat())
    anchor = edtf(day.isoformat(), CHICAGO)
    if isinstance(found, Reading) and found.start.earliest is not None:
        assert anchor.end.latest is not None
        assert found.start.earliest < anchor.end.latest


@given(st.sampled_from(EVERY), DAY, ZONE, st.booleans())
@settings(max_examples=300, deadline=None)
def test_the_edtf_says_the_same(words: str, day: date, zone: str, planned: bool) -> None:
    """What a reporter copies into an event's date is exactly what was shown."""
    found = said(words, day.isoformat(), zone=zone, planned=planned)
    assume(isinstance(found, Reading))
    assert isinstance(found, Reading)
    when = edtf(found.edtf, zone)
    assert (when.start, when.end) == (found.start, found.end)
    assert when.stretch or found.start == found.end


@given(st.integers(0, 6), DAY, ZONE)
def test_a_weekday_is_the_last_one(weekday: int, day: date, zone: str) -> None:
    """“On Monday” is a Monday, of the seven days up to the publication."""
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    found = date.fromisoformat(meant(f"on {name}", day.isoformat(), zone=zone))
    assert found.weekday() == weekday
    assert day - timedelta(days=6) <= found <= day


@given(st.datetimes(datetime(1971, 1, 1), datetime(2080, 1, 1)), ZONE)  # noqa: DTZ001
def test_today_is_the_local_day(moment: datetime, zone: str) -> None:
    """“Today” holds the moment of publication, whatever day it is in Greenwich."""
    written = moment.replace(tzinfo=UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    anchor = edtf(written, "UTC")
    found = resolve("today", anchor, zone=zone)
    assert isinstance(found, Reading)
    assert inside(anchor.start, found.start)


@given(st.text(max_size=60), DAY)
@settings(max_examples=300)
def test_any_words_have_an_answer(words: str, day: date) -> None:
    """Whatever somebody types is a date or a question, never a crash."""
    assert isinstance(said(words, day.isoformat()), Reading | Unresolved)


PIECES = st.lists(
    st.sampled_from(
        [
            *(word for rule in shelf() for one in rule.examples for word in one.words.split()),
            "9999", "0", "31", "Feb.", "1000000", "'00", "century", "0001",
        ]
    ),
    max_size=7,
)  # fmt: skip
ENDS = st.sampled_from(["2021-10-15", "0001-01-01", "9999-12-31", "-0044", "Y20000", "2021"])


@given(
    PIECES, st.sampled_from(["2021-10-15", "0001-01-01", "9999-12-31", "-0044", "Y20000", "2021"])
)
@settings(max_examples=500, deadline=None)
def test_shuffled_phrases_have_an_answer(pieces: list[str], day: str) -> None:
    """Neither word salad nor the ends of the calendar bring a command down."""
    words = " ".join(pieces)
    for planned in (False, True):
        found = said(words, day, planned=planned, since="2021-05")
        assert isinstance(found, Reading | Unresolved)
