"""Who knew what when: people and organisations crossed with events, by event and by person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.citing import Cited, cited, readings
from components.strip import Bar, bar, scale
from components.template import render
from components.visit import Visit
from timelines.dates.when import Bounds
from timelines.knowledge import Knowing, knowings
from timelines.network.spans import between_words

PLACE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as the page shows it."""

    stance: str
    who: str
    says: str
    when: str
    how: str | None
    lags: tuple[str, ...]
    bar: Bar | None
    citations: tuple[Cited, ...]
    headline: str
    happened: str
    link: str


@dataclass(frozen=True, slots=True)
class Block:
    """One event or one person, with the lines under it."""

    heading: str
    link: str | None
    happened: str | None
    bar: Bar | None
    lines: tuple[Line, ...]


def show(visit: Visit) -> None:
    """Draw the page: first by event, then by person."""
    if visit.chronology is None:
        st.html(render("notice.html", text=visit.words["reasoning.running"]))
        return
    by_event, by_person = _blocks(visit.opened.key, visit.address.link(), visit)
    st.html(render("knowledge.html", words=visit.words, by_event=by_event, by_person=by_person))


@st.cache_resource(max_entries=16, show_spinner=False)
def _blocks(
    key: tuple[str, ...], here: str, _visit: Visit
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    rows = knowings(_visit.investigation, _visit.docket.chronology)
    events = tuple(_event(_visit, event, own) for event, own in _grouped(rows, "event"))
    lines = {(line.link, line.says, line.when): line for block in events for line in block.lines}
    people = tuple(
        Block(
            heading=_visit.name(who),
            link=None,
            happened=None,
            bar=None,
            lines=tuple(lines[_key(_visit, one)] for one in own),
        )
        for who, own in sorted(
            _grouped(rows, "who"), key=lambda group: _visit.name(group[0]).casefold()
        )
    )
    return events, people


def _grouped(rows: Iterable[Knowing], by: str) -> list[tuple[str, list[Knowing]]]:
    groups: dict[str, list[Knowing]] = {}
    for row in rows:
        groups.setdefault(getattr(row, by), []).append(row)
    return list(groups.items())


def _event(visit: Visit, event: str, rows: Sequence[Knowing]) -> Block:
    when = visit.investigation.dates.get(event)
    on = scale([*(one.when for one in rows), *([when] if when is not None else [])])
    return Block(
        heading=visit.headlines[event],
        link=visit.link(event),
        happened=visit.said(when),
        bar=None if when is None else bar(when, on),
        lines=tuple(_line(visit, one, on, rows) for one in rows),
    )


def _line(visit: Visit, one: Knowing, on: Bounds, rows: Sequence[Knowing]) -> Line:
    investigation, words = visit.investigation, visit.words
    item = investigation.event(one.event).known_to[one.position]
    read = readings(investigation, one.event)
    return Line(
        stance=one.stance,
        who=visit.name(one.who),
        says=words.say(f"knowledge.{one.stance}", who=visit.name(one.who)),
        when=visit.said(one.when),
        how=one.how,
        lags=tuple(_lags(visit, one, rows)),
        bar=bar(one.when, on),
        citations=cited(investigation, item.sources, read, words, known=one.position),
        headline=visit.headlines[one.event],
        happened=visit.said(investigation.dates.get(one.event)),
        link=visit.link(one.event),
    )


def _key(visit: Visit, one: Knowing) -> tuple[str, str, str]:
    says = visit.words.say(f"knowledge.{one.stance}", who=visit.name(one.who))
    return visit.link(one.event), says, visit.said(one.when)


def _lags(visit: Visit, one: Knowing, rows: Sequence[Knowing]) -> Iterable[str]:
    """How long after the event, and how long after the first who knew of it."""
    words = visit.words
    if one.stance == "denies":
        return
    if one.later is not None:
        first = next(row for row in rows if row.stance != "denies" and row.who != one.who)
        span = between_words(one.later.least, one.later.most, words.language)
        yield words.say("knowledge.later", lag=span, who=visit.name(first.who))
    least, most = one.lag.least, one.lag.most
    if most is None:
        yield words["knowledge.unknown_lag"]
    elif least is None or least <= 0:
        span = between_words(most, most, words.language)
        yield words.say("knowledge.at_once", lag=span)
    else:
        span = between_words(least, most, words.language)
        yield words.say("knowledge.lag", lag=span)
