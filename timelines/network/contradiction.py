"""A contradiction in words: statements that cannot all be true, and which is the weakest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timelines.investigation import Investigation
from timelines.network.facts import Dated, Facts, Key, Knew, Ordered, Published
from timelines.network.resolve import Clash
from timelines.network.spans import Unit, miss_words
from timelines.network.statements import Statement, Statements
from timelines.network.strength import weakest_because

Check = Literal["contradiction", "source-before-event", "known-too-early", "end-before-start"]

TOLD = 6
"""How many statements one sentence holds; of a longer chain the rest is counted."""

_NUMBERS = ("", "", "both", "three", "four", "five", "six")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A smallest set: none of its statements is superfluous.

    The statements stand in the order of time where they form a chain. `check` is the one that
    reports it: where a date clashes with nothing but a publication, somebody's knowledge or
    itself, that has a check of its own. `misses_by` is microseconds. `weakest` is the statement
    that was relaxed so that the rest could go on; `weakest_because` says what sets it apart.
    """

    check: Check
    statements: tuple[Statement, ...]
    misses_by: int
    misses_by_words: str
    weakest: Statement
    weakest_because: str | None
    events: tuple[str, ...]
    sentence: str
    circle: bool
    """No date is in it: the order facts lead round in a circle."""


def contradiction(
    clash: Clash, facts: Facts, statements: Statements, investigation: Investigation
) -> Contradiction:
    """What a clash of numbered statements means."""
    told = statements.told(clash.statements)
    weakest = told[clash.statements.index(clash.weakest)]
    keys = [facts.keys[number] for number in clash.statements]
    circle = all(isinstance(key, Ordered) for key in keys)
    words = miss_words(clash.miss, _known_to(keys, investigation))
    others = [statements.strength(number) for number in clash.statements if number != clash.weakest]
    because = weakest_because(statements.strength(clash.weakest), others) if others else None
    return Contradiction(
        check=_check(keys),
        statements=told,
        misses_by=clash.miss,
        misses_by_words=words,
        weakest=weakest,
        weakest_because=because,
        events=_events(told),
        sentence=_sentence(told, words, circle=circle),
        circle=circle,
    )


def _check(keys: list[Key]) -> Check:
    kinds = {type(key) for key in keys}
    if len(keys) == 1 and kinds == {Dated}:
        return "end-before-start"
    if len(keys) == 2 and kinds == {Dated, Published}:
        return "source-before-event"
    if len(keys) == 2 and kinds == {Dated, Knew}:
        return "known-too-early"
    return "contradiction"


def _known_to(keys: list[Key], investigation: Investigation) -> Unit:
    """A day, unless a date among them has a clock time or none has a date at all."""
    dates = []
    for key in keys:
        if isinstance(key, Dated):
            dates.append(investigation.dates[key.event])
        elif isinstance(key, Published):
            dates.append(investigation.published[key.source])
        elif isinstance(key, Knew):
            dates.append(investigation.known_dates[key])
    if not dates:
        return "second"
    return "minute" if any(when.timed for when in dates) else "day"


def _events(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """The events they speak of, each once, as they come."""
    named = (event for one in statements for event in (one.event, one.other))
    return tuple(dict.fromkeys(event for event in named if event is not None))


def _sentence(statements: tuple[Statement, ...], words: str, *, circle: bool) -> str:
    clauses = [f"that {one.clause}" for one in statements]
    if len(clauses) == 1:
        return f"It cannot be true {clauses[0]}: it misses by {words}."
    if len(clauses) > TOLD:
        shown = [*clauses[: TOLD - 2], clauses[-1]]
        left = len(clauses) - len(shown)
        clauses = [*shown[:-1], f"{left:,} statements between them, and {shown[-1]}"]
        start = f"These {len(statements):,} statements cannot all be true: "
        listed = "; ".join(clauses)
    else:
        start = f"It cannot {'both' if len(clauses) == 2 else 'all'} be true "
        listed = ", ".join(clauses[:-1]) + f", and {clauses[-1]}"
    end = "they lead round in a circle" if circle else f"they miss each other by {words}"
    return f"{start}{listed}: {end}."
