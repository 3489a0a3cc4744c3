"""An investigation that means harm in every field, signed and published, and its harmless twin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.publish.newsroom import PICTURE, Newsroom, Values, prepared
from tests.reader.vectors import TEXTS
from timelines.publish.publication import Prepared

Text = Callable[[int], str]
LETTERS = str.maketrans("0123456789", "abcdefghij")


def newsroom(text: Text, count: int, url: Text = lambda number: "https://ok.example/") -> Newsroom:
    """One event for each number, with its text in every field that a reader may see."""
    found = Newsroom()
    found.sources, found.people, found.events = {}, {}, {}
    found.files = {"media/dock.png": PICTURE}
    for number in range(count):
        words, day = text(number), f"2023-{number // 28 + 1:02d}-{number % 28 + 1:02d}"
        found.sources[f"s{number}"] = {
            "kind": "document", "title": words, "publisher": words, "author": words,
            "created": "2023-01-01", "url": url(number), "archived_url": url(number),
        }  # fmt: skip
        found.sources[f"b{number}"] = {
            "kind": "interview", "title": "A talk", "created": "2023-01-01", "label": words,
            "terms": "on-background", "why_anonymous": "Asked for it.", "manager_knows": "editor",
        }  # fmt: skip
        found.people[f"p{number}"] = {"name": words, "kind": "person"}
        found.people[f"r{number}"] = {
            "name": "Quillon Vrx" + str(number).translate(LETTERS), "kind": "person",
            "naming": "role-only", "label": words,
        }  # fmt: skip
        found.events[f"e{number}"] = _event(words, day, number)
    found.heading |= {
        "title": text(0), "summary": text(1), "byline": text(2), "publisher": text(3),
        "storylines": list(dict.fromkeys(text(number) for number in range(count))),
    }  # fmt: skip
    return found


def _event(words: str, day: str, number: int) -> Values:
    cited = {"source": f"s{number}", "at": words, "quote": words, "attribution": words}
    return {
        "headline": words, "date": day, "summary": words, "instrument": words, "place": words,
        "storyline": words, "tags": [words], "attribution": words, "visibility": "public",
        "people": [{"who": f"p{number}", "part": words}, {"who": f"r{number}", "part": words}],
        "sources": [cited, f"b{number}"],
        "known_to": [{"who": f"p{number}", "date": day, "how": words, "sources": [cited]}],
        "responses": [
            {"who": f"p{number}", "asked": "2023-01-02", "answer": words, "answered": "2023-01-03"}
        ],
        "corrections": [{"on": "2023-06-02", "kind": "correction", "note": words}],
        "media": [{"file": "media/dock.png", "alt": words, "credit": words, "caption": words}],
    }  # fmt: skip


def publication(made: Newsroom, *, signed: bool = False) -> Prepared:
    """What would be published of it; where every event is signed, the gate is open for it."""
    with TemporaryDirectory() as place:
        if signed:
            made.sign(Path(place))
        return prepared(made.written(Path(place)))


@cache
def harmful() -> Prepared:
    """Every text of `vectors` in every field."""
    return publication(newsroom(lambda number: TEXTS[number], len(TEXTS)), signed=True)


@cache
def harmless() -> Prepared:
    """The same events with plain words."""
    return publication(newsroom(lambda number: f"Plain words {number}", len(TEXTS)))
