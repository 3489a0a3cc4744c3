"""The chronology for editors: what does not hold, contradictions drawn, silences, and the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.address import acted
from components.found import Found, found
from components.strip import Bar, bar, between, scale
from components.template import render
from components.visit import Visit
from timelines import tables
from timelines.dates import clock
from timelines.dates.civil import calendar_day
from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, When
from timelines.dates.words import in_words
from timelines.desk.compose import event_file
from timelines.findings import LEVELS, Finding
from timelines.network import Contradiction
from timelines.prose import may_link
from timelines.sequence import chronological
from timelines.yamlfile import Value

PLACE = 1

MOST_FINDINGS = 150
MOST_EVENTS = 500
_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A source behind an event, with its address if it may be linked."""

    title: str
    url: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as the page shows it; `question` and `waiver` are YAML for the event."""

    found: Found
    documents: tuple[Document, ...]
    question: str
    waiver: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one level that the same answer would settle."""

    level: str
    settles: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One event on a strip: of a contradiction, or in the order of all."""

    headline: str
    link: str
    when: str
    bar: Bar | None
    tie: str = ""
    narrowed: str | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction drawn: its events on one strip, the place of the clash, the statements."""

    sentence: str
    misses: str
    rows: tuple[Row, ...]
    gap: tuple[float, float] | None
    statements: tuple[tuple[str, str | None, int | None, bool], ...]


def show(visit: Visit) -> None:
    """Draw the page."""
    if visit.chronology is None:
        st.html(render("notice.html", text=visit.words["reasoning.running"]))
        return
    findings = visit.findings
    standing = [one for one in findings or () if one.accepted is None]
    silences = [one for one in standing if one.check == "long-silence"]
    listed = [one for one in standing if one.check not in ("long-silence", "contradiction")]
    shown = listed[:MOST_FINDINGS]
    clashes, order = _reasoned(visit.opened.key, visit.address.at(None).link(), visit)
    st.html(
        render(
            "chronology.html",
            words=visit.words,
            running=findings is None,
            groups=_groups(visit, shown),
            more=len(listed) - len(shown),
            clashes=clashes,
            silences=found(silences[:MOST_FINDINGS], visit.headlines, visit.link),
            order=order,
            more_events=len(visit.headlines) - len(order),
        )
    )
    if 2 <= len(visit.headlines) <= MOST_EVENTS:
        _compare(visit)


def _compare(visit: Visit) -> None:
    """How any two events stand to each other: order, distance, and the statements that prove it."""
    words, chronology = visit.words, visit.docket.chronology
    st.html(render("section.html", text=words["reasoning.compare"], hidden=False))
    events = [step.event for step in visit.steps]
    picked = []
    with st.container(key="compare"):
        for place, name in enumerate(("first", "second")):
            picked.append(
                st.selectbox(
                    words[f"reasoning.{name}"],
                    events,
                    index=place,
                    key=f"compare_{visit.opened.slug}_{name}",
                    format_func=lambda event: visit.headlines.get(event, event),
                    on_change=acted,
                )
            )
    one, other = picked
    if one == other or one not in visit.headlines or other not in visit.headlines:
        return
    order, apart = chronology.order(one, other), chronology.distance(one, other)
    why = dict.fromkeys(each.sentence for each in (*order.why, *apart.why))
    st.html(
        render(
            "compared.html",
            words=words,
            order=words.say(
                f"reasoning.is_{order.order}",
                one=visit.headlines[one],
                other=visit.headlines[other],
            ),
            distance=words.say("reasoning.distance", distance=apart.in_words(words.language)),
            why=tuple(why),
        )
    )


def _groups(visit: Visit, findings: Sequence[Finding]) -> list[Group]:
    """By level, then by what would settle them, each where the first of its findings stands."""
    together: dict[tuple[str, str | None], list[Finding]] = {}
    for number, one in enumerate(findings):
        alone = None if one.settles is not None else str(number)
        together.setdefault((one.level, one.settles or alone), []).append(one)
    ordered = sorted(together.items(), key=lambda item: LEVELS.index(item[1][0].level))
    return [
        Group(level, some[0].settles, tuple(_entry(visit, one) for one in some))
        for (level, _), some in ordered
    ]


def _entry(visit: Visit, one: Finding) -> Entry:
    (shown,) = found([one], visit.headlines, lambda event: visit.link(event, None))
    asked: dict[str, Value] = {
        "ask": one.settles or one.message,
        "owner": "…",
        "by": "…",
        "on": _today(visit),
    }
    accepted: dict[str, Value] = {
        "check": one.check,
        "because": "…",
        "by": "…",
        "on": _today(visit),
        "fingerprint": one.fingerprint,
    }
    waivable = one.level != "block" and one.event is not None
    return Entry(
        found=shown,
        documents=tuple(_documents(visit, one.event)),
        question=event_file({"questions": [asked]}),
        waiver=event_file({"waivers": [accepted]}) if waivable else None,
    )


