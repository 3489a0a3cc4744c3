"""Bad data, and no data: sentences with their place, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import investigations
from tests.app.conftest import Start, listed, text
from tests.conftest import write_investigation
from timelines.vault import VARIABLE


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
    assert "There is no event yet." in text(start(tmp_path))


def test_a_change_on_disk_is_in_the_next_view(start: Start, tmp_path: Path) -> None:
    """Nobody has to restart anything to see what was saved."""
    path = write_investigation(tmp_path, {"events/one.yaml": "headline: Before\ndate: 2021-05\n"})
    app = start(tmp_path)
    assert "Before" in text(app)
    (path / "events" / "one.yaml").write_text("headline: Afterwards\ndate: 2021-05\n", "utf-8")
    app.run()
    assert "Afterwards" in text(app)
    assert "Before" not in text(app)


def test_a_failure_of_the_program_is_told_without_its_insides() -> None:
    """Should the program itself fail, an editor reads that their data are safe, and no code."""

    def script() -> None:
        from components import serving

        serving.explain(ValueError("the insides of the program"))

    said = text(AppTest.from_function(script).run())
    assert "The program failed, not your data" in said
    assert "insides" not in said


def test_the_command_line_of_another_program_names_no_folder(tmp_path: Path) -> None:
    """Under a test or a service, only what was said to the app itself counts."""
    there = investigations.folder(["/usr/bin/pytest", str(tmp_path)], {})
    assert there.slugs[0] == "kansas-city-records-search"
    assert investigations.folder(["app.py", str(tmp_path)], {}).slugs == ()
    assert investigations.folder(["pytest"], {"TIMELINES_DATA": str(tmp_path)}).slugs == ()


def test_the_key_of_the_vault_stops_the_app(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """Handed the key, the app publishes, exports and tells no history; it says what to do."""
    monkeypatch.setenv(VARIABLE, "AGE-SECRET-KEY-1EXAMPLE")
    for page in ("timeline", "review", "publish", "exchange"):
        said = text(start(page=page))
        assert "runs without the vault" in said and f"unset {VARIABLE}" in said
        assert "EXAMPLE" not in said and "mayor" not in said
