"""The readers' app cannot open anything of the desk's, whatever code runs in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.served import ROOT
from timelines.vault import VARIABLE

PROLOGUE = """
import os, sys
from pathlib import Path
from components.reader import fence
fence.close({})
place = Path(sys.argv[1])
"""

ATTEMPTS = {
    "an event": "(place / 'desk/events/first.yaml').read_text()",
    "the heading": "open(place / 'desk/investigation.yaml')",
    "a document": "os.open(place / 'desk/evidence/memo.txt', os.O_RDONLY)",
    "a listing": "os.listdir(place / 'desk/events')",
    "a look through it": "list(os.scandir(place / 'desk'))",
    "a way around": "open(place / 'readers/../desk/events/first.yaml')",
    "a link from what is published": "open(place / 'readers/linked.json')",
    "a linked folder": "os.listdir(place / 'readers/folder')",
    "from within": "os.chdir(place / 'desk'); open('events/first.yaml')",
    "the program's own reading": "from timelines.investigation import load; load(place / 'desk')",
    "bytes for a name": "open(os.fsencode(place / 'desk/events/first.yaml'), 'rb')",
    "a new file": "open(place / 'desk/events/second.yaml', 'w')",
}
ALLOWED = {
    "what is published": "assert (place / 'readers/timeline.json').read_text() == '{}'",
    "its folder": "assert 'timeline.json' in os.listdir(place / 'readers')",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A desk beside a published folder that has links into it."""
    desk = write_investigation(
        tmp_path / "desk", {"events/first.yaml": "headline: First\ndate: 2021-05\n"}
    )
    (desk / "evidence").mkdir()
    (desk / "evidence" / "memo.txt").write_text("Nobody may read this.", encoding="utf-8")
    readers = tmp_path / "readers"
    readers.mkdir()
    (readers / "timeline.json").write_text("{}", encoding="utf-8")
    (readers / "linked.json").symlink_to(desk / "evidence" / "memo.txt")
    (readers / "folder").symlink_to(desk / "events", target_is_directory=True)
    return tmp_path


def test_nothing_of_the_desks_can_be_opened(place: Path) -> None:
    """Neither by a path, nor by a link, nor by the program's own code: each attempt is refused."""
    lines = [PROLOGUE]
    for name, attempt in ATTEMPTS.items():
        lines.append(
            f"try:\n    {attempt}\nexcept Exception as fault:\n"
            f"    print({name!r}, type(fault).__name__, sep=': ')\n"
            f"else:\n    print({name!r}, 'OPENED', sep=': ')\n"
        )
    lines += ["os.chdir('/')\n", *(f"{one}\nprint({name!r})\n" for name, one in ALLOWED.items())]
    said = _run("".join(lines), place).stdout.splitlines()
    assert said == [*(f"{name}: Fenced" for name in ATTEMPTS), *ALLOWED]
    assert not (place / "desk" / "events" / "second.yaml").exists()


def test_the_key_of_the_vault_stops_it(place: Path) -> None:
    """Handed the key by a slip, the readers' app does not start at all."""
    code = "import os\nfrom components.reader import fence\nfence.close(os.environ)"
    ended = _run(code, place, {VARIABLE: "AGE-SECRET-KEY-1EXAMPLE"})
    assert ended.returncode != 0
    assert "without the vault’s key" in ended.stderr
    assert "EXAMPLE" not in ended.stderr


def _run(
    code: str, place: Path, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(place)],
        cwd=ROOT,
        env={**os.environ, **(more or {})},
        capture_output=True,
        text=True,
        check=False,
    )
