"""Bad data, and no data: sentences with their place, and never a traceback."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import Start, listed, text
from tests.conftest import write_investigation


def test_what_cannot_be_read_is_told_with_its_place(start: Start, tmp_path: Path) -> None:
    """A reporter who mistyped reads where and what, and the other events are still there."""
    write_investigation(
        tmp_path,
        {
            "events/good.yaml": "headline: It stands\ndate: 2021-05\n",
            "events/bad.yaml": "headlin: A slip\ndate: 2021-05\n",
            "events/torn.yaml": "headline: [torn\n",
        },
    )
    app = start(tmp_path)
    assert listed(app) == ["good"]
    said = text(app)
    assert "Did you mean “headline”?" in said
    assert "events/bad.yaml:1" in said
    assert "events/torn.yaml" in said


def test_an_unusable_heading_is_a_page_not_an_error(start: Start, tmp_path: Path) -> None:
    """Without a time zone nothing can be dated: the page says which line to mend."""
    write_investigation(tmp_path, {"investigation.yaml": "title: No zone\n"})
    said = text(start(tmp_path))
    assert "zone" in said
    assert "investigation.yaml" in said


def test_an_empty_folder_says_how_to_begin(start: Start, tmp_path: Path) -> None:
    """Who starts the app before there is anything reads the command that makes the first one."""
    assert "python -m timelines new" in text(start(tmp_path))
    assert "python -m timelines new" in text(start(tmp_path / "nowhere"))


def test_an_investigation_without_events_is_drawn(start: Start, tmp_path: Path) -> None:
    """A new investigation, still empty, is a page like any other."""
    write_investigation(tmp_path, {"investigation.yaml": "title: New\nzone: UTC\n"})
    assert "No event fits this filter." in text(start(tmp_path))


def test_a_change_on_disk_is_in_the_next_view(start: Start, tmp_path: Path) -> None:
    """Nobody has to restart anything to see what was saved."""
    path = write_investigation(tmp_path, {"events/one.yaml": "headline: Before\ndate: 2021-05\n"})
    app = start(tmp_path)
    assert "Before" in text(app)
    (path / "events" / "one.yaml").write_text("headline: Afterwards\ndate: 2021-05\n", "utf-8")
    app.run()
    assert "Afterwards" in text(app)
    assert "Before" not in text(app)
