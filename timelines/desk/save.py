"""Saves records: merged with what others saved meanwhile, or refused with both versions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from timelines.desk import durable
from timelines.desk.expected import expecting
from timelines.desk.history import note, telling
from timelines.desk.intent import Changes
from timelines.desk.lock import WAIT, exclusive
from timelines.desk.message import message
from timelines.desk.orders import Addition, Change, Order, Removal, Saved
from timelines.desk.refused import Refused
from timelines.desk.repository import Author, NoHistory, commit, owner, person, repository
from timelines.desk.shape import RecordKind
from timelines.desk.version import Version
from timelines.desk.whereabouts import Files, find
from timelines.desk.work import Work, version

_TRIES = 20
"""How often a save is begun anew because an editor wrote the file in between."""


def opened(folder: Path | str, kind: RecordKind, identity: str = "") -> Version | None:
    """What a record says now, to save from; None where there is no such record.

    Raises Refused where its file cannot be read.
    """
    found = find(Files(Path(os.path.realpath(folder))), kind, identity)
    return None if found is None else version(kind, identity, found)


def save(
    folder: Path | str,
    kind: RecordKind,
    identity: str,
    changes: Changes,
    *,
    base: Version | str | None = None,
    author: Author | str | None = None,
    files: Sequence[str] = (),
) -> Saved:
    """Change fields of a record: a mapping from path to value, or to DELETED.

    `base` is the version that was on the screen. What others changed since in other fields, or in
    other records of the file, is kept; what they changed in the same fields is a Conflict.
    With an author git keeps it. Raises Conflict, Busy, Refused; then nothing was written.
    """
    order = Change(kind, identity, changes, base)
    return carry_out(folder, [order], author=author, files=files)[0]


def add(
    folder: Path | str,
    kind: RecordKind,
    identity: str,
    value: Mapping[str, Any],
    *,
    author: Author | str | None = None,
    files: Sequence[str] = (),
) -> Saved:
    """Add a record under an id that is free; Refused where it is taken or the record unfit."""
    return carry_out(folder, [Addition(kind, identity, value)], author=author, files=files)[0]


def remove(
    folder: Path | str,
    kind: RecordKind,
    identity: str,
    *,
    base: Version | str | None = None,
    author: Author | str | None = None,
) -> Saved:
    """Take a record out; Conflict where it does not say any more what `base` said."""
    return carry_out(folder, [Removal(kind, identity, base)], author=author)[0]


def carry_out(
    folder: Path | str,
    orders: Iterable[Order],
    *,
    author: Author | str | None = None,
    subject: str | None = None,
    files: Sequence[str] = (),
    wait: float = WAIT,
) -> tuple[Saved, ...]:
    """Do all of it or nothing: every order is tried out before the first file is written.

    With an author git keeps it as one commit in that name, together with `files`, which are paths
    within the investigation; `subject` is what it is called, else what changed, in words. Raises
    Conflict where others changed the same, Busy after `wait` seconds, Refused for what cannot be
    written.
    """
    root = Path(os.path.realpath(folder))
    if not root.is_dir():
        raise Refused(f"There is no folder “{folder}”.")
    who = None if author is None else person(author)
    asked = list(orders)
    with exclusive(root, wait) as now:
        durable.sweep(root, now)
        saved, names = _written(root, asked, keeping=who is not None)
        if who is None:
            return saved
        kept, why = _kept(root, [*names, *files], who, saved, subject)
    return tuple(replace(one, commit=kept, note=why) for one in saved)


def _written(
    root: Path, orders: Sequence[Order], *, keeping: bool
) -> tuple[tuple[Saved, ...], list[str]]:
    """The orders done, and the files that were written."""
    names: list[str] = []
    expected = expecting(Files(root), orders)
    for turn in range(_TRIES):
        work = Work(Files(root), again=turn > 0)
        saved = work.all([*orders, *expected])[: len(orders)]
        if keeping:
            _keep_outside(root, [name for name, was, _ in work.files.changed() if was is not None])
        try:
            for name, before, after in list(work.files.changed()):
                _write(root, name, before, after)
                names.append(name)
            for folder in {durable.inside(root, name).parent for name in names}:
                durable.settle(folder)
        except durable.Overtaken:
            continue
        return saved, names
    raise Refused("Another program keeps writing the same file; try again once it is done.")


def _write(root: Path, name: str, before: bytes | None, after: bytes | None) -> None:
    path = durable.inside(root, name)
    if before is None:
        durable.create(path, after or b"")
    elif after is None:
        durable.delete(path, before)
    else:
        durable.replace(path, after, before)


def _keep_outside(root: Path, names: Sequence[str]) -> None:
    """Have git keep what others changed in these files by other means, not in the saver's name."""
    if not names:
        return
    tell = telling(Files(root))
    subject = tell.words.say("desk.outside_subject", names=", ".join(names))
    with suppress(NoHistory):  # the commit of the save itself will say why
        where = repository(root)
        who = owner(where) or Author(tell.words["desk.outside"])
        commit(where, names, who, subject + "\n")


def _kept(
    root: Path, names: Sequence[str], who: Author, saved: Sequence[Saved], subject: str | None
) -> tuple[str | None, str | None]:
    """The commit's name, or why there is none."""
    tell = telling(Files(root))
    if not names:
        return None, None
    try:
        text = f"{subject}\n" if subject is not None else message(saved, tell)
        return commit(repository(root), list(dict.fromkeys(names)), who, text), None
    except NoHistory as fault:
        return None, note(fault, tell)
