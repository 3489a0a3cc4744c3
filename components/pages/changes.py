"""What changed in the whole investigation since a day: who changed what, in sentences."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from components import address
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.desk import Refused, Since

PLACE = 7
"""Behind the pages on which one writes."""

_MARK = "changes_since"
_DAYS = 7
"""So many days back, if nobody says since when."""
_MOST = 200


def show(visit: Visit) -> None:
    """Draw the sentences, each with the way to its event."""
    words = visit.words
    if _MARK not in st.session_state:
        st.session_state[_MARK] = (visit.opened.today - timedelta(days=_DAYS)).isoformat()
    st.html(render("changes_head.html", words=words))
    st.text_input(
        words["event.since.mark"],
        key=_MARK,
        placeholder=words["event.since.mark_hint"],
        on_change=address.acted,
        width=260,
    )
    mark = str(st.session_state[_MARK]).strip()
    if not mark:
        return
    try:
        since = _since(*visit.opened.key, mark, words.language)
    except Refused as refused:
        st.html(render("notice.html", text=str(refused)))
        return
    rows = [
        {
            "text": one.sentence,
            "link": visit.link(one.id)
            if one.kind == "event" and one.id in visit.headlines
            else None,
            "name": visit.headlines.get(one.id, one.id) if one.kind == "event" else one.id,
        }
        for one in since.differences[:_MOST]
    ]
    count = words.count("event.since.count", len(since.differences))
    st.html(render("changes.html", words=words, rows=rows, note=since.note, count=count))


@st.cache_data(max_entries=32, show_spinner=False)
def _since(path: str, signature: str, today: str, mark: str, language: str) -> Since:
    return desk.changed_since(path, mark, language=language)
