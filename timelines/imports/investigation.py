"""Another investigation: two reporters' chronologies become one.

Name its folder instead of a file. Events, sources and people that are there already are left
alone; those of the same id that say something else are listed field by field, and ours stay.
Events that look like one of ours come in and are listed. Sign-offs, waivers, standing, pictures and
evidence do not come along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from timelines import tables
from timelines.intake import recorded
from timelines.intake.proposals import (
    Incoming,
    Options,
    Progress,
    Proposal,
    Proposed,
    Remark,
    Unimportable,
)
from timelines.investigation import Investigation, Unusable, load
from timelines.outgoing import record_fields
from timelines.yamlfile import Value


def fits(file: Incoming) -> int:
    """Never: it is a folder, not a file."""
    return 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """A file cannot hold an investigation; always Unimportable."""
    raise Unimportable("An investigation is a folder: name that, or export it as json.")


def read_folder(folder: Path) -> Proposal:
    """Everything in another investigation's folder."""
    try:
        return proposal(load(folder))
    except Unusable as unusable:
        raise Unimportable(f"{folder}: {unusable}") from None


def proposal(other: Investigation) -> Proposal:
    """Everything another investigation has, its dates in its own zone."""
    remarks = [
        Remark("unreadable", problem.message, f"{problem.file}:{problem.line}")
        for problem in other.problems
        if problem.level in ("block", "error")
    ]
    events: list[Proposed] = []
    for row in tables.rows(other.events):
        record = other.event(row.id)
        if not row.readable:
            ask = f"There it says “{row.written}” for a date. When was it?"
            record = recorded.event(record_fields(record), Options(zone=row.zone))[0] or record
            remarks.append(Remark("asked", ask, row.file))
        one = recorded.proposed(record, row.file, identity=row.id)
        if record.zone is None and record.date != "unknown":
            one = _in_its_zone(one, other.heading.zone)
        events.append(one)
    return Proposal(
        form="investigation",
        name=other.slug,
        digest=other.digest,
        events=tuple(events),
        remarks=tuple(remarks),
        sources=_sources(other, remarks),
        people={
            row.id: _without_id(record_fields(other.person(row.id)))
            for row in tables.rows(other.people)
        },
        title=other.heading.title,
    )


def _in_its_zone(one: Proposed, zone: str) -> Proposed:
    return replace(one, fields={**one.fields, "zone": zone})


def _sources(other: Investigation, remarks: list[Remark]) -> dict[str, Mapping[str, Value]]:
    found: dict[str, Mapping[str, Value]] = {}
    for row in tables.rows(other.sources):
        fields = _without_id(record_fields(other.source(row.id)))
        if fields.pop("file", None) is not None:
            fields.pop("sha256", None)
            remarks.append(Remark("left-out", f"the file of the source “{row.id}”", row.file))
        found[row.id] = fields
    return found


def _without_id(fields: Mapping[str, object]) -> dict[str, Value]:
    return recorded.as_values({name: value for name, value in fields.items() if name != "id"})
