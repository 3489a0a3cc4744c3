"""A program of several writers at once; prints what each of them was told, as JSON.

Started by a test with a folder, a way and a number of writers. Each writer is a process of its
own; all begin at the same moment.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from timelines.desk import END, Conflict, add, opened, save

ROUNDS = 4


def own(folder: Path, number: int) -> list[str]:
    """Save an event of one's own, a source into the list of all, a question to the shared event."""
    told = []
    for turn in range(ROUNDS):
        base = opened(folder, "event", f"own-{number}")
        words = f"{number} in round {turn}"
        save(folder, "event", f"own-{number}", {("summary",): words}, base=base)
        value = {"kind": "post", "title": words}
        add(folder, "source", f"source-{number}-{turn}", value)
        seen = opened(folder, "event", "shared")
        save(folder, "event", "shared", {("questions", END): {"ask": words}}, base=seen)
        told.append(words)
    return told


def same(folder: Path, number: int) -> list[str]:
    """Save the same field of the same event, each from the version that all have seen."""
    base = opened(folder, "event", "shared")
    _wait(folder, number)
    try:
        save(folder, "event", "shared", {("headline",): f"As {number} has it"}, base=base)
    except Conflict as conflict:
        (field,) = conflict.fields
        return ["conflict", str(field.base), str(field.theirs), str(field.mine)]
    return ["saved", f"As {number} has it"]


def fields(folder: Path, number: int) -> list[str]:
    """Save a field of one's own in the same event, each from the version that all have seen."""
    base = opened(folder, "event", "shared")
    _wait(folder, number)
    name = ("place", "summary", "notes", "attribution", "instrument", "kind", "weight", "basis")
    words = {"kind": "meeting", "weight": "2", "basis": "computed"}.get(
        name[number], f"By {number}"
    )
    done = save(folder, "event", "shared", {(name[number],): words}, base=base)
    return [name[number], words, *done.beside]


def kept(folder: Path, number: int) -> list[str]:
    """Save an event of one's own in one's own name, twice, for git to keep."""
    told = []
    for turn in range(2):
        words = f"{number} in round {turn}"
        done = save(folder, "event", f"own-{number}", {("summary",): words}, author=f"R. {number}")
        told.append(done.commit or str(done.note))
    return told


WAYS: dict[str, Callable[[Path, int], list[str]]] = {
    "own": own, "same": same, "fields": fields, "kept": kept,
}  # fmt: skip

_DOORS: list[tuple[int, int]] = []


def _wait(folder: Path, number: int) -> None:
    """Say that one is ready, and wait until all are."""
    ready, go = _DOORS[0][1], _DOORS[1][0]
    os.write(ready, b".")
    os.read(go, 1)


def main(folder: Path, way: str, writers: int) -> None:
    """Start the writers, let them go at once, and gather what they were told."""
    _DOORS.extend((os.pipe(), os.pipe()))
    answers = [os.pipe() for _ in range(writers)]
    children = []
    for number in range(writers):
        child = os.fork()
        if child == 0:
            try:
                told = WAYS[way](folder, number)
            except Exception as fault:  # noqa: BLE001 - whatever it is, the test is to see it
                told = [f"{type(fault).__name__}: {fault}"]
            os.write(answers[number][1], json.dumps(told).encode())
            os._exit(0)
        children.append(child)
        os.close(answers[number][1])
    if way in ("same", "fields"):
        for _ in range(writers):
            os.read(_DOORS[0][0], 1)
        os.write(_DOORS[1][1], b"." * writers)
    for child in children:
        os.waitpid(child, 0)
    found = [json.loads(os.read(reading, 100_000)) for reading, _ in answers]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
