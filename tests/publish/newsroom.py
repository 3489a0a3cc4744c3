"""An investigation as plain values that tests change and write down, and its publication."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from tests.conftest import write_investigation
from timelines.investigation import load
from timelines.publish import signing
from timelines.publish.public import Json
from timelines.publish.publication import Prepared, prepare

TODAY = date(2023, 7, 1)
NOW = 1_688_200_000_000_000
"""On that day, in microseconds since 1970."""

Values = dict[str, Any]

HEADING: Values = {
    "title": "The harbor permits",
    "zone": "America/New_York",
    "summary": "A board approved a dock after a warning.",
    "byline": "Noor Adeyemi",
    "publisher": "The Port Ellery Beacon",
    "url": "https://beacon.example/harbor",
    "storylines": ["The inspection", "The permit", "The desk’s own lane"],
}
SOURCES: dict[str, Values] = {
    "minutes": {
        "kind": "document",
        "title": "Minutes of the Harbor Board",
        "publisher": "Port Ellery Harbor Board",
        "created": "2023-04-11",
        "url": "https://harbor.example/minutes.pdf",
        "archived_url": "https://archive.example/minutes.pdf",
    },
    "story": {
        "kind": "publication",
        "title": "Board was warned",
        "publisher": "The Port Ellery Beacon",
        "author": "Noor Adeyemi",
        "published": "2023-06-01",
        "url": "https://beacon.example/fuel-dock",
        "archived_url": "https://archive.example/fuel-dock",
    },
    "memo": {"kind": "document", "title": "Inspection memo", "created": "2023-03-21"},
    "worker": {
        "kind": "interview",
        "title": "What a harbor worker told us",
        "created": "2023-05-16",
        "terms": "on-background",
        "label": "a harbor worker",
        "why_anonymous": "Works for the board and could lose the job.",
        "manager_knows": "managing editor",
    },
}
PEOPLE: dict[str, Values] = {
    "board": {"name": "Port Ellery Harbor Board", "kind": "organisation"},
    "vance": {
        "name": "Marisol Vance",
        "kind": "person",
        "roles": [{"title": "chair", "org": "Port Ellery Harbor Board"}],
    },
    "contractor": {
        "name": "Theo Lindqvist",
        "kind": "person",
        "naming": "role-only",
        "label": "the contractor",
    },
}
EVENTS: dict[str, Values] = {
    "inspected": {
        "headline": "An inspector looks at the fuel dock",
        "date": "2023-03-21",
        "storyline": "The inspection",
        "attribution": "the memo says",
        "visibility": "public",
        "sources": [
            {"source": "memo", "at": "p. 1", "quote": "inspected on March 21, 2023"},
            "minutes",
        ],
    },
    "approved": {
        "headline": "The Port Ellery Harbor Board approves the dock’s permit",
        "date": "2023-04-11T19:40",
        "summary": "The board’s chair, Marisol Vance, did not mention the *memo*.",
        "kind": "decision",
        "instrument": "permit",
        "storyline": ["The permit"],
        "people": ["board", {"who": "vance", "part": "chair"}, {"who": "contractor"}],
        "place": "Town hall",
        "tags": ["vote"],
        "weight": 3,
        "verification": "confirmed",
        "attribution": "the minutes say",
        "visibility": "public",
        "sources": [
            {"source": "minutes", "at": "p. 2", "quote": "Approved at 7:40 p.m."},
            "story",
            {"source": "worker", "stance": "mentions"},
        ],
        "order": [{"after": "inspected"}],
        "known_to": [
            {"who": "vance", "date": "2023-04-11", "how": "in the chair", "sources": ["minutes"]}
        ],
        "corrections": [
            {"on": "2023-06-02", "kind": "correction", "note": "The vote was four to one."}
        ],
        "media": [{"file": "media/dock.png", "alt": "A pier", "credit": "Beacon"}],
    },
    "built": {
        "headline": "The fuel dock is built, a harbor worker says",
        "date": "2023-04-24/2023-06",
        "basis": "inferred",
        "storyline": "The permit",
        "attribution": "a harbor worker",
        "visibility": "public",
        "sources": [
            {"source": "worker", "says": {"date": "2023-04-24/2023-06"}},
            {"source": "story", "says": {"date": "2023-04-24/2023-06"}},
        ],
    },
    "desk-only": {
        "headline": "What the desk alone knows",
        "date": "2023-04",
        "storyline": "The desk’s own lane",
        "sources": ["memo", "minutes"],
    },
}
PICTURE = (Path(__file__).resolve().parents[2] / "data/harbor-permits/media/dock.png").read_bytes()


class Newsroom:
    """The values of one investigation; what a test changes in it is its own copy."""

    def __init__(self) -> None:
        self.heading = deepcopy(HEADING)
        self.sources = deepcopy(SOURCES)
        self.people = deepcopy(PEOPLE)
        self.events = deepcopy(EVENTS)
        self.files: dict[str, str | bytes] = {"media/dock.png": PICTURE}

    def texts(self) -> dict[str, str | bytes]:
        """Its files by path. What JSON can say is YAML."""
        lists = {"sources.yaml": self.sources, "people.yaml": self.people}
        return {
            "investigation.yaml": _text(self.heading),
            **{
                name: _text([{"id": id, **record} for id, record in records.items()])
                for name, records in lists.items()
            },
            **{f"events/{id}.yaml": _text(record) for id, record in self.events.items()},
            **self.files,
        }

    def written(self, folder: Path) -> Path:
        """The folder, once everything is written into it."""
        return write_investigation(folder, self.texts())

    def sign(self, folder: Path, by: str = "E. Ditor") -> Newsroom:
        """Have every public event signed as it reads, by the fingerprint of what is written."""
        investigation = load(self.written(folder))
        for event, record in self.events.items():
            if record.get("visibility") == "public":
                fingerprint = signing.current(investigation, event)
                record["signoffs"] = [
                    {"role": "editor", "by": by, "on": "2023-06-30", "fingerprint": fingerprint}
                ]
        return self


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def prepared(folder: Path, *, now: int = NOW, published: Json | None = None) -> Prepared:
    """What would be published of a folder on the tests' day."""
    return prepare(load(folder), TODAY, now, published)


def files(folder: Path, *, now: int = NOW) -> dict[str, bytes]:
    """The files that would be published of a folder, whatever the gate says."""
    return dict(prepared(folder, now=now).publication.files)
