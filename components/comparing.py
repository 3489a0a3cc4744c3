"""Any two events beside each other: their order, the distance, and what proves it."""

from __future__ import annotations

import streamlit as st

from components.address import acted, current, move
from components.distinct import distinct
from components.template import render
from components.visit import Visit
from timelines.selection import folded

NAMES = ("first", "second")
"""The two boxes, and the keys of the address that say which events are in them."""
MOST = 2_000
"""With more events than this nobody is sent all of them: some words pick those to choose from."""
OFFERED = 200
"""Of those that the words pick, so many are offered."""
_WORDS = "compare_words"


def show(visit: Visit) -> None:
    """Draw the two boxes and what is known of the two events; they stand in the address."""
    words = visit.words
    st.html(render("section.html", text=words["reasoning.compare"], hidden=False))
    events = [step.event for step in visit.steps]
    here = _picked(visit, events)
    with st.container(key="compare"):
        offered = events if len(events) <= MOST else _offered(visit, events, here)
        one, other = (_box(visit, name, offered, event) for name, event in here.items())
    if one == other:
        st.html(render("hint.html", text=words["reasoning.same"]))
        return
    chronology = visit.docket.chronology
    order, apart = chronology.order(one, other), chronology.distance(one, other)
    why = dict.fromkeys(each.sentence for each in (*order.why, *apart.why))
    headlines = visit.headlines
    st.html(
        render(
            "compared.html",
            words=words,
            order=words.say(
                f"reasoning.is_{order.order}", one=headlines[one], other=headlines[other]
            ),
            distance=words.say("reasoning.distance", distance=apart.in_words(words.language)),
            why=tuple(why),
        )
    )


def _picked(visit: Visit, events: list[str]) -> dict[str, str]:
    """Which two events: those of the address as far as they are there, else the first two."""
    extra = visit.address.extra
    asked = [extra.get(name) for name in NAMES]
    rest = iter(event for event in events if event not in asked)
    found = [event if event in visit.headlines else next(rest) for event in asked]
    return {name: str(event) for name, event in zip(NAMES, found, strict=True)}


def _box(visit: Visit, name: str, offered: list[str], event: str) -> str:
    """One of the two boxes; what is chosen in it goes into the address."""
    key = f"compare_{visit.opened.slug}_{name}"
    # Somebody who comes by a link finds in the boxes what the link says.
    if st.session_state.get(key) != event:
        st.session_state[key] = event
    called = distinct({one: visit.headlines.get(one, one) for one in offered})
    st.selectbox(
        visit.words[f"reasoning.{name}"],
        offered,
        key=key,
        format_func=lambda one: called.get(one, one),
        on_change=_choose,
        args=(name, key),
    )
    return event


def _choose(name: str, key: str) -> None:
    acted()
    move(current().carrying(**{name: st.session_state[key]}))


def _offered(visit: Visit, events: list[str], here: dict[str, str]) -> list[str]:
    """The two chosen ones, and the first of those in whose headlines the words occur."""
    words = visit.words
    typed = st.text_input(
        words["reasoning.find"],
        key=_WORDS,
        on_change=acted,
        placeholder=words["reasoning.find_hint"],
    )
    sought = folded(typed or "").split()
    found = dict.fromkeys(here.values())
    for event in events:
        if len(found) > OFFERED:
            break
        if sought and all(word in folded(visit.headlines[event]) for word in sought):
            found[event] = None
    return list(found)
