"""Lanes, rows and labels: nothing collides, nothing falls off the picture."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.views.samples import TRICKY, ZONE, written
from timelines.labels import REACH
from timelines.marks import DAY, Counts, Flags, Floats, Marks, marks
from timelines.packing import GAP
from timelines.period import period
from timelines.rows import MOST_MARKS, Layout, layout

WIDTHS = (366.0, 776.0, 1_256.0, 2_536.0)


def _label(mark: int) -> tuple[str, str]:
    return f"Something that happened to somebody, as told in number {mark}", "sometime in May 2021"


def invented(starts: list[tuple[float, float, int]], timed: bool = False) -> Marks:
    """Marks of moments by hand: start in days, length in days, and the lane of each."""
    count = len(starts)
    low: Floats = np.array([one[0] for one in starts], dtype=np.float64) * DAY
    high = low + np.array([one[1] for one in starts], dtype=np.float64) * DAY
    lane: Counts = np.array([one[2] for one in starts], dtype=np.int64)
    no: Flags = np.zeros(count, dtype=np.bool_)
    return Marks(
        lanes=("One", "Two", "Three"),
        hues=(0, 1, 2),
        event=np.array([f"event-{n:05}" for n in range(count)], dtype=object),
        place=np.arange(count),
        lane=lane,
        kind=np.where(high - low > 1.1 * DAY, "span", "point").astype(object),
        start_earliest=low,
        start_latest=high,
        end_earliest=low,
        end_latest=high,
        low=low,
        high=high,
        approximate=no,
        uncertain=no,
        timed=np.full(count, timed),
        weight=np.ones(count, dtype=np.int64),
        undated=(),
    )


def collisions(plan: Layout) -> list[tuple[int, int]]:
    """Pairs of marks of one row whose marks or labels come closer than a hair."""
    scale = plan.width / plan.period.length
    left = np.maximum((plan.x0 - plan.period.left) * scale, 0.0)
    right = np.minimum((plan.x1 - plan.period.left) * scale, plan.width)
    middle = (left + right) / 2
    left = np.where(plan.narrow, middle - REACH, left)
    right = np.where(plan.narrow, middle + REACH, right)
    for label in plan.labels:
        left[label.mark] = min(left[label.mark], label.left)
        right[label.mark] = max(right[label.mark], label.right)
    boxes = sorted(zip(plan.row, left, right, range(len(left)), strict=True))
    # Marks without labels may come closer than the gap, by their two margins.
    return [
        (one[3], other[3])
        for one, other in pairwise(boxes)
        if one[0] == other[0] and other[1] < one[2] + GAP - 8 - 1e-6
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.floats(0, 2_000),
            st.one_of(st.just(1.0), st.floats(1, 400)),
            st.integers(0, 2),
        ),
        min_size=1,
        max_size=120,
    ),
    st.sampled_from(WIDTHS),
)
def test_labels_and_marks_never_collide(
    starts: list[tuple[float, float, int]], width: float
) -> None:
    """On a phone and on a wall no label is printed over another or over a mark."""
    found = invented(starts)
    plan = layout(found, period(found), width, _label)
    assert collisions(plan) == []
    for label in plan.labels:
        assert label.left >= -1e-6
        assert label.right <= width + 1e-6


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 900), st.just(1.0), st.integers(0, 2)), min_size=1, max_size=60)
)
def test_lanes_follow_each_other_and_hold_their_marks(
    starts: list[tuple[float, float, int]],
) -> None:
    """A mark always stands in the band of its own storyline, below that storyline's name."""
    found = invented(starts)
    plan = layout(found, period(found, whole=True), 1_256.0, _label)
    for one, other in pairwise(plan.lanes):
        assert one.top + one.height <= other.top
    bands = {lane.name: lane for lane in plan.lanes}
    for mark, y in zip(plan.drawn, plan.y, strict=True):
        band = bands[found.lanes[found.lane[mark]]]
        assert band.top < y < band.top + band.height
    assert plan.lanes[-1].top + plan.lanes[-1].height <= plan.height


def test_the_same_marks_always_get_the_same_places() -> None:
    """A figure drawn twice is the same figure, so that nothing jumps when a page is reloaded."""
    found = invented([(n * 3.7 % 50, 1.0, n % 3) for n in range(80)])
    first, second = (layout(found, period(found), 1_256.0, _label) for _ in range(2))
    assert first.y.tolist() == second.y.tolist()
    assert first.labels == second.labels


