"""Findings as they stand on a page: each with its event, the facts behind it, and their links."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from timelines.findings import LEVELS, Finding, Level
from timelines.words import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact behind a finding, with the event it is about if that is another one."""

    says: str
    file: str | None
    line: int | None
    headline: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with the headline of its event and a link to it."""

    finding: Finding
    headline: str | None
    link: str | None
    facts: tuple[Fact, ...]


def found(
    findings: Iterable[Finding], headlines: Mapping[str, str], link: Callable[[str], str]
) -> list[Found]:
    """The findings in the order given; an event that is not among the headlines has no link."""
    return [
        Found(
            finding=one,
            headline=headlines.get(one.event or ""),
            link=link(one.event) if one.event is not None and one.event in headlines else None,
            facts=tuple(_facts(one, headlines, link)),
        )
        for one in findings
    ]


@dataclass(frozen=True)
class Pile:
    """Everything the checks found, the most harmful first, and what is asked of it again and again.

    `by_event` has the findings that are about an event or have it among their facts; `worst` has
    the number of findings about an event and the most harmful level among them, `counts` how
    many there are of each level. Those that an editor accepted count only as “waived”.
    """

    findings: tuple[Finding, ...]
    by_event: Mapping[str, tuple[Finding, ...]]
    worst: Mapping[str, tuple[int, Level]]
    counts: Mapping[str, int]


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
    return Pile(every, {event: tuple(some) for event, some in events.items()}, worst, counts)


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
