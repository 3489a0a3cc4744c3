"""Who changed what in the event, and when; any earlier state of it can be had back."""

from __future__ import annotations

import streamlit as st

from components import writing
from components.eventform.fields import Board
from components.eventform.saving import open_anew
from components.template import render
from timelines import desk
from timelines.desk import Refused

_MOST = 25


def part(board: Board, slug: str) -> None:
    """The history, folded away; git is asked only once somebody opens it."""
    draft, words = board.draft, board.words
    opened = st.expander(words["event.history"], key=f"{draft.key('history')}", **board.callback())
    if not opened.open:
        return
    with opened:
        path = board.choices.visit.opened.path
        try:
            past = desk.history(path, str(draft.identity), limit=_MOST, language=words.language)
        except Refused as refused:
            st.html(render("hint.html", text=str(refused)))
            return
        for number, one in enumerate(past.editions):
            with st.container(horizontal=True, key=f"{draft.key('edition')}_{number}"):
                st.html(render("event_edition.html", text=one.sentence))
                if number == 0 and one.before is not None:
                    _button(board, slug, "event.undo_last", None, number)
                elif number and one.after is not None and one.commit is not None:
                    _button(board, slug, "event.restore", one.commit, number)
        if past.note is not None:
            st.html(render("hint.html", text=past.note))


def _button(board: Board, slug: str, word: str, commit: str | None, number: int) -> None:
    st.button(
        board.words[word],
        key=f"{board.draft.key('edition')}_{number}_back",
        type="tertiary",
        **board.click(_back, board, slug, commit),
    )


def _back(board: Board, slug: str, commit: str | None) -> None:
    """Have the event say again what it said then; that is a change of its own."""
    draft, words, path = board.draft, board.words, board.choices.visit.opened.path
    identity, base = str(draft.identity), draft.base
    outcome = writing.attempt(
        lambda author: desk.undo(path, identity, to=commit, base=base, author=author), words
    )
    if outcome.conflict is not None:
        writing.say(words["event.changed_meanwhile"], "trouble")
    elif outcome.done:
        writing.say_saved(words["event.restored"], path, outcome.saved, words)
    else:
        return
    open_anew(board, slug)
