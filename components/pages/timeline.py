"""The timeline: filters, the chart, the same events as a list, and the card of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components import address, answering, answers, bridge, card, filters, key, listing
from components.found import Found, Pile, tally
from components.slot import slot
from components.template import render
from components.views import chronology
from components.visit import Visit
from timelines.palette import Theme
from timelines.selection import Selection, period_of, select
from timelines.words import Words

PLACE = 0
"""The front page."""

_PART = "list_part"
_FOLLOWED = "list_followed"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a selection leaves of an investigation: the events, and the list of them in order."""

    events: Any
    contents: listing.Contents


def show(visit: Visit) -> None:
    """Draw the page; what is picked on it goes into the address."""
    offered = _offered(visit.opened.key, visit)
    selection, sentences = _selection(visit, offered)
    here = replace(visit.address, selection=selection)
    address.move(here)
    visit = replace(visit, address=here)
    shown = _shown(_key(visit), replace(selection, event=None), visit)
    with slot("unread"):
        for sentence in sentences:
            st.html(render("notice.html", text=sentence))
    with st.container(key="stage"):
        with st.container(key="chart"):
            _chart(visit, shown)
        with st.container(key="rail"):
            with st.container(key="list"):
                _list(visit, shown)
            if visit.address.selection.event is not None:
                with st.container(key="card"):
                    _card(visit, shown)
        with st.container(key="overview"):
            _overview(visit)
    answering.show(visit)


def _selection(
    visit: Visit, offered: Mapping[str, Mapping[str, str]]
) -> tuple[Selection, list[str]]:
    words, sentences = visit.words, []
    selection = visit.address.selection
    if address.jumped():
        for name in address.KNOWN_LAYERS:
            st.session_state[_layer(name)] = name in visit.address.layers
        dropped = filters.fill(selection, offered)
        if dropped:
            what = ", ".join(f"“{one}”" for one in dropped)
            sentences = [words.say("app.trouble.dropped", what=what)]
    drawn, unread = filters.draw(selection, offered, visit.docket.zone, words)
    return drawn, sentences + unread


def _count(visit: Visit, shown: Shown) -> str:
    every, some = len(visit.investigation.events), len(shown.events)
    if some == every:
        return visit.words.count("app.filter.every", every)
    return visit.words.count("app.filter.shown", every, shown=some)


def _chart(visit: Visit, shown: Shown) -> None:
    words = visit.words
    st.html(render("section.html", text=words["app.chart.heading"], hidden=True))
    st.html(render("back.html", text=words["app.chart.to_list"]))
    switches = st.container(key="layers")
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    picked = replace(visit.address.selection, event=None)
    layers = _layers()
    figure = _figure(_key(visit), picked, layers, theme, bridge.width(), visit, shown)
    meta = figure.layout.meta
    st.plotly_chart(
        figure, key="timeline", theme=None, config=dict(chronology.CONFIG), alt=meta["alt"]
    )
    with switches:
        _switch("narrowed", words)
        if meta["earlier"] or meta["later"] or "whole" in layers:
            _switch("whole", words)
    key.draw(words, narrowed="narrowed" in layers, dense=bool(meta["dense"]))
    st.html(render("hint.html", text=words["app.chart.hint"]))


def _layers() -> frozenset[str]:
    """What is drawn on demand, as the switches over the chart have it."""
    here = address.current()
    for name in address.KNOWN_LAYERS:
        st.session_state.setdefault(_layer(name), name in here.layers)
    layers = frozenset(name for name in address.KNOWN_LAYERS if st.session_state[_layer(name)])
    address.move(replace(here, layers=layers))
    return layers


def _switch(name: str, words: Words) -> None:
    st.checkbox(words[f"app.chart.{name}"], key=_layer(name), on_change=address.acted)


def _layer(name: str) -> str:
    return f"layer_{name}"


def _list(visit: Visit, shown: Shown) -> None:
    contents, words = shown.contents, visit.words
    part = _part(contents, visit.address.selection.event)
    st.html(listing.drawn(visit, contents, part, _count(visit, shown)))
    if contents.parts == 1:
        return
    with st.container(key="parts"):
        back, on = part > 0, part + 1 < contents.parts
        st.button(
            words["app.list.earlier"],
            key="list_back",
            disabled=not back,
            on_click=_turn,
            args=(-1,),
        )
        first = part * listing.PART + 1
        last = min(len(contents.ids), first + listing.PART - 1)
        text = words.say("app.list.part", first=first, last=last, all=len(contents.ids))
        st.html(render("hint.html", text=text))
        st.button(
            words["app.list.later"], key="list_on", disabled=not on, on_click=_turn, args=(1,)
        )


