"""Boxes in rows never touch, whatever is asked of them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timelines.packing import GAP, Boxes, arrange, fit, need, pack, shares

EDGES = st.lists(
    st.tuples(st.floats(0, 1_200), st.floats(0, 400), st.floats(0, 300), st.integers(1, 3)),
    max_size=60,
)


def _boxes(drawn: list[tuple[float, float, float, int]]) -> Boxes:
    left = np.array([one[0] for one in drawn])
    right = left + np.array([max(18.0, one[1]) for one in drawn])
    label = np.array([one[2] for one in drawn])
    return Boxes(
        left=left,
        right=right,
        wide_left=left,
        wide_right=right + label,
        line=np.full(len(drawn), 24.0),
        above=np.where(right - left > 150, 16.0, 0.0),
        bare=16.0,
        weight=np.array([one[3] for one in drawn], dtype=np.int64),
    )


def _clear(left: list[float], right: list[float], row: list[int], gap: float) -> bool:
    boxes = sorted(zip(row, left, right, strict=True))
    return all(
        one[0] != other[0] or one[2] + gap <= other[1] + 1e-6 for one, other in pairwise(boxes)
    )


@given(EDGES)
def test_no_two_boxes_of_a_row_touch(drawn: list[tuple[float, float, float, int]]) -> None:
    """A reader never meets one label printed over another."""
    boxes = _boxes(drawn)
    left, right = boxes.wide_left.tolist(), boxes.wide_right.tolist()
    assert _clear(left, right, pack(left, right), GAP)


@given(EDGES, st.floats(100, 600))
def test_giving_up_labels_leaves_no_overlap(
    drawn: list[tuple[float, float, float, int]], room: float
) -> None:
    """Where only some labels stay, those that stay are still clear of every mark."""
    boxes = _boxes(drawn)
    plan = fit(boxes, room, bare_room=300)
    if plan is None:
        return
    left = np.where(plan.labelled, boxes.wide_left, boxes.left + 4).tolist()
    right = np.where(plan.labelled, boxes.wide_right, boxes.right - 4).tolist()
    assert _clear(left, right, plan.row.tolist(), GAP)
    assert plan.height <= max(room, 300)


def test_boxes_that_fit_share_the_first_row() -> None:
    """Rows are not wasted: what has room stands in one line."""
    assert pack([0, 100, 50, 300], [40, 200, 90, 310]) == [0, 0, 1, 0]


def test_rows_beyond_the_most_are_refused() -> None:
    """A lane that cannot hold its marks is found out early."""
    assert pack([0, 0, 0], [9, 9, 9], most=2) == [0, 1, -1]


def test_weighty_labels_stay_longest() -> None:
    """Where room is short, the events the desk marked as important keep their headline."""
    drawn = [(0.0, 18.0, 200.0, 1)] * 12 + [(0.0, 18.0, 200.0, 3)] * 3
    plan = fit(_boxes(drawn), room=15 * 16 + 3 * 8, bare_room=0)
    assert plan is not None
    assert plan.labelled[12:].all()
    assert not plan.labelled[:12].any()


def test_a_lane_without_room_for_bare_marks_has_no_plan() -> None:
    """Mud is not drawn."""
    boxes = _boxes([(0.0, 18.0, 50.0, 1)] * 40)
    assert fit(boxes, room=100, bare_room=200) is None
    assert arrange(boxes, np.zeros(40, dtype=np.bool_), room=16 * 40) is not None


def test_a_small_lane_gets_all_it_needs() -> None:
    """A storyline of two events is not squeezed because another has two thousand."""
    assert shares([48, 5_000, 70], room=1_000, least=60) == [48, 882, 70]
    assert shares([48, 70], room=1_000, least=60) == [48, 70]


def test_need_is_the_height_with_every_label() -> None:
    """The room a lane asks for is that of all of its labels, up to what there is."""
    boxes = _boxes([(0.0, 18.0, 50.0, 1)] * 4)
    assert need(boxes, 1_000) == 4 * 24
    assert need(boxes, 50) == 50
