"""Attaching a document to a source from the app: chosen, its sum told, then kept or refused."""

from __future__ import annotations

import hashlib

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components import address, writing
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.evidence.attach import Attached, attach
from timelines.words import Words

_TIMES = "attached_times"


def draw(visit: Visit, source: str, document: str | None) -> None:
    """What chooses a file for this source; `document` is the one it has now."""
    words = visit.words
    said = words.under("app.documents.attach")
    heading = said["heading"] if document is None else said["replace_heading"]
    limit = visit.investigation.heading.house.evidence_megabytes
    key = f"attach_{source}_{st.session_state.get(_TIMES, 0)}"
    with st.container(key="attach"):
        st.html(render("subheading.html", text=heading))
        given = st.file_uploader(
            words.say("app.documents.attach.file", limit=limit),
            key=key,
            on_change=address.acted,
            max_upload_size=limit,
        )
        if given is not None:
            _offer(visit, source, document, given)


def _offer(visit: Visit, source: str, document: str | None, given: UploadedFile) -> None:
    """What was chosen, and what keeps it; a document that is there goes only when that is said."""
    words = visit.words
    name = words.say("app.documents.attach.chosen", name=given.name, size=size(given.size, words))
    digest = hashlib.sha256(given.getbuffer()).hexdigest()
    st.html(render("hint.html", text=name))
    st.html(render("hint.html", text=words.say("app.documents.attach.sum", sum=digest)))
    replaces = document is not None
    agreed = not replaces or st.checkbox(
        words.say("app.documents.attach.replace", file=document),
        key="attach_replace",
        on_change=address.acted,
    )
    st.button(
        words["app.documents.attach.go_replace" if replaces else "app.documents.attach.go"],
        key="attach_go",
        type="primary",
        disabled=not agreed,
        on_click=_attach,
        args=(visit, source, given, replaces, _seen(visit, source)),
    )


def _seen(visit: Visit, source: str) -> desk.Version | None:
    try:
        return desk.opened(visit.opened.path, "source", source)
    except (desk.Refused, OSError):
        return None  # saving says what is wrong with the file


def _attach(
    visit: Visit, source: str, given: UploadedFile, replaces: bool, seen: desk.Version | None
) -> None:
    address.acted()
    words, done = visit.words, list[Attached]()

    def write(author: str) -> desk.Saved:
        data = given.getvalue()
        kept = attach(
            visit.investigation,
            source,
            given.name,
            data,
            replace=replaces,
            author=author,
            base=seen,
        )
        done.append(kept)
        return kept.saved

    outcome = writing.attempt(write, words)
    if outcome.conflict is not None:
        writing.say(words["app.documents.attach.conflict"], "trouble")
    for kept in done:
        title = visit.investigation.source(source).title
        said = words.say("app.documents.attach.done", file=kept.file, title=title, sum=kept.sha256)
        writing.say_saved(said, visit.opened.path, outcome.saved, words)
        st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def size(count: int, words: Words) -> str:
    """So many bytes as people say it: 1.5 MB, 12 kB, 300 bytes."""
    if count >= 1_000_000:
        return words.say("app.documents.fact.megabytes", size=f"{count / 1e6:.1f}")
    if count >= 10_000:
        return words.say("app.documents.fact.kilobytes", size=round(count / 1e3))
    return words.count("app.documents.fact.bytes", count)
