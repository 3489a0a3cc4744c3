"""What can be asked of the desk, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from timelines.desk.intent import Changes
from timelines.desk.shape import RecordKind
from timelines.desk.version import Version


@dataclass(frozen=True, slots=True)
class Change:
    """Fields of a record to change. `base` is the version that was seen, or its digest.

    Without a base the fields are changed whatever they say now.
    """

    kind: RecordKind
    id: str
    changes: Changes
    base: Version | str | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """A new record, of an id that is free.

    `data` are the bytes of a file that was its own once, to be put back as they were.
    """

    kind: RecordKind
    id: str
    value: Mapping[str, Any]
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """A record to take out; with a base, only if it still says that."""

    kind: RecordKind
    id: str
    base: Version | str | None = None


Order: TypeAlias = Change | Addition | Removal


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did. `before` and `after` are the record's versions; None is no record.

    `beside` are the fields that somebody else changed since the base, and that were kept. `commit`
    is the name git has for it; `note` says why there is none, where one was asked for.
    """

    kind: RecordKind
    id: str
    file: str
    before: Version | None
    after: Version | None
    beside: tuple[str, ...] = ()
    commit: str | None = None
    note: str | None = None

    @property
    def changed(self) -> bool:
        """Whether anything was written at all."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return self.before.value != self.after.value
