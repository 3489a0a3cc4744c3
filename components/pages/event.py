"""Add an event, or edit one: what happened, who says so, when; the checks speak while one types."""

from __future__ import annotations

import streamlit as st

from components import address
from components.eventform import (
    beside,
    conflict,
    keyboard,
    live,
    past,
    rest,
    saving,
    sources,
    twins,
    when,
)
from components.eventform import draft as drafts
from components.eventform.choices import Choices
from components.eventform.draft import Draft
from components.eventform.fields import LIVE, Board
from components.slot import slot
from components.template import render
from components.visit import Visit
from timelines.desk import Refused

PLACE = 5
"""Behind the pages on which one reads."""

_SAVE = "event_save"


def show(visit: Visit) -> None:
    """Draw the form, with what the checks would say of it beside."""
    identity = visit.address.extra.get("edit")
    slug = visit.opened.slug
    draft = _draft(visit, slug, identity)
    if draft is None:
        return
    draft.take()
    draft.drawn.clear()
    board = Board(draft, Choices(visit), visit.words)
    if draft.conflict is None:
        keyboard.join(draft.key("headline"), _SAVE, draft.number, unsaved=draft.unsaved)
    _head(visit, draft)
    with slot("done"):
        if draft.identity is None:
            saving.done(visit)
    with st.container(key="event_page"):
        with st.container(key="event_form"):
            if draft.conflict is not None:
                conflict.part(board, slug)
            else:
                _form(board, slug)
        with st.container(key="event_aside"):
            twins.part(visit, draft)
            live.part(visit, draft)
            beside.part(visit, draft)
    saving.forget_done(draft)


def _draft(visit: Visit, slug: str, identity: str | None) -> Draft | None:
    try:
        draft = drafts.open_draft(slug, visit.opened.path, identity)
    except Refused as refused:
        st.html(render("notice.html", text=str(refused)))
        return None
    if draft is None:
        text = visit.words.say("event.gone_event", event=identity)
        st.html(render("notice.html", text=text))
    return draft


def _head(visit: Visit, draft: Draft) -> None:
    words, here = visit.words, visit.address
    title = words["app.page.event"]
    if draft.identity is not None:
        title = str(draft.get("headline") or draft.identity)
    st.html(
        render(
            "event_head.html",
            words=words,
            title=title,
            id=draft.identity,
            file=None if draft.base is None else draft.base.file,
            seen=visit.link(draft.identity or ""),
            new=here.on(saving.PAGE).at(None).link(),
        )
    )


def _form(board: Board, slug: str) -> None:
    draft, words = board.draft, board.words
    st.html(render("section.html", text=words["event.what"], hidden=True))
    st.text_input(
        words["event.headline"],
        **board.widget(("headline",)),
        placeholder=words["event.headline_hint"],
        live=LIVE,
        **board.callback(),
    )
    st.html(render("section.html", text=words["event.who_says"], hidden=False))
    sources.citations(board)
    st.html(render("section.html", text=words["event.when"], hidden=False))
    when.part(board)
    rest.about(board)
    rest.rare(board)
    _notes(board)
    _bar(board, slug)
    if draft.identity is not None:
        past.part(board, slug)


def _notes(board: Board) -> None:
    """What somebody must know before saving."""
    draft, words = board.draft, board.words
    with slot("notes"):
        if draft.unshown:
            keys = ", ".join(f"“{one}”" for one in draft.unshown)
            st.html(render("hint.html", text=words.say("event.unshown", keys=keys)))
        if draft.behind:
            st.html(render("notice.html", text=words["event.behind"]))


def _bar(board: Board, slug: str) -> None:
    """Save, clear, remove."""
    draft, words = board.draft, board.words
    new = draft.identity is None
    with st.container(horizontal=True, key="event_bar", vertical_alignment="center"):
        st.button(
            words["event.save_new" if new else "event.save"],
            key=_SAVE,
            type="primary",
            help=words["event.saves"],
            **board.click(saving.save, board, slug),
        )
        st.button(
            words["event.discard" if new else "event.discard_edit"],
            key="event_discard",
            type="tertiary",
            **board.click(_discard, board, slug),
        )
        if not new:
            _removal(board, slug)


def _discard(board: Board, slug: str) -> None:
    if board.draft.identity is None:
        drafts.fresh(slug)
    else:
        saving.open_anew(board, slug)


def _removal(board: Board, slug: str) -> None:
    words, visit = board.words, board.choices.visit
    headline = str(board.draft.get("headline") or board.draft.identity)
    order = visit.investigation.order
    naming = order[(order["other"] == board.draft.identity)]["event"].nunique()
    with st.popover(words["event.remove"], key="event_remove", on_change=address.acted):
        st.html(render("hint.html", text=words.say("event.remove_sure", headline=headline)))
        if naming:
            st.html(render("hint.html", text=words.count("event.remove_named", int(naming))))
        st.button(
            words["event.remove_yes"],
            key="event_remove_yes",
            **board.click(saving.remove, board, slug),
        )
