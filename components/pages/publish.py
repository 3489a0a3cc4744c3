"""Publish: what readers would get, what blocks it, what changed, and the snippet to paste."""

from __future__ import annotations

import gzip
import re

import streamlit as st

from components import address, answers, investigations, previews, publishing
from components.progress import undisturbed, want, wanted
from components.template import render
from components.visit import Visit
from timelines.facts import capital
from timelines.harmless import harmless
from timelines.publish.explain import Explained, explained
from timelines.publish.news import News
from timelines.publish.page.snippets import folder_address, snippets
from timelines.publish.publication import PAGE, Prepared
from timelines.publish.targets.progress import in_bytes

PLACE = 10

MOST = 60
"""So many findings, and so many changes, are listed."""
_FETCHED = re.compile(r'(?:href|src)="(assets/[^"]+[.](?:css|js))"')
"""What the page itself fetches before it is read, as it stands in its markup."""


def show(visit: Visit) -> None:
    """Draw the page; the gate is worked out aside, so that the page is there at once."""
    words, now = visit.words, visit.now
    aside = visit.opened.gate(now)
    prepared = None if visit.findings is None else aside.by_now()
    if prepared is None:
        st.html(render("section.html", text=words["publishing.heading"], hidden=False))
        st.html(render("notice.html", text=words["publishing.running"]))
        investigations.watch(visit.opened.path, visit.opened.signature, [aside])
        return
    _verdict(visit, prepared)
    with st.container(key="publish"):
        with st.container(key="publish_preview"):
            _preview(visit, prepared)
        with st.container(key="publish_go"):
            _go(visit, prepared, now)
    _explain(visit, prepared)


def _verdict(visit: Visit, prepared: Prepared) -> None:
    missing = prepared.decision.missing
    st.html(
        render(
            "publish.html",
            words=visit.words,
            missing=answers.rows(visit, missing[:MOST]),
            count=len(missing),
            more=max(0, len(missing) - MOST),
            review=visit.address.on("review").link(),
            news=_news(visit, prepared.publication.news),
        )
    )


def _news(visit: Visit, news: News) -> list[tuple[str, list[str]]]:
    """What changed since the last publication: a sentence, and what it consists of."""
    words = visit.words
    if news.first:
        return [(words["publishing.first"], [])]
    if news.nothing:
        return [(words["publishing.nothing"], [])]
    said: list[tuple[str, list[str]]] = [
        (capital(f"{one.in_words()}."), []) for one in news.heading
    ]
    said += [(words.say("publishing.new", headline=one), []) for one in news.added]
    said += [(words.say("publishing.gone", headline=one), []) for one in news.removed]
    said += [
        (
            words.say("publishing.differs", headline=one.headline),
            [capital(f"{each.in_words()}.") for each in one.differences],
        )
        for one in news.changed
    ]
    return said[:MOST]


def _preview(visit: Visit, prepared: Prepared) -> None:
    """The page as it would be, on a phone and on a desktop, beside each other."""
    words, files = visit.words, prepared.publication.files
    at = previews.keep(files)
    fetched = dict.fromkeys(_FETCHED.findall(files[PAGE].decode("utf-8")))
    first = sum(len(gzip.compress(files[name])) for name in (PAGE, *fetched))
    count = len(prepared.publication.public.events)
    st.html(
        render(
            "preview_head.html",
            words=words,
            weight=words.count("publishing.weight", count, size=in_bytes(first)),
            link=f"{at}index.html",
        )
    )
    with st.container(key="preview_frames"):
        for name, width, height in (("phone", 375, 760), ("desktop", 1280, 1900)):
            with st.container(key=f"preview_{name}"):
                st.html(render("hint.html", text=words[f"publishing.{name}"]))
                st.iframe(
                    f"{at}index.html", width=width, height=height, alt=words[f"publishing.{name}"]
                )


def _go(visit: Visit, prepared: Prepared, now: int) -> None:
    words, slug = visit.words, visit.opened.slug
    place = _box(visit, "place")
    at = _at(visit)
    to_explore = st.checkbox(
        words["publishing.explore"],
        key=f"publish_explore_{slug}",
        help=words["publishing.explore_help"],
        on_change=address.acted,
    )
    ready = prepared.decision.open and bool(place.strip())
    begun = f"publish_{slug}"
    st.button(
        words["publishing.go"],
        key="publish_now",
        type="primary",
        disabled=not ready,
        on_click=want,
        args=(begun,),
    )
    if wanted(begun) and ready:
        told = undisturbed(
            lambda done, files: words.say("publishing.sending", done=done, files=files)
        )
        publishing.publish(visit, place.strip(), now, told, at=at, to_explore=to_explore)
        st.rerun()
    st.html(render("subheading.html", text=words["publishing.snippets"]))
    for name, text in snippets(prepared.publication.public, at).items():
        with st.expander(words[f"publishing.snippet.{name}"], expanded=name == "frame"):
            st.code(text, language="html", wrap_lines=True)


def _box(visit: Visit, name: str) -> str:
    """A line to write in, each investigation its own; what it is for stands in the words."""
    words, slug = visit.words, visit.opened.slug
    return st.text_input(
        words[f"publishing.{name}"],
        key=f"publish_{name}_{slug}",
        placeholder=words.say(f"publishing.{name}_placeholder", slug=slug),
        help=words[f"publishing.{name}_help"],
        on_change=address.acted,
    )


def _at(visit: Visit) -> str | None:
    """The address that readers have for the folder, if somebody said it and it is one."""
    written = _box(visit, "address")
    if not written.strip():
        return None
    try:
        return folder_address(written)
    except ValueError as fault:
        st.html(render("notice.html", text=str(fault)))
        return None


def _explain(visit: Visit, prepared: Prepared) -> None:
    """Every public text with its file and line, event by event; folded until it is asked for."""
    words, publication = visit.words, prepared.publication
    with st.expander(words["publishing.explain"], expanded=False, on_change=address.acted) as box:
        if not box.open:
            return
        st.html(render("hint.html", text=words["publishing.explain_lead"]))
        rows = explained(visit.investigation, publication.public, publication.origins)
        st.html(render("explained.html", groups=_grouped(rows), words=words))


def _grouped(rows: object) -> list[tuple[str, list[tuple[str, str, str]]]]:
    groups: list[tuple[str, list[tuple[str, str, str]]]] = []
    for one in rows:  # type: ignore[attr-defined]
        headline = harmless(one.headline or "")
        if not groups or groups[-1][0] != headline:
            groups.append((headline, []))
        groups[-1][1].append((one.part, harmless(one.text), _place(one)))
    return groups


def _place(one: Explained) -> str:
    place = one.file or "?"
    return place if one.line is None else f"{place}:{one.line}"
