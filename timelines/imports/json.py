"""What `timelines export --as json` wrote: every field of events, sources and people.

Standing is not taken over: every event comes in unverified and internal, without sign-offs and
waivers; what it was stays in the notes. Files of evidence and pictures do not travel in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timelines.intake import recorded
from timelines.intake.decoding import text_of
from timelines.intake.proposals import (
    MOST_ROWS,
    Incoming,
    Options,
    Progress,
    Proposal,
    Proposed,
    Remark,
    Unimportable,
)
from timelines.records import Person, Source

_STEP = 200


def fits(file: Incoming) -> int:
    """By what it says of itself."""
    return 9 if b'"timelines-export"' in file.data[:2_000] else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every event with its sources and people."""
    whole = parsed(file, options)
    listed = whole.get("events") if isinstance(whole, dict) else None
    if not isinstance(listed, list) or len(listed) > MOST_ROWS:
        raise Unimportable("It has no list of “events”, or one too long.")
    sources, lost = recorded.records(Source, whole.get("sources"), "source")
    people, lost_people = recorded.records(Person, whole.get("people"), "person")
    remarks = [*lost, *lost_people]
    for identity, fields in sources.items():
        if "file" in fields:
            sources[identity] = {k: v for k, v in fields.items() if k not in ("file", "sha256")}
            remarks.append(Remark("left-out", f"the file of the source “{identity}”"))
    events: list[Proposed] = []
    for number, item in enumerate(listed):
        if progress is not None and number % _STEP == 0:
            progress(number, len(listed))
        one, said = _event(item, f"event {number + 1}", options)
        remarks += said
        events += [] if one is None else [one]
    if progress is not None:
        progress(len(listed), len(listed))
    heading = whole.get("heading")
    title = str(heading.get("title", "")) if isinstance(heading, Mapping) else None
    return Proposal(
        "json", file.name, file.digest, tuple(events), tuple(remarks),
        sources=sources, people=people, title=title,
    )  # fmt: skip


def _event(item: object, place: str, options: Options) -> tuple[Proposed | None, list[Remark]]:
    plain = item if isinstance(item, Mapping) else {}
    record, why = recorded.event(plain, options)
    if record is None:
        text = f"the whole event, because {why}: {json.dumps(item, ensure_ascii=False)[:300]}"
        return None, [Remark("unreadable", text, place)]
    remarks = []
    if record.date != str(plain.get("date", "")).strip():
        remarks.append(Remark("asked", f"“{plain.get('date')}” is no date", place))
    return recorded.proposed(record, place, identity=record.id or None), remarks


def parsed(file: Incoming, options: Options) -> Any:
    """The value of a JSON file, whatever its encoding; Unimportable if it is none."""
    text, _ = text_of(file.data, options.encoding)
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        raise Unimportable(f"It is not JSON: line {fault.lineno}, column {fault.colno}.") from None
    except RecursionError:
        raise Unimportable("It is nested too deeply.") from None
