"""Findings as they stand on a page: each with its event, the facts behind it, and their links."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.meaning import day_in_words
from timelines.findings import LEVELS, Finding, Level
from timelines.words import Words

UNREADABLE = "unreadable"
MOST = 50
"""How many of these are told one by one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact behind a finding, with the event it is about if that is another one."""

    says: str
    file: str | None
    line: int | None
    headline: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A source behind a finding: its address on the web, and the link that opens its document."""

    title: str
    url: str | None
    at: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody put about a finding; `said` is by whom, when, and who finds out."""

    ask: str
    said: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What can be done about a finding, as links, and what was done: the questions asked.

    `accept` is None where it is accepted; `cannot` says why it cannot be. `again` is the link that
    lets an accepted one stand again, `sign` leads to where its event is signed, if that is missing.
    `beside` are the open questions on its event that ask what settles no finding in particular.
    """

    ask: str
    accept: str | None
    cannot: str | None
    again: str | None
    sign: str | None
    asked: tuple[Asked, ...]
    beside: tuple[Asked, ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with the headline of its event and a link to it.

    `more` is how many others of its kind it stands for; `accepted_on` the day, in words;
    `answers` is None where nothing can be done on the page.
    """

    finding: Finding
    headline: str | None
    link: str | None
    facts: tuple[Fact, ...]
    accepted_on: str = ""
    more: int = 0
    answers: Answers | None = None


def found(
    findings: Iterable[Finding],
    headlines: Mapping[str, str],
    link: Callable[[str], str],
    language: str = "en",
) -> list[Found]:
    """The findings in the order given; an event that is not among the headlines has no link."""
    return [
        Found(
            finding=one,
            headline=headlines.get(one.event or ""),
            link=link(one.event) if one.event is not None and one.event in headlines else None,
            facts=tuple(_facts(one, headlines, link)),
            accepted_on="" if one.accepted is None else day_in_words(one.accepted.on, language),
        )
        for one in findings
    ]


@dataclass(frozen=True)
class Pile:
    """Everything the checks found, the most harmful first, and what is asked of it again and again.

    `by_event` has the findings that are about an event or have it among their facts; `worst` has
    the number of findings about an event and the most harmful level among them, `counts` how
    many there are of each level; those that an editor accepted count only as “waived”. `kinds`
    has the most harmful finding of each check, and how many more that check has.
    """

    findings: tuple[Finding, ...]
    by_event: Mapping[str, tuple[Finding, ...]]
    worst: Mapping[str, tuple[int, Level]]
    counts: Mapping[str, int]
    kinds: tuple[tuple[Finding, int], ...]


def pile(findings: Iterable[Finding]) -> Pile:
    """The findings, sorted out once."""
    every = tuple(findings)
    events: dict[str, list[Finding]] = defaultdict(list)
    worst: dict[str, tuple[int, Level]] = {}
    for one in every:
        for event in {one.event, *(fact.event for fact in one.related)} - {None}:
            events[str(event)].append(one)
        if one.event is not None and one.accepted is None:
            count, level = worst.get(one.event, (0, one.level))
            worst[one.event] = (count + 1, min(level, one.level, key=LEVELS.index))
    counts = Counter("waived" if one.accepted is not None else one.level for one in every)
    by_event = {event: tuple(some) for event, some in events.items()}
    return Pile(every, by_event, worst, counts, tuple(_one_of_each(every)))


def _one_of_each(findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """The most harmful finding of each check, and how many more the check has, in their order.

    What cannot be read is told one by one, since nothing else is sure before it is mended; what an
    editor accepted is left out.
    """
    first: dict[str, Finding] = {}
    counts: Counter[str] = Counter()
    for number, one in enumerate(findings):
        if one.accepted is None:
            alone = one.check == UNREADABLE and number < MOST
            kind = f"{one.check} {number}" if alone else one.check
            first.setdefault(kind, one)
            counts[kind] += 1
    return [(one, counts[kind] - 1) for kind, one in first.items()]


def tally(counts: Mapping[str, int], words: Words) -> list[tuple[str, str]]:
    """How many of each level, as level and words, the most harmful first; accepted ones last."""
    return [
        (level, words.count(f"app.tally.{level}", counts[level]))
        for level in (*LEVELS, "waived")
        if counts.get(level)
    ]


def _facts(
    finding: Finding, headlines: Mapping[str, str], link: Callable[[str], str]
) -> Iterable[Fact]:
    for one in finding.related:
        other = one.event if one.event in headlines and one.event != finding.event else None
        yield Fact(
            says=one.says,
            file=one.file,
            line=one.line,
            headline=None if other is None else headlines[other],
            link=None if other is None else link(other),
        )
