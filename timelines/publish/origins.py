"""Remembers from which record each part of what readers get was made, beside it and not in it."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Origin(NamedTuple):
    """The record a part was made from, and the path within it."""

    kind: str
    record: str | None
    path: tuple[str | int, ...]


class Origins:
    """Where each public object came from, by the object itself.

    The public types have no room for it, so that no file name and no id can travel with them.
    """

    def __init__(self) -> None:
        self._found: dict[int, tuple[object, Origin]] = {}
        self._fields: dict[tuple[int, str], Origin] = {}

    def came(self, public: T, kind: str, record: str | None, *path: str | int) -> T:
        """The object itself, once it is noted where it came from."""
        # The object is kept, so that no other one can get its number.
        self._found[id(public)] = (public, Origin(kind, record, path))
        return public

    def but(self, public: object, field: str, kind: str, record: str, *path: str | int) -> None:
        """Note that one field of an object, already noted, came from elsewhere."""
        self._fields[id(public), field] = Origin(kind, record, path)

    def of_field(self, public: object, field: str) -> Origin | None:
        """Where one field of an object came from, if from elsewhere than the object."""
        return self._fields.get((id(public), field))

    def of(self, public: object) -> Origin | None:
        """Where an object came from; None for one that was not noted."""
        found = self._found.get(id(public))
        return None if found is None else found[1]
