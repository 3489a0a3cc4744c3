"""Does orders in memory: the files as they would be, each proved to say what was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from timelines.desk.compose import lean, lines
from timelines.desk.habits import Habits
from timelines.desk.intent import Changes, cleaned, intended
from timelines.desk.orders import Addition, Change, Order, Removal, Saved
from timelines.desk.refused import Refused
from timelines.desk.shape import SHAPES, RecordKind
from timelines.desk.splicing.places import Source
from timelines.desk.splicing.splice import added, removed, spliced
from timelines.desk.version import Conflict, Field, Version, compared
from timelines.desk.whereabouts import Files, Written, find, home, needed, readable, records, stem
from timelines.reading.validation import validate
from timelines.records.fields import composed
from timelines.yamlfile import Document, Value


@dataclass(slots=True)
class Work:
    """What orders do to the files of an investigation. `again` after a try that was cut short:

    then a record that is there exactly as it is to be added was added by that try.
    """

    files: Files
    again: bool = False

    def all(self, orders: Sequence[Order]) -> tuple[Saved, ...]:
        """Do one after the other; additions to the same list go into it together."""
        saved: list[Saved] = []
        place = 0
        while place < len(orders):
            order = orders[place]
            if isinstance(order, Change):
                saved.append(self.change(order))
            elif isinstance(order, Removal):
                saved.append(self.remove(order))
            else:
                alike = [order]
                for other in orders[place + 1 :]:
                    if not isinstance(other, Addition) or other.kind != order.kind:
                        break
                    alike.append(other)
                saved += self.add(order.kind, alike)
                place += len(alike) - 1
            place += 1
        return tuple(saved)

    def change(self, order: Change) -> Saved:
        """Change fields of a record."""
        shape = SHAPES[order.kind]
        found = self._found(order)
        before = version(order.kind, order.id, found)
        beside = _agreed(order, before)
        new = intended(found.value, order.changes, shape)
        if new == found.value:
            return Saved(order.kind, before.id, found.file, before, before, beside)
        if order.kind != "heading" and new.get("id") != found.value.get("id"):
            raise Refused("An id stays as it is, because other records name it.")
        data = found.text.edited(spliced(found.source, found.number, new, shape))
        _prove(order.kind, found.file, data, found.source, {before.id: new})
        self.files.put(found.file, data)
        return Saved(order.kind, before.id, found.file, before, replace(before, value=new), beside)

    def add(self, kind: RecordKind, orders: Sequence[Addition]) -> list[Saved]:
        """Add records of a kind: events to files of their own, others to the list there is."""
        saved: dict[str, Saved] = {}
        lists: dict[str, list[dict[str, Value]]] = {}
        for order in orders:
            identity = composed(order.id)
            value = _new_value(order)
            there = find(self.files, kind, identity) if self.again else None
            if there is not None and {**there.value, "id": identity} == {**value, "id": identity}:
                whole = version(kind, identity, there)
                saved[identity] = Saved(kind, identity, there.file, None, whole)
                continue
            if identity in saved:
                raise Refused(f"“{identity}” is to be added twice; an id is one record's alone.")
            file = home(self.files, kind, identity, len(str(value)), list(lists))
            if "/" in file:
                own = stem(file) == identity
                value = value if own else {"id": identity, **value}
                data = order.data if own and _is_file_of(order) else None
                data = data if data is not None else _file_of(kind, value)
                _prove(kind, file, data, None, {identity: value})
                self.files.put(file, data)
            else:
                value = {"id": identity, **value}
                lists.setdefault(file, []).append(value)
            whole = Version(kind, identity, file, value)
            saved[identity] = Saved(kind, identity, file, None, whole)
        for file, values in lists.items():
            self._add_to_list(kind, file, values)
        return [saved[composed(order.id)] for order in orders]

    def _add_to_list(self, kind: RecordKind, file: str, values: list[dict[str, Value]]) -> None:
        text, source = readable(file, self.files.get(file) or b"")
        data = text.edited(added(source, values, SHAPES[kind]))
        _prove(kind, file, data, source, {str(value["id"]): value for value in values})
        self.files.put(file, data)

    def remove(self, order: Removal) -> Saved:
        """Take a record out, and its file where that held nothing else."""
        if order.kind == "heading":
            raise Refused("The heading stays: without it there is no investigation.")
        found = self._found(order)
        before = version(order.kind, order.id, found)
        _agreed(order, before)
        data: bytes | None = None
        if found.number is not None:
            data = found.text.edited(removed(found.source, found.number, SHAPES[order.kind]))
            readable(found.file, data)
        self.files.put(found.file, data)
        return Saved(order.kind, before.id, found.file, before, None)

    def _found(self, order: Change | Removal) -> Written:
        if order.base is None:
            return needed(self.files, order.kind, order.id)
        found = find(self.files, order.kind, order.id)
        if found is None:
            raise Conflict(None, _gone(order), f"“{order.id}”")
        return found


def _prove(
    kind: RecordKind,
    file: str,
    data: bytes,
    before: Source | None,
    meant: Mapping[str, dict[str, Value]],
) -> None:
    """Raise Refused unless the bytes say what was meant, and nothing new that reading rejects."""
    after = readable(file, data)[1].seen.document
    said = _records(kind, file, after)
    was = _records(kind, file, before.seen.document) if before is not None else {}
    for identity, value in meant.items():
        number, now = said.get(identity, (None, None))
        if now != value:
            raise Refused("The file would not say what is meant; nothing was changed.")
        old = frozenset[str]()
        if before is not None and identity in was:
            old = _troubles(kind, before.seen.document, *was[identity])
        new = _troubles(kind, after, number, value) - old
        if new:
            raise Refused(*sorted(new))


def _new_value(order: Addition) -> dict[str, Value]:
    new = cleaned({key: one for key, one in order.value.items() if key != "id"})
    if not isinstance(new, dict) or not new:
        raise Refused("There is nothing to write.")
    return lean(new, SHAPES[order.kind])


def _is_file_of(order: Addition) -> bool:
    """Whether the bytes of an addition are a file that holds this record alone."""
    try:
        return isinstance(readable("", order.data or b"")[1].seen.document.value, dict)
    except Refused:
        return False


def _file_of(kind: RecordKind, value: dict[str, Value]) -> bytes:
    return ("\n".join(lines(value, 0, SHAPES[kind], Habits())) + "\n").encode("utf-8")


def _records(
    kind: RecordKind, file: str, document: Document
) -> dict[str, tuple[int | None, dict[str, Value]]]:
    """The records of a file by id, and which ones of it they are; the first of two counts."""
    found: dict[str, tuple[int | None, dict[str, Value]]] = {}
    for number, value, own in records(file, document.value):
        identity = "" if kind == "heading" else own
        if identity is not None:
            found.setdefault(identity, (number, value))
    return found


def _troubles(
    kind: RecordKind, document: Document, number: int | None, value: dict[str, Value]
) -> frozenset[str]:
    """What reading objects to in a record."""
    lines: Any = document.lines if number is None else document.lines[number + 1]  # type: ignore[index]
    _, found = validate(SHAPES[kind], deepcopy(value), deepcopy(lines), empties=document.empties)
    return frozenset(trouble.message for trouble in found)


def version(kind: RecordKind, identity: str | None, found: Written) -> Version:
    """The version of a record that was found."""
    name = "" if kind == "heading" else composed(identity or "")
    return Version(kind, name, found.file, found.value)


def _agreed(order: Change | Removal, now: Version) -> tuple[str, ...]:
    """The fields that others changed beside; raises Conflict where they changed the same."""
    if order.base is None or order.base == now.digest:
        return ()
    base = order.base.value if isinstance(order.base, Version) else None
    fields = _fields(order, base, now.value)
    if any(one.clashes for one in fields):
        raise Conflict(now, fields, f"“{order.id}”")
    return tuple(" → ".join(one.path) for one in fields if base is not None and one.moved)


def _fields(
    order: Change | Removal, base: Mapping[str, Value] | None, theirs: Mapping[str, Value]
) -> tuple[Field, ...]:
    if isinstance(order, Removal):
        gone: Changes = {(key,): None for key in {*(base or {}), *theirs}}
        return compared(base, theirs, {}, gone)
    mine = intended(base if base is not None else theirs, order.changes, SHAPES[order.kind])
    return compared(base, theirs, mine, order.changes)


def _gone(order: Change | Removal) -> tuple[Field, ...]:
    return _fields(order, order.base.value, {}) if isinstance(order.base, Version) else ()
