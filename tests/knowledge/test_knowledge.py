"""Who knew what when: order of time, and lags that claim no more than the dates allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.investigation import load
from timelines.knowledge import Knowing, knowings
from timelines.network import solve
from timelines.network.spans import between_words

ROOT = Path(__file__).resolve().parents[2]
DAY = 86_400_000_000

PEOPLE = "- {id: a, name: A}\n- {id: b, name: B}\n"


def known(folder: Path, date: str, items: str, more: str = "") -> list[Knowing]:
    """What is known of one event on that date."""
    event = f"headline: It happens.\ndate: {date}\n{more}known_to:\n{items}"
    texts = {"people.yaml": PEOPLE, "events/it.yaml": event}
    investigation = load(write_investigation(folder, texts))
    assert investigation.problems == ()
    return knowings(investigation, solve(investigation))


def test_the_founding_case_makes_its_point() -> None:
    """The department knew in May; the mayor was told 100 to 131 days later, and denies before."""
    investigation = load(ROOT / "data" / "kansas-city-records-search")
    rows = [
        one
        for one in knowings(investigation, solve(investigation))
        if one.event == "records-search"
    ]
    told = [(one.who, one.stance) for one in rows]
    assert told[:2] == [("police-department", "knew"), ("lucas", "told")]
    assert told[-1] == ("lucas", "denies")
    later = rows[1].later
    assert later is not None
    assert between_words(later.least, later.most) == "between 100 and 131 days"


@pytest.mark.parametrize(
    ("date", "since", "least", "most"),
    [
        ("2021-05-01", "2021-05-03", 1, 3),
        ("2021-05", "2021-05", 0, 31),
        ("2021-05-10", "2021-05-10", 0, 1),
        ("2021-05", "2021-09-08", 99, 131),
    ],
)
def test_a_lag_is_as_wide_as_both_dates(
    tmp_path: Path, date: str, since: str, least: int, most: int
) -> None:
    """The least and the most days, to the microsecond; nobody knew before it happened."""
    (one,) = known(tmp_path, date, f"  - {{who: a, date: {since}}}\n")
    assert one.lag.least is not None
    assert one.lag.most is not None
    assert one.lag.least in (0, least * DAY + 1)
    assert one.lag.most == most * DAY - 1


def test_what_has_no_limit_claims_none(tmp_path: Path) -> None:
    """“On or before” leaves open how soon it was known; an unknown event how late."""
    (one,) = known(tmp_path / "x", "2021-05-01", '  - {who: a, date: "[..2021-06-01]"}\n')
    assert one.lag.least == 0
    (one,) = known(tmp_path / "y", "unknown", "  - {who: a, date: 2021-06-01}\n")
    assert one.lag.most is None


def test_denials_stand_last_and_have_no_lag_to_others(tmp_path: Path) -> None:
    """Who knew stands in order of time; a denial is set against them, not among them."""
    rows = known(
        tmp_path,
        "2021-01",
        "  - {who: b, date: 2021-01, stance: denies}\n"
        "  - {who: b, date: 2021-06, stance: told}\n"
        "  - {who: a, date: 2021-02}\n",
    )
    assert [(one.who, one.stance) for one in rows] == [
        ("a", "knew"),
        ("b", "told"),
        ("b", "denies"),
    ]
    assert [one.later is None for one in rows] == [True, False, True]


def test_who_may_have_known_first_is_not_said_to_be_later(tmp_path: Path) -> None:
    """Two months that overlap put nobody after anybody."""
    rows = known(tmp_path, "2021", "  - {who: a, date: 2021-05}\n  - {who: b, date: 2021-05-20}\n")
    assert [one.later for one in rows] == [None, None]


def test_a_plan_is_known_before_it_happens(tmp_path: Path) -> None:
    """The lag from a planned event may be negative."""
    (one,) = known(tmp_path, "2021-06-01", "  - {who: a, date: 2021-05-01}\n", "kind: planned\n")
    assert one.lag.most is not None
    assert one.lag.most < 0
