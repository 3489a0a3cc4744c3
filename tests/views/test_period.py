"""Which part of time a timeline shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.views.samples import TRICKY, ZONE, written
from timelines.marks import DAY, Marks, marks
from timelines.period import inside, period


def _marks(folder: Path, dates: dict[str, str]) -> Marks:
    investigation = written(folder, dates)
    return marks(investigation, investigation.events, ZONE)


def _wall(day: str) -> float:
    return float(np.datetime64(day, "ms").astype(np.float64))


def _story(**more: str) -> dict[str, str]:
    return {f"day-{n:02}": f"2021-{1 + n % 6:02}-{3 * (n // 6) + 1:02}" for n in range(24)} | more


def test_an_office_founded_long_ago_does_not_squeeze_the_story(tmp_path: Path) -> None:
    """A story of five months fills the picture, and the foot counts what lies before it."""
    found = _marks(tmp_path, _story(founded="1969"))
    shown = period(found)
    assert shown.left > _wall("2020-12-01")
    assert (shown.earlier, shown.later) == (1, 0)
    whole = period(found, whole=True)
    assert whole.left < _wall("1969-01-01")
    assert (whole.earlier, whole.later) == (0, 0)


def test_what_comes_long_after_is_counted_too(tmp_path: Path) -> None:
    """A verdict ten years on is not lost: the foot says that something comes later."""
    shown = period(_marks(tmp_path, _story(verdict="2035-04-01")))
    assert (shown.earlier, shown.later) == (0, 1)


@pytest.mark.parametrize(
    "dates",
    [
        {"a": "1969", "b": "2021-05-01", "c": "2021-06-01"},
        {f"year-{year}": f"{year}-06-01" for year in range(1960, 2022)},
        {"long": "2021"} | {f"day-{n}": f"2021-05-{n:02}" for n in range(1, 9)},
    ],
)
def test_nothing_is_left_outside_without_good_reason(tmp_path: Path, dates: dict[str, str]) -> None:
    """A handful of events, an even spread, or a long span among days are shown whole."""
    found = _marks(tmp_path, dates)
    shown = period(found)
    assert (shown.earlier, shown.later) == (0, 0)
    assert shown.left < found.low.min()
    assert shown.right > found.high.max()


def test_a_chosen_period_is_kept_to_the_instant(tmp_path: Path) -> None:
    """Whoever asks for May gets May, and is told what lies on both sides."""
    found = _marks(tmp_path, {"april": "2021-04-10", "may": "2021-05-10", "june": "2021-06-10"})
    shown = period(found, since=_wall("2021-05-01"), until=_wall("2021-06-01"))
    assert (shown.left, shown.right) == (_wall("2021-05-01"), _wall("2021-06-01"))
    assert (shown.earlier, shown.later) == (1, 1)
    assert found.event[inside(found, shown)].tolist() == ["may"]


def test_what_still_goes_on_is_inside_every_later_period(tmp_path: Path) -> None:
    """A review that never ended runs through the picture of any month after its start."""
    found = _marks(tmp_path, dict(TRICKY))
    shown = period(found, since=_wall("2023-01-01"), until=_wall("2023-02-01"))
    within = set(found.event[inside(found, shown)])
    assert within == {"going-on", "end-unknown"}
    before = period(found, since=_wall("2019-01-01"), until=_wall("2019-02-01"))
    assert set(found.event[inside(found, before)]) == {"since-ever", "start-unknown"}


def test_one_lone_day_has_days_around_it(tmp_path: Path) -> None:
    """A single known day is not blown up until it looks like something that lasted."""
    shown = period(_marks(tmp_path, {"only": "2021-05-12"}))
    assert 10 * DAY <= shown.length <= 60 * DAY


def test_no_marks_still_have_a_period(tmp_path: Path) -> None:
    """An empty timeline is drawn without an error."""
    assert period(_marks(tmp_path, {})).length > 0
