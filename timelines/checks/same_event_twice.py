"""Two events that may be one: the same kind, shared people, close dates and headlines alike.

Two reporters entered it, or it came in twice from two sources. Merge them, and let one event cite
both. Events that an order fact tells apart, that have different clock times, or whose headlines
have different numbers in them are two; and so are those of a series that is always told in the
same words.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from timelines import facts
from timelines.agreement import apart, may_be_one
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.headlines import stems

SECTION = "Order"
LEVEL: Level = "warning"

FINDS = """
--- people.yaml
id: lucas
name: Quinton Lucas
--- events/filed.yaml
headline: Mayor Quinton Lucas files a complaint with the oversight office.
date: 2021-10-15
kind: filing
people: [lucas]
--- events/filing.yaml
headline: Lucas filed a complaint
date: 2021-10
kind: filing
people: [lucas]
"""
SILENT = (
    FINDS.replace("Lucas filed a complaint", "Lucas filed a budget"),
    FINDS.replace("date: 2021-10\n", "date: 2021-11\n"),
    FINDS.replace("date: 2021-10\n", "date: 2021-10\norder: [{before: filed}]\n"),
)

ALIKE = 0.75
"""The part of all their words that two headlines share, where neither only says more."""

NEIGHBOURS = 20
"""How many of the nearest events with the same rare word are looked at, on either side."""

SHOWN = 20
"""How many events of a group are listed with their places."""

_NUMBERS = re.compile(
    r"\d+|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Entry:
    event: str
    when: When
    earliest: float
    words: frozenset[str]
    numbers: frozenset[str]


SERIES = 3
"""So many headlines of the same words on days that stand apart are a series, not one event."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every group of events of which each is alike in all of this to another one, once."""
    pairs: set[tuple[str, str]] = set()
    for entries in _blocks(docket).values():
        series = Counter(entry.words for entry in entries)
        for one, other in _candidates(entries):
            pair = (min(one.event, other.event), max(one.event, other.event))
            if pair in pairs or not _one_event(docket, one, other):
                continue
            if series[one.words] < SERIES or not apart(one.when, other.when):
                pairs.add(pair)
    for group in _groups(pairs):
        yield _finding(docket, sorted(group, key=lambda event: _first(docket, event)))


def _first(docket: Docket, event: str) -> tuple[float, float, str]:
    """Sorts events by the first and the last instant at which they may have begun, and by id."""
    row = docket.events[event]
    earliest, latest = row.start_earliest, row.start_latest
    return (
        float("-inf") if earliest is None else earliest,
        float("inf") if latest is None else latest,
        event,
    )


def _groups(pairs: set[tuple[str, str]]) -> list[list[str]]:
    """The events that pairs tie together, each group and all of them sorted."""
    top: dict[str, str] = {}

    def head(event: str) -> str:
        while top.setdefault(event, event) != event:
            top[event] = top[top[event]]
            event = top[event]
        return event

    for one, other in sorted(pairs):
        first, second = sorted((head(one), head(other)))
        top[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    for event in sorted(top):
        groups[head(event)].append(event)
    return list(groups.values())


def _blocks(docket: Docket) -> dict[tuple[str | None, str], list[_Entry]]:
    """Entries by kind and person; events without people share a block only by their headline."""
    blocks: dict[tuple[str | None, str], list[_Entry]] = defaultdict(list)
    called = {person: stems(" ".join(forms)) for person, forms in docket.called.items()}
    for event, row in docket.events.items():
        when = docket.dated(event)
        if when is None or when.backwards:
            continue
        people = [part.person for part in docket.involved.get(event, ())]
        names = frozenset().union(*(called.get(person, frozenset()) for person in people))
        words = stems(row.headline)
        entry = _Entry(
            event,
            when,
            float("-inf") if when.start.earliest is None else when.start.earliest,
            words - names or words,
            frozenset(number.casefold() for number in _NUMBERS.findall(row.headline)),
        )
        for person in dict.fromkeys(people):
            blocks[row.kind, person].append(entry)
        if not people:
            blocks[row.kind, " ".join(sorted(words))].append(entry)
    return blocks


def _candidates(entries: list[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Pairs that share a word so rare that two like headlines must share it.

    The rarest words of a headline, one in four and one more, are looked up among all words of
    the others (the prefix filter of set-similarity joins), nearest dates first.
    """
    if len(entries) < 2:
        return
    counts = Counter(word for entry in entries for word in entry.words)
    holding: dict[str, list[_Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.earliest, entry.event)):
        for word in entry.words:
            holding[word].append(entry)
    starts = {word: [entry.earliest for entry in every] for word, every in holding.items()}
    for entry in entries:
        rarest = sorted(entry.words, key=lambda word: (counts[word], word))
        for word in rarest[: len(rarest) // 4 + 1]:
            place = bisect_right(starts[word], entry.earliest)
            for other in holding[word][max(0, place - NEIGHBOURS) : place + NEIGHBOURS]:
                if other.event != entry.event:
                    yield entry, other


def _one_event(docket: Docket, one: _Entry, other: _Entry) -> bool:
    return (
        (one.numbers == other.numbers or not one.numbers or not other.numbers)
        and _alike(one.words, other.words)
        and _close(one.when, other.when)
        and not _told_apart(docket, one.event, other.event)
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    if one == other:
        return True
    if shared == min(len(one), len(other)):
        return shared >= 2
    return shared >= ALIKE * len(one | other)


def _close(one: When, other: When) -> bool:
    if one.timed and other.timed and apart(one, other):
        return False
    return may_be_one(one, other)


def _told_apart(docket: Docket, one: str, other: str) -> bool:
    """Whether an order fact, or what they are of, says that they are two."""
    for event, against in ((one, other), (other, one)):
        if any(row.other == against for row in docket.order.get(event, ())):
            return True
    first, second = docket.events[one], docket.events[other]
    if first.instrument is None or second.instrument is None:
        return False
    return not docket.sameness.same(first.instrument, second.instrument)


def _finding(docket: Docket, events: list[str]) -> Finding:
    one, last = events[0], facts.headline(docket, events[-1])
    named = f"{facts.headline(docket, one)} and {last}"
    if len(events) > 2:
        named = f"{len(events)} events from {facts.headline(docket, one)} to {last}"
    return Finding(
        check="same-event-twice",
        level=LEVEL,
        message=(
            f"{named[:1].upper()}{named[1:]} may be one event: the kind and the people are the "
            "same, and the dates are close."
        ),
        event=one,
        file=docket.events[one].file,
        line=docket.line(one, "headline"),
        related=tuple(facts.dated(docket, event) for event in events[:SHOWN]),
        identity=tuple(sorted(events)),
        settles="If they are one, merge them and cite both sources; if not, say which came first.",
    )