def test_a_lane_runs_from_early_to_late() -> None:
    """Of events on one another's heels the earlier stands above the later."""
    found = invented([(5.0 - n, 1.0, 0) for n in range(5)] + [(300.0, 1.0, 0)])
    plan = layout(found, period(found, whole=True), 800.0, _label)
    days = found.low[plan.drawn][:5]
    assert (np.diff(plan.y[:5]) >= 0).all()
    assert (np.diff(days) >= 0).all()


def test_labels_at_the_right_edge_stand_left_of_their_marks() -> None:
    """The newest events, which crowd at the end, keep their headlines."""
    found = invented([(float(n), 1.0, 0) for n in range(0, 100, 9)])
    plan = layout(found, period(found, whole=True), 1_256.0, _label)
    last = max(plan.labels, key=lambda label: label.anchor)
    assert not last.from_start
    assert len(plan.labels) == len(plan.drawn)


def test_fewer_labels_where_there_is_no_room_but_every_mark_stays() -> None:
    """With a thousand events one still sees each, and reads some."""
    found = invented([(n * 1.9 % 1_800, 1.0, n % 3) for n in range(900)])
    plan = layout(found, period(found), 1_256.0, _label)
    assert len(plan.drawn) == 900
    assert 0 < len(plan.labels) < 900
    assert not any(lane.dense for lane in plan.lanes)
    assert collisions(plan) == []


def test_weighty_events_keep_their_labels() -> None:
    """What the desk marked as important is named where room is short."""
    found = invented([(n * 1.9 % 1_800, 1.0, n % 3) for n in range(900)])
    found.weight[::150] = 3
    plan = layout(found, period(found), 1_256.0, _label)
    named = {int(plan.drawn[label.mark]) for label in plan.labels}
    assert set(range(0, 900, 150)) <= named


def test_above_the_cap_the_fullest_lanes_become_dense() -> None:
    """Ten thousand events are drawn as how many; a small storyline beside them stays readable."""
    found = invented([(n % 1_800, 1.0, 0 if n < 9_000 else 1) for n in range(9_040)])
    plan = layout(found, period(found), 1_256.0, _label)
    assert [lane.dense for lane in plan.lanes] == [True, False]
    assert len(plan.drawn) == 40 <= MOST_MARKS
    assert plan.lanes[0].marks == 9_000


def test_mud_on_one_day_is_dense_however_few() -> None:
    """Three hundred events on one day are not drawn over each other."""
    found = invented([(500.0, 1.0, 0)] * 300 + [(0.0, 1.0, 1), (1_000.0, 1.0, 1)])
    plan = layout(found, period(found, whole=True), 1_256.0, _label)
    assert [lane.dense for lane in plan.lanes] == [True, False]


def test_a_known_day_is_a_symbol_until_the_axis_shows_hours() -> None:
    """A day is solid among days, and a soft span where the hours of that day can be told apart."""
    found = invented([(100.0, 1.0, 0), (102.0, 1.0, 0)])
    days = layout(found, period(found), 1_256.0, _label)
    assert days.narrow.all()
    hours = period(found, since=99.5 * DAY, until=103.5 * DAY)
    assert not layout(found, hours, 1_256.0, _label).narrow.any()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_date_finds_its_place(tmp_path: Path, width: float) -> None:
    """Open, unknown and one-sided dates collide as little as any other."""
    investigation = written(tmp_path, TRICKY)
    found = marks(investigation, investigation.events, ZONE)
    plan = layout(found, period(found), width, _label)
    assert collisions(plan) == []
    assert len(plan.labels) == len(TRICKY) - 1


def test_labels_keep_off_what_else_is_drawn() -> None:
    """A bracket under a mark is never taken for a line under somebody's headline."""
    found = invented([(500.0, 1.0, 0), (0.0, 1.0, 1), (1_000.0, 1.0, 1)])
    nothing = np.full(3, np.nan)
    also = np.array([300.0 * DAY, np.nan, np.nan]), nothing
    plan = layout(found, period(found, whole=True), 1_256.0, _label, also)
    label = next(one for one in plan.labels if plan.drawn[one.mark] == 0)
    bracket = (300.0 * DAY - plan.period.left) / plan.period.length * plan.width
    assert label.above or label.right <= bracket or label.left >= plan.width / 2
