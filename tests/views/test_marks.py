"""What kind of mark each date makes, and where on the clock it lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.conftest import write_investigation
from tests.views.samples import TRICKY, ZONE, one_event, written
from timelines.investigation import load
from timelines.marks import DAY, HOUR, Marks, marks, members, wall_milliseconds


@pytest.fixture(scope="module")
def tricky(tmp_path_factory: pytest.TempPathFactory) -> Marks:
    """The marks of a date of every kind."""
    investigation = written(tmp_path_factory.mktemp("tricky"), TRICKY)
    return marks(investigation, investigation.events, ZONE)


def _one(found: Marks, event: str) -> int:
    return [*found.event].index(event)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("known-day", "point"),
        ("known-time", "point"),
        ("month", "span"),
        ("year", "span"),
        ("about-day", "about"),
        ("unsure-day", "point"),
        ("one-of-two", "span"),
        ("day-in-range", "span"),
        ("not-later", "bounded"),
        ("not-earlier", "bounded"),
        ("throughout-may", "stretch"),
        ("may-to-september", "stretch"),
        ("three-days", "stretch"),
        ("going-on", "stretch"),
    ],
)
def test_every_date_makes_its_kind_of_mark(tricky: Marks, event: str, kind: str) -> None:
    """A reader can tell a known day, “sometime in May” and what lasted from each other."""
    assert tricky.kind[_one(tricky, event)] == kind


def test_open_and_unknown_ends_are_four_different_things(tricky: Marks) -> None:
    """“Still going on” and “nobody knows when it ended” never look the same."""
    flags = {
        "going-on": tricky.open_end,
        "since-ever": tricky.open_start,
        "end-unknown": tricky.unknown_end,
        "start-unknown": tricky.unknown_start,
    }
    for event, own in flags.items():
        place = _one(tricky, event)
        assert own[place]
        assert sum(flag[place] for flag in flags.values()) == 1


def test_an_event_without_a_date_has_no_mark(tricky: Marks) -> None:
    """What no date places is listed apart, and nowhere on the axis."""
    assert tricky.undated == ("no-date",)
    assert "no-date" not in tricky.event


def test_bounds_are_midnights_of_the_wall_clock_in_summer_and_winter(tmp_path: Path) -> None:
    """May begins at midnight in Chicago on the axis, and so does January."""
    investigation = written(tmp_path, {"may": "2021-05", "january": "2021-01"})
    found = marks(investigation, investigation.events, ZONE)
    for event, first in (("may", "2021-05-01"), ("january", "2021-01-01")):
        midnight = np.datetime64(first, "ms").astype(np.float64)
        assert found.low[_one(found, event)] == midnight


@pytest.mark.parametrize("day", ["2021-03-14", "2021-11-07"])
def test_a_day_of_23_or_25_hours_is_one_day_on_the_axis(tmp_path: Path, day: str) -> None:
    """The days on which the clock changes are known days like any other."""
    investigation = written(tmp_path, {"changing": day})
    found = marks(investigation, investigation.events, ZONE)
    assert found.kind.tolist() == ["point"]
    assert found.high[0] - found.low[0] == DAY


def test_an_event_of_another_zone_stands_where_our_clock_had_it(tmp_path: Path) -> None:
    """Noon in Berlin is 5 a.m. on an axis in Chicago time."""
    text = one_event("Noon", "2021-05-08T12:00", zone="Europe/Berlin")
    investigation = load(write_investigation(tmp_path, {"events/noon.yaml": text}))
    found = marks(investigation, investigation.events, ZONE)
    assert found.low[0] == np.datetime64("2021-05-08", "ms").astype(np.float64) + 5 * HOUR


def test_far_years_stay_on_an_axis_of_dates(tmp_path: Path) -> None:
    """A date of the last ice age neither stops the figure nor leaves the axis."""
    dates = {"ice": "Y-170000", "caesar": "-0043-03-15", "far": "Y120000"}
    investigation = written(tmp_path, dates)
    found = marks(investigation, investigation.events, ZONE)
    years = found.low / (365.2425 * DAY) + 1970
    assert len(found) == 3
    assert (np.abs(years) < 9_999).all()


def test_lanes_keep_the_headings_order_and_their_colour(tmp_path: Path) -> None:
    """A storyline has the same colour whatever else is shown, and stands where the desk put it."""
    heading = "title: T\nzone: America/Chicago\nstorylines: [First, Second, Third]\n"
    texts = {
        "investigation.yaml": heading,
        "events/a.yaml": one_event("A", "2021", storyline="Third"),
        "events/b.yaml": one_event("B", "2021", storyline="[Third, First]"),
        "events/c.yaml": one_event("C", "2021"),
    }
    investigation = load(write_investigation(tmp_path, texts))
    found = marks(investigation, investigation.events, ZONE)
    assert found.lanes == ("First", "Third", "")
    assert found.hues == (0, 2, -1)
    assert found.event.tolist() == ["b", "a", "b", "c"]
    only = marks(investigation, investigation.events, ZONE, ["Third"])
    assert (only.lanes, only.hues) == (("Third",), (2,))


def test_sets_give_each_of_their_times(tmp_path: Path) -> None:
    """One of two days is drawn as two possible days, not as the time between them."""
    investigation = written(tmp_path, {"set": "[2021-02-08,2021-09-10]", "day": "2021-05-01"})
    found = members(investigation, ["set", "day"], ZONE)
    assert list(found) == ["set"]
    assert [high - low for low, high in found["set"]] == [DAY, DAY]


def test_an_empty_investigation_has_no_marks(tmp_path: Path) -> None:
    """Nothing to show is not an error."""
    investigation = load(write_investigation(tmp_path, {}))
    found = marks(investigation, investigation.events, ZONE)
    assert (len(found), found.lanes, found.undated) == (0, (), ())


def test_missing_instants_are_no_time_at_all() -> None:
    """An unbounded date never becomes 1 January 1970."""
    missing = pd.Series([None], dtype="datetime64[us, UTC]")
    assert np.isnan(wall_milliseconds(missing, ZONE)).all()
