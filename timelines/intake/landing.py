"""Writes what was planned: one new file an event, never over one that is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from timelines.desk.compose import lines
from timelines.desk.habits import Habits
from timelines.intake.merging import Plan
from timelines.intake.proposals import Progress
from timelines.records import Event, Person, Record, Source
from timelines.yamlfile import Value

_SHAPES: dict[str, type[Record]] = {"events": Event, "sources": Source, "people": Person}
_STEP = 100


def land(plan: Plan, folder: Path, progress: Progress | None = None) -> tuple[str, ...]:
    """Write the new sources, people and events; the files written, relative to the folder.

    Sources and people come first, so that an interrupted import leaves no event that cites
    nobody; done again, it adds the rest. Raises FileExistsError where a file of a new event's
    name turned up meanwhile: nothing is ever overwritten.
    """
    written: list[str] = []
    for kind, records in (("sources", plan.sources), ("people", plan.people)):
        written += [_write(folder, kind, name, fields) for name, fields in records.items()]
    total = len(plan.new)
    for place, one in enumerate(plan.new):
        if progress is not None and place % _STEP == 0:
            progress(place, total)
        standing = {"verification": "unverified", "visibility": "internal"}
        written.append(_write(folder, "events", one.identity, {**one.fields, **standing}))
    if progress is not None:
        progress(total, total)
    return tuple(written)


def _write(folder: Path, kind: str, name: str, fields: Mapping[str, Value]) -> str:
    place = folder / kind / f"{name}.yaml"
    place.parent.mkdir(exist_ok=True)
    draft = place.with_name(f".{place.name}.import")
    with draft.open("w", encoding="utf-8", newline="\n") as out:
        out.write("\n".join(lines(fields, 0, _SHAPES[kind], Habits())) + "\n")
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, place)
    finally:
        draft.unlink()
    return f"{kind}/{place.name}"
