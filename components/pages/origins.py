"""Origins: for each event the independent origins behind it, and who has it from whom."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.template import render
from components.visit import Visit
from timelines.lineage import Descent, descents
from timelines.prose import may_link
from timelines.sequence import chronological

PLACE = 3

SHOWN = 200
"""So many events on the page; the one chosen on the timeline is always among them."""


@dataclass(frozen=True, slots=True)
class Teller:
    """A source in the line of descent, in words."""

    title: str
    url: str | None
    detail: str
    cited: str
    warned: str | None
    below: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one event."""

    headline: str
    link: str
    count: int
    counted: str
    cited: str
    origins: tuple[Teller, ...]


def show(visit: Visit) -> None:
    """Draw the page, the event chosen on the timeline first, then those with fewest origins."""
    if visit.chronology is None:
        st.html(render("notice.html", text=visit.words["reasoning.running"]))
        return
    chosen = visit.address.selection.event
    rows = _rows(visit.opened.key, visit.address.at(None).link(), visit)
    first = _behind(visit, chosen) if chosen in visit.headlines and chosen is not None else None
    cited = sum(1 for event in visit.headlines if visit.docket.citations.get(event))
    st.html(
        render(
            "origins.html",
            words=visit.words,
            first=first,
            rows=rows,
            more=cited - len(rows),
        )
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _rows(key: tuple[str, ...], here: str, _visit: Visit) -> tuple[Behind, ...]:
    docket = _visit.docket
    steps = chronological(_visit.investigation, docket.chronology)
    events = [step.event for step in steps if docket.citations.get(step.event)]
    events.sort(key=lambda event: len(docket.origins.get(event, ())))
    return tuple(_behind(_visit, event) for event in events[:SHOWN])


def _behind(visit: Visit, event: str) -> Behind:
    words, docket = visit.words, visit.docket
    count = len(docket.origins.get(event, ()))
    sources = {row.source for row in docket.citations.get(event, ())}
    return Behind(
        headline=visit.headlines[event],
        link=visit.link(event, None),
        count=count,
        counted=words.count("lineage.count", count) if count else words["lineage.no_origin"],
        cited=words.count("lineage.cited", len(sources)),
        origins=tuple(_teller(visit, one) for one in descents(docket, event)),
    )


def _teller(visit: Visit, one: Descent) -> Teller:
    words, row = visit.words, visit.docket.sources.get(one.source)
    if row is None:
        return Teller(one.source, None, words["app.source.absent"], "", None, ())
    cited = {
        None: words["lineage.not_cited"],
        "supports": words["lineage.cites"],
        "disputes": words["lineage.disputes"],
        "mentions": words["lineage.mentions"],
    }[one.stance]
    parts = [row.publisher or row.author or "", words["lineage.elsewhere"] if one.elsewhere else ""]
    return Teller(
        title=row.title,
        url=row.url if row.url is not None and may_link(row.url) else None,
        detail=" · ".join(part for part in parts if part),
        cited=cited,
        warned=None if row.terms == "on-record" else words[f"app.terms.{row.terms}"],
        below=tuple(_teller(visit, child) for child in one.below),
    )
