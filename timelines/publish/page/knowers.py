"""Who knew of a published event, and how much later than others, from public statements alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, DateError, When
from timelines.dates.words import in_words
from timelines.knowledge import Knowing, first_of, in_order, lag_between
from timelines.network.spans import between_words
from timelines.publish.page.plotted import bounds
from timelines.publish.public import PublicDate, PublicEvent, PublicKnowing, PublicTimeline
from timelines.words import Words


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of somebody: they knew, were told, or deny it; with honest lags in words."""

    stance: str
    says: str
    sources: tuple[str, ...]
    lags: tuple[str, ...]
    date: PublicDate


@dataclass(frozen=True, slots=True)
class Knower:
    """Somebody, and all that is said of when they knew of one event, in order of time."""

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One event, those who knew of it, and the longest time between two of them as a sentence."""

    event: PublicEvent
    knowers: tuple[Knower, ...]
    point: str | None


MOST = 8
"""Events in the figure: one look takes in no more, and the list has them all."""


def cases(public: PublicTimeline, words: Words) -> list[Case]:
    """The events of which several are said to have known, in reading order, at most `MOST`.

    Where only one is, there is nothing to compare, and the list says it. Of too many, those of
    most weight are told, then those of which most is said.
    """
    compared = comparable(public)
    told = sorted(compared, key=lambda event: (-(event.weight or 1), -len(event.known_to)))[:MOST]
    kept = {event.id for event in told}
    return [_case(public, event, words) for event in compared if event.id in kept]


def comparable(public: PublicTimeline) -> list[PublicEvent]:
    """Every event of which several are said to have known, in reading order."""
    return [event for event in public.events if len(event.known_to) > 1]


def _case(public: PublicTimeline, event: PublicEvent, words: Words) -> Case:
    rows = in_order(_knowings(public, event))
    first = first_of([row for row in rows if row.stance != "denies"])
    by_name: dict[str, list[Statement]] = {}
    for row in rows:
        by_name.setdefault(row.who, []).append(_statement(public, event, row, first, words))
    knowers = tuple(Knower(name, tuple(own)) for name, own in by_name.items())
    return Case(event, knowers, _point(public, event, rows, first, words))


def _knowings(public: PublicTimeline, event: PublicEvent) -> Iterator[Knowing]:
    happened = Bounds(*bounds(event.date)[0])
    for position, one in enumerate(event.known_to):
        when = _when(public, one.date)
        lag = lag_between(happened, when.start, negative=event.kind == "planned")
        yield Knowing(event.id, position, named(one), one.stance, one.how, when, lag)


def named(one: PublicKnowing) -> str:
    """The name of somebody who knew; readers get such statements of named people alone."""
    return one.who.name or one.who.label or ""


def _when(public: PublicTimeline, date: PublicDate) -> When:
    start, end = bounds(date)
    return When(date.edtf, public.zone, Bounds(*start), Bounds(*end), date.stretch is True, "")


def _statement(
    public: PublicTimeline, event: PublicEvent, row: Knowing, first: Knowing | None, words: Words
) -> Statement:
    one = event.known_to[row.position]
    says = words.say(f"knew.{one.stance}", date=within_sentence(public, one.date))
    if one.how is not None:
        says = words.say("knew.how", statement=says, how=one.how)
    titles = [cited.source.title for cited in one.sources if cited.source is not None]
    lags = () if one.stance == "denies" else tuple(_lags(row, first, words))
    return Statement(one.stance, says, tuple(dict.fromkeys(titles)), lags, one.date)


def _lags(row: Knowing, first: Knowing | None, words: Words) -> Iterator[str]:
    """How long after the first who knew, else how long after the event, as the dates allow."""
    if row.later is not None and first is not None:
        span = between_words(row.later.least, row.later.most, words.language)
        yield words.say("knowledge.later", lag=span, who=first.who)
        return
    least, most = row.lag.least, row.lag.most
    if most is None and (least is None or least <= 0):
        yield words["knowledge.unknown_lag"]
    elif least is None or least <= 0:
        yield words.say("knowledge.at_once", lag=between_words(most, most, words.language))
    else:
        yield words.say("knowledge.lag", lag=between_words(least, most, words.language))


def _point(
    public: PublicTimeline,
    event: PublicEvent,
    rows: Sequence[Knowing],
    first: Knowing | None,
    words: Words,
) -> str | None:
    """The longest surely known time by which somebody knew later than the first."""
    after = [row for row in rows if row.later is not None and (row.later.least or 0) > 0]
    if first is None or not after:
        return None
    last = max(after, key=lambda row: (row.later.least or 0) if row.later is not None else 0)
    if last.later is None:
        return None
    told = [
        words.say(f"knew.{row.stance}", date=within_sentence(public, known.date))
        for row in (first, last)
        for known in (event.known_to[row.position],)
    ]
    lag = between_words(last.later.least, last.later.most, words.language)
    return words.say(
        "knew.point", first=first.who, knew=told[0], who=last.who, learned=told[1], lag=lag
    )


def within_sentence(public: PublicTimeline, date: PublicDate) -> str:
    """A date as it follows a verb: “on Sept. 8, 2021”; the date’s own words where in doubt."""
    try:
        when = edtf(date.edtf, public.zone)
    except DateError:
        return date.words
    if in_words(when, zone=public.zone, language=public.language) != date.words:
        return date.words
    return in_words(when, zone=public.zone, language=public.language, sentence=True)
