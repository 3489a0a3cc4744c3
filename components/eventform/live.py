"""What the checks would say of the event if it were saved as it stands in the form."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from contextlib import suppress
from dataclasses import dataclass, field

import streamlit as st

from components.eventform.draft import Draft
from components.found import found
from components.template import render
from components.visit import Visit
from timelines.checks import check
from timelines.desk.compose import event_file, event_id
from timelines.findings import Finding
from timelines.investigation import suppose
from timelines.yamlfile import Value

PATIENCE = 0.3
"""Seconds the page waits for the checks; after that it appears, and they follow."""
LOOKS_EVERY = 0.4
_NOW = "event_live"
_UNDATED = "unknown"
"""The date that an event without one is checked with, so that all else can be said already."""


@dataclass
class Live:
    """The checks as they run for one state of a form, and what they last said of it."""

    form: int = 0
    key: str = ""
    future: Future[list[Finding]] | None = None
    found: list[Finding] = field(default_factory=list)


def part(visit: Visit, draft: Draft) -> None:
    """Draw what the checks would say; what is missing at all is said by the page itself."""
    live: Live = st.session_state.setdefault(_NOW, Live())
    if live.form != draft.number:
        live = st.session_state[_NOW] = Live(draft.number)
    data: dict[str, Value] = draft.said()
    if not data.get("headline"):
        st.html(render("event_findings.html", words=visit.words, rows=[], state="blank"))
        return
    identity = draft.identity or new_id(visit, str(data["headline"]))
    data.setdefault("date", _UNDATED)
    # A citation is filled in from left to right: without its source yet, it is none yet.
    cited: list[Value] = [
        one for one in data.get("sources", ()) if isinstance(one, dict) and "source" in one
    ]
    data["sources"] = cited
    _begin(live, visit, identity, event_file({"id": identity, **data}).encode("utf-8", "replace"))
    state = "known" if _by_now(live) else "running"
    rows = found(live.found, visit.headlines, visit.link)
    st.html(render("event_findings.html", words=visit.words, rows=rows, state=state))
    if state == "running":
        _look(live)


def new_id(visit: Visit, headline: str) -> str:
    """The id that an event of this headline would get."""
    return event_id(headline, set(visit.headlines))


def _begin(live: Live, visit: Visit, identity: str, data: bytes) -> None:
    """Run the checks for this state, unless it is the one they run for already."""
    digest = hashlib.sha256(data).hexdigest()
    key = "\0".join((*visit.opened.key, identity, digest))
    if key == live.key:
        return
    if live.future is not None:
        live.future.cancel()
    path, today, stored = visit.opened.path, visit.opened.today, visit.docket.stored

    def work() -> list[Finding]:
        if live.key != key:  # Somebody typed on meanwhile.
            return []
        every = check(suppose(path, identity, data), today, stored=stored)
        return [one for one in every if _about(one, identity)]

    live.key = key
    live.future = _worker().submit(work)


def _about(finding: Finding, identity: str) -> bool:
    return finding.event == identity or any(one.event == identity for one in finding.related)


def _by_now(live: Live) -> bool:
    """Whether what was found is that of this state of the form."""
    if live.future is None:
        return True
    with suppress(StillRunning):
        live.found = live.future.result(timeout=PATIENCE)
        live.future = None
        return True
    return False


@st.fragment(run_every=LOOKS_EVERY)
def _look(live: Live) -> None:
    """Draw the page again once the checks have spoken."""
    if live.future is not None and live.future.done():
        st.rerun()


@st.cache_resource(show_spinner=False)
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")
