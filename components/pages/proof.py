"""The proof sheet: every claim with its evidence, to look through, to print and to take away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from components import address
from components.template import render
from components.visit import Visit
from timelines.proof import formats
from timelines.proof.blocks import called
from timelines.proof.formats import html
from timelines.proof.rows import Sheet
from timelines.proof.sheet import sheet
from timelines.words import Words

PLACE = 9

SHOWN = 60
"""So many events on the page, and so many people; the files hold all."""

STANDINGS = ("all", "unsigned", "changed")
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Picked:
    """What of the sheet is asked for."""

    standing: str | None
    person: str | None
    internal: bool


def show(visit: Visit) -> None:
    """Draw the page."""
    words = visit.words
    if visit.chronology is None:
        st.html(render("notice.html", text=words["reasoning.running"]))
        return
    st.html(render("proof.html", words=words))
    picked = _picked(visit)
    whole = _sheet(visit.opened.key, picked, visit)
    _files(visit, picked, whole)
    left = max(len(whole.blocks), len(whole.pages)) - SHOWN
    if left > 0:
        st.html(render("hint.html", text=words.say("app.proof.first", shown=SHOWN)))
    st.html(f"<style>{html.css()}{html.margins(whole)}</style>")
    st.html(_preview(visit.opened.key, picked, visit))


def _picked(visit: Visit) -> Picked:
    """What the address asks for; what is chosen here goes into the address."""
    words, docket, asked = visit.words, visit.docket, visit.address.extra
    only, about = asked.get("only"), asked.get("about")
    _say("proof_standing", only if only in STANDINGS else STANDINGS[0])
    _say("proof_person", about if about in docket.people else "")
    _say("proof_internal", asked.get("internal") == _YES)
    with st.container(key="proof_filters"):
        standing = st.segmented_control(
            words["app.proof.standing"],
            STANDINGS,
            key="proof_standing",
            on_change=_choose,
            format_func=lambda name: words[f"app.proof.only.{name}"],
            label_visibility="collapsed",
        )
        person = st.selectbox(
            words["app.proof.person"],
            ["", *sorted(docket.people, key=lambda one: called(docket, one, words).casefold())],
            key="proof_person",
            on_change=_choose,
            format_func=_called(visit, words),
            label_visibility="collapsed",
        )
        internal = st.checkbox(words["app.proof.internal"], key="proof_internal", on_change=_choose)
    return Picked(None if standing in (None, "all") else standing, person or None, internal)


def _say(key: str, value: object) -> None:
    """Have a widget say what the address says."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _choose() -> None:
    address.acted()
    only = st.session_state["proof_standing"]
    address.move(
        address.current().carrying(
            only=None if only == STANDINGS[0] else only,
            about=st.session_state["proof_person"] or None,
            internal=_YES if st.session_state["proof_internal"] else None,
        )
    )


def _called(visit: Visit, words: Words) -> Callable[[str], str]:
    """What the choice of people calls somebody; of two alike, the id tells which."""

    def name(person: str) -> str:
        if not person:
            return words["app.proof.everybody"]
        return called(visit.docket, person, words)

    return name


def _files(visit: Visit, picked: Picked, whole: Sheet) -> None:
    """A button for each format; the file is made when somebody asks for it."""
    with st.container(key="proof_files"):
        for name in formats.names():
            form = formats.form(name)
            st.download_button(
                visit.words[f"app.proof.as.{name}"],
                data=_made(name, whole),
                file_name=f"{whole.slug}-proof-{whole.iso_day}.{form.SUFFIX}",
                mime=form.MIME,
                key=f"proof_as_{name}",
                on_click="ignore",
            )
        st.html(render("hint.html", text=visit.words["app.proof.print"]))


def _made(name: str, whole: Sheet) -> Callable[[], bytes]:
    return lambda: formats.form(name).render(whole)


@st.cache_resource(max_entries=8, show_spinner=False)
def _sheet(key: tuple[str, ...], picked: Picked, _visit: Visit) -> Sheet:
    return sheet(
        _visit.docket, internal=picked.internal, person=picked.person, standing=picked.standing
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _preview(key: tuple[str, ...], picked: Picked, _visit: Visit) -> str:
    whole = _sheet(key, picked, _visit)
    return html.body(replace(whole, blocks=whole.blocks[:SHOWN], pages=whole.pages[:SHOWN]))
