"""What the tests of the desk share: an investigation, a repository around it, real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import write_investigation
from tests.house.imports import ROOT

SHARED = """\
# What all of them work on.
headline: The levee is inspected   # twice, they say
date: 2021-05

# Who says so?
sources:
- source: letter
  at:   p. 1      # at the foot
questions:
  - ask: Who sent it?
"""
SOURCES = """\
# The papers.

- id: letter
  kind: document
  title: "A letter"

# Of that month.
- {id: star, kind: publication, title: The Star, published: 2021-10}
"""
PEOPLE = "- id: lucas\n  name: Quinton Lucas\n"


@pytest.fixture
def levee(tmp_path: Path) -> Path:
    """An investigation whose files are written by hand, in a sub-folder."""
    texts = {"events/shared.yaml": SHARED, "sources.yaml": SOURCES, "people.yaml": PEOPLE}
    texts |= {f"events/own-{n}.yaml": f"headline: Own {n}\ndate: 2021\n" for n in range(8)}
    return write_investigation(tmp_path / "repository" / "data" / "levee", texts)


Git = Callable[..., str]


@pytest.fixture
def git(levee: Path) -> Git:
    """The levee in a repository with one commit; runs git there and returns what it prints."""
    top = levee.parent.parent
    clean = {name: one for name, one in os.environ.items() if not name.startswith("GIT_")}

    def run(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(top), *words], capture_output=True, text=True, env=clean, check=True
        )
        return done.stdout

    run("init", "-q", "-b", "main")
    for key, said in (
        ("user.name", "A. Editor"),
        ("user.email", "a@example.org"),
        ("gc.auto", "0"),
    ):
        run("config", key, said)
    run("add", ".")
    run("commit", "-q", "-m", "The start")
    return run


def program(module: str, *words: object) -> Any:
    """What a program of these tests prints, as JSON; it runs in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.desk.{module}", *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
