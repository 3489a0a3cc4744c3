"""Handing events out: a format, for whom, what it cannot carry, and the file to download."""

from __future__ import annotations

import streamlit as st

from components import address
from components.template import render
from components.visit import Visit
from timelines import exports
from timelines.handout import Exported, Material, for_the_desk
from timelines.harmless import harmless
from timelines.public_handout import released

_AUDIENCES = ("desk", "notes", "public")
_MADE = "export_made"
MOST = 40
"""How many sentences of what is missing, or not carried, are told one by one."""


def draw(visit: Visit) -> None:
    """The choice, and the file once it is prepared."""
    words = visit.words
    said = words.under("exchange.out")
    st.html(render("section.html", text=said["heading"], hidden=False))
    st.html(render("hint.html", text=said["lead"]))
    form = st.selectbox(
        said["form"],
        exports.names(),
        key="export_form",
        format_func=lambda name: said.get(f"form_{name}", name),
        on_change=address.acted,
    )
    audience = st.radio(
        said["audience"],
        _AUDIENCES,
        key="export_audience",
        format_func=said.__getitem__,
        on_change=address.acted,
    )
    wanted = (*visit.opened.key, form, audience)
    st.button(said["make"], key="export_make", on_click=_make, args=(visit,))
    made = st.session_state.get(_MADE)
    if made is not None and made[0] == wanted:
        _offer(visit, form, audience, made[1], made[2])


def _make(visit: Visit) -> None:
    """Prepare the file as it is chosen now; kept in the session until something else is."""
    address.acted()
    form = str(st.session_state["export_form"])
    audience = str(st.session_state["export_audience"])
    wanted = (*visit.opened.key, form, audience)
    material, missing = _material(visit, audience)
    made = None if material is None else exports.render(form, material)
    st.session_state[_MADE] = (wanted, made, missing)


def _material(visit: Visit, audience: str) -> tuple[Material | None, tuple[str, ...]]:
    """What goes into the file, or the sentences of the gate that keep it in."""
    investigation, today = visit.investigation, visit.opened.today
    if audience != "public":
        return for_the_desk(investigation, notes=audience == "notes", today=today), ()
    material, missing = released(investigation, today)
    return material, tuple(harmless(one.message) for one in missing)


def _offer(
    visit: Visit, form: str, audience: str, made: Exported | None, missing: tuple[str, ...]
) -> None:
    said = visit.words.under("exchange.out")
    if made is None:
        st.html(render("sentences.html", heading=said["refused"], sentences=missing[:MOST]))
        return
    name = f"{visit.opened.slug}.{exports.form(form).SUFFIX.lstrip('.')}"
    if audience != "public":
        internal = int((visit.investigation.events["visibility"] != "public").sum())
        st.html(render("notice.html", text=visit.words.count("exchange.out.internal", internal)))
    if made.remarks:
        sentences = [harmless(one) for one in made.remarks[:MOST]]
        st.html(render("sentences.html", heading=said["cannot"], sentences=sentences))
    else:
        st.html(render("hint.html", text=said["carries"]))
    st.download_button(
        said["download"].format(name=name),
        made.data,
        file_name=name,
        mime="application/octet-stream",
        key="export_download",
        on_click="ignore",
    )
