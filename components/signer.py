"""Signing one event: what readers get of it, what changed since it was signed, and the buttons."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from components import answering, writing
from components.address import choose
from components.contrast import Part, contrast
from components.meaning import day_in_words
from components.template import render
from components.visit import Visit
from timelines import desk
from timelines.desk import DELETED, Changes, Saved, Version
from timelines.desk.repository import NoHistory, owner, person, repository
from timelines.prose import prose
from timelines.publish import approval, authorship, signing
from timelines.publish.differences import Difference
from timelines.publish.pictures import Gallery, Refused, sums
from timelines.publish.signing import Signature, same_role
from timelines.publish.telling import Teller

READERS = ("editor", "lawyer")
"""Roles of those who read what others wrote."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One part that is told otherwise, new or gone, with the words that differ marked."""

    part: str
    item: str | None
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A sign-off in words; `changed` is what differs since, None where nobody kept what it was."""

    signature: Signature
    on: str
    changed: tuple[Changed, ...] | None
    own: bool


def show(visit: Visit, event: str) -> None:
    """Draw what is to be signed, and the buttons that sign exactly that."""
    investigation, words = visit.investigation, visit.words
    told = Teller(investigation, sums(investigation)).event(event)
    shown = signing.fingerprint(signing.content(investigation, event))
    rows = [_signed(visit, event, one) for one in signing.signatures(investigation, event)]
    st.html(
        render(
            "signed.html",
            words=words,
            headline=visit.headlines[event],
            link=visit.link(event),
            rows=rows,
            internal=investigation.event(event).visibility != "public",
        )
    )
    st.html(render("readers.html", words=words, event=told, prose=prose))
    _pictures(visit, event)
    _buttons(visit, event, shown, rows)


def _pictures(visit: Visit, event: str) -> None:
    """The pictures as they are made anew for readers; why they do not get one."""
    gallery = Gallery(visit.investigation)
    for one in visit.investigation.event(event).media:
        try:
            made = gallery.made(one.file)
        except Refused as refused:
            st.html(render("notice.html", text=str(refused)))
        else:
            st.image(made.data, caption=one.caption, width=min(made.width, 480))


def _signed(visit: Visit, event: str, one: Signature) -> Signed:
    changed: tuple[Changed, ...] | None = ()
    if not one.valid:
        found = signing.since(visit.investigation, event, one)
        changed = None if found is None else tuple(_changed(visit, each) for each in found)
    name = writing.who()
    own = name is not None and _same(name, one.by)
    return Signed(one, day_in_words(one.on, visit.words.language), changed, own)


def _changed(visit: Visit, one: Difference) -> Changed:
    before, after = contrast(one.before or "", one.after or "")
    part = visit.words[f"publish.part.{one.part}"]
    return Changed(part, one.item, before, after, one.moved)


def _same(one: str, other: str) -> bool:
    """Whether two names are the same; capitals and blanks do not matter."""
    return one.casefold().split() == other.casefold().split()


def _buttons(visit: Visit, event: str, shown: str, rows: list[Signed]) -> None:
    words, name = visit.words, writing.who()
    answering.name_box(visit)
    roles = visit.investigation.heading.signoffs
    if not roles:
        st.html(render("notice.html", text=words["review.nobody_signs"]))
    mine = {row.signature.role.casefold() for row in rows if row.own and row.signature.valid}
    to_sign = [role for role in roles if role.casefold() not in mine]
    for role in to_sign:
        if name is not None and own_work(visit, event, name, role):
            st.html(render("notice.html", text=words.say("review.own_work", role=role)))
    with st.container(key="sign"):
        for role in to_sign:
            done = any(same_role(row.signature.role, role) and row.signature.valid for row in rows)
            st.button(
                words.say("review.sign_too" if done else "review.sign", role=role),
                key=f"sign_{role}",
                type="secondary" if done else "primary",
                on_click=_sign,
                args=(visit, event, role, shown),
            )
        for row in rows:
            if row.own:
                st.button(
                    words.say("review.withdraw", role=row.signature.role),
                    key=f"withdraw_{row.signature.position}",
                    on_click=_withdraw,
                    args=(visit, event, row.signature, answering.seen(visit, event)),
                )


def own_work(visit: Visit, event: str, name: str, role: str) -> bool:
    """Whether somebody who signs as editor would be the only one to have read what they wrote.

    As the check `self-approved` has it: git knows who wrote it. What nobody committed yet is told
    as work of whom git is set up for. Without git it is who signed in a role that only writes.
    """
    if not same_role(role, "editor"):
        return False
    every = signing.signatures(visit.investigation, event)
    others = (one for one in every if same_role(one.role, "editor") and not _same(one.by, name))
    if any(one.valid for one in others):
        return False
    writer = _writer(visit, event)
    if writer is not None:
        return writer.is_called(name)
    return any(
        _same(one.by, name) and not any(same_role(one.role, reads) for reads in READERS)
        for one in every
    )


def _writer(visit: Visit, event: str) -> authorship.Author | None:
    path = visit.opened.path
    history = authorship.history(path)
    if history is None or visit.investigation.file("event", event) not in history.versions:
        return None
    found = history.writer(visit.investigation, event)
    if found is None and not history.cut:
        with suppress(NoHistory):
            here = owner(repository(path))
            return None if here is None else authorship.Author(here.name, here.email or "")
    return found


def _sign(visit: Visit, event: str, role: str, shown: str) -> None:
    """Sign what was on the screen; if it changed meanwhile nothing is signed, and that is said."""
    choose(event)  # the page stays where it is: nobody signs the next one with a second click
    answering.named()
    words, path = visit.words, visit.opened.path

    def write(author: str) -> Saved:
        try:
            return approval.sign(
                path,
                event,
                role=role,
                by=author,
                on=answering.today(visit),
                seen=shown,
                author=person(author),
            ).saved
        except (approval.Moved, KeyError):
            raise desk.Refused(words["review.moved"]) from None

    outcome = writing.attempt(write, words)
    if outcome.conflict is not None:
        writing.say(str(outcome.conflict), "trouble")
    elif outcome.done:
        said = words.say("review.signed_now", role=role, headline=visit.headlines[event])
        writing.say_saved(said, path, outcome.saved, words)


def _withdraw(visit: Visit, event: str, one: Signature, seen: Version | None) -> None:
    choose(event)
    gone: Changes = {("signoffs", one.position): DELETED}
    said = visit.words.say("review.withdrawn", role=one.role)
    answering.save(visit, event, lambda _: gone, seen, said)
