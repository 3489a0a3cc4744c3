"""Findings as they stand on a page: each with its event, the facts behind it, and their links."""

from __future__ import annotations

from collections import Counter
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


def about(findings: Iterable[Finding], event: str) -> list[Finding]:
    """The findings that are about this event, or have it among their facts."""
    return [
        one
        for one in findings
        if one.event == event or any(fact.event == event for fact in one.related)
    ]


def worst(findings: Iterable[Finding]) -> dict[str, tuple[int, Level]]:
    """For each event how many findings it has, and the most harmful level among them.

    Those that an editor accepted are not counted.
    """
    seen: dict[str, tuple[int, Level]] = {}
    for one in findings:
        if one.event is None or one.accepted is not None:
            continue
        count, level = seen.get(one.event, (0, one.level))
        seen[one.event] = (count + 1, min(level, one.level, key=LEVELS.index))
    return seen


def tally(findings: Iterable[Finding], words: Words) -> list[tuple[str, str]]:
    """How many of each level, as level and words, the most harmful first; accepted ones last."""
    counts = Counter("waived" if one.accepted is not None else one.level for one in findings)
    order = [*LEVELS, "waived"]
    return [
        (level, words.count(f"app.findings.{level}", counts[level]))
        for level in order
        if counts[level]
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
