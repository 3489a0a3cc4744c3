"""A record as somebody saw it, and what to do when it was changed behind their back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timelines.desk.intent import END, Changes, Path
from timelines.desk.shape import RecordKind
from timelines.yamlfile import Value


@dataclass(frozen=True, slots=True)
class Version:
    """What a record said at some time: the keys of its file, every value a text, list or mapping.

    A save names the version it was made from. Nothing writes into `value`.
    """

    kind: RecordKind
    id: str
    file: str
    value: Mapping[str, Value]

    @property
    def digest(self) -> str:
        """Sixteen signs that differ whenever the record says something else, wherever it lies."""
        return digest(self.kind, self.id, self.value)


def digest(kind: str, identity: str, value: Mapping[str, Value]) -> str:
    """The digest of a version."""
    said = json.dumps([kind, identity, value], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Field:
    """One field in three versions; None is no value. `clashes` where both changed it, and apart."""

    path: tuple[str, ...]
    base: Value | None
    theirs: Value | None
    mine: Value | None
    clashes: bool

    @property
    def moved(self) -> bool:
        """Whether others changed it."""
        return self.base != self.theirs


class Conflict(Exception):
    """Somebody else changed the same fields meanwhile; nothing was written.

    `fields` are all that differ in either version, `current` is what the file says now (None
    where the record was removed): saving again with `current` as the base is the choice made.
    """

    def __init__(self, current: Version | None, fields: tuple[Field, ...], what: str) -> None:
        self.current = current
        self.fields = fields
        names = [f"“{' → '.join(field.path)}”" for field in fields if field.clashes]
        if current is None:
            said = f"{what} was removed meanwhile."
        else:
            said = f"{what} was changed meanwhile, in {' and '.join(names)}."
        super().__init__(f"{said} Nothing was saved: choose what it should say.")


def at(value: Mapping[str, Value] | None, path: tuple[str, ...]) -> Value | None:
    """What stands at a path of keys; None for nothing."""
    here: Any = value
    for step in path:
        here = here.get(step) if isinstance(here, dict | Mapping) else None
    return here  # type: ignore[no-any-return]


def unit(path: Path) -> tuple[str, ...]:
    """The part of a path within which two changes disturb each other: a list counts as one."""
    keys: list[str] = []
    for step in path:
        if not isinstance(step, str):
            break
        keys.append(step)
    return tuple(keys)


def compared(
    base: Mapping[str, Value] | None,
    theirs: Mapping[str, Value],
    mine: Mapping[str, Value],
    changes: Changes,
) -> tuple[Field, ...]:
    """Every field that differs in either version, those changed by both marked as clashing.

    `base` is None where only the digest of it is known: then every field of `changes` that would
    change what is there clashes. What goes to the end of a list clashes with nothing.
    """
    own = {unit(path) for path in changes if path[-1:] != (END,)}
    found = []
    for path in sorted(_units(own, base or {}, theirs, mine)):
        before, there, here = at(base, path), at(theirs, path), at(mine, path)
        moved = base is None or before != there
        clashes = path in own and moved and there != here
        if before != there or before != here:
            found.append(Field(path, before, there, here, clashes))
    return tuple(found)


def _units(own: set[tuple[str, ...]], *versions: Mapping[str, Value]) -> set[tuple[str, ...]]:
    """The paths to compare: those that are changed, and what stands beside them."""
    found = set(own)
    for value in versions:
        found |= {(key,) for key in value}
    deep = {path for path in own if len(path) > 1}
    for path in deep:
        found.discard(path[:1])
        for value in versions:
            inner = at(value, path[:-1])
            found |= {(*path[:-1], key) for key in inner} if isinstance(inner, dict) else set()
    return {
        path for path in found if not any(path != one and one[: len(path)] == path for one in own)
    }
