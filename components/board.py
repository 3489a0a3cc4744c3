"""How far an investigation is on its way to readers: what is signed, asked, owed and in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from components.found import Asked
from components.internal import asked_by
from components.visit import Visit
from timelines import tables
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.publish import signing

State = Literal["unsigned", "changed", "signed"]

SIGNING = frozenset({"signoff-missing", "signoff-stale"})
"""Findings that say no more than that an event is not signed; the list of events says it too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One event that is meant for readers, and how far the signatures on it are."""

    event: str
    headline: str
    when: str
    state: State
    held: bool
    missing: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Open:
    """A question without an answer, its event, how many days it is old, and the link to answer."""

    asked: Asked
    headline: str
    event_link: str
    age: str
    answer_link: str


@dataclass(frozen=True, slots=True)
class Owed:
    """Somebody who was asked to respond and has not; `late` once the deadline is over."""

    who: str
    headline: str
    link: str
    said: str
    late: bool


def standings(visit: Visit, shown: Sequence[str], held: Sequence[str]) -> tuple[Standing, ...]:
    """Every event for readers in the order of the chronology, those under embargo too."""
    places = {step.event: place for place, step in enumerate(visit.steps)}
    later = frozenset(held)
    events = sorted((*shown, *held), key=lambda event: places.get(event, 0))
    return tuple(_standing(visit, event, event in later) for event in events)


def _standing(visit: Visit, event: str, held: bool) -> Standing:
    investigation = visit.investigation
    unsigned = signing.unsigned(investigation, event)
    outdated = signing.outdated(investigation, event)
    state: State = "changed" if outdated else "unsigned" if unsigned else "signed"
    return Standing(
        event=event,
        headline=visit.headlines[event],
        when=visit.said(investigation.dates.get(event)),
        state=state,
        held=held,
        missing=tuple(dict.fromkeys((*unsigned, *(one.role for one in outdated)))),
        link=visit.address.at(event).carrying(finding=None, question=None, do=None).link(),
    )


def next_to_sign(rows: Iterable[Standing], after: str | None) -> str | None:
    """The next event that still needs a signature, from the one on the page on, and round again."""
    every = list(rows)
    start = next((place for place, row in enumerate(every) if row.event == after), -1)
    turned = [*every[start + 1 :], *every[: start + 1]]
    return next((row.event for row in turned if row.state != "signed" and row.event != after), None)


def questions(visit: Visit) -> list[Open]:
    """Every question without an answer, the oldest first."""
    found = []
    for row in tables.facts(visit.investigation.questions):
        if row.answer is not None or row.event not in visit.headlines:
            continue
        question = visit.investigation.event(row.event).questions[row.position]
        link = visit.address.carrying(
            question=f"{row.event}/{row.position}", do="answer", finding=None
        )
        asked = Asked(question.ask, asked_by(question, visit.words), None)
        days = _days_since(visit, question.on)
        row_link, headline = visit.link(row.event), visit.headlines[row.event]
        one = Open(asked, headline, row_link, _age(visit, days), link.link())
        found.append((-1 if days is None else days, one))
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]


def _age(visit: Visit, days: int | None) -> str:
    if days is None:
        return visit.words["review.undated"]
    return visit.words["review.today"] if days <= 0 else visit.words.count("review.age", days)


def _days_since(visit: Visit, written: str | None) -> int | None:
    """Days from a day, else from the first of what is written, until today."""
    try:
        start = None if written is None else edtf(written, visit.docket.zone).start.earliest
    except DateError:
        return None
    today = visit.docket.day.earliest
    return None if start is None or today is None else (today - start) // 86_400_000_000


def owed(visit: Visit) -> list[Owed]:
    """Everybody who was asked about an event and has not answered, those out of time first."""
    words, found = visit.words, []
    for event, rows in visit.docket.responses.items():
        for row in rows:
            if row.answer is not None or row.answered is not None or event not in visit.headlines:
                continue
            late = _is_over(visit, row.deadline)
            said = [words.say("app.card.asked", asked=day(visit, row.asked))]
            if row.deadline is not None:
                said.append(words.say("app.card.deadline", deadline=day(visit, row.deadline)))
            who, headline = visit.name(row.who), visit.headlines[event]
            found.append(Owed(who, headline, visit.link(event), ", ".join(said), late))
    return sorted(found, key=lambda one: not one.late)


def _is_over(visit: Visit, deadline: str | None) -> bool:
    try:
        last = None if deadline is None else edtf(deadline, visit.docket.zone).end.latest
    except DateError:
        return False
    today = visit.docket.day.earliest
    return last is not None and today is not None and last <= today


def day(visit: Visit, written: str) -> str:
    """A date of the desk's own in words; as it is written where it cannot be read."""
    try:
        return visit.said(edtf(written, visit.docket.zone))
    except DateError:
        return written
