"""Says so when the event that is typed looks like one that is there already."""

from __future__ import annotations

import streamlit as st

from components.eventform.draft import Draft
from components.eventform.saving import PAGE
from components.template import render
from components.visit import Visit
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.desk.meant import usable_zone
from timelines.desk.twins import twins


def part(visit: Visit, draft: Draft) -> None:
    """The events most like it, with the way to each."""
    headline = str(draft.get("headline") or "")
    if draft.identity is not None or not headline.strip():
        return
    heading = visit.investigation.heading
    zone = usable_zone(str(draft.get("zone") or ""), heading.zone)
    try:
        when = edtf(str(draft.get("date") or "").strip(), zone, hemisphere=heading.hemisphere)
    except DateError:
        when = None
    citations = [dict(one) for one in draft.get("sources") or ()]
    rows = [
        {
            "id": one.event,
            "headline": visit.headlines[one.event],
            "why": visit.words[f"event.twin.{one.why}"],
            "seen": visit.link(one.event),
            "edit": visit.address.on(PAGE, edit=one.event).link(),
        }
        for one in twins(visit.investigation, None, headline, when, citations)
    ]
    if rows:
        st.html(render("event_twins.html", words=visit.words, rows=rows))
