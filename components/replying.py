"""The window over the page in which a question of an event's file is answered and closed."""

from __future__ import annotations

import streamlit as st

from components import answering, writing
from components.address import acted
from components.answers import asked
from components.template import render
from components.visit import Visit
from timelines.desk import DELETED, Changes, Version


def show(visit: Visit) -> None:
    """Open the window on the question that the address names, if it names one."""
    event, _, place = visit.address.extra.get("question", "").rpartition("/")
    if not event or "finding" in visit.address.extra:  # there is one window at a time
        return
    position = int(place) if place.isdecimal() and len(place) < 6 else -1
    every = () if event not in visit.headlines else visit.investigation.event(event).questions
    if not 0 <= position < len(every):
        answering.leave()
        st.html(render("notice.html", text=visit.words["review.question_gone"]))
        return
    title = visit.words["review.answer_title"]
    st.dialog(title, width="medium", on_dismiss=answering.close)(_window)(visit, event, position)


def _window(visit: Visit, event: str, position: int) -> None:
    if answering.left():
        st.rerun()
    writing.messages()
    words = visit.words
    question = visit.investigation.event(event).questions[position]
    st.html(
        render(
            "replying.html",
            asked=asked(visit, question),
            headline=visit.headlines[event],
            link=visit.link(event),
            words=words,
        )
    )
    own = f"{event}/{position}"
    with st.form(f"reply_{own}", border=False):
        st.text_area(
            words["review.answer"], question.answer or "", key=f"answer_{own}", max_chars=4_000
        )
        st.text_input(
            words["answers.owner"], question.owner or "", key=f"owner_{own}", max_chars=120
        )
        answering.name_box(visit)
        st.form_submit_button(
            words["review.answer_save"],
            type="primary",
            on_click=_reply,
            args=(visit, event, position, answering.seen(visit, event)),
        )


def _reply(visit: Visit, event: str, position: int, base: Version | None) -> None:
    """Write the answer, and who is to find out if that is somebody else now."""
    acted()
    words, own = visit.words, f"{event}/{position}"
    was = visit.investigation.event(event).questions[position]
    answer, owner = answering.typed(f"answer_{own}"), answering.typed(f"owner_{own}")
    changes: Changes = {
        ("questions", position, key): text or DELETED
        for key, text, before in (("answer", answer, was.answer), ("owner", owner, was.owner))
        if text != (before or "")
    }
    if not changes:
        writing.say(words["review.needs_answer"], "trouble")
        return
    said = words["review.answered" if answer else "review.reassigned"]
    answering.save(visit, event, lambda _: changes, base, said)
