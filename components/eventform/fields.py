"""Draws the fields of a record as its definition has them; a new field appears by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.eventform.choices import Choices
from components.eventform.draft import Draft, Place, acted
from components.slot import slot
from components.template import render
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.dates.words import in_words
from timelines.desk.asking import Asked
from timelines.desk.filling import KEY, ROW, VALUE
from timelines.words import Words

TALL = ("summary", "notes", "quote", "answer", "note")
"""Texts that usually run over several lines."""
_LONG = frozenset({*TALL, "ask", "because", "sources"})
"""Fields that take the whole width of a row."""
LIVE = "350ms"
"""How long somebody pauses in typing before what they typed is looked at."""
_READ_ONLY = frozenset({"signoffs"})


@dataclass(frozen=True)
class Board:
    """What every field is drawn with: the draft it belongs to, the choices, and the words."""

    draft: Draft
    choices: Choices
    words: Words

    def label(self, name: str) -> str:
        """What a field is called; after its key, where there is no better word."""
        said = self.words.get(f"desk.fields.{name}", name.replace("_", " "))
        return said[:1].upper() + said[1:]

    def word(self, name: str, choice: str) -> str:
        """What a word of a list is called; as in the file, where the app has no word for it."""
        for key in (
            f"event.word.{name}.{choice}",
            f"app.{name}.{choice}",
            f"figure.{name}.{choice}",
        ):
            if key in self.words:
                return self.words[key]
        return choice

    def meaning(self, field: Asked) -> str:
        """What a field is for, as whoever fills in a form needs it: without the file's spelling."""
        said = self.words.get(f"event.meaning.{field.name}", field.meaning)
        return said.replace("`", "")

    def widget(self, path: Place, otherwise: Any = "") -> dict[str, Any]:
        """The key for the widget of a place, and the value it begins with."""
        key = self.draft.key(*path)
        value = self.draft.get(*path)
        self.draft.drawn[key] = path
        return {"key": key, "value": self.draft.begin(key, otherwise if value is None else value)}

    def select(self, path: Place, options: Sequence[str]) -> dict[str, Any]:
        """The same for one of several options; the first one if it says nothing."""
        widget = self.widget(path)
        first = widget.pop("value")
        return {**widget, "options": options, "index": max(0, _place(first, options))}

    def callback(self, then: Callable[..., None] | None = None, *args: Any) -> dict[str, Any]:
        """What is done when somebody uses a widget, as its arguments."""
        return {"on_change": acted, "args": (self.draft, then, *args)}

    def click(self, then: Callable[..., None], *args: Any) -> dict[str, Any]:
        """The same of a button."""
        return {"on_click": acted, "args": (self.draft, then, *args)}


def _place(value: object, options: Sequence[str]) -> int:
    return next((place for place, one in enumerate(options) if one == value), 0)


def draw(board: Board, field: Asked, path: Place, label: str | None = None) -> None:
    """One field, in the way its definition asks for it."""
    label = board.label(field.name) if label is None else label
    if field.name in _READ_ONLY:
        _shown(board, label, path)
    elif field.manner == "rows":
        rows(board, field, path, label)
    elif field.manner == "record":
        with st.container(key=f"{board.draft.key(*path)}_box"):
            st.html(render("event_label.html", text=label, hint=board.meaning(field)))
            for one in field.inner:
                draw(board, one, (*path, one.name))
    elif field.manner == "mapping":
        mapping(board, path, label, board.meaning(field))
    elif field.manner in ("words", "choices"):
        several(board, field, path, label)
    elif field.manner == "choice":
        choice(board, field, path, label)
    elif field.points_at is not None:
        reference(board, field, path, label)
    else:
        text(board, field, path, label)


def text(board: Board, field: Asked, path: Place, label: str) -> None:
    """Words on one line or several, or a date with its reading."""
    value = board.draft.get(*path) or ""
    tall = field.manner == "text" and field.name in TALL
    widget, hint = board.widget(path), board.meaning(field)
    if tall or "\n" in value:
        st.text_area(label, placeholder=hint, height=88, **widget, **board.callback())
        return
    written = st.text_input(label, placeholder=hint, **widget, **board.callback())
    if field.manner == "date":
        with slot(f"{board.draft.key(*path)}_reading"):
            reading(board, written)


def reading(board: Board, written: str) -> None:
    """What a date that was typed means, or why it cannot be read."""
    if not written.strip():
        return
    heading = board.choices.visit.investigation.heading
    try:
        when = edtf(written.strip(), heading.zone, hemisphere=heading.hemisphere)
    except DateError as error:
        st.html(render("event_reading.html", text=error.message, wrong=True))
        return
    said = in_words(when, zone=heading.zone, language=board.words.language)
    st.html(render("event_reading.html", text=said, wrong=False))


