"""What other repositories take from this one: the pre-commit hook, and the commands it runs."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

from tests.house.imports import ROOT
from timelines.cli import parser


def test_the_hook_definition_is_one_that_pre_commit_accepts() -> None:
    """A newsroom's repository can name the hook, and pre-commit finds nothing wrong with it."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_hook_runs_a_command_that_exists() -> None:
    """What the hook calls is understood by the command line, with the arguments documented."""
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"^  entry: timelines (.*)$", hook, re.MULTILINE)
    assert entry is not None
    args = parser().parse_args([*shlex.split(entry[1]), "--level", "error"])
    assert args.command == "check"


def test_documented_commands_are_understood() -> None:
    """Every `timelines …` line in a shell block of the documentation parses as it stands."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = []
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
            for line in block.splitlines():
                command = re.match(r"(?:python -m )?timelines (.+)", line.strip())
                if command is not None:
                    found.append(command[1])
    assert found
    for words in found:
        parser().parse_args(shlex.split(words, comments=True))
