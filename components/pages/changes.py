"""What changed in the whole investigation since a day: who changed what, in sentences."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from components import address
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.desk import Difference, Refused, Since
from timelines.facts import capital

PLACE = 7
"""Behind the pages on which one writes."""

_MARK = "changes_since"
_DAYS = 7
"""So many days back, if nobody says since when."""
_MOST = 200
_NAMED_BY = {"event": "headline", "source": "title", "person": "name", "heading": "title"}


def show(visit: Visit) -> None:
    """Draw the sentences, each with the way to its event."""
    words = visit.words
    st.html(render("changes_head.html", words=words))
    mark = _mark(visit)
    if not mark:
        return
    try:
        since = _since(*visit.opened.key, mark, words.language)
    except Refused as refused:
        st.html(render("notice.html", text=str(refused)))
        return
    rows = [_row(visit, one) for one in since.differences[:_MOST]]
    count = words.count("event.since.count", len(since.differences))
    st.html(render("changes.html", words=words, rows=rows, note=since.note, count=count))


def _mark(visit: Visit) -> str:
    """Since when: as the address says, else a week back; what is typed goes into the address."""
    words = visit.words
    usual = (visit.opened.today - timedelta(days=_DAYS)).isoformat()
    here = visit.address.extra.get("mark", usual)
    if st.session_state.get(_MARK) != here:
        st.session_state[_MARK] = here
    st.text_input(
        words["event.since.mark"],
        key=_MARK,
        placeholder=words["event.since.mark_hint"],
        on_change=_marked,
        width=260,
    )
    return str(here).strip()


def _marked() -> None:
    address.acted()
    address.move(address.current().carrying(mark=str(st.session_state[_MARK] or "")))


def _row(visit: Visit, one: Difference) -> dict[str, str | None]:
    """What the record is called, the way to it, and what was done to it by whom."""
    words, link = visit.words, None
    if one.kind == "event" and one.id in visit.headlines:
        link = visit.link(one.id)
    elif one.kind == "source" and one.id in visit.docket.sources:
        link = visit.address.on("documents", source=one.id).link()
    said = one.after or one.before or {}
    name = str(said.get(_NAMED_BY[one.kind]) or one.id)
    what = words["desk.and"].join(one.phrases)
    if one.authors:
        who = words["desk.inner_and"].join(one.authors)
        what = words.say("desk.by", what=what, who=who)
    else:
        what = f"{what}."
    return {"name": name, "link": link, "kind": words[f"event.since.{one.kind}"],
            "text": capital(what)}  # fmt: skip


@st.cache_data(max_entries=32, show_spinner=False)
def _since(path: str, signature: str, today: str, mark: str, language: str) -> Since:
    return desk.changed_since(path, mark, language=language)
