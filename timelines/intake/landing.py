"""Writes what was planned, through the desk's own saving: never over a record that is there."""

from __future__ import annotations

from pathlib import Path

from timelines.desk.orders import Addition, Saved
from timelines.desk.repository import Author
from timelines.desk.save import carry_out
from timelines.intake.merging import Plan
from timelines.intake.proposals import Progress

_STEP = 100


def land(
    plan: Plan,
    folder: Path,
    progress: Progress | None = None,
    author: Author | str | None = None,
) -> tuple[str, ...]:
    """Write the new sources, people and events; the files written, relative to the folder."""
    return tuple(dict.fromkeys(one.file for one in landed(plan, folder, progress, author)))


def landed(
    plan: Plan,
    folder: Path,
    progress: Progress | None = None,
    author: Author | str | None = None,
) -> tuple[Saved, ...]:
    """Write the new sources, people and events; what the desk saved, in that order.

    Sources and people come first, so that an interrupted import leaves no event that cites
    nobody; done again, it adds the rest. With an author git keeps all of it as one commit. Raises
    what saving raises (Refused, Busy); what was written until then stays, and is whole.
    """
    standing = {"verification": "unverified", "visibility": "internal"}
    orders = [
        *(Addition("source", name, fields) for name, fields in plan.sources.items()),
        *(Addition("person", name, fields) for name, fields in plan.people.items()),
        *(Addition("event", one.identity, {**one.fields, **standing}) for one in plan.new),
    ]
    done: list[Saved] = []
    for start in range(0, len(orders), _STEP):
        if progress is not None:
            progress(start, len(orders))
        last = start + _STEP >= len(orders)
        done += carry_out(
            folder,
            orders[start : start + _STEP],
            author=author if last else None,
            subject=_subject(plan),
            files=tuple(dict.fromkeys(one.file for one in done)) if last else (),
        )
    if progress is not None:
        progress(len(orders), len(orders))
    return tuple(done)


def _subject(plan: Plan) -> str:
    count = len(plan.new)
    return f"Import of {plan.proposal.name}: {count} event{'' if count == 1 else 's'}"
