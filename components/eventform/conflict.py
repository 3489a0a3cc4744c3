"""Two people changed the same field: both versions side by side, and a choice for each."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import writing
from components.eventform import draft as drafts
from components.eventform.draft import Draft
from components.eventform.fields import Board
from components.template import render
from timelines import desk
from timelines.desk import DELETED, Conflict, Field
from timelines.desk.compose import lines
from timelines.desk.habits import Habits
from timelines.records import Event
from timelines.yamlfile import Value

THEIRS, MINE = "theirs", "mine"


def part(board: Board, slug: str) -> None:
    """Every field that differs, in three versions; where both changed it, one must be chosen."""
    draft, words = board.draft, board.words
    clash = draft.conflict
    if clash is None:
        return
    with st.container(key="conflict"):
        st.html(render("event_conflict.html", words=words, gone=clash.current is None))
        if clash.current is None:
            _gone(board, slug)
            return
        for field in clash.fields:
            _field(board, field)
        _bar(
            board,
            save=(_save, board, slug, clash),
            theirs_all=(_drop, slug, draft, clash),
        )


def _gone(board: Board, slug: str) -> None:
    """The event was removed meanwhile: have it back as it stands in the form, or let it go."""
    _bar(
        board,
        back=(_put_back, board, slug),
        let_go=(drafts.forget, slug, board.draft.identity),
    )


def _bar(board: Board, **ways: tuple[Any, ...]) -> None:
    """A button for each way out, by its name in the words; the first is the one that is meant."""
    with st.container(horizontal=True, key="conflict_bar"):
        for place, (name, then) in enumerate(ways.items()):
            st.button(
                board.words[f"event.conflict.{name}"],
                key=f"conflict_{name}",
                type="tertiary" if place else "primary",
                **board.click(*then),
            )


def _field(board: Board, field: Field) -> None:
    words = board.words
    label = " → ".join(board.label(step) for step in field.path)
    st.html(
        render(
            "event_versions.html",
            label=label,
            words=words,
            base=text(field.path, field.base),
            theirs=text(field.path, field.theirs),
            mine=text(field.path, field.mine),
            clashes=field.clashes,
        )
    )
    usual = None if field.clashes else (THEIRS if field.moved else MINE)
    key = _key(board.draft, field)
    begun = board.draft.begin(key, usual)
    st.radio(
        words.say("event.conflict.choose", field=label),
        [THEIRS, MINE],
        index=None if begun is None else [THEIRS, MINE].index(begun),
        key=key,
        horizontal=True,
        label_visibility="collapsed",
        format_func=lambda one: words[f"event.conflict.{one}"],
        **board.callback(),
    )


def text(path: tuple[str, ...], value: Value | None) -> str:
    """A value as it would stand in the file, for people to compare."""
    if value is None or isinstance(value, str):
        return value or ""
    shape = Event if len(path) == 1 else None
    written = lines({path[-1]: value}, 0, shape, Habits())
    return "\n".join(written)


def _chosen(draft: Draft, field: Field) -> Any:
    return st.session_state.get(_key(draft, field))


def _key(draft: Draft, field: Field) -> str:
    """A key of its own for each conflict: what was chosen in the one before counts no more."""
    clash = draft.conflict
    current = "" if clash is None or clash.current is None else clash.current.digest
    return f"{draft.key('choice')}_{current}_{'_'.join(field.path)}"


def _save(board: Board, slug: str, clash: Conflict) -> None:
    """Save what was chosen, from the version that is there now."""
    draft, words = board.draft, board.words
    undecided = [one for one in clash.fields if _chosen(draft, one) is None]
    if undecided:
        names = ", ".join(f"“{board.label(one.path[-1])}”" for one in undecided)
        writing.say(words.say("event.conflict.undecided", fields=names), "trouble")
        return
    changes: dict[Any, Any] = {
        one.path: DELETED if one.mine is None else one.mine
        for one in clash.fields
        if _chosen(draft, one) == MINE
    }
    path, identity = board.choices.visit.opened.path, str(draft.identity)
    outcome = writing.attempt(
        lambda author: desk.save(
            path, "event", identity, changes, base=clash.current, author=author
        ),
        words,
    )
    if outcome.conflict is not None:
        draft.conflict = outcome.conflict
        writing.say(words["event.conflict.again"], "trouble")
    elif outcome.done:
        writing.say_saved(words["event.conflict.done"], path, outcome.saved, words)
        _open_again(board, slug)


def _drop(slug: str, draft: Draft, clash: Conflict) -> None:
    """Theirs throughout: what was typed goes, and nothing is saved."""
    if clash.current is not None:
        drafts.reopened(slug, str(draft.identity), clash.current)


def _put_back(board: Board, slug: str) -> None:
    draft, words = board.draft, board.words
    path, identity, value = board.choices.visit.opened.path, str(draft.identity), draft.said()
    outcome = writing.attempt(
        lambda author: desk.add(path, "event", identity, value, author=author), words
    )
    if outcome.done:
        writing.say_saved(words["event.saved"], path, outcome.saved, words)
        _open_again(board, slug)


def _open_again(board: Board, slug: str) -> None:
    identity = str(board.draft.identity)
    seen = desk.opened(board.choices.visit.opened.path, "event", identity)
    if seen is not None:
        drafts.reopened(slug, identity, seen)
