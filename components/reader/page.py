"""What a reader sees of a published folder: the timeline, the list, and the chosen event."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components import bridge, style
from components.reader import fence
from components.reader.shelf import Shelf, opened, shelf
from components.template import render
from components.views import published
from timelines import vault
from timelines.palette import VERIFICATION, Theme
from timelines.prose import prose
from timelines.publish.public import PublicEvent, PublicTimeline
from timelines.publish.republished import Unreadable
from timelines.words import Words, words

TIMELINE, EVENT = "timeline", "event"
"""What stands in the address: which publication, and which event is chosen."""
_CHOSEN = "reader_chosen"


def show() -> None:
    """Draw the app for one reader, once."""
    said = words("en")
    st.set_page_config(page_title=said["readers.app"], layout="wide")
    style.lay()
    try:
        fence.close(os.environ)
        place = shelf(sys.argv, os.environ)
        _folder(place, said)
    except vault.KeyHanded as handed:
        _notice(str(handed))
    except fence.Fenced:
        _notice(said["readers.desk"])


def _folder(place: Shelf | None, said: Words) -> None:
    if place is None or not place.names:
        desk = place is not None and fence.is_desk(place.path)
        _notice(said["readers.desk" if desk else "readers.none"])
        return
    name = place.names[0]
    if len(place.names) > 1:
        asked = st.query_params.get(TIMELINE)
        first = place.names.index(asked) if asked in place.names else 0
        with st.container(key="strip"):
            name = st.selectbox(
                said["readers.choose"], place.names, index=first, label_visibility="collapsed"
            )
        if name != asked:
            st.query_params[TIMELINE] = name
    try:
        public = opened(place.folder(name))
    except Unreadable as fault:
        _notice(said.say("readers.unreadable", why=str(fault)))
        return
    _timeline(public, words(public.language))


def _timeline(public: PublicTimeline, said: Words) -> None:
    st.set_page_config(page_title=public.title)
    zone = public.zone.rpartition("/")[2].replace("_", " ")
    parts = [] if public.byline is None else [said.say("readers.by", byline=public.byline)]
    if public.updated is not None:
        parts.append(said.say("readers.updated", day=public.updated.words))
    parts.append(said.say("readers.zone", place=zone))
    st.html(render("masthead.html", heading=public, parts=parts, prose=prose, whole=True))
    shown = replace(public, events=_picked(public, said))
    bridge.heed(chosen=_choose)
    chosen = _chosen(public)
    with st.container(key="stage"):
        with st.container(key="chart"):
            _chart(shown, said)
        with st.container(key="rail"):
            with st.container(key="list"):
                _list(public, shown.events, said)
            if chosen is not None:
                with st.container(key="card"):
                    st.html(render("reader_card.html", event=chosen, words=said, prose=prose))
    bridge.join(
        None if chosen is None else chosen.id,
        "" if chosen is None else said.say("readers.opened", headline=chosen.headline),
        on_width=lambda: None,
    )


def _picked(public: PublicTimeline, said: Words) -> tuple[PublicEvent, ...]:
    """The events that storyline, person and words leave, in their order."""
    people = sorted({_called(one) for event in public.events for one in event.people} - {""})
    with st.container(key="filters"):
        text = st.text_input(
            said["readers.words"],
            key="reader_words",
            placeholder=said["readers.words"],
            label_visibility="collapsed",
        )
        lane = _choice(said["readers.storyline"], public.storylines, "reader_storyline")
        who = _choice(said["readers.person"], people, "reader_person")
    wanted = text.casefold().split()
    return tuple(
        event
        for event in public.events
        if (lane is None or lane in event.storylines)
        and (who is None or who in map(_called, event.people))
        and all(word in _text(event) for word in wanted)
    )


def _choice(every: str, offered: Sequence[str], key: str) -> str | None:
    if not offered:
        return None
    return st.selectbox(
        every, offered, index=None, placeholder=every, key=key, label_visibility="collapsed"
    )


def _called(person: object) -> str:
    return getattr(person, "name", None) or getattr(person, "label", None) or ""


def _text(event: PublicEvent) -> str:
    parts = (event.headline, event.summary, event.attribution, event.place, event.date.words)
    return " ".join(part for part in parts if part is not None).casefold()


def _chosen(public: PublicTimeline) -> PublicEvent | None:
    """The event that is chosen: by a click here, else by the address somebody followed."""
    asked = st.session_state.get(_CHOSEN, st.query_params.get(EVENT))
    found = next((event for event in public.events if event.id == asked), None)
    if found is None:
        st.query_params.pop(EVENT, None)
    else:
        st.query_params[EVENT] = found.id
    return found


def _choose(event: str) -> None:
    st.session_state[_CHOSEN] = event


def _chart(public: PublicTimeline, said: Words) -> None:
    st.html(render("section.html", text=said["readers.chart"], hidden=True))
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    figure = published.figure(public, theme=theme, width=bridge.width())
    figure.layout.clickmode = "event"
    st.plotly_chart(
        figure,
        key="timeline",
        theme=None,
        config=dict(published.CONFIG),
        alt=figure.layout.meta["alt"],
    )


def _list(public: PublicTimeline, events: Sequence[PublicEvent], said: Words) -> None:
    every, some = len(public.events), len(events)
    whole = said.count("readers.every", every)
    count = whole if some == every else said.count("readers.some", every, shown=some)
    lanes = {lane: place for place, lane in enumerate(public.storylines)}
    st.html(
        render(
            "reader_list.html",
            events=events,
            count=count,
            lanes=lanes,
            glyphs={name: one.glyph for name, one in VERIFICATION.items()},
            words=said,
        )
    )


def _notice(sentence: str) -> None:
    st.html(render("notice.html", text=sentence))
