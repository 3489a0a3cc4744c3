"""How many events there are when: counted once each, and honestly spread."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.test_rows import invented
from timelines.density import bin_edges, density
from timelines.marks import DAY, HOUR
from timelines.period import Period, period


@given(
    st.lists(st.tuples(st.floats(0, 3_000), st.floats(1, 400), st.just(0)), min_size=1, max_size=80)
)
def test_every_event_counts_once(starts: list[tuple[float, float, int]]) -> None:
    """The heights of a dense lane add up to its events, whatever their dates."""
    found = invented(starts)
    counted = density(found, np.arange(len(found)), period(found, whole=True), 120)
    assert counted.counts.sum() == pytest.approx(len(found))
    assert (counted.counts >= -1e-9).all()


def test_sometime_in_a_month_is_never_one_day() -> None:
    """“Sometime in May” adds a little to every day of May, not one to the first of it."""
    found = invented([(120.0, 31.0, 0)])
    counted = density(found, np.arange(1), Period(110 * DAY, 160 * DAY), 80)
    assert counted.counts.max() == pytest.approx(1 / 31)


@pytest.mark.parametrize(
    ("length", "step"),
    [(2 * HOUR, HOUR / 60), (30 * DAY, 6 * HOUR), (90 * DAY, DAY), (2 * 365 * DAY, 7 * DAY)],
)
def test_short_bins_are_units_of_the_clock(length: float, step: float) -> None:
    """A bar is a minute, an hour, a day, a week: never a slice that nobody can name."""
    edges = bin_edges(18_000 * DAY, 18_000 * DAY + length, 139)
    assert set(np.diff(edges)) == {step}
    assert len(edges) - 1 <= 141


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    """Longer bars are those of the calendar on the wall."""
    weeks = bin_edges(18_001 * DAY, 18_701 * DAY, 120).astype("datetime64[ms]")
    assert {str(day.astype("datetime64[D]").item().weekday()) for day in weeks} == {"0"}
    months = bin_edges(17_003 * DAY, 19_000 * DAY, 100).astype("datetime64[ms]")
    assert all(str(month)[8:10] == "01" for month in months)


@given(
    st.integers(-30_000_000_000_000, 30_000_000_000_000),
    st.integers(60_000, 30_000_000_000_000),
    st.integers(20, 300),
)
def test_bins_cover_the_period(left: int, length: int, most: int) -> None:
    """No event of the period falls off the first or the last bar."""
    edges = bin_edges(left, left + length, most)
    assert edges[0] <= left
    assert edges[-1] >= left + length
    assert len(edges) - 1 <= most + 2