def _part(contents: listing.Contents, chosen: str | None) -> int:
    """The part of the list to show: the one with an event just chosen, else the one turned to."""
    if chosen is not None and st.session_state.get(_FOLLOWED) != chosen:
        st.session_state[_PART] = contents.part_with(chosen) or 0
    st.session_state[_FOLLOWED] = chosen
    part: int = min(st.session_state.get(_PART, 0), contents.parts - 1)
    st.session_state[_PART] = part
    return part


def _turn(by: int) -> None:
    address.acted()
    st.session_state[_PART] = st.session_state.get(_PART, 0) + by


def _card(visit: Visit, shown: Shown) -> None:
    chosen, words = visit.address.selection.event or "", visit.words
    _steps(visit, shown)
    if chosen not in visit.headlines:
        st.html(render("notice.html", text=words.say("app.card.gone", event=chosen)))
        return
    about = () if visit.pile is None else visit.pile.by_event.get(chosen, ())
    content = card.card(
        visit.investigation,
        chosen,
        findings=answers.rows(visit, about),
        origins=visit.docket.origins,
        headlines=visit.headlines,
        link=visit.link,
        words=words,
        hidden=chosen not in shown.contents.ids,
        edit=visit.address.on("event", edit=chosen).link(),
        pages=visit.document,
    )
    st.html(card.drawn(content, words))


def _steps(visit: Visit, shown: Shown) -> None:
    """From the chosen event to the one before and the one after, and back to the list."""
    before, after = shown.contents.neighbours(visit.address.selection.event)
    with st.container(key="steps"):
        for name, event in (("previous", before), ("next", after)):
            st.button(
                visit.words[f"app.card.{name}"],
                key=name,
                type="tertiary",
                disabled=event is None,
                on_click=address.choose,
                args=(event,),
            )
        st.button(
            visit.words["app.card.close"], key="close", type="tertiary", on_click=address.choose
        )
        st.html(render("back.html", text=visit.words["app.card.back"]))


def _overview(visit: Visit) -> None:
    """What the checks found in the whole investigation: of each kind the most harmful one."""
    words, found_so_far = visit.words, visit.pile
    st.html(
        render(
            "findings.html",
            words=words,
            running=found_so_far is None,
            tally=[] if found_so_far is None else tally(found_so_far.counts, words),
            rows=[] if found_so_far is None else _kinds(visit, found_so_far),
            all_link=visit.address.on("chronology").link(),
        )
    )


def _kinds(visit: Visit, found_so_far: Pile) -> list[Found]:
    some = found_so_far.kinds
    rows = answers.rows(visit, (one for one, _ in some))
    return [replace(row, more=more) for row, (_, more) in zip(rows, some, strict=True)]


def _key(visit: Visit) -> tuple[str, ...]:
    """What the things below are kept by: the files, the day, and whether all was worked out."""
    return *visit.opened.key, "known" if visit.chronology is not None else "by dates alone"


@st.cache_resource(max_entries=16, show_spinner=False)
def _offered(key: tuple[str, ...], _visit: Visit) -> dict[str, dict[str, str]]:
    return filters.options(_visit.investigation, _visit.words)


@st.cache_resource(max_entries=32, show_spinner=False)
def _shown(key: tuple[str, ...], picked: Selection, _visit: Visit) -> Shown:
    events = select(_visit.investigation, picked)
    return Shown(events, listing.contents(events, _places(key, _visit)))


@st.cache_resource(max_entries=16, show_spinner=False)
def _places(key: tuple[str, ...], _visit: Visit) -> dict[str, int]:
    """The place of each event in the chronology, from 0."""
    steps = _visit.steps
    return {step.event: place for place, step in enumerate(steps)}


@st.cache_resource(max_entries=32, show_spinner=False)
def _figure(
    key: tuple[str, ...],
    picked: Selection,
    layers: frozenset[str],
    theme: Theme,
    width: int,
    _visit: Visit,
    _shown: Shown,
) -> Any:
    """The chart; it does not depend on the chosen event, so that zoom stays where it is."""
    investigation = _visit.investigation
    since, until = period_of(investigation, picked)
    figure = chronology.figure(
        investigation,
        _shown.events,
        zone=investigation.heading.zone,
        language=_visit.words.language,
        theme=theme,
        width=width,
        narrowed=_visit.narrowed if "narrowed" in layers else None,
        since=since,
        until=until,
        whole="whole" in layers,
    )
    # The bridge marks what is chosen; Plotly's own selection would fall out of step with it.
    figure.layout.clickmode = "event"
    return figure
