"""Invented investigations as files, and what they say reckoned independently of the network.

Dates are in UTC, where every day has 24 hours, so that the reckoning needs no calendar of its own
but that of `datetime`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.network.reckoning import Constraints, Options

DAY = 86_400_000_000
HOUR = DAY // 24

Key = tuple[str, ...]
"""A statement: ("date", event), ("order" or "known", event, position), ("published", source)."""


@dataclass
class Casebook:
    """Files of an investigation, and the same as limits and differences by statement."""

    chance: random.Random
    problem: Constraints = field(default_factory=Constraints)
    keys: list[Key] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    spans: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    """By event, within which instants it ends, the last one included."""
    texts: dict[str, list[str]] = field(default_factory=dict)

    def state(self, *key: str) -> tuple[int]:
        """The number of a new statement, as a reason."""
        self.keys.append(key)
        return (len(self.keys) - 1,)


def micros(when: datetime) -> int:
    """Microseconds since 1970 of a time in UTC."""
    return (when - datetime(1970, 1, 1)) // timedelta(microseconds=1)  # noqa: DTZ001 - UTC


def casebook(seed: int, events: int) -> Casebook:
    """An investigation of some events; more than half of them contradict themselves."""
    book = Casebook(random.Random(seed))  # noqa: S311 - the same book for the same seed
    names = [f"e{n}" for n in range(events)]
    for name in names:
        _add_event(book, name)
    for name in names:
        _add_sources(book, name)
    for name in names:
        _add_order(book, name, names)
    return book


def files(book: Casebook, *, turned: bool = False) -> dict[str, str]:
    """The book as texts by path; `turned` has the events in one file, the last first."""
    if not turned:
        return {
            "investigation.yaml": "title: A test\nzone: UTC\n",
            "people.yaml": "- {id: chief, name: The Chief}\n",
            "sources.yaml": "".join(
                f"- {{id: s{day}, kind: publication, title: S{day}, published: 2021-05-{day}}}\n"
                for day in (12, 20)
            ),
            **{f"events/{name}.yaml": "\n".join(lines) for name, lines in book.texts.items()},
        }
    listed = ""
    for name in reversed(book.texts):
        listed += f"- id: {name}\n" + "".join(f"  {line}\n" for line in book.texts[name])
    kept = {path: text for path, text in files(book).items() if not path.startswith("events/")}
    return {**kept, "events/all.yaml": listed}


def _day(chance: random.Random) -> datetime:
    return datetime(2021, 5, chance.randint(1, 25))  # noqa: DTZ001 - UTC


def _span(chance: random.Random) -> tuple[str, int, int]:
    """A date that is no interval: as written, its first and its last instant."""
    pick, day = chance.random(), _day(chance)
    if pick < 0.5:
        return f"{day:%Y-%m-%d}", micros(day), micros(day) + DAY - 1
    if pick < 0.8:
        minute = day + timedelta(hours=chance.randint(0, 23), minutes=chance.randint(0, 59))
        # The same minute, as a clock two hours ahead has it.
        written = f"{minute + timedelta(hours=2):%Y-%m-%dT%H:%M}+02:00"
        return written, micros(minute), micros(minute) + 60_000_000 - 1
    if pick < 0.9:
        last = micros(datetime(2021, 6, 1)) - 1  # noqa: DTZ001 - UTC
        return "2021-05", micros(datetime(2021, 5, 1)), last  # noqa: DTZ001 - UTC
    until = day + timedelta(days=chance.randint(1, 4))
    return f"[{day:%Y-%m-%d}..{until:%Y-%m-%d}]", micros(day), micros(until) + DAY - 1


def _add_event(book: Casebook, name: str) -> None:
    chance, problem = book.chance, book.problem
    start = end = book.starts[name] = problem.variable()
    pick = chance.random()
    if pick < 0.1:
        written, book.spans[name] = "unknown", (None, None)
    elif pick < 0.25:
        days = sorted({_day(chance) for _ in range(3)})
        reason = book.state("date", name)
        written = f"[{', '.join(f'{day:%Y-%m-%d}' for day in days)}]"
        problem.sets[start] = Options(_joined([micros(day) for day in days]), reason)
        book.spans[name] = micros(days[0]), micros(days[-1]) + DAY - 1
        problem.bound(start, *book.spans[name], reason)
    elif pick < 0.65:
        written, *book.spans[name] = _span(chance)
        problem.bound(start, *book.spans[name], book.state("date", name))
    else:
        end = problem.variable()
        problem.at_most(start, end, 0)
        written = _add_stretch(book, name, start, end)
    book.ends[name] = end
    book.texts[name] = [f"headline: Event {name}", f'date: "{written}"']


def _joined(days: list[int]) -> tuple[tuple[int, int], ...]:
    """Days that follow each other are one span without a gap."""
    spans: list[tuple[int, int]] = []
    for day in days:
        if spans and spans[-1][1] + 1 == day:
            spans[-1] = spans[-1][0], day + DAY - 1
        else:
            spans.append((day, day + DAY - 1))
    return tuple(spans)


def _add_stretch(book: Casebook, name: str, start: int, end: int) -> str:
    chance, reason = book.chance, book.state("date", name)
    first, last = _span(chance), _span(chance)
    while "[" in first[0] + last[0]:
        first, last = _span(chance), _span(chance)
    left, right = chance.choice([(first, last)] * 4 + [(first, ".."), (first, ""), ("..", last)])
    book.spans[name] = (None, None)
    if not isinstance(left, str):
        book.problem.bound(start, left[1], left[2], reason)
        left = left[0]
    if not isinstance(right, str):
        book.problem.bound(end, right[1], right[2], reason)
        book.spans[name] = right[1:]
        right = right[0]
    return f"{left}/{right}"


def _add_sources(book: Casebook, name: str) -> None:
    chance, lines = book.chance, book.texts[name]
    planned = chance.random() < 0.1
    if planned:
        lines.append("kind: planned")
    if chance.random() < 0.3:
        day, stance = chance.choice([12, 20]), chance.choice(["supports", "supports", "mentions"])
        lines.append(f"sources: [{{source: s{day}, stance: {stance}}}]")
        key = ("published", f"s{day}")
        if not planned and stance == "supports":
            reason = (book.keys.index(key),) if key in book.keys else book.state(*key)
            last = micros(datetime(2021, 5, day + 1)) - 1  # noqa: DTZ001 - UTC
            book.problem.bound(book.starts[name], None, last, reason)
    if chance.random() < 0.2:
        day, stance = _day(chance), chance.choice(["knew", "told", "denies"])
        lines.append(f"known_to: [{{who: chief, date: {day:%Y-%m-%d}, stance: {stance}}}]")
        if not planned and stance != "denies":
            reason = book.state("known", name, "0")
            book.problem.bound(book.starts[name], None, micros(day) + DAY - 1, reason)


def _add_order(book: Casebook, name: str, names: list[str]) -> None:
    chance = book.chance
    facts: list[str] = []
    for _ in range(chance.choice([0, 1, 1, 2])):
        other = chance.choice([one for one in names if one != name])
        relation = chance.choice(["after", "before", "after", "before", "during"])
        reason = book.state("order", name, str(len(facts)))
        if relation == "during":
            book.problem.at_most(book.starts[other], book.starts[name], 0, reason)
            book.problem.at_most(book.ends[name], book.ends[other], 0, reason)
            facts.append(f"{{during: {other}}}")
            continue
        earlier, later = (other, name) if relation == "after" else (name, other)
        by, least, most = _distance(chance)
        start, end = book.starts[later], book.ends[earlier]
        book.problem.after(start, end, least, most, reason)
        facts.append(f"{{{relation}: {other}{by}}}")
    if facts:
        book.texts[name].append(f"order: [{', '.join(facts)}]")


def _distance(chance: random.Random) -> tuple[str, int, int | None]:
    """How long after: as written, and the least and the most microseconds."""
    days, more = chance.randint(1, 9), chance.randint(0, 5)
    ways: list[tuple[str, int, int | None]] = [
        ("", 1, None),
        ("", 1, None),
        (f", by: P{days}D", days * DAY, days * DAY),
        (f", by: PT{days}H", days * HOUR, days * HOUR),
        (f", by: {days} days", days * DAY - DAY // 2, days * DAY + DAY // 2),
        (f", by: about {days} days", (days - 1) * DAY or 1, (days + 1) * DAY),
        (f", by: at least {days} days", days * DAY, None),
        (f", by: {days} to {days + more} days", days * DAY, (days + more) * DAY),
        (f", by: at most {days} hours", 1, days * HOUR),
    ]
    return chance.choice(ways)