def _today(visit: Visit) -> str:
    return visit.docket.today.isoformat()


def _documents(visit: Visit, event: str | None) -> Iterable[Document]:
    for row in visit.docket.citations.get(event or "", ()):
        source = visit.docket.sources.get(row.source)
        if source is None:
            continue
        url = source.url if source.url is not None and may_link(source.url) else None
        yield Document(source.title, url, row.at)


@st.cache_resource(max_entries=16, show_spinner=False)
def _reasoned(
    key: tuple[str, ...], here: str, _visit: Visit
) -> tuple[tuple[Clash, ...], tuple[Row, ...]]:
    found = _visit.docket.chronology.contradictions
    clashes = tuple(_clash(_visit, one) for one in found if one.check == "contradiction")
    return clashes, tuple(_order(_visit))


def _clash(visit: Visit, one: Contradiction) -> Clash:
    dates = visit.investigation.dates
    whens = [dates[event] for event in one.events if event in dates]
    on = scale(whens)
    return Clash(
        sentence=one.sentence,
        misses=visit.words.say("reasoning.misses", miss=one.misses_by_words),
        rows=tuple(_row(visit, event, on) for event in one.events),
        gap=_gap(whens, on),
        statements=tuple(
            (each.sentence, each.file, each.line, each is one.weakest or each == one.weakest)
            for each in one.statements
        ),
    )


def _gap(whens: Sequence[When], on: Bounds) -> tuple[float, float] | None:
    """Between the first time by which one is over and the last at which another may begin."""
    over = [when.end.latest for when in whens if when.end.latest is not None]
    begin = [when.start.earliest for when in whens if when.start.earliest is not None]
    if not over or not begin:
        return None
    left, right = sorted((min(over), max(begin)))
    return between(left, right, on)


def _row(visit: Visit, event: str, on: Bounds) -> Row:
    when = visit.investigation.dates.get(event)
    return Row(
        headline=visit.headlines[event],
        link=visit.link(event, None),
        when=_said(visit, when),
        bar=None if when is None else bar(when, on),
    )


def _order(visit: Visit) -> Iterable[Row]:
    steps = chronological(visit.investigation, visit.docket.chronology)
    narrowed = _narrowed(visit)
    for place, step in enumerate(steps[:MOST_EVENTS]):
        after = place + 1 < len(steps) and steps[place + 1].tied
        tie = {(False, True): "first", (True, True): "middle", (True, False): "last"}.get(
            (step.tied, after), ""
        )
        when = visit.investigation.dates.get(step.event)
        yield Row(
            headline=visit.headlines[step.event],
            link=visit.link(step.event, None),
            when=_said(visit, when),
            bar=None,
            tie=tie,
            narrowed=narrowed.get(step.event),
        )


def _narrowed(visit: Visit) -> dict[str, str]:
    """In words, to the day, what reasoning leaves of the start of each event that it narrows."""
    dates = visit.investigation.dates
    narrowed = visit.docket.chronology.narrowed
    bounds = zip(
        narrowed["event"],
        tables.micros(narrowed["start_earliest"]),
        tables.micros(narrowed["start_latest"]),
        strict=True,
    )
    return {
        event: _days(visit, earliest, latest)
        for event, earliest, latest in bounds
        if event in dates
        and (
            _moved(dates[event].start.earliest, earliest)
            or _moved(dates[event].start.latest, latest)
        )
    }


def _moved(stated: int | None, narrowed: int | None) -> bool:
    """Whether a bound was moved by more than the microsecond that “after” is."""
    if narrowed is None:
        return False
    return stated is None or abs(narrowed - stated) > _SECOND


def _days(visit: Visit, earliest: int | None, latest: int | None) -> str:
    zone = visit.docket.zone
    first = "" if earliest is None else _day(earliest, zone)
    last = "" if latest is None else _day(latest - 1, zone)
    written = first if first == last else f"[{first}..{last}]"
    when = in_words(edtf(written, zone), zone=zone, language=visit.words.language)
    return visit.words.say("reasoning.narrowed", when=when)


def _day(instant: int, zone: str) -> str:
    number, _ = clock.local(instant, zone)
    year, month, day = calendar_day(number)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _said(visit: Visit, when: When | None) -> str:
    if when is None:
        return visit.words["app.card.date_unreadable"]
    return in_words(when, zone=visit.docket.zone, language=visit.words.language)
