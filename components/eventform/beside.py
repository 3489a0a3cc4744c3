"""The cited page beside the form: the words that are typed as a quote are marked in it."""

from __future__ import annotations

import streamlit as st

from components import address, document
from components.eventform.draft import Draft, Place
from components.eventform.fields import Board
from components.template import render
from components.visit import Visit

_OPEN = "event_document"


def button(board: Board, row: Place) -> None:
    """Opens the document of a citation's source, where there is one."""
    source = board.choices.visit.docket.sources.get(str(board.draft.get(*row, "source") or ""))
    if source is None:
        return
    if source.document is None:
        link = address.current().on("documents", source=source.id).link()
        text = board.words["event.attach"]
        st.html(render("event_link.html", link=link, text=text), width="content")
        return
    here = st.session_state.get(_OPEN) == _place(board.draft, row)
    st.button(
        board.words["event.document_shut" if here else "event.document"],
        key=f"{board.draft.key(*row)}_document",
        type="tertiary",
        **board.click(_turn, board.draft, row, here),
    )


def part(visit: Visit, draft: Draft) -> None:
    """The page that was opened, if its citation is still in the form."""
    for row in draft.paths("sources"):
        if st.session_state.get(_OPEN) != _place(draft, row):
            continue
        source = str(draft.get(*row, "source") or "")
        there = visit.docket.sources.get(source)
        if there is None or there.document is None:
            continue
        st.html(render("section.html", text=there.title, hidden=False))
        at, quote = (str(draft.get(*row, name) or "").strip() or None for name in ("at", "quote"))
        document.draw(visit, source, at, quote)


def _turn(draft: Draft, row: Place, here: bool) -> None:
    st.session_state[_OPEN] = None if here else _place(draft, row)


def _place(draft: Draft, row: Place) -> tuple[int, Place]:
    return draft.number, row
