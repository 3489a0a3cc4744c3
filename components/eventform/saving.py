"""Saves the form: a new event, or only what was changed of one; and takes an event out."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components import address, writing
from components.eventform import draft as drafts
from components.eventform.draft import Draft
from components.eventform.fields import Board
from components.eventform.live import new_id
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.desk import Refused

_DONE = "event_done"
PAGE = "event"


@dataclass(frozen=True, slots=True)
class Done:
    """The event that was saved last: what the page says above the next blank form."""

    identity: str
    headline: str
    source: str | None


def save(board: Board, slug: str) -> None:
    """Write what the form says; what stands in the way is told, and what was typed stays."""
    draft, words = board.draft, board.words
    data = draft.said()
    missing = [one for one in ("headline", "date") if not data.get(one)]
    if missing:
        for one in missing:
            writing.say(words[f"event.missing.{one}"], "trouble")
        return
    if draft.identity is None:
        _add(board, slug)
    else:
        _change(board, slug)


def _add(board: Board, slug: str) -> None:
    draft, words, visit = board.draft, board.words, board.choices.visit
    data, path = draft.said(), visit.opened.path
    headline = str(data["headline"])
    identity = new_id(visit, headline)
    outcome = writing.attempt(
        lambda author: desk.add(path, "event", identity, data, author=author), words
    )
    if not outcome.done:
        return
    first = draft.get(*draft.paths("sources")[0], "source") if draft.paths("sources") else None
    st.session_state[_DONE] = Done(identity, headline, str(first) if first else None)
    writing.say_saved(words.say("event.added", headline=headline), path, outcome.saved, words)
    drafts.fresh(slug, **({"source": first} if first else {}))


def _change(board: Board, slug: str) -> None:
    draft, words, path = board.draft, board.words, board.choices.visit.opened.path
    identity, changes = str(draft.identity), draft.changes()
    if not changes:
        writing.say(words["event.nothing_changed"])
        return
    outcome = writing.attempt(
        lambda author: desk.save(path, "event", identity, changes, base=draft.base, author=author),
        words,
    )
    if outcome.conflict is not None:
        draft.conflict = outcome.conflict
    elif outcome.done:
        beside = outcome.saved[0].beside
        sentence = words["event.saved"]
        if beside:
            names = ", ".join(f"“{board.label(one)}”" for one in beside)
            sentence = f"{sentence} {words.say('event.beside', fields=names)}"
        writing.say_saved(sentence, path, outcome.saved, words)
        after = outcome.saved[0].after
        if after is not None:
            draft.follow(after)


def open_anew(board: Board, slug: str) -> None:
    """The form of the event as it is now."""
    identity = str(board.draft.identity)
    try:
        seen = desk.opened(board.choices.visit.opened.path, "event", identity)
    except Refused as refused:
        writing.say(str(refused), "trouble")
        seen = None
    if seen is None:
        drafts.forget(slug, identity)
    else:
        drafts.reopened(slug, identity, seen)


def remove(board: Board, slug: str) -> None:
    """Take the event out, if it still says what was seen."""
    draft, words, path = board.draft, board.words, board.choices.visit.opened.path
    identity = str(draft.identity)
    outcome = writing.attempt(
        lambda author: desk.remove(path, "event", identity, base=draft.base, author=author), words
    )
    if outcome.conflict is not None:
        writing.say(words["event.remove_changed"], "trouble")
        open_anew(board, slug)
    elif outcome.done:
        drafts.forget(slug, identity)
        here = address.current()
        address.jump(here.on(PAGE).at(None))
        headline = str(draft.get("headline") or identity)
        writing.say_saved(words.say("event.removed", headline=headline), path, outcome.saved, words)


def done(visit: Visit) -> None:
    """Above the blank form: where the event is that was just saved."""
    last: Done | None = st.session_state.get(_DONE)
    if last is None or last.identity not in visit.headlines:
        return
    edit = visit.address.on(PAGE, edit=last.identity).link()
    st.html(
        render(
            "event_done.html",
            words=visit.words,
            done=last,
            seen=visit.link(last.identity),
            edit=edit,
        )
    )


def forget_done(draft: Draft) -> None:
    """The next event is being typed; the one before is no news any more."""
    if draft.get("headline"):
        st.session_state.pop(_DONE, None)
