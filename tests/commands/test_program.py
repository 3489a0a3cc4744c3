"""The program as a whole: help, exit codes, no tracebacks, quick to start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from timelines import cli, commands

ROOT = Path(__file__).resolve().parents[2]


def test_every_command_keeps_to_the_shape_of_the_shelf() -> None:
    """A file dropped on the shelf is a command with help, arguments and something to run."""
    assert {"add", "bounds", "check", "new", "phrase", "schema", "show"} <= set(cli.names())
    for name in cli.names():
        module = cli.command(name)
        assert module.HELP
        assert (module.__doc__ or "").strip()
        assert callable(module.arguments)
        assert callable(module.run)
    assert not commands.SHARED & set(cli.names())


def test_the_program_runs_from_a_clone() -> None:
    """`python -m timelines` shows the commands and what they do."""
    done = subprocess.run(
        [sys.executable, "-m", "timelines", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in cli.names():
        assert name in done.stdout


def test_a_failure_of_the_program_is_one_sentence(
    run: Run, levee: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a fault of the program shows a person no traceback."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("wires crossed")

    monkeypatch.setattr("timelines.commands.show.load", broken)
    shown = run("show", levee)
    assert shown.code == 2
    assert "The program itself failed" in shown.err
    assert "Traceback" not in shown.err
    assert "wires crossed" not in shown.err


def test_a_reader_that_goes_away_is_no_failure(levee: Path) -> None:
    """`show … | head` ends quietly."""
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m timelines check {levee} | head -c 1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_an_unknown_command_names_the_known_ones(run: Run) -> None:
    """A slip in a command's name shows which there are."""
    shown = run("chek", ".")
    assert shown.code == 2
    assert "check" in shown.err
