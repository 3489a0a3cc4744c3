"""In and out: bring events in from somebody else's file, hand them out in another format."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import address, exporting, writing
from components.importing import asked, chosen, losses, review
from components.progress import undisturbed, want, wanted
from components.template import render
from components.visit import Visit
from timelines import imports
from timelines.desk import Saved
from timelines.intake.corrections import corrected
from timelines.intake.landing import landed
from timelines.intake.merging import Plan, options_for, plan
from timelines.intake.proposals import Incoming, Options, Proposal, Unimportable
from timelines.intake.sheets import Preview

PLACE = 6


def show(visit: Visit) -> None:
    """Draw the page."""
    words = visit.words
    with st.container(key="exchange"):
        with st.container(key="import"):
            st.html(render("section.html", text=words["exchange.heading"], hidden=False))
            st.html(render("hint.html", text=words["exchange.lead"]))
            incoming = chosen.chosen()
            if incoming is None:
                chosen.draw(words)
            else:
                _import(visit, incoming)
        with st.container(key="export"):
            exporting.draw(visit)


def _import(visit: Visit, incoming: Incoming) -> None:
    """The file on its way in: asked about, reviewed, and landed once it is agreed."""
    words, turn = visit.words, st.session_state.get(chosen.TIMES, 0)
    name = words["exchange.pasted"] if incoming.name == chosen.PASTED else incoming.name
    with st.container(key="import_head"):
        st.html(render("subheading.html", text=name))
        st.button(words["exchange.another"], key="import_another", on_click=chosen.forget)
    try:
        usual = options_for(visit.investigation)
        with st.container(key="import_how"):
            form = asked.form(incoming, turn, words)
            if form is None:
                return
            options = asked.options(form, usual, turn, words)
        shown = imports.preview(incoming.data, incoming.name, options, form_name=form)
        if shown is not None:
            options = replace(options, mapping=asked.columns(shown, turn, words))
        if shown is not None:
            asked.first_rows(shown, words)
        proposal = _read(visit, incoming, form, options, shown)
    except Unimportable as fault:
        st.html(render("notice.html", text=str(fault)))
        return
    _review(visit, proposal, options, turn, name)


def _read(
    visit: Visit, incoming: Incoming, form: str, options: Options, shown: Preview | None
) -> Proposal:
    """Every row as a proposed event; read once, with progress where there are many."""
    key = (incoming.digest, incoming.name, form, repr(options))
    kept: dict[tuple[str, ...], Proposal] = st.session_state.setdefault("import_read", {})
    if key in kept:
        return kept[key]
    bar = st.empty()

    def tell(done: int, total: int) -> None:
        if total > review.PART:
            text = visit.words.say("exchange.reading", done=done, total=total)
            bar.progress(done / max(1, total), text=text)

    proposal = imports.read(incoming.data, incoming.name, options, form_name=form, progress=tell)
    bar.empty()
    kept.clear()
    kept[key] = proposal
    return proposal


def _review(visit: Visit, proposal: Proposal, options: Options, turn: int, name: str) -> None:
    words = visit.words
    answered = True
    if proposal.open_dates or asked.answered(turn) is not None:
        dates = proposal.open_dates or (words["exchange.column_date"],)
        _, answered = asked.order(dates, turn, words)
    wanted, troubles = corrected(proposal, review.corrections(turn), options)
    found = plan(wanted, visit.investigation)
    whole = plan(proposal, visit.investigation) if wanted is not proposal else found
    st.html(render("section.html", text=words["exchange.rows"], hidden=False))
    st.html(render("hint.html", text=words["exchange.rows_lead"]))
    if found.known:
        st.html(render("notice.html", text=words.count("exchange.known", len(found.known))))
    review.draw(proposal, whole.remarks, options, turn, words)
    for place, why in troubles:
        said = words.say("exchange.row_trouble", place=place, why=why)
        st.html(render("notice.html", text=said))
    losses.draw(found.remarks, words)
    _offer(visit, found, answered, name)


def _offer(visit: Visit, found: Plan, answered: bool, name: str) -> None:
    words, count = visit.words, len(found.new)
    if not count:
        st.html(render("notice.html", text=words["exchange.nothing_new"]))
        return
    brought = words.say(
        "exchange.brings",
        sources=words.count("exchange.sources", len(found.sources)),
        people=words.count("exchange.people", len(found.people)),
    )
    st.html(render("hint.html", text=brought))
    if not answered:
        st.html(render("notice.html", text=words["exchange.answer_first"]))
    begun = f"land_{visit.opened.slug}_{name}_{count}"
    st.button(
        words.count("exchange.land", count),
        key="import_land",
        type="primary",
        disabled=not answered,
        on_click=want,
        args=(begun,),
    )
    if wanted(begun) and answered:
        _land(visit, found, name)


def _land(visit: Visit, found: Plan, name: str) -> None:
    """Write it while the page shows how far it is, then begin anew."""
    words = visit.words
    tell = undisturbed(lambda done, total: words.say("exchange.writing", done=done, total=total))

    def write(author: str) -> tuple[Saved, ...]:
        return landed(found, visit.opened.path, tell, author)

    outcome = writing.attempt(write, words)
    if outcome.done:
        count = len(found.new)
        said = words.count("exchange.landed", count, name=name)
        writing.say_saved(said, visit.opened.path, outcome.saved, words)
        chosen.forget()
        address.move(replace(address.current()))
    st.rerun()
