"""The head of the page: the pages, the picker, and what investigation this is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components.address import PICKED, acted
from components.distinct import distinct
from components.template import render
from components.writing import name_box
from timelines.investigation import Investigation
from timelines.prose import prose
from timelines.words import Words


@dataclass(frozen=True, slots=True)
class Tab:
    """A page as the head of the page lists it, with the address that leads there."""

    title: str
    link: str
    here: bool


def strip(tabs: Iterable[Tab], titles: Mapping[str, str], path: Path, words: Words) -> None:
    """The first line: the pages, the choice of investigation if there is any, who is at the desk.

    `titles` are those of the investigations by the names of their folders.
    The choice is in the session under PICKED.
    """
    with st.container(key="strip"):
        st.html(render("pages.html", pages=list(tabs), words=words))
        if len(titles) > 1:
            st.selectbox(
                words["app.investigation"],
                list(titles),
                key=PICKED,
                on_change=acted,
                format_func=distinct(titles).__getitem__,
                label_visibility="collapsed",
            )
        name_box(path, words)


def title(investigation: Investigation, words: Words, *, whole: bool) -> None:
    """What the investigation is, who reports it, in which zone its dates are read.

    `whole` is for the page on which one reads; where one works, the name is enough.
    """
    heading = investigation.heading
    parts = [] if heading.byline is None else [words.say("app.by", byline=heading.byline)]
    parts.append(words.say("app.zone", place=place(heading.zone)))
    if whole:
        parts += [
            words.count(f"app.extent.{name}", len(frame))
            for name, frame in (
                ("events", investigation.events),
                ("sources", investigation.sources),
                ("people", investigation.people),
            )
        ]
    st.html(render("masthead.html", heading=heading, parts=parts, prose=prose, whole=whole))


def place(zone: str) -> str:
    """The place a zone is named after: “Chicago” for America/Chicago."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
