"""What was done about a finding and what can be: questions asked, acceptance, documents behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from components.found import Answers, Asked, Document, Found, found
from components.internal import asked_by
from components.visit import Visit
from timelines.docket import Row
from timelines.findings import Finding
from timelines.prose import may_link
from timelines.records import Question

ASK, ACCEPT, AGAIN = "ask", "accept", "again"
"""What the address says is to be done about its finding."""

SIGNING = frozenset({"signoff-missing", "signoff-stale", "self-approved"})
"""Findings that somebody settles who reads the event and signs it."""

_LIKE = 0.72
"""From here on a question is about a finding: an editor rewords what would settle it."""


class Subject(NamedTuple):
    """What a finding that is about no event is about: a source, or a person or organisation."""

    kind: str
    id: str
    title: str


def rows(visit: Visit, findings: Iterable[Finding]) -> list[Found]:
    """The findings as a page shows them, each with what was done and what can be."""
    return [
        replace(row, answers=answers(visit, row.finding))
        for row in found(findings, visit.headlines, visit.link, visit.words.language)
    ]


def answers(visit: Visit, one: Finding) -> Answers:
    """What was done about a finding, and the links to do something."""
    cannot = why_not(visit, one)
    own, beside = _questions(visit, one)
    return Answers(
        ask=_link(visit, one, ASK),
        accept=_link(visit, one, ACCEPT) if one.accepted is None else None,
        cannot=cannot,
        again=None if one.accepted is None else _link(visit, one, AGAIN),
        sign=visit.link(one.event, "review") if one.event and one.check in SIGNING else None,
        asked=own,
        beside=beside,
        documents=tuple(documents(visit, one)),
    )


def why_not(visit: Visit, one: Finding) -> str | None:
    """Why nobody can accept a finding by name; None if an editor can.

    One that blocks publication is accepted by nobody. Waivers stand in the files of events: what
    is about no event has no place where it could be kept.
    """
    if one.accepted is not None:
        return visit.words["answers.already"]
    if one.level == "block":
        return visit.words["answers.blocks"]
    if one.event is None:
        return visit.words["answers.eventless"]
    if one.event not in visit.headlines:
        return visit.words["answers.unread"]
    return None


def events_for(visit: Visit, one: Finding) -> tuple[str, ...]:
    """The events in whose file a question about a finding may stand, the likeliest first.

    That is its own; for one about a source those that cite it, for one about somebody those they
    have a part in. Nothing else in the format holds a question.
    """
    if one.event is not None:
        return (one.event,) if one.event in visit.headlines else ()
    about = subject(visit, one)
    docket = visit.docket
    related = (fact.event for fact in one.related)
    found = {event: None for event in related if event is not None and event in visit.headlines}
    if about is not None and about.kind == "person":
        found |= dict.fromkeys(docket.events_of.get(about.id, ()))
    elif about is not None:
        for citations in (docket.citations, docket.known_citations):
            for event, cited in citations.items():
                if any(row.source == about.id for row in cited):
                    found[event] = None
    return tuple(found)


def subject(visit: Visit, one: Finding) -> Subject | None:
    """The source or person in whose lines a finding stands; None for the heading and the rest."""
    last: tuple[int, Subject] | None = None
    for kind, records in (("source", visit.docket.sources), ("person", visit.docket.people)):
        for row in records.values():
            if row.file != one.file or row.line is None:
                continue
            if row.line <= (one.line or 0) and (last is None or row.line > last[0]):
                title = row.title if kind == "source" else row.name
                last = (row.line, Subject(kind, row.id, title))
    return None if last is None else last[1]


def documents(visit: Visit, one: Finding) -> Iterable[Document]:
    """The sources behind a finding: those of the citations it speaks of, else of its event."""
    cited = visit.docket.citations.get(one.event or "", ())
    lines = {(one.file, one.line), *((fact.file, fact.line) for fact in one.related)}
    meant = [row for row in cited if (row.file, row.line) in lines]
    if one.event is None:
        about = subject(visit, one)
        if about is not None and about.kind == "source":
            yield _document(visit, visit.docket.sources[about.id], None, None)
    for row in meant or cited:
        source = visit.docket.sources.get(row.source)
        if source is not None:
            yield _document(visit, source, row.at, row.quote)


def _document(visit: Visit, source: Row, at: str | None, quote: str | None) -> Document:
    return Document(
        title=source.title,
        url=source.url if source.url is not None and may_link(source.url) else None,
        at=at,
        link=None if source.document is None else visit.document(source.id, at, quote),
    )


def _questions(visit: Visit, one: Finding) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """The questions in its event's file that are about a finding, and the open ones about none.

    About it is what asks what would settle it, in these or like words: the format has no other
    tie between the two.
    """
    if one.event is None or one.event not in visit.headlines:
        return (), ()
    own, beside = [], []
    for question in visit.investigation.event(one.event).questions:
        if _is_about(question.ask, one):
            own.append(asked(visit, question))
        elif question.answer is None and not _is_about_any(visit, question.ask, one.event):
            beside.append(asked(visit, question))
    return tuple(own), tuple(beside)


def _is_about_any(visit: Visit, ask: str, event: str) -> bool:
    every = () if visit.pile is None else visit.pile.by_event.get(event, ())
    return any(other.event == event and _is_about(ask, other) for other in every)


def asked(visit: Visit, question: Question) -> Asked:
    """A question as it is shown."""
    return Asked(question.ask, asked_by(question, visit.words), question.answer)


def _is_about(ask: str, one: Finding) -> bool:
    texts = (text for text in (one.settles, one.message) if text is not None)
    return any(_alike(_plain(ask), _plain(text)) for text in texts)


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> bool:
    """Whether one is the other with some words changed."""
    like = SequenceMatcher(None, one, other, autojunk=False)
    return one == other or (like.quick_ratio() >= _LIKE and like.ratio() >= _LIKE)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _link(visit: Visit, one: Finding, do: str) -> str:
    return visit.address.carrying(finding=one.fingerprint, do=do, question=None).link()
