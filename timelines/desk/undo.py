"""Takes a change back, as a change of its own: the history only ever grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from timelines.desk.history import file_at, history
from timelines.desk.intent import DELETED
from timelines.desk.intent import Path as FieldPath
from timelines.desk.orders import Addition, Change, Order, Removal, Saved
from timelines.desk.refused import Refused
from timelines.desk.repository import Author
from timelines.desk.save import carry_out, opened
from timelines.desk.shape import RecordKind
from timelines.desk.version import Version
from timelines.yamlfile import Value


def undo(
    folder: Path | str,
    identity: str,
    kind: RecordKind = "event",
    *,
    to: str | None = None,
    base: Version | None = None,
    author: Author | str | None = None,
) -> Saved:
    """Have a record say again what it said before its last change, or right after commit `to`.

    A record that was added goes, one that was removed comes back. `base` is the version on the
    screen. Raises Refused where git knows no earlier version, and all that a save raises.
    """
    past = history(folder, identity, kind)
    if not past.editions:
        raise Refused(past.note or "There is nothing to go back to.")
    if to is None:
        last = past.editions[0]
        data = file_at(folder, last.file, "HEAD" if last.commit is None else f"{last.commit}^")
        return restore(folder, kind, identity, last.before, base=base, author=author, data=data)
    for edition in past.editions:
        if edition.commit is not None and len(to) >= 4 and edition.commit.startswith(to):
            data = file_at(folder, edition.file, edition.commit)
            value = edition.after
            return restore(folder, kind, identity, value, base=base, author=author, data=data)
    raise Refused(f"No change of “{identity}” is called “{to}”.")


def restore(
    folder: Path | str,
    kind: RecordKind,
    identity: str,
    value: Mapping[str, Value] | None,
    *,
    base: Version | None = None,
    author: Author | str | None = None,
    data: bytes | None = None,
) -> Saved:
    """Have a record say what an earlier version of it said; None: have no such record.

    `data` are the bytes of its file then, for a record that is gone and had one of its own.
    """
    now = base if base is not None else opened(folder, kind, identity)
    if now is None and value is None:
        raise Refused(f"There is no “{identity}” to remove.")
    return carry_out(folder, [_back(kind, identity, now, value, data)], author=author)[0]


def take_back(
    folder: Path | str, saved: Sequence[Saved], *, author: Author | str | None = None
) -> tuple[Saved, ...]:
    """Have all records of one save say what they said before it, the last one first.

    All of it is one change and, with an author, one commit. What others changed since in other
    fields stays. Raises Conflict where they changed the same, and all else that a save raises.
    """
    orders = [
        _back(one.kind, one.id, one.after, None if one.before is None else one.before.value)
        for one in reversed(saved)
        if one.changed
    ]
    return carry_out(folder, orders, author=author)


def _back(
    kind: RecordKind,
    identity: str,
    now: Version | None,
    value: Mapping[str, Value] | None,
    data: bytes | None = None,
) -> Order:
    """The order after which a record that says this now says that."""
    if value is None:
        return Removal(kind, identity, now)
    if now is None:
        return Addition(kind, identity, value, data)
    return Change(kind, identity, differences(now.value, value), now)


def differences(now: Mapping[str, Value], then: Mapping[str, Value]) -> dict[FieldPath, Any]:
    """The changes that turn one version into another."""
    keys = dict.fromkeys([*now, *then])
    return {(key,): then.get(key, DELETED) for key in keys if now.get(key) != then.get(key)}
