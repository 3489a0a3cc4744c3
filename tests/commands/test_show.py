"""`show`: the chronology in a terminal of 80 columns."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Run
from tests.conftest import write_investigation
from timelines.commands.show import brackets
from timelines.sequence import Step


def test_a_month_is_shown_as_sometime_in_it(run: Run, levee: Path) -> None:
    """An editor reads “sometime in May 2021”, never 1 May."""
    shown = run("show", levee)
    assert shown.code == 0
    assert "sometime in May 2021" in shown.out
    assert "May 1" not in shown.out


def test_undecided_neighbours_are_joined_by_a_line(run: Run, levee: Path) -> None:
    """An editor sees at a glance which events could have happened in another order."""
    lines = run("show", levee).out.splitlines()
    opened = next(line for line in lines if "┌" in line)
    closed = next(line for line in lines if "└" in line)
    assert "sometime in May 2021" in opened
    assert "May 20, 2021" in closed
    assert any("could have happened in another order" in line for line in lines)


def test_what_is_piped_is_plain_and_narrow(run: Run, levee: Path) -> None:
    """Another program, or a mail, gets text without escape codes, in 80 columns."""
    shown = run("show", levee)
    assert "\x1b" not in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_every_event_says_who_says_so(run: Run, levee: Path) -> None:
    """No event stands there without its sources, by title."""
    shown = run("show", levee)
    assert "Letter from the county engineer" in shown.out
    assert "Levee was known to be failing" in shown.out


def test_one_lane_can_be_shown_alone(run: Run, levee: Path) -> None:
    """An editor who follows one storyline is shown that one, and told when there is none such."""
    shown = run("show", levee, "--storyline", "Repairs")
    assert "Repairs began" in shown.out
    assert "levee road" not in shown.out
    wrong = run("show", levee, "--storyline", "Repair")
    assert wrong.code == 2
    assert "“Repairs”" in wrong.err


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    """A slip in a path gets one sentence and exit code 2."""
    shown = run("show", tmp_path / "nowhere")
    assert shown.code == 2
    assert "There is no folder" in shown.err
    assert "Traceback" not in shown.err


def test_an_investigation_without_a_heading_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    """A folder without investigation.yaml cannot be shown, and the sentence says why."""
    (tmp_path / "events").mkdir()
    shown = run("show", tmp_path)
    assert shown.code == 2
    assert "investigation.yaml" in shown.err


def test_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """Escape codes and marks of direction in a headline never reach a person's terminal."""
    folder = write_investigation(
        tmp_path / "hostile",
        {"events/a.yaml": 'headline: "Red \\e[31m alert \\u202e backwards"\ndate: 2021\n'},
    )
    shown = run("show", folder)
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out
    assert "alert" in shown.out


def test_brackets_open_run_and_close() -> None:
    """The line at the left opens, goes on and closes exactly around undecided neighbours."""
    tied = [False, True, True, False, False, True]
    assert brackets([Step(str(i), one) for i, one in enumerate(tied)]) == list("┌│└ ┌└")
