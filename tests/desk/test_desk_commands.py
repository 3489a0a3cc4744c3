"""`timelines history` and `timelines undo`: the history in a terminal, and a way back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk.conftest import SHARED, Git
from timelines.cli import main
from timelines.desk import save


def test_the_history_in_the_terminal(
    levee: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor reads one line a change, with the name by which git knows it."""
    done = save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    assert done.commit is not None
    assert main(["history", str(levee), "shared"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(
        f"{done.commit[:9]}  Date from sometime in May 2021 to Sept. 8, 2021, by"
    )
    assert "Added, by A. Editor" in second
    assert main(["history", str(levee), "shared", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["history"][0]["author"] == "R. Ortiz"
    assert told["history"][0]["when"].endswith("Z")
    assert main(["history", str(levee), "--since", git("rev-parse", "HEAD~1").strip()]) == 0
    assert capsys.readouterr().out.startswith("shared: date from sometime in May 2021")
    assert main(["history", str(levee), "--since", "2999"]) == 0
    assert capsys.readouterr().out == "Nothing has changed since 2999.\n"


def test_undo_in_the_terminal(levee: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    """A change that should not have been made is taken back by one command."""
    save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    assert main(["undo", str(levee), "shared", "--by", "Noor"]) == 0
    assert "says again what it said" in capsys.readouterr().out
    assert (levee / "events" / "shared.yaml").read_text() == SHARED
    assert git("log", "-1", "--format=%an").strip() == "Noor"


def test_without_a_history_the_commands_say_why(
    levee: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no repository, or no such event, that is what one reads."""
    assert main(["history", str(levee), "shared"]) == 1
    assert "no git repository" in capsys.readouterr().out
    assert main(["undo", str(levee), "shared", "--by", "Noor"]) == 1
    assert "no git repository" in capsys.readouterr().err
    assert main(["history", str(levee)]) == 2
    assert "--since" in capsys.readouterr().err


def test_an_event_added_in_a_name_is_kept_in_it(
    levee: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    """`timelines add --by` writes the event and has git keep it."""
    words = ["--headline", "Repairs began", "--date", "2021-06", "--source", "star"]
    assert main(["add", str(levee), *words, "--by", "R. Ortiz"]) == 0
    assert "sometime in June 2021" in capsys.readouterr().out
    assert git("log", "-1", "--format=%an: %s").strip() == "R. Ortiz: repairs-began: added"
