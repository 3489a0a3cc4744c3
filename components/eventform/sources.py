"""Who says so: the source, its words, where they stand, and the date in its own words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.eventform import beside, inplace
from components.eventform.draft import Draft, Place
from components.eventform.fields import LIVE, Board, draw, mapping, remove
from components.template import render
from timelines.desk.asking import Asked, asked
from timelines.desk.filling import KEY, ROW, VALUE
from timelines.desk.shape import SHAPES

SOURCES = "sources"
_ASKED_FIRST = ("source", "quote", "at", "says")


def citations(board: Board) -> None:
    """Every citation of the event, and one more on demand."""
    draft = board.draft
    for place, row in enumerate(draft.paths(SOURCES)):
        with st.container(key=f"{draft.key(*row)}_citation"):
            if place:
                heading = board.words.say("event.citation", number=place + 1)
                st.html(render("event_label.html", text=heading, hint=""))
            citation(board, row, first=place == 0)
    st.button(
        board.words["event.another_source"],
        key=f"{draft.key(SOURCES)}_more",
        type="tertiary",
        **board.click(_add, draft),
    )


def _add(draft: Draft) -> None:
    draft.add_row(SOURCES)


def citation(board: Board, row: Place, *, first: bool) -> None:
    """One citation: first what nearly every one has, then the rest, folded away."""
    words = board.words
    said = date_words(board.draft, row)
    left, right = st.columns([2, 3])
    with left:
        st.text_input(
            words["event.says_date"],
            **board.widget((*said, VALUE)),
            placeholder=words["event.says_date_hint"],
            live=LIVE,
            **board.callback(),
        )
    with right:
        source(board, row)
    left, right = st.columns([3, 1])
    with left:
        st.text_area(
            words["event.quote"],
            **board.widget((*row, "quote")),
            placeholder=words["event.quote_hint"],
            height=68,
            **board.callback(),
        )
    with right:
        st.text_input(
            words["event.at"],
            **board.widget((*row, "at")),
            placeholder=words["event.at_hint"],
            **board.callback(),
        )
    with st.container(horizontal=True, key=f"{board.draft.key(*row)}_bar"):
        inplace.button(board, "source", row)
        beside.button(board, row)
    inplace.source(board, row)
    _rest(board, row, first=first)


def source(board: Board, row: Place) -> None:
    """The source, chosen by typing a part of its title, its publisher or its id."""
    draft, words = board.draft, board.words
    named = board.choices.sources
    now = draft.get(*row, "source") or ""
    none = words["event.source_none"]
    st.selectbox(
        words["event.source"],
        **board.select((*row, "source"), [*dict.fromkeys(["", *named, *([now] if now else [])])]),
        filter_mode="contains",
        format_func=lambda one: named.get(one, one) if one else none,
        **board.callback(),
    )


def date_words(draft: Draft, row: Place) -> Place:
    """The place of the date in the source's own words, made if there is none yet."""
    for one in draft.get(*row, "says") or ():
        if one.get(KEY) == "date":
            return (*row, "says", f"{ROW}{one[ROW]}")
    return draft.add_row(*row, "says", **{KEY: "date", VALUE: ""})


def dated_words(draft: Draft) -> list[tuple[str, str]]:
    """The words for the date in each citation, with the id of the source that says them."""
    found = []
    for row in draft.get(SOURCES) or ():
        for one in row.get("says") or ():
            if one.get(KEY) == "date" and str(one.get(VALUE) or "").strip():
                found.append((str(one[VALUE]).strip(), str(row.get("source") or "")))
    return found


def _rest(board: Board, row: Place, *, first: bool) -> None:
    """What few citations have: stance, how the source knows, what else it says."""
    words = board.words
    open_now = folded(board, words["event.more_of_citation"], row, "rest")
    if not open_now:
        return
    with open_now:
        for field in _citation_fields():
            if field.name == "says":
                path = (*row, "says")
                mapping(board, path, words["event.says"], board.meaning(field), hidden="date")
            elif field.name not in _ASKED_FIRST:
                draw(board, field, (*row, field.name))
        if not first:
            remove(board, row)


def _citation_fields() -> tuple[Asked, ...]:
    return next(one for one in asked(SHAPES["event"]) if one.name == SOURCES).inner


def folded(board: Board, title: str, path: Place, name: str) -> Any:
    """A part that is folded away, drawn only once somebody opens it; None while it is shut."""
    key = f"{board.draft.key(*path)}_{name}"
    part = st.expander(title, key=key, **board.callback())
    return part if part.open else None
