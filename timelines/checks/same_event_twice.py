"""Two events that may be one: the same kind, shared people, close dates and headlines alike.

Two reporters entered it, or it came in twice from two sources. Merge them, and let one event cite
both. Events that an order fact tells apart, that have different clock times, or whose headlines
have different numbers in them are two.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from timelines import facts
from timelines.agreement import DAY, apart
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

CLOSE = 2 * DAY
"""How far apart two dates may lie at the least and still be of one event."""

ALIKE = 0.75
"""The part of all their words that two headlines share, where neither only says more."""

NEIGHBOURS = 60
"""How many of the nearest events with the same rare word are looked at."""

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


def check(docket: Docket) -> Iterator[Finding]:
    """Every pair that is alike in all of this, once."""
    told: set[tuple[str, str]] = set()
    for entries in _blocks(docket).values():
        for one, other in _candidates(entries):
            pair = (min(one.event, other.event), max(one.event, other.event))
            if pair not in told and _one_event(docket, one, other):
                told.add(pair)
                yield _finding(docket, *pair)


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
    for early, late in ((one, other), (other, one)):
        end, start = early.end.latest, late.start.earliest
        if end is not None and start is not None and start - end > CLOSE:
            return False
    return True


def _told_apart(docket: Docket, one: str, other: str) -> bool:
    """Whether an order fact, or what they are of, says that they are two."""
    for event, against in ((one, other), (other, one)):
        if any(row.other == against for row in docket.order.get(event, ())):
            return True
    first, second = docket.events[one], docket.events[other]
    if first.instrument is None or second.instrument is None:
        return False
    return not docket.sameness.same(first.instrument, second.instrument)


def _finding(docket: Docket, one: str, other: str) -> Finding:
    first, second = facts.dated(docket, one), facts.dated(docket, other)
    return Finding(
        check="same-event-twice",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, one)} and {facts.headline(docket, other)} may be one event: "
            "the kind and the people are the same, and the dates are close."
        ),
        event=one,
        file=docket.events[one].file,
        line=docket.line(one, "headline"),
        related=(first, second),
        identity=(one, other),
        settles="If they are one, merge them and cite both sources; if not, say which came first.",
    )
