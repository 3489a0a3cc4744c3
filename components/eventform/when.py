"""The date helper: what the source's words mean, and the date that is taken from them or typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from components.eventform.draft import Draft
from components.eventform.fields import LIVE, Board, draw
from components.eventform.sources import dated_words
from components.meaning import meaning
from components.slot import slot
from components.template import render
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Unresolved
from timelines.dates.when import DateError, When
from timelines.dates.words import in_words
from timelines.desk.meant import Counted, Offer, counted, meant, usable_zone, wider

_SINCE = "since"
_WIDER = 3
"""So many steps wider are offered, and “about”."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one citation's words mean, in words; `question` says why they are no date."""

    words: str
    means: str | None = None
    rule: str | None = None
    reading: str | None = None
    span: str | None = None
    question: str | None = None


def part(board: Board) -> None:
    """What each citation's words mean, and the date of the event with its reading."""
    with slot("meant"):
        for number, (words, source) in enumerate(dated_words(board.draft)):
            _citation(board, number, words, source)
    _written(board)


def _zone(board: Board) -> str:
    own = str(board.draft.get("zone") or "")
    return usable_zone(own, board.choices.visit.docket.zone)


def _citation(board: Board, number: int, words: str, source: str) -> None:
    planned = board.draft.get("kind") == "planned"
    investigation = board.choices.visit.investigation
    found = meant(investigation, words, source or None, zone=_zone(board), planned=planned)
    if isinstance(found, Offer):
        if found.reading is None and found.edtf == str(board.draft.get("date") or "").strip():
            return
        st.html(render("event_meant.html", told=_told(board, words, found), words=board.words))
        _offers(board, f"{number}", found)
        return
    question = found.reason
    if found.why == "unanchored" and not source:
        question = board.words["event.choose_source_first"]
    told = Told(words, question=question)
    st.html(render("event_meant.html", told=told, words=board.words))
    distance = counted(words) if found.why == "another-event" else None
    if distance is not None:
        _from_another(board, number, words, source, distance)


def _told(board: Board, words: str, offer: Offer) -> Told:
    return Told(
        words,
        means=_said(board, offer.when),
        rule=offer.rule,
        reading=offer.reading,
        span=" ".join(meaning(offer.when, offer.basis, board.words)),
    )


def _said(board: Board, when: When) -> str:
    zone = board.choices.visit.docket.zone
    return in_words(when, zone=zone, language=board.words.language)


def _offers(board: Board, name: str, offer: Offer) -> None:
    """The date as it is meant, and each step wider, to be taken with one key."""
    heading = board.choices.visit.investigation.heading
    steps = wider(offer.when, heading.week_starts)
    steps = (*steps[:_WIDER], *(one for one in steps[_WIDER:] if one.endswith("~")))
    wide = [(one, _read(board, one, offer.zone)) for one in steps]
    with st.container(horizontal=True, key=f"{board.draft.key('date')}_offers_{name}"):
        for place, (written, when) in enumerate([(offer.edtf, offer.when), *wide]):
            if when is None:
                continue
            if place == 1:
                st.html(render("hint.html", text=board.words["event.or_wider"]), width="content")
            said = _said(board, when)
            st.button(
                board.words.say("event.take", date=said) if place == 0 else said,
                key=f"{board.draft.key('date')}_take_{name}_{place}",
                type="secondary" if place == 0 else "tertiary",
                **board.click(_take, board, written, offer),
            )


def _read(board: Board, written: str, zone: str) -> When | None:
    heading = board.choices.visit.investigation.heading
    try:
        return edtf(written, zone, hemisphere=heading.hemisphere, about=heading.house.about)
    except DateError:
        return None


def _take(board: Board, written: str, offer: Offer) -> None:
    """The date becomes this; how it was arrived at and in which zone it is read is kept too."""
    draft = board.draft
    draft.show(written, "date")
    draft.show("" if offer.basis == "stated" else offer.basis, "basis")
    if offer.zone != _zone(board):
        draft.show(offer.zone, "zone")


def _from_another(board: Board, number: int, words: str, source: str, distance: Counted) -> None:
    """Words that count from another event: which one? Then an order fact, or a computed date."""
    draft, said = board.draft, board.words
    key = f"{draft.key(_SINCE)}_{number}"
    events = board.choices.events
    with st.container(horizontal=True, key=f"{key}_part", vertical_alignment="bottom"):
        st.selectbox(
            said.say(f"event.counts.{distance.relation}", by=distance.by),
            [one for one in events if one != draft.identity],
            index=None,
            key=key,
            format_func=lambda one: events.get(one, one),
            placeholder=said["event.which_event"],
            **board.callback(),
        )
        other = st.session_state.get(key)
        st.button(
            said["event.add_order"],
            key=f"{key}_order",
            disabled=other is None,
            **board.click(_tie, draft, distance, other, source),
        )
    since = None if other is None else board.choices.visit.investigation.dates.get(other)
    if since is None:
        return
    planned = draft.get("kind") == "planned"
    investigation = board.choices.visit.investigation
    zone = _zone(board)
    found = meant(investigation, words, source or None, zone=zone, planned=planned, since=since)
    if isinstance(found, Unresolved):
        return
    st.html(render("event_meant.html", told=_told(board, words, found), words=said))
    _offers(board, f"{number}_since", found)


def _tie(draft: Draft, distance: Counted, other: str, source: str) -> None:
    said = {distance.relation: other, "by": distance.by, "source": source}
    there = [{key: one.get(key) for key in said} for one in draft.get("order") or ()]
    if said not in there:
        draft.add_row("order", **said)


def _written(board: Board) -> None:
    """The date in newsroom EDTF, with what it says in words while it is typed."""
    words = board.words
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        st.text_input(
            words["event.date"],
            **board.widget(("date",)),
            placeholder=words["event.date_hint"],
            live=LIVE,
            **board.callback(),
        )
    with right:
        st.html(render("event_date.html", **_reading(board), words=words))
    left, _ = st.columns([2, 3])
    with left:
        basis = next(one for one in board.draft.fields if one.name == "basis")
        draw(board, basis, ("basis",), words["event.basis"])


def _reading(board: Board) -> dict[str, object]:
    """The words of the reading below a date, or of what is wrong with it."""
    written = str(board.draft.get("date") or "").strip()
    if not written:
        return {"said": None, "why": (), "trouble": None}
    heading = board.choices.visit.investigation.heading
    try:
        when = edtf(written, _zone(board), hemisphere=heading.hemisphere, about=heading.house.about)
    except DateError as error:
        return {"said": None, "why": (), "trouble": error.message}
    basis = str(board.draft.get("basis") or "stated")
    known = f"app.basis.{basis}" in board.words
    why: Iterable[str] = meaning(when, basis if known else "stated", board.words)
    said = _said(board, when)
    return {"said": said[:1].upper() + said[1:], "why": tuple(why), "trouble": None}
