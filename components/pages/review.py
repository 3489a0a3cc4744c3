"""Review: what is signed, changed, asked, owed and in the way, and the desk where one signs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import address, answering, answers, board, investigations, replying, signer
from components.board import Standing
from components.found import Found
from components.template import render
from components.visit import Visit
from timelines.findings import Finding
from timelines.publish.gate import audience
from timelines.publish.publication import Prepared

PLACE = 8

_DRAWN = "review_drawn"
"""What was left to do when it was last worked out: it stays until it is worked out anew."""
MOST = 150
"""So many findings, and so many signed events, are listed; events to sign are all listed."""


def show(visit: Visit) -> None:
    """Draw the page: how far it is, one event to sign, then all that an editor has to see to.

    One can sign at once; what keeps the whole from readers follows when it is worked out.
    """
    now = visit.now
    aside = visit.opened.gate(now)
    prepared = None if visit.findings is None else aside.by_now()
    shown, held = audience(visit.investigation, now)
    rows = board.standings(visit, shown, held)
    chosen = _chosen(visit, rows)
    _head(visit, prepared, rows)
    with st.container(key="review"):
        with st.container(key="review_list"):
            _list(visit, rows, chosen)
        if chosen is not None:
            with st.container(key="review_event"):
                signer.show(visit, chosen)
    if prepared is None:
        investigations.watch(visit.opened.path, visit.opened.signature, [aside])
    else:
        st.session_state[_DRAWN] = {visit.opened.slug: _rest(visit, prepared, rows)}
    running = render("notice.html", text=visit.words["reasoning.running"])
    st.html(st.session_state.get(_DRAWN, {}).get(visit.opened.slug, running))
    answering.show(visit, () if prepared is None else prepared.decision.missing)
    replying.show(visit)


def _chosen(visit: Visit, rows: Sequence[Standing]) -> str | None:
    """The event of the address, else the first that somebody has to sign, else the first."""
    asked = visit.address.selection.event
    if asked in visit.headlines:
        return asked
    return board.next_to_sign(rows, None) or (rows[0].event if rows else None)


def _head(visit: Visit, prepared: Prepared | None, rows: Sequence[Standing]) -> None:
    done = sum(row.state == "signed" for row in rows)
    st.html(
        render(
            "review.html",
            words=visit.words,
            missing=None if prepared is None else len(prepared.decision.missing),
            done=done,
            every=len(rows),
            changed=sum(row.state == "changed" for row in rows),
            held=sum(row.held for row in rows),
            roles=", ".join(visit.investigation.heading.signoffs),
        )
    )


def _list(visit: Visit, rows: Sequence[Standing], chosen: str | None) -> None:
    following = board.next_to_sign(rows, chosen)
    st.button(
        visit.words["review.next"],
        key="next_to_sign",
        shortcut="Alt+N",
        disabled=following is None,
        on_click=address.choose,
        args=(following,),
    )
    listed = _listed(rows, chosen)
    more = len(rows) - len(listed)
    st.html(render("standings.html", words=visit.words, rows=listed, chosen=chosen, more=more))


def _listed(rows: Sequence[Standing], chosen: str | None) -> list[Standing]:
    """Those to sign, the chosen one, and the first of those that are signed."""
    signed = [row.event for row in rows if row.state == "signed"][:MOST]
    kept = {*signed, chosen}
    return [row for row in rows if row.state != "signed" or row.event in kept]


def _rest(visit: Visit, prepared: Prepared, rows: Sequence[Standing]) -> str:
    """All that is left to do, as HTML."""
    missing = prepared.decision.missing
    blocking = [one for one in missing if one.check not in board.SIGNING]
    return render(
        "todo.html",
        words=visit.words,
        blocking=_found(visit, blocking),
        more=max(0, len(blocking) - MOST),
        unsigned=len(missing) - len(blocking),
        news=prepared.publication.news,
        questions=board.questions(visit)[:MOST],
        held=[row for row in rows if row.held],
        embargoes=_embargoes(visit, prepared.decision.held),
        owed=board.owed(visit),
    )


def _found(visit: Visit, findings: Sequence[Finding]) -> list[Found]:
    return answers.rows(visit, findings[:MOST])


def _embargoes(visit: Visit, held: Sequence[str]) -> dict[str, str]:
    """Until when each event under embargo is kept back, in words."""
    return {
        event: board.day(visit, visit.investigation.event(event).embargo or "") for event in held
    }
