"""Writes invented investigations of any size, the same for the same seed.

Behind every file stands a true history: each event happened at an instant, and whatever its
dates, order facts and sources say of it is true. So the order facts never contradict.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

_FIRST = datetime(2016, 3, 1, 8, 0)  # noqa: DTZ001 - local clock time of the invented city
_LANES = ("Search", "Complaint", "Review", "Board", "Records")
_KINDS = ("incident", "notice", "filing", "statement", "decision", "meeting", "record")
_VERIFICATION = ("unverified", "alleged", "confirmed", "confirmed", "confirmed", "disputed")
_THINGS = ("complaint", "letter", "e-mail", "report", "permit", "memo", "order", "invoice")
_VERBS = ("sends", "receives", "files", "signs", "withdraws", "discusses", "rejects", "opens")
_FIRST_NAMES = ("Ada", "Ben", "Cora", "Dev", "Elif", "Femi", "Gita", "Hugo", "Iris", "Joss")
_LAST_NAMES = ("Ashby", "Brandt", "Calder", "Dumont", "Eastman", "Farrow", "Grady", "Holt")
_PLACES = ("Harbor City", "Pier 4", "City Hall", "the county office", "the terminal")


@dataclass(frozen=True, slots=True)
class _Event:
    name: str
    start: datetime
    end: datetime


def write(
    folder: Path,
    events: int,
    seed: int = 1,
    order_facts: int | None = None,
    *,
    per_file: int = 1,
) -> Path:
    """Write an investigation with so many events into a folder, and return the folder.

    `order_facts` is one an event unless said. `per_file` events stand in each file: more than
    one make it a list. A source stands for five events, a person for fifty.
    """
    chance = random.Random(seed)
    history = _history(chance, events)
    people = [f"person-{i:04d}" for i in range(max(10, events // 50))]
    facts = _shares(chance, events if order_facts is None else order_facts, events)
    (folder / "events").mkdir(parents=True, exist_ok=True)
    _write(folder / "investigation.yaml", _heading(events))
    _write(folder / "people.yaml", "".join(_people(chance, people)))
    for part, text in enumerate(_parts(list(_sources(chance, history)), 2_000)):
        name = "sources.yaml" if part == 0 else f"sources/{part:02d}.yaml"
        _write(folder / name, text)
    texts = [_event(chance, history, i, people, facts[i]) for i in range(events)]
    if per_file == 1:
        for one, text in zip(history, texts, strict=True):
            _write(folder / f"events/{one.name}.yaml", text)
    else:
        listed = [_item(one.name, text) for one, text in zip(history, texts, strict=True)]
        for part, text in enumerate(_parts(listed, per_file)):
            _write(folder / f"events/part-{part:03d}.yaml", text)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _parts(texts: list[str], size: int) -> Iterator[str]:
    for start in range(0, len(texts), size):
        yield "".join(texts[start : start + size])


def _item(name: str, text: str) -> str:
    """An event as an item of a list, with its id."""
    return f"- id: {name}\n" + "".join(f"  {line}\n" for line in text.splitlines())


def _heading(events: int) -> str:
    lanes = "".join(f"  - {lane}\n" for lane in _LANES)
    return (
        "title: An invented investigation\nzone: America/Chicago\npublisher: The Harbor Ledger\n"
        f"storylines:\n{lanes}expect:\n  events: {events}\n"
    )


def _history(chance: random.Random, events: int) -> list[_Event]:
    history = []
    now = _FIRST
    step = 4 * 365 * 24 * 60 / max(events, 1)
    for i in range(events):
        now += timedelta(minutes=1 + round(chance.expovariate(1 / step)))
        lasted = timedelta(days=chance.randint(2, 40)) if chance.random() < 0.08 else timedelta(0)
        history.append(_Event(f"event-{i:05d}", now, now + lasted))
    return history


def _shares(chance: random.Random, total: int, events: int) -> list[int]:
    """How many order facts each event has; the first has none to stand on."""
    shares = [0] * events
    if events > 1:
        for _ in range(total):
            shares[chance.randrange(1, events)] += 1
    return shares


def _people(chance: random.Random, people: list[str]) -> Iterator[str]:
    for name in people:
        full = f"{chance.choice(_FIRST_NAMES)} {chance.choice('ABCDEFGH')}. "
        full += f"{chance.choice(_LAST_NAMES)}-{name[-4:]}"
        office = chance.choice(("clerk", "inspector", "director"))
        yield f"- id: {name}\n  name: {full}\n  kind: person\n"
        yield f"  roles:\n    - title: {office}\n      from: 2015\n"


def _published(history: list[_Event], group: int) -> datetime:
    """When the publication about a group of five events came out: after all of them."""
    return max(one.end for one in history[group * 5 : group * 5 + 5]) + timedelta(days=1)


def _sources(chance: random.Random, history: list[_Event]) -> Iterator[str]:
    for group in range((len(history) + 4) // 5):
        day = _published(history, group).date().isoformat()
        text = (
            f"- id: story-{group:05d}\n  kind: publication\n  title: Story {group} of the series\n"
            f"  publisher: The Harbor Ledger\n  published: {day}\n"
            f"  url: https://ledger.example/{day}/{group}\n"
        )
        if group and chance.random() < 0.2:
            text += f"  derived_from: [story-{chance.randrange(group):05d}]\n"
        yield text
        yield (
            f"- id: file-{group:05d}\n  kind: document\n  title: Case file {group}\n"
            f"  author: {chance.choice(_LAST_NAMES)}\n  obtained:\n    on: 2022-01-10\n"
            "    how: a request for records\n  terms: on-record\n"
        )


def _date(chance: random.Random, one: _Event) -> str:
    """A date that is true of the event, as exactly or vaguely as sources are."""
    start, end = one.start, one.end
    if end > start:
        return f"{start:%Y-%m-%d}/{end:%Y-%m-%d}"
    pick = chance.random()
    if pick < 0.6:
        return f"{start:%Y-%m-%d}"
    if pick < 0.75:
        return f"{start:%Y-%m-%dT%H:%M}"
    if pick < 0.9:
        return f"{start:%Y-%m}"
    if pick < 0.93:
        return f"{start:%Y-%m}~"
    if pick < 0.96:
        return f"[{start:%Y-%m-%d}, {start + timedelta(days=2):%Y-%m-%d}]"
    return "unknown" if pick < 0.97 else f"{start:%Y}"


def _event(
    chance: random.Random, history: list[_Event], number: int, people: list[str], facts: int
) -> str:
    one = history[number]
    thing = chance.choice(_THINGS)
    actor = chance.choice(people)
    headline = f"{actor.title()} {chance.choice(_VERBS)} {thing} {number}"
    lines = [
        f"headline: {headline}",
        f"date: {_date(chance, one)}",
        f"kind: {chance.choice(_KINDS)}",
        f"instrument: {thing}",
        f"storyline: {chance.choice(_LANES)}",
        "people:",
        f"  - who: {actor}",
        "    part: sender",
        f"  - {chance.choice(people)}",
        f"place: {chance.choice(_PLACES)}",
        "tags: [records, harbor]",
        f"verification: {chance.choice(_VERIFICATION)}",
    ]
    if chance.random() < 0.6:
        lines += [
            "summary: >",
            f"  The {thing} of {chance.choice(_PLACES)} was discussed by those concerned, and the",
            "  newspaper reported on it in its series about the harbor.",
        ]
    lines += _citations(chance, number, thing, headline)
    lines += _order(chance, history, number, facts)
    if chance.random() < 0.1:
        told = (one.end + timedelta(days=chance.randint(1, 90))).date().isoformat()
        lines += ["known_to:", f"  - who: {chance.choice(people)}", f"    date: {told}"]
        lines += [f"    sources: [file-{number // 5:05d}]"]
    return "\n".join(lines) + "\n"


def _citations(chance: random.Random, number: int, thing: str, headline: str) -> list[str]:
    group = number // 5
    lines = [
        "sources:",
        f"  - source: story-{group:05d}",
        f"    at: para. {chance.randint(1, 20)}",
        f"    quote: {headline}, the newspaper learned",
    ]
    if chance.random() < 0.3:
        lines += ["    says:", f"      instrument: {thing}"]
    if chance.random() < 0.5:
        lines.append(f"  - file-{group:05d}")
    return lines


def _order(chance: random.Random, history: list[_Event], number: int, facts: int) -> list[str]:
    """True order facts: the event after earlier ones, some with how long after."""
    lines = []
    for _ in range(facts):
        other = history[chance.randrange(max(0, number - 400), number)]
        gap = history[number].start - other.end
        if gap <= timedelta(0):
            other = history[number - 1]
            gap = history[number].start - other.end
        if gap <= timedelta(0):
            continue
        lines.append(f"  - after: {other.name}")
        days = gap.days
        if days > 3 and chance.random() < 0.3:
            lines.append(f"    by: at least {chance.randint(1, days - 2)} days")
        elif days > 3 and chance.random() < 0.2:
            lines.append(f"    by: less than {days + 3} days")
        if chance.random() < 0.8:
            lines.append(f"    source: file-{number // 5:05d}")
    return ["order:", *lines] if lines else []
