"""A program that is killed while it saves the vault, at every call that changes the disk.

Started by a test with a folder and a key's file; prints as JSON what was broken, and at how many
instants it was killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from tests.desk.killing import INSTANTS
from timelines.vault import opening, writing
from timelines.vault.entries import Entry
from timelines.vault.sealing import Key
from timelines.vault.tokens import new_token


def writer(folder: Path, key: Key, turn: int, killed_at: int) -> None:
    """Add an entry; the kill comes right before or after the n-th such call."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        if event in ("c_call", "c_return") and getattr(argument, "__name__", "") in INSTANTS:
            calls += 1
            if calls == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    name = f"Canary {turn} " + "x" * 5_000
    writing.change(folder, key, lambda vault: vault.added(Entry(name), new_token)[0])
    sys.setprofile(None)
    os._exit(0)


def main(folder: Path, key_file: Path) -> None:
    """Kill at the first instant, the second, and so on, until a save gets through."""
    key = opening.key_from(key_file, folder)
    broken: list[str] = []
    turn, through = 0, False
    while not through and turn < 200:
        turn += 1
        before = len(opening.opened(folder, key).entries)
        child = os.fork()
        if child == 0:
            writer(folder, key, turn, turn)
        _, status = os.waitpid(child, 0)
        through = not os.WIFSIGNALED(status)
        after = len(opening.opened(folder, key).entries)
        if after - before not in (0, 1):
            broken.append(f"{turn}: {before} entries became {after}")
        for path in folder.rglob("*"):
            if path.is_file() and b"Canary" in path.read_bytes():
                broken.append(f"{turn}: {path.name} is in the clear")
    sys.stdout.write(json.dumps({"broken": broken, "kills": turn - 1}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
