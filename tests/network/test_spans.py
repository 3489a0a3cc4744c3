"""Distances in words read well from seconds to decades and claim no more than is known."""

from __future__ import annotations

import pytest

from timelines.dates.edtf import edtf
from timelines.network.spans import between_words, miss_words

SECOND = 1_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3_600 * SECOND, 86_400 * SECOND


def words(first: str, second: str) -> str:
    """How far apart two written dates are, by their bounds alone."""
    one, other = edtf(first), edtf(second)
    least = most = None
    if other.start.earliest is not None and one.end.latest is not None:
        least = other.start.earliest - one.end.latest + 1
    if other.start.latest is not None and one.end.earliest is not None:
        most = other.start.latest - 1 - one.end.earliest
    return between_words(least, most)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2021-05", "2021-09-08", "between 100 and 131 days"),
        ("2021-05-31", "2021-09-08", "between 100 and 101 days"),
        ("2021-05-07", "2021-05-08", "less than 2 days"),
        ("2021-05", "2021-06", "less than 61 days"),
        ("2021-05-07T17:44", "2021-05-07T18:10", "between 26 and 27 minutes"),
        ("2021-05-07T17:44:05", "2021-05-07T17:44:36", "between 31 and 32 seconds"),
        ("2021-05-07T17:44", "2021-05-08", "between 6 and 31 hours"),
        ("2021-05-07T17", "2021-05-07T20", "between 3 and 4 hours"),
        ("2019-05", "2021-09-08", "between 831 and 862 days (about 2 years)"),
        ("1969", "2020-08-25", "between 50 and 52 years"),
        ("197X", "2021", "between 41 and 52 years"),
        ("2021-05-07", "2021-05-01", "between 6 and 7 days earlier"),
        ("2021-05", "2021-05", "from 31 days earlier to 31 days later"),
        ("2021-05-07", "unknown", "unknown"),
        ("2021-05-07", "[2021-06-07..]", "at least 30 days"),
        ("[..2021-05-07]", "2021-05-08", "any time later"),
    ],
)
def test_two_dates(first: str, second: str, said: str) -> None:
    """An editor reads a distance as precisely as the dates allow, and no more."""
    assert words(first, second) == said


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (2 * HOUR, 2 * HOUR, "2 hours"),
        (90 * DAY, 90 * DAY, "90 days"),
        (0, 0, "less than a second"),
        (DAY, None, "at least 1 day"),
        (3 * DAY, None, "at least 3 days"),
        (None, DAY, "any time earlier, or up to 1 day later"),
        (None, -DAY, "at least 1 day earlier"),
        (-DAY, None, "from 1 day earlier to any time later"),
        (100 * DAY + 3 * HOUR, 100 * DAY + 3 * HOUR + MINUTE, "between 100 and 101 days"),
        (-3 * DAY, 2 * HOUR, "from 3 days earlier to 1 day later"),
        (1, MINUTE, "less than 1 minute"),
        (90 * MINUTE, None, "at least 90 minutes"),
        (30 * DAY + 1, None, "at least 30 days"),
        (6 * HOUR, 400 * DAY, "less than 400 days"),
    ],
)
def test_limits_from_facts(least: int | None, most: int | None, said: str) -> None:
    """What order facts leave of a distance reads as well, open on either side too."""
    assert between_words(least, most) == said


@pytest.mark.parametrize(
    ("miss", "unit", "said"),
    [
        (2, "day", "1 day"),
        (4 * DAY + 2, "day", "5 days"),
        (2, "minute", "1 minute"),
        (26 * MINUTE, "minute", "26 minutes"),
        (5 * HOUR, "minute", "5 hours"),
        (400 * DAY, "day", "400 days"),
        (40 * 366 * DAY, "day", "41 years"),
    ],
)
def test_by_how_much_facts_miss(miss: int, unit: str, said: str) -> None:
    """A miss is told in whole units of what the dates are known to, rounded up."""
    assert miss_words(miss, unit) == said
