"""A program that is killed while it saves, again and again; prints what it found as JSON.

Started by a test with a folder and a number of kills. Every writer is a process of its own that
ends by SIGKILL: right before or after the n-th call that changes something on the disk, so that
no instant is left out, and some of them at any time.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from timelines.desk import add, opened, save
from timelines.desk.durable import UNFINISHED
from timelines.desk.lock import LOCK

LETTERS = "abcdefghij"
INSTANTS = frozenset({"open", "write", "fsync", "replace", "link", "unlink", "chmod", "flock"})
"""Calls of the system that change something on the disk; the kill comes before or after one."""


def text_of(number: int) -> str:
    """A long text that says by each of its signs which save wrote it."""
    return f"{number}: " + LETTERS[number % 10] * (4_000 + number % 7)


def whole(text: object) -> bool:
    """Whether a text is one that was saved, from its first sign to its last."""
    number = str(text).split(":")[0]
    return number.isdigit() and text == text_of(int(number))


def writer(folder: Path, start: int, killed_at: int | None) -> None:
    """Save without end: an event, a source in a list, and new events."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        if event in ("c_call", "c_return") and getattr(argument, "__name__", "") in INSTANTS:
            calls += 1
            if calls == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)

    if killed_at is not None:
        sys.setprofile(count)
    number = start
    while True:
        number += 1
        save(folder, "event", "kept", {("summary",): text_of(number)})
        save(folder, "source", "star", {("notes",): text_of(number)})
        add(folder, "event", f"new-{number}", {"headline": text_of(number), "date": "2021"})


def check(folder: Path) -> list[str]:
    """What is not whole."""
    kept, star = opened(folder, "event", "kept"), opened(folder, "source", "star")
    broken = []
    if kept is None or not whole(kept.value["summary"]):
        broken.append("kept")
    if star is None or not whole(star.value["notes"]):
        broken.append("star")
    for file in (folder / "events").glob("new-*.yaml"):
        new = opened(folder, "event", file.stem)
        if new is None or not whole(new.value["headline"]):
            broken.append(file.name)
    return broken


def leftovers(folder: Path) -> list[str]:
    """Hidden files that a writer left."""
    found = [*folder.rglob(f"{UNFINISHED}*"), *folder.rglob(LOCK)]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def main(folder: Path, kills: int) -> None:
    """Kill, look, and go on."""
    dice = Random(7)  # noqa: S311 - the same kills every time
    broken: list[str] = []
    seen: set[str] = set()
    for turn in range(kills):
        at = turn + 1 if turn < kills * 7 // 8 else None
        child = os.fork()
        if child == 0:
            writer(folder, 100 * turn, at)
        if at is None:
            time.sleep(dice.uniform(0.0, 0.08))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            broken.append(f"writer {turn} ended by itself")
        seen |= {path.rpartition("/")[2].split("-")[0] for path in leftovers(folder)}
        broken += check(folder)
    save(folder, "event", "kept", {("summary",): text_of(1)})
    left = leftovers(folder)
    files = len(list((folder / "events").glob("new-*.yaml")))
    found = {"broken": broken, "left": left, "seen": sorted(seen), "files": files}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
