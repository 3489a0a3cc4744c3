"""The whole page: finds out where the person is, opens the investigation, draws head and page."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from components import address, bridge, investigations, masthead, pages, style, writing
from components.address import Address
from components.slot import slot
from components.template import render
from components.visit import Visit
from timelines.findings import Finding
from timelines.investigation import Unusable
from timelines.vault import KeyHanded, refuse_key
from timelines.words import Words, words

LANGUAGE = "en"
ICON = Path(__file__).parent / "icon.svg"


def show() -> None:
    """Draw the app for one browser, once."""
    said = words(LANGUAGE)
    st.set_page_config(page_title=said["app.name"], page_icon=str(ICON), layout="wide")
    style.lay()
    try:
        refuse_key(os.environ, said["app.whole"])
    except KeyHanded as handed:
        _trouble(said["app.trouble.key"], [str(handed)], ())
        return
    folder = investigations.folder(sys.argv, os.environ)
    if not folder.slugs:
        nothing = said.say("app.trouble.nothing", folder=folder.path)
        _trouble(said["app.trouble.empty"], [nothing], ())
        return
    bridge.heed(chosen=address.choose, go=address.follow, period=address.look_closer)
    here = address.arrive(folder.slugs)
    titles = {slug: investigations.title(folder.path / slug) for slug in folder.slugs}
    masthead.strip(_tabs(here, said), titles, folder.path / str(here.investigation), said)
    absent = address.absent()
    with slot("absent"):
        if absent is not None:
            st.html(render("notice.html", text=said.say("app.trouble.absent", slug=absent)))
    path = folder.path / str(here.investigation)
    seen = investigations.signature(path)
    try:
        opened = investigations.opened(path, seen, os.environ)
    except Unusable as unusable:
        title = said.say("app.trouble.unusable", slug=path.name)
        _trouble(title, [str(unusable), said["app.trouble.mend"]], unusable.findings)
        investigations.watch(path, seen)
        return
    _page(Visit(opened, here, said, opened.chronology.by_now(), opened.checks.by_now()))


def _page(visit: Visit) -> None:
    """The head and the page itself, then what keeps browser, address and disk in step."""
    opened, said = visit.opened, visit.words
    st.set_page_config(page_title=f"{opened.investigation.heading.title} · {said['app.name']}")
    page = pages.page_named(visit.address.page)
    masthead.title(opened.investigation, said, whole=page is pages.shelf()[0])
    writing.told()
    with slot("page"):
        page.show(visit)
    chosen = address.current().selection.event
    headline = visit.headlines.get(chosen or "")
    bridge.join(
        chosen,
        "" if headline is None else said.say("app.card.opened", headline=headline),
        on_width=address.acted,
    )
    address.show()
    results = ((visit.pile, opened.checks), (visit.chronology, opened.chronology))
    awaited = [aside for result, aside in results if result is None]
    investigations.watch(opened.path, opened.signature, awaited)


def _tabs(here: Address, said: Words) -> list[masthead.Tab]:
    shelf = pages.shelf()
    open_now = pages.page_named(here.page)
    return [
        masthead.Tab(
            title=said[f"app.page.{page.name}"],
            link=here.on(None if page is shelf[0] else page.name).link(),
            here=page is open_now,
        )
        for page in shelf
    ]


def _trouble(title: str, sentences: Sequence[str], findings: Sequence[Finding]) -> None:
    st.html(render("unusable.html", title=title, sentences=sentences, findings=findings))
