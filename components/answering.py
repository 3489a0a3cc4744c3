"""The window over the page in which a finding is asked about, or accepted by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

import streamlit as st

from components import answers, writing
from components.address import acted, current, move
from components.distinct import distinct
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.desk import DELETED, END, Changes, Saved, Version
from timelines.findings import Finding
from timelines.waivers import covers

_OWNER = "answering_owner"
"""The key under which a session remembers who was last asked to find something out."""


def show(visit: Visit, more: Iterable[Finding] = ()) -> None:
    """Open the window on the finding that the address names, if it names one.

    `more` are findings that only this page knows of, beside those of the checks.
    """
    wanted, do = visit.address.extra.get("finding"), visit.address.extra.get("do")
    if wanted is None or visit.findings is None:
        return
    every = (*visit.findings, *more)
    one = next((found for found in every if found.fingerprint == wanted), None)
    if one is None:
        leave()
        st.html(render("notice.html", text=visit.words["answers.gone"]))
        return
    form = {answers.ACCEPT: _accept_form, answers.AGAIN: _again_form}.get(do or "", _ask_form)
    title = visit.words[f"answers.title.{do if do in _TITLED else answers.ASK}"]
    # The window is drawn anew by itself while somebody writes in it.
    st.dialog(title, width="medium", on_dismiss=close)(_window)(visit, one, form)


_TITLED = (answers.ASK, answers.ACCEPT, answers.AGAIN)


def close() -> None:
    """Back to the page as it was."""
    acted()
    leave()


def leave() -> None:
    """Have the window closed when the page is next drawn."""
    move(current().carrying(finding=None, question=None, do=None))


def left() -> bool:
    """Whether what was to be done is done, so that the window closes."""
    return not {"finding", "question"} & current().extra.keys()


def _window(visit: Visit, one: Finding, form: Callable[[Visit, Finding], None]) -> None:
    if left():
        st.rerun()
    writing.messages()
    (row,) = answers.rows(visit, [one])
    st.html(render("answering.html", row=row, words=visit.words))
    form(visit, one)


def _ask_form(visit: Visit, one: Finding) -> None:
    words, events = visit.words, answers.events_for(visit, one)
    if not events:
        st.html(render("notice.html", text=words["answers.nowhere"]))
        return
    with st.form(f"ask_{one.fingerprint}", border=False):
        if one.event is None:
            called = distinct({event: visit.headlines.get(event, event) for event in events})
            st.selectbox(
                words["answers.where"],
                events,
                key=f"where_{one.fingerprint}",
                format_func=lambda event: called.get(event, event),
            )
        st.text_area(
            words["answers.question"],
            one.settles or one.message,
            key=f"question_{one.fingerprint}",
            max_chars=2_000,
            height=120,
        )
        st.text_input(
            words["answers.owner"],
            _usual_owner(visit),
            key=f"owner_{one.fingerprint}",
            max_chars=120,
        )
        name_box(visit)
        st.form_submit_button(
            words["answers.ask"],
            type="primary",
            on_click=_ask,
            args=(visit, one, events[0], seen(visit, one.event)),
        )


def _accept_form(visit: Visit, one: Finding) -> None:
    words, cannot = visit.words, answers.why_not(visit, one)
    if cannot is not None:
        st.html(render("notice.html", text=cannot))
        return
    with st.form(f"accept_{one.fingerprint}", border=False):
        st.text_area(
            words["answers.because"],
            key=f"because_{one.fingerprint}",
            max_chars=2_000,
            height=120,
            placeholder=words["answers.because_hint"],
        )
        st.text_input(
            words["answers.until"],
            key=f"until_{one.fingerprint}",
            placeholder="2022-01-31",
            max_chars=40,
        )
        name_box(visit)
        st.form_submit_button(
            words["answers.accept"],
            type="primary",
            on_click=_accept,
            args=(visit, one, str(one.event), seen(visit, one.event)),
        )


def _again_form(visit: Visit, one: Finding) -> None:
    words = visit.words
    with st.form(f"again_{one.fingerprint}", border=False):
        name_box(visit)
        st.form_submit_button(
            words["answers.again"],
            type="primary",
            on_click=_again,
            args=(visit, one, str(one.event), seen(visit, one.event)),
        )


def name_box(visit: Visit) -> None:
    """Who is at the desk, asked in the window only of somebody who has not said it yet."""
    if writing.who() is None:
        st.text_input(visit.words["app.writing.name"], key=_NAME_HERE, max_chars=120)


_NAME_HERE = "answering_name"


def named() -> None:
    """Take over the name that was given in the window."""
    given = " ".join(str(st.session_state.get(_NAME_HERE) or "").split())
    if given:
        writing.introduce(given)


def seen(visit: Visit, event: str | None) -> Version | None:
    """The version on the screen: what others write meanwhile is merged, or told as a conflict."""
    with suppress(desk.Refused):  # the save says it again
        return None if event is None else desk.opened(visit.opened.path, "event", event)
    return None


def _ask(visit: Visit, one: Finding, event: str, seen: Version | None) -> None:
    acted()
    words, own = visit.words, one.fingerprint
    ask, owner = typed(f"question_{own}"), typed(f"owner_{own}")
    if not ask:
        writing.say(words["answers.needs_question"], "trouble")
        return
    st.session_state[_OWNER] = owner
    event = st.session_state.get(f"where_{own}") or event

    def written(author: str) -> Changes:
        question = {"ask": ask, "by": author, "on": today(visit), "owner": owner}
        return {("questions", END): {key: text for key, text in question.items() if text}}

    saved = words.say("answers.asked", owner=owner) if owner else words["answers.asked_all"]
    save(visit, event, written, seen, saved)


def _accept(visit: Visit, one: Finding, event: str, seen: Version | None) -> None:
    acted()
    words = visit.words
    because, until = typed(f"because_{one.fingerprint}"), typed(f"until_{one.fingerprint}")
    trouble = words["answers.needs_reason"] if not because else _unfit(visit, until)
    if trouble is not None:
        writing.say(trouble, "trouble")
        return

    def written(author: str) -> Changes:
        waiver = {"check": one.check, "because": because, "by": author, "on": today(visit)}
        waiver |= {"until": until, "fingerprint": one.fingerprint}
        return {("waivers", END): {key: text for key, text in waiver.items() if text}}

    save(visit, event, written, seen, words["answers.accepted"])


def _again(visit: Visit, one: Finding, event: str, seen: Version | None) -> None:
    """Take out every waiver that covers the finding."""
    acted()
    covering = [row for row in visit.docket.waivers.get(event, ()) if covers(row, one)]
    gone: Changes = {("waivers", row.position): DELETED for row in covering}
    save(visit, event, lambda _: gone, seen, visit.words["answers.stands"])


def save(
    visit: Visit,
    event: str,
    changes: Callable[[str], Changes],
    base: Version | None,
    sentence: str,
) -> None:
    """Write into an event's file in the name of who is at the desk, which `changes` are given.

    Done, the window closes and the page says so; a conflict or refusal is told in the window.
    """
    named()

    def write(author: str) -> Saved:
        path = visit.opened.path
        return desk.save(path, "event", event, changes(author), base=base, author=author)

    outcome = writing.attempt(write, visit.words)
    if outcome.conflict is not None:
        writing.say(str(outcome.conflict), "trouble")
    if outcome.done:
        writing.say_saved(sentence, visit.opened.path, outcome.saved, visit.words)
        leave()


def today(visit: Visit) -> str:
    """The day as it is written into a file."""
    return visit.opened.today.isoformat()


def typed(key: str) -> str:
    """What was written in a box, on one line."""
    return " ".join(str(st.session_state.get(key) or "").split())


def _unfit(visit: Visit, until: str) -> str | None:
    """Why a last day cannot be taken; None for one that can, and for none."""
    if not until:
        return None
    try:
        last = edtf(until, visit.docket.zone).end.latest
    except DateError:
        last = None
    today = visit.docket.day.earliest
    if last is None:
        return visit.words.say("answers.unread_day", written=until)
    if today is not None and last <= today:
        return visit.words.say("answers.past_day", written=until)
    return None


def _usual_owner(visit: Visit) -> str:
    """Who was last asked in this session, else in the files, else who reports the investigation."""
    last = st.session_state.get(_OWNER)
    if last is not None:
        return str(last)
    owners = visit.investigation.questions["owner"].dropna().tolist()
    return str(owners[-1]) if owners else visit.investigation.heading.byline or ""