def choice(board: Board, field: Asked, path: Place, label: str) -> None:
    """One word of a list; what holds if nothing is said stands first."""
    now = board.draft.get(*path) or ""
    offered = ["", *dict.fromkeys([*field.choices, *([now] if now else [])])]
    none = board.words["event.choose" if field.needed else "event.none"]
    if field.usual is not None:
        none = board.words.say("event.usual", word=board.word(field.name, field.usual))
    st.selectbox(
        label,
        **board.select(path, offered),
        help=board.meaning(field),
        format_func=lambda one: board.word(field.name, one) if one else none,
        **board.callback(),
    )


def several(board: Board, field: Asked, path: Place, label: str) -> None:
    """Several words or ids of a list; of plain words also new ones."""
    now = board.draft.get(*path) or []
    named: Mapping[str, str] = {}
    if field.points_at is not None:
        named = board.choices.of(field.points_at)
    offered = [*(named or field.choices or board.choices.words(field))]
    widget = board.widget(path, [])
    first = widget.pop("value")
    st.multiselect(
        label,
        [*dict.fromkeys([*offered, *now, *first])],
        default=first,
        **widget,
        help=board.meaning(field),
        accept_new_options=field.manner == "words" and field.points_at is None,
        format_func=lambda one: named.get(one) or board.word(field.name, one),
        placeholder=board.words["event.choose"],
        select_all=False,
        **board.callback(),
    )


def reference(board: Board, field: Asked, path: Place, label: str) -> None:
    """The id of a source, person or event, chosen by typing a part of what it is called."""
    if field.points_at is None:
        return
    named = board.choices.of(field.points_at)
    now = board.draft.get(*path) or ""
    offered = [*dict.fromkeys(["", *named, *([now] if now else [])])]
    gone = board.words["event.gone"]
    st.selectbox(
        label,
        **board.select(path, offered),
        help=board.meaning(field),
        filter_mode="contains",
        format_func=lambda one: (
            (named.get(one) or f"{one} ({gone})") if one else board.words["event.nobody"]
        ),
        **board.callback(),
    )


def rows(board: Board, field: Asked, path: Place, label: str) -> None:
    """A list of mappings: a row each, to be added and taken away."""
    with st.container(key=f"{board.draft.key(*path)}_list"):
        st.html(render("event_label.html", text=label, hint=board.meaning(field)))
        for row in board.draft.paths(*path):
            with st.container(key=f"{board.draft.key(*row)}_row", horizontal=True):
                for one in field.inner:
                    size = "wide_cell" if one.name in _LONG else "cell"
                    with st.container(key=f"{board.draft.key(*row, one.name)}_{size}"):
                        draw(board, one, (*row, one.name))
                remove(board, row)
        more(board, path, label)


def remove(board: Board, row: Place) -> None:
    """The button that takes a row away."""
    st.button(
        board.words["event.remove_row"],
        key=f"{board.draft.key(*row)}_drop",
        type="tertiary",
        **board.click(board.draft.drop_row, *row),
    )


def more(board: Board, path: Place, label: str) -> None:
    """The button that adds a row."""
    st.button(
        board.words.say("event.add_row", what=label),
        key=f"{board.draft.key(*path)}_more",
        type="tertiary",
        **board.click(_add, board.draft, path),
    )


def _add(draft: Draft, path: Place) -> None:
    draft.add_row(*path)


def mapping(board: Board, path: Place, label: str, meaning: str, hidden: str = "") -> None:
    """A mapping with any keys: a row of key and value each; `hidden` is asked for elsewhere."""
    with st.container(key=f"{board.draft.key(*path)}_list"):
        st.html(render("event_label.html", text=label, hint=meaning))
        for row in board.draft.paths(*path):
            if hidden and board.draft.get(*row, KEY) == hidden:
                continue
            with st.container(key=f"{board.draft.key(*row)}_row", horizontal=True):
                for part in (KEY, VALUE):
                    st.text_input(
                        board.words[f"event.saying.{part}"],
                        **board.widget((*row, part)),
                        **board.callback(),
                    )
                remove(board, row)
        more(board, path, label)


def _shown(board: Board, label: str, path: Place) -> None:
    """Rows that are only shown: the app or a command writes them."""
    kept = board.draft.get(*path) or ()
    lines = [" · ".join(str(v) for k, v in one.items() if k != ROW and v) for one in kept]
    if lines:
        st.html(render("event_shown.html", label=label, lines=lines))
