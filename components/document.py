"""One page of a stored document, shown inertly: the quoted words marked, to turn and to enlarge.

A picture of a page is made in a process of its own, when somebody looks at it, and is kept in
memory for a while; it is never written to disk.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass

import streamlit as st

from components import address
from components.template import render
from components.visit import Visit
from timelines.evidence.room import Room
from timelines.evidence.show import Shown, show
from timelines.evidence.stored import Unavailable
from timelines.words import Words

ZOOMS = ("fit", "wide", "widest")
MOST_TEXT = 40_000
"""Characters of a page that are given as its text, beside its picture."""
_ZOOM = "document_zoom"
_TURNED = "document_turned"
_GO = "document_go"


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is on the screen of one page."""

    shown: Shown
    picture: str
    alt: str
    text: str | None
    scan: bool
    zoom: str


def draw(visit: Visit, source: str, at: str | None, quote: str | None) -> None:
    """The cited page of a source's document, with what turns and enlarges it."""
    place = (visit.opened.slug, source, at or "", quote or "")
    page = _turned(place)
    shown = _shown(visit.opened.key, source, at, quote, page, visit)
    with st.container(key="document"):
        if shown.form != "nothing":
            _tools(shown, place, visit.words)
        st.html(render("document.html", leaf=_leaf(visit, shown), words=visit.words))


def _turned(place: tuple[str, ...]) -> int | None:
    """The page somebody turned to, from 1; None for the cited one."""
    where, page = st.session_state.get(_TURNED, (None, None))
    return page if where == place else None


def _tools(shown: Shown, place: tuple[str, ...], words: Words) -> None:
    with st.container(key="document_tools"):
        if shown.page is not None and shown.pages is not None and shown.pages > 1:
            _turning(shown.page, shown.pages, place, words)
        if shown.form == "picture":
            st.segmented_control(
                words["app.documents.viewer.zoom"],
                ZOOMS,
                key=_ZOOM,
                default=ZOOMS[0],
                on_change=address.acted,
                format_func=lambda name: words[f"app.documents.viewer.{name}"],
                label_visibility="collapsed",
            )


def _turning(page: int, pages: int, place: tuple[str, ...], words: Words) -> None:
    said = words.under("app.documents.viewer")
    for name, to, off in (("back", page - 1, page <= 1), ("on", page + 1, page >= pages)):
        st.button(
            said[name],
            key=f"document_{name}",
            type="tertiary",
            disabled=off,
            on_click=_turn,
            args=(place, to),
        )
    st.session_state[_GO] = page
    st.number_input(
        said["to"],
        min_value=1,
        max_value=pages,
        key=_GO,
        on_change=_turn_to_typed,
        args=(place,),
        label_visibility="collapsed",
    )
    st.html(
        render("hint.html", text=words.say("app.documents.viewer.page", page=page, pages=pages))
    )
    if _turned(place) is not None:
        st.button(
            said["cited"], key="document_cited", type="tertiary", on_click=_turn, args=(place, None)
        )


def _turn(place: tuple[str, ...], page: int | None) -> None:
    address.acted()
    st.session_state[_TURNED] = (place, page)


def _turn_to_typed(place: tuple[str, ...]) -> None:
    _turn(place, int(st.session_state[_GO]))


def _leaf(visit: Visit, shown: Shown) -> Leaf:
    picture = base64.b64encode(shown.png).decode("ascii") if shown.form == "picture" else ""
    zoom = st.session_state.get(_ZOOM) or ZOOMS[0]
    text, scan = _text(visit, shown)
    return Leaf(shown, picture, _alt(shown, visit.words), text, scan, zoom)


def _alt(shown: Shown, words: Words) -> str:
    file = f"“{shown.file}”"
    if shown.page is None:
        return words.say("app.documents.viewer.picture", file=file)
    alt = words.say(
        "app.documents.viewer.picture_page", page=shown.page, pages=shown.pages, file=file
    )
    return f"{alt}; {words['app.documents.viewer.marked']}" if shown.found else alt


def _text(visit: Visit, shown: Shown) -> tuple[str | None, bool]:
    """The text of a page that is shown as a picture, if any, and whether it is a scan."""
    if shown.form != "picture" or shown.page is None:
        return None, False
    try:
        with Room() as room:  # no process is started for a text that is still in memory
            document = visit.docket.stored.document(shown.file, room)
    except Unavailable:
        return None, False
    if shown.page > len(document.pages):
        return None, False  # too long to be read as a whole
    page = document.pages[shown.page - 1]
    return (None, True) if page is None else (page[:MOST_TEXT], False)


@st.cache_resource(max_entries=16, ttl=900, show_spinner=False)
def _shown(
    key: tuple[str, ...],
    source: str,
    at: str | None,
    quote: str | None,
    page: int | None,
    _visit: Visit,
) -> Shown:
    return show(_visit.investigation, source, at, quote, page=page)
