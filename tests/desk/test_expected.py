"""What the heading expects follows what is added and removed on purpose."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_investigation
from timelines import desk
from timelines.investigation import load

HEADING = (
    "title: A story\nzone: UTC\nexpect:\n  events: 1  # a merge that drops one is noticed\n"
    "  sources: 1\n"
)


def _case(tmp_path: Path) -> Path:
    return write_investigation(
        tmp_path / "case",
        {
            "investigation.yaml": HEADING,
            "sources.yaml": "- id: minutes\n  kind: document\n  title: The minutes\n",
            "events/first.yaml": "headline: First\ndate: 2021-05\nsources: [minutes]\n",
        },
    )


def test_what_is_added_on_purpose_is_no_slip(tmp_path: Path) -> None:
    """A reporter who adds an event is not told that there is one too many."""
    case = _case(tmp_path)
    desk.add(case, "event", "second", {"headline": "Second", "date": "2021-06"})
    assert not [one for one in load(case).problems if one.check == "count-unexpected"]
    text = (case / "investigation.yaml").read_text(encoding="utf-8")
    assert text == HEADING.replace("events: 1", "events: 2")


def test_what_is_removed_on_purpose_is_no_slip(tmp_path: Path) -> None:
    """Nor is it missed when it is taken out again, and the heading says what it said."""
    case = _case(tmp_path)
    desk.add(case, "event", "second", {"headline": "Second", "date": "2021-06"})
    desk.remove(case, "event", "second")
    assert (case / "investigation.yaml").read_text(encoding="utf-8") == HEADING


def test_what_was_missing_before_is_still_missed(tmp_path: Path) -> None:
    """An event that a merge dropped does not go unnoticed because somebody adds another."""
    case = _case(tmp_path)
    (case / "events" / "first.yaml").unlink()
    desk.add(case, "event", "second", {"headline": "Second", "date": "2021-06"})
    problems = [one.check for one in load(case).problems]
    assert "count-unexpected" in problems
