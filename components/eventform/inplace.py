"""Adds a source or a person without leaving the form: nothing that was typed is lost."""

from __future__ import annotations

import streamlit as st

from components import writing
from components.eventform import draft as drafts
from components.eventform.draft import Draft, Place
from components.eventform.fields import Board, draw
from components.template import render
from timelines import desk
from timelines.desk.compose import event_id
from timelines.desk.shape import RecordKind
from timelines.records.fields import id_trouble

_OPEN = "event_small"
_FIRST = {
    "source": ("title", "kind", "published", "publisher", "terms", "url"),
    "person": ("name", "kind", "naming", "label"),
}
"""What nearly every new one has; the rest is folded away."""
_NAMED_BY = {"source": "title", "person": "name"}


def begin(kind: RecordKind, place: str, **values: str) -> None:
    """Open the small form for a place of the large one."""
    name = f"{kind}:{place}"
    st.session_state[_OPEN] = name
    drafts.forget_small(name)
    fresh = drafts.small(name, kind)
    for key, value in values.items():
        fresh.put(value, key)


def button(board: Board, kind: RecordKind, row: Place) -> None:
    """The button that opens the small form, unless it is open."""
    place = board.draft.key(*row)
    if st.session_state.get(_OPEN) != f"{kind}:{place}":
        st.button(
            board.words[f"event.new_{kind}"],
            key=f"{place}_new_{kind}",
            type="tertiary",
            **board.click(begin, kind, place),
        )


def source(board: Board, row: Place) -> None:
    """A new source for this citation."""
    _part(board, "source", row, "source")


def person(board: Board) -> None:
    """A new person or organisation, who then has a part in the event."""
    _part(board, "person", ("people",), "who")


def _part(board: Board, kind: RecordKind, row: Place, field: str) -> None:
    place = board.draft.key(*row)
    name = f"{kind}:{place}"
    if st.session_state.get(_OPEN) != name:
        return
    own = Board(drafts.small(name, kind), board.choices, board.words)
    with st.container(key=f"{place}_small"):
        st.html(render("event_label.html", text=board.words[f"event.new_{kind}_title"], hint=""))
        _fields(own, kind)
        with st.container(horizontal=True, key=f"{place}_small_bar"):
            st.button(
                board.words[f"event.add_{kind}"],
                key=f"{place}_small_add",
                **board.click(_add, board, own, name, row, field),
            )
            st.button(
                board.words["event.never_mind"],
                key=f"{place}_small_shut",
                type="tertiary",
                **board.click(_shut, name),
            )


def _fields(own: Board, kind: RecordKind) -> None:
    by_name = {one.name: one for one in own.draft.fields}
    left, right = st.columns(2)
    for number, name in enumerate(_FIRST[kind]):
        with right if number % 2 else left:
            draw(own, by_name[name], (name,))
    with right:
        proposed = _proposed(own)
        st.text_input(
            own.words["event.id"],
            **own.widget(("id",)),
            placeholder=proposed,
            help=own.words["event.id_help"],
            **own.callback(),
        )
    rest = st.expander(own.words["event.more_fields"], key=own.draft.key("more"), **own.callback())
    if rest.open:
        with rest:
            for field in own.draft.fields:
                if field.name not in _FIRST[kind]:
                    draw(own, field, (field.name,))


def _proposed(own: Board) -> str:
    """An id made of the name or title, unlike any that is taken."""
    name = str(own.draft.get(_NAMED_BY[own.draft.kind]) or "")
    taken = own.choices.sources if own.draft.kind == "source" else own.choices.people
    return event_id(name or own.draft.kind, {*taken})


def _add(board: Board, own: Board, name: str, row: Place, field: str) -> None:
    own.draft.take()
    kind, words = own.draft.kind, own.words
    identity = str(own.draft.get("id") or "").strip() or _proposed(own)
    trouble = id_trouble(identity)
    if trouble is not None:
        writing.say(trouble, "trouble")
        return
    path = board.choices.visit.opened.path
    value = own.draft.said()
    absent = [
        own.label(one.name) for one in own.draft.fields if one.needed and one.name not in value
    ]
    if absent:
        names = ", ".join(f"“{one}”" for one in absent)
        writing.say(words.say("event.missing.small", fields=names), "trouble")
        return
    done = writing.attempt(
        lambda author: desk.add(path, kind, identity, value, author=author), words
    )
    if not done.done:
        return
    said = words.say(f"event.added_{kind}", what=value.get(_NAMED_BY[kind], identity))
    writing.say_saved(said, path, done.saved, words)
    target = row if field == "source" else board.draft.add_row("people")
    _name(board.draft, identity, target, field)
    _shut(name)


def _name(draft: Draft, identity: str, row: Place, field: str) -> None:
    draft.show(identity, *row, field)


def _shut(name: str) -> None:
    st.session_state.pop(_OPEN, None)
    drafts.forget_small(name)
