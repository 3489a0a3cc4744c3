"""Publishing as a program of its own: what it opens, whom it calls, and the same bytes always."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.data.places import ROOT
from tests.publish.newsroom import PICTURE, Newsroom

WATCHED = """
import json, os, sys
seen = {"opened": [], "called": []}
def hook(name, given):
    if name == "open" and isinstance(given[0], (str, bytes)):
        seen["opened"].append(os.path.realpath(os.fsdecode(given[0])))
    elif name in ("socket.connect", "socket.getaddrinfo"):
        seen["called"].append(name)
    elif name == "subprocess.Popen":
        seen["called"].append(os.path.basename(str(given[0])))
from timelines.cli import main
sys.addaudithook(hook)
code = main(sys.argv[1:])
print("\\n" + json.dumps(seen), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def desk(signed_once: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed newsroom in which links lead out of the folder wherever they can stand."""
    place = tmp_path_factory.mktemp("newsroom")
    secret = place / "secret"
    secret.mkdir()
    (secret / "secret.png").write_bytes(PICTURE)
    (secret / "secret.yaml").write_text("headline: Secret\ndate: 2021\nvisibility: public\n")
    root = signed_once.written(place / "desk")
    for link in ("evidence/out.png", "media/out.png", "signed/" + "0" * 32 + ".json", "vault.age"):
        (root / link).parent.mkdir(exist_ok=True)
        (root / link).symlink_to(secret / "secret.png")
    return root


@dataclass(frozen=True)
class Run:
    """A publication by a process: where it published to, and how that went."""

    target: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def first(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The first publication."""
    target = tmp_path_factory.mktemp("first") / "readers"
    done = publish(desk, target, "1")
    (desk / "published.json").unlink()
    return Run(target, done)


def publish(desk: Path, target: Path, seed: str) -> subprocess.CompletedProcess[str]:
    """Publish in a process that remembers what it opened and whom it called."""
    words = ["publish", str(desk), "--to", str(target), "--today", "2023-07-01"]
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def content(place: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def test_the_publisher_opens_and_calls_nothing_outside(desk: Path, first: Run) -> None:
    """It reads the investigation, its own program and the zones, writes where it is told, and
    calls nobody but git; of a vault it does not even try to open the file."""
    done = first.done
    assert done.returncode == 0, done.stdout + done.stderr
    seen = json.loads(done.stderr.splitlines()[-1])
    homes = (
        *(desk, first.target, ROOT, sys.prefix, sys.base_prefix),
        *("/usr/share/zoneinfo", "/dev/null"),
    )
    strays = [path for path in seen["opened"] if not path.startswith(tuple(map(str, homes)))]
    assert strays == []
    assert set(seen["called"]) <= {"git"}
    assert not [path for path in seen["opened"] if path.endswith("vault.age")]


def test_chance_changes_no_byte(desk: Path, first: Run, tmp_path: Path) -> None:
    """Two runs of the program, whatever its sets and mappings are shuffled by, write the same."""
    done = publish(desk, tmp_path / "readers", "2")
    assert done.returncode == 0, done.stdout
    assert content(tmp_path / "readers") == content(first.target)
