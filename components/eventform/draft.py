"""What somebody has typed and not saved yet: kept for the session, whatever page they look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st

from components import address
from timelines import desk
from timelines.desk import Conflict, Version
from timelines.desk.asking import Asked, asked
from timelines.desk.filling import KEPT, ROW, Form, changes, filled, said
from timelines.desk.shape import SHAPES, RecordKind
from timelines.yamlfile import Value

Place = tuple[str, ...]
"""Where a value stands in a form: keys, and “#3” for the row of number 3."""

_DRAFTS = "event_drafts"
_NUMBERS = "event_numbers"


@dataclass
class Draft:
    """One form being filled in. `base` is the version it was opened from; None is a new record.

    `number` tells its widgets apart from those of the forms before it. `drawn` are the widgets of
    the last run, by key, with the place of what they hold.
    """

    kind: RecordKind
    identity: str | None
    number: int
    values: Form
    base: Version | None = None
    rows: Any = field(default_factory=lambda: count(1))
    drawn: dict[str, Place] = field(default_factory=dict)
    conflict: Conflict | None = None
    turns: dict[Place, int] = field(default_factory=dict)
    begun: dict[str, Any] = field(default_factory=dict)
    behind: bool = False
    """Whether somebody else saved the record since it was opened."""

    @property
    def fields(self) -> tuple[Asked, ...]:
        """What is asked for."""
        return asked(SHAPES[self.kind])

    def key(self, *path: str) -> str:
        """The key of the widget that holds what stands there."""
        turn = self.turns.get(path)
        again = "" if turn is None else f"_again{turn}"
        return f"form_{self.number}_{'_'.join(path).replace(ROW, '')}{again}"

    def get(self, *path: str) -> Any:
        """What stands there; None for nothing."""
        here: Any = self.values
        for step in path:
            if step.startswith(ROW):
                here = next((one for one in here or () if one[ROW] == int(step[1:])), None)
            else:
                here = None if here is None else here.get(step)
        return here

    def put(self, value: Any, *path: str) -> None:
        """Have that stand there; a row that has gone meanwhile takes nothing."""
        holder = self._holder(path)
        if holder is not None:
            holder[path[-1]] = value

    def show(self, value: Any, *path: str) -> None:
        """The same, and its widget says so too, as a new one in the old one's place."""
        self.put(value, *path)
        self._anew(*path)

    def _anew(self, *path: str) -> None:
        self.drawn = {key: place for key, place in self.drawn.items() if place[: len(path)] != path}
        self.turns[path] = self.turns.get(path, 0) + 1

    def begin(self, key: str, value: Any) -> Any:
        """What a widget of that key says when it appears; it says the same for as long as it stays.

        Set like that and not through the session, a value reaches the browser with the widget
        itself: one who types before the page is whole sends nothing that is still empty.
        """
        if key not in st.session_state or key not in self.begun:
            self.begun[key] = value
        return self.begun[key]

    def follow(self, seen: Version) -> None:
        """Have the form say what the file says now, where it differs from what it was made from.

        Whatever else is in the form stays, also what is just being typed.
        """
        now = filled(seen.value, SHAPES[self.kind], self.rows)
        before = said(filled({} if self.base is None else self.base.value, SHAPES[self.kind]),
                      SHAPES[self.kind])  # fmt: skip
        after = said(now, SHAPES[self.kind])
        for one in self.fields:
            if before.get(one.name) != after.get(one.name) and (
                self.said().get(one.name) != after.get(one.name)
            ):
                self.values[one.name] = now.get(one.name)
                self._anew(one.name)
        self.values[KEPT] = now.get(KEPT, {})
        self.base, self.behind, self.conflict = seen, False, None

    def _holder(self, path: Place) -> Any:
        here: Any = self.values
        for step in path[:-1]:
            if step.startswith(ROW):
                here = next((one for one in here if one[ROW] == int(step[1:])), None)
            else:
                here = here.setdefault(step, {})
            if here is None:
                return None
        return here

    def take(self) -> None:
        """Take over what the widgets say."""
        for key, path in self.drawn.items():
            if key in st.session_state:
                value = st.session_state[key]
                self.put("" if value is None else value, *path)

    def add_row(self, *path: str, **values: Any) -> Place:
        """One more row in the list there, with its path."""
        number = next(self.rows)
        there = self.get(*path)
        if there is None:
            there = []
            self.put(there, *path)
        there.append({ROW: number, **values})
        return (*path, f"{ROW}{number}")

    def drop_row(self, *path: str) -> None:
        """Without the row of that path."""
        there = self.get(*path[:-1]) or []
        there[:] = [one for one in there if one[ROW] != int(path[-1][1:])]

    def paths(self, *path: str) -> list[Place]:
        """The path of each row of a list."""
        return [(*path, f"{ROW}{one[ROW]}") for one in self.get(*path) or ()]

    def said(self) -> dict[str, Value]:
        """What the file should say."""
        return said(self.values, SHAPES[self.kind])

    def changes(self) -> dict[Any, Any]:
        """What to save: the fields that say something else than the version it was opened from."""
        base = {} if self.base is None else self.base.value
        return changes(self.values, base, SHAPES[self.kind])

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that would be missed; a source alone would not."""
        if self.base is None:
            return any(key != "sources" for key in self.said())
        return bool(self.changes())

    @property
    def unshown(self) -> tuple[str, ...]:
        """Keys of the file that the form cannot show, and therefore keeps as they are."""
        return tuple(key for key in self.values.get(KEPT, {}) if key != "id")


def open_draft(slug: str, path: Path, identity: str | None) -> Draft | None:
    """The draft of an event, with what was typed; a fresh one if there is none yet.

    None where there is no such event. A form that nobody changed follows the file. Raises Refused
    where the event's file cannot be read.
    """
    drafts = st.session_state.setdefault(_DRAFTS, {})
    place = (slug, identity or "")
    draft: Draft | None = drafts.get(place)
    if identity is None:
        return draft if draft is not None else fresh(slug)
    seen = desk.opened(path, "event", identity)
    if draft is not None:
        draft.take()
        base = draft.base
        draft.behind = seen is None or base is None or seen.digest != base.digest
        touched = bool(draft.changes()) or draft.conflict is not None
        if seen is not None and draft.behind and not touched:
            draft.follow(seen)
        if seen is not None or touched:
            return draft
    return None if seen is None else reopened(slug, identity, seen)


def fresh(slug: str, **values: Any) -> Draft:
    """A blank form, with one citation to fill in."""
    draft = Draft("event", None, _number(), {})
    citation = draft.add_row("sources")
    for name, value in values.items():
        draft.put(value, *citation, name)
    st.session_state.setdefault(_DRAFTS, {})[slug, ""] = draft
    return draft


def reopened(slug: str, identity: str, seen: Version) -> Draft:
    """The form of an event as it is now, without anything that was typed before."""
    draft = of(seen)
    st.session_state.setdefault(_DRAFTS, {})[slug, identity] = draft
    return draft


def of(seen: Version) -> Draft:
    """A form filled from a version."""
    rows = count(1)
    values = filled(seen.value, SHAPES[seen.kind], rows)
    return Draft(seen.kind, seen.id, _number(), values, seen, rows)


def small(name: str, kind: RecordKind) -> Draft:
    """The small form of that name, for a record added in place."""
    drafts = st.session_state.setdefault(_DRAFTS, {})
    if name not in drafts:
        drafts[name] = Draft(kind, None, _number(), {})
    found: Draft = drafts[name]
    return found


def forget(slug: str, identity: str | None) -> None:
    """Nothing more is kept of this form."""
    st.session_state.get(_DRAFTS, {}).pop((slug, identity or ""), None)


def forget_small(name: str) -> None:
    """Nothing more is kept of the small form."""
    st.session_state.get(_DRAFTS, {}).pop(name, None)


def acted(draft: Draft, then: Callable[..., None] | None = None, *args: Any) -> None:
    """The callback of everything in the form: what is typed is kept before anything else."""
    address.acted()
    draft.take()
    if then is not None:
        then(*args)


def _number() -> int:
    number: int = st.session_state.get(_NUMBERS, 0) + 1
    st.session_state[_NUMBERS] = number
    return number
