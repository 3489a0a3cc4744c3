"""What is drawn for each kind of date."""

from __future__ import annotations

import numpy as np
import pytest

from tests.views.samples import TRICKY, ZONE, written
from timelines.marks import Marks, marks, members
from timelines.period import period
from timelines.rows import Layout, layout
from timelines.strokes import Strokes, strokes

Drawn = tuple[Layout, Marks, Strokes]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The strokes of a date of every kind, on a desktop."""
    investigation = written(tmp_path_factory.mktemp("tricky"), TRICKY)
    found = marks(investigation, investigation.events, ZONE)
    plan = layout(found, period(found), 1_256.0, lambda _: ("A headline", "a date"))
    ids = found.event[plan.drawn].tolist()
    return plan, found, strokes(plan, found, members(investigation, ids, ZONE))


def _place(drawn: Drawn, event: str) -> int:
    plan, found, _ = drawn
    return [*found.event[plan.drawn]].index(event)


def _wall(day: str) -> float:
    return float(np.datetime64(day, "ms").astype(np.float64))


def test_sometime_in_may_is_soft_at_both_ends_and_has_no_line(drawn: Drawn) -> None:
    """“Sometime in May” cannot be mistaken for something that lasted all of May."""
    soft, place = drawn[2].soft, _place(drawn, "month")
    at = soft.mark.tolist().index(place)
    assert (soft.left[at], soft.right[at]) == (_wall("2021-05-01"), _wall("2021-06-01"))
    assert soft.left[at] < soft.full_left[at] < soft.full_right[at] < soft.right[at]
    assert soft.vague[at]
    assert place not in drawn[2].line.mark
    assert place not in drawn[2].core.mark


def test_what_lasted_is_solid_only_where_it_surely_did(drawn: Drawn) -> None:
    """From May until September is solid from the end of May to the first of September."""
    core, place = drawn[2].core, _place(drawn, "may-to-september")
    at = core.mark.tolist().index(place)
    assert (core.left[at], core.right[at]) == (_wall("2021-06-01"), _wall("2021-09-01"))
    line = drawn[2].line
    at = line.mark.tolist().index(place)
    assert (line.left[at], line.right[at]) == (_wall("2021-05-01"), _wall("2021-10-01"))


def test_overlapping_ends_have_no_solid_part(drawn: Drawn) -> None:
    """Where nothing is sure, nothing is solid."""
    place = _place(drawn, "ends-overlap")
    assert place not in drawn[2].core.mark
    assert place in drawn[2].line.mark


def test_open_ends_point_on_and_unknown_ends_break_up(drawn: Drawn) -> None:
    """Still going on has an arrow; an end that nobody knows has dashes, and no arrow."""
    arrows = dict(zip(drawn[2].arrows.mark.tolist(), drawn[2].arrows.sign, strict=True))
    assert arrows == {_place(drawn, "going-on"): "→", _place(drawn, "since-ever"): "←"}
    assert set(drawn[2].dashes.mark) == {
        _place(drawn, "end-unknown"),
        _place(drawn, "start-unknown"),
    }
    unknown = {_place(drawn, "end-unknown"), _place(drawn, "start-unknown")}
    assert not unknown & set(drawn[2].core.mark)


def test_one_of_two_days_is_two_possible_days_on_a_thread(drawn: Drawn) -> None:
    """The months between two possible days are not drawn as possible."""
    soft, place = drawn[2].soft, _place(drawn, "one-of-two")
    spans = soft.right[soft.mark == place] - soft.left[soft.mark == place]
    assert spans.tolist() == [86_400_000.0, 86_400_000.0]
    assert place in drawn[2].line.mark


def test_one_sided_dates_are_sharp_on_the_side_that_is_known(drawn: Drawn) -> None:
    """“On or before Sept. 8” ends sharply with Sept. 8 and fades into the past."""
    stops = drawn[2].stops
    found = {
        place: (sign, at) for place, sign, at in zip(stops.mark, stops.sign, stops.at, strict=True)
    }
    assert found == {
        _place(drawn, "not-later"): ("]", _wall("2021-09-09")),
        _place(drawn, "not-earlier"): ("[", _wall("2021-03-08")),
    }
    soft = drawn[2].soft
    at = soft.mark.tolist().index(_place(drawn, "not-later"))
    assert soft.full_right[at] == soft.right[at]
    assert soft.full_left[at] > soft.left[at]


def test_about_and_unsure_have_their_signs(drawn: Drawn) -> None:
    """“About May 10” and “perhaps June 3” look different from a date that is known."""
    signs = dict(zip(drawn[2].signs.mark.tolist(), drawn[2].signs.sign, strict=True))
    assert signs == {_place(drawn, "about-day"): "≈", _place(drawn, "unsure-day"): "?"}
    soft = drawn[2].soft
    at = soft.mark.tolist().index(_place(drawn, "about-day"))
    assert soft.full_right[at] - soft.full_left[at] < 0.05 * (soft.right[at] - soft.left[at])
