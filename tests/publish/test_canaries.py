"""Nothing that is the desk's own is in any published byte, however it is packed."""

from __future__ import annotations

import base64
import getpass
import gzip
import html
import json
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.publish.newsroom import NOW, PEOPLE, SOURCES, Newsroom, files, prepared
from tests.publish.sweep import found
from timelines.investigation import load
from timelines.publish import folder
from timelines.records import Event, Heading, Person, Source

FORMS = ("zqcanary{}xvw", "ωжканарейка{}鳥", "86753{}0991847")
"""ASCII, other scripts, digits."""


class Canaries:
    """Gives every field its own canary, and remembers which one is whose."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.names: dict[str, str] = {}

    def __call__(self, field: str) -> str:
        """The canary of a field."""
        canary = self.form.format(100 + len(self.names))
        self.names[canary] = field
        return canary


def planted(form: str) -> tuple[Newsroom, dict[str, str]]:
    """A newsroom with a canary in every field that readers never get."""
    news, canary = Newsroom(), Canaries(form)
    lower = lambda field: canary(field).lower()  # noqa: E731
    news.heading |= {
        "notes": canary("heading notes"),
        "wording": {canary("wording"): "dock"},
        "synonyms": [[canary("synonym"), "dock"]],
        "known_contacts": [canary("known contact")],
        "house": {"guilt_words": [canary("guilt word")], "loaded_verbs": [canary("loaded verb")]},
        "expect": {"events": 6, "sources": 7, "people": 5},
    }
    _plant_sources(news, canary, lower)
    _plant_people(news, canary, lower)
    _plant_events(news, canary, lower)
    news.files |= {
        f"evidence/{lower('evidence name')}.txt": canary("evidence text"),
        f"events/{lower('note beside')}.yaml": f"# {canary('comment')}\n"
        + json.dumps(internal_event(canary)),
    }
    return news, canary.names


def _plant_sources(news: Newsroom, canary: Any, lower: Any) -> None:
    internal = {
        "obtained": {
            "on": "2023-05-09",
            "how": canary("obtained how"),
            "request": canary("request"),
            "law": canary("law"),
        },
        "captured": "2023-05-02",
        "pages": canary("pages"),
        "label": canary("label of a source on the record"),
        "why_anonymous": canary("why anonymous"),
        "manager_knows": canary("manager knows"),
        "notes": canary("source notes"),
        "file": f"evidence/{lower('evidence file')}.pdf",
    }
    news.sources["minutes"] |= internal
    worker = news.sources["worker"]
    for field in ("title", "publisher", "author"):
        worker[field] = canary(f"confidential {field}")
    worker["url"] = f"https://{lower('confidential url')}.example/x"
    worker["notes"] = canary("confidential notes")
    news.sources |= {
        lower("kept from readers, id"): {
            "kind": "post",
            "title": canary("kept from readers, title"),
            "url": f"https://example.org/{lower('kept url')}",
            "public": "no",
        },
        lower("deep background, id"): {
            "kind": "interview",
            "title": canary("deep background, title"),
            "terms": "deep-background",
            "label": canary("deep background, label"),
        },
        lower("off the record, id"): {
            "kind": "interview",
            "title": canary("off the record, title"),
            "terms": "off-record",
            "label": canary("off the record, label"),
        },
    }


def _plant_people(news: Newsroom, canary: Any, lower: Any) -> None:
    news.people["vance"] |= {
        "variants": [canary("variant")],
        "roles": [{"title": canary("role"), "org": canary("office")}],
        "label": canary("label of somebody named"),
        "notes": canary("person notes"),
    }
    news.people["contractor"] |= {
        "name": canary("name of somebody not named"),
        "variants": [canary("variant of somebody not named")],
    }
    news.people |= {
        lower("bystander id"): {"name": canary("bystander")},
        lower("never id"): {"name": canary("never"), "naming": "never"},
    }


def _plant_events(news: Newsroom, canary: Any, lower: Any) -> None:
    kept, deep, off = list(news.sources)[-3:]
    bystander, never = list(news.people)[-2:]
    approved = news.events["approved"]
    approved["notes"] = canary("event notes")
    approved["people"].append({"who": never, "part": canary("part of somebody never named")})
    approved["sources"][0] |= {
        "notes": canary("citation notes"),
        "says": {"number": canary("says"), "instrument": canary("says instrument")},
        "knowledge": "document",
    }
    approved["sources"][2] |= {
        field: canary(f"confidential citation {field}") for field in ("at", "quote", "notes")
    }
    approved["sources"] += [
        {"source": one, "stance": "mentions", "quote": canary(f"quote of source {number}")}
        for number, one in enumerate((kept, deep, off))
    ]
    approved["order"] += [{"after": "desk-only", "by": "1 day", "source": "worker"}]
    approved["known_to"] += [
        {"who": "contractor", "date": "2023-04-11", "how": canary("known, not named"),
         "sources": ["minutes"]},
        {"who": "board", "date": "2023-04-11", "how": canary("known, confidential source"),
         "sources": ["worker"]},
        {"who": "board", "date": "2023-04-11", "how": canary("known, no source")},
    ]  # fmt: skip
    approved["responses"] = [
        {"who": "board", "asked": "2023-05-22", "how": canary("asked how"), "answer": "None of it."}
    ]
    approved["waivers"] = [
        {"check": "one-origin", "because": canary("waiver"), "by": canary("waiver by"),
         "on": "2023-05-30"}
    ]  # fmt: skip
    approved["questions"] = [
        {"ask": canary("question"), "by": canary("asker"), "owner": canary("owner"),
         "answer": canary("answer to a question")}
    ]  # fmt: skip
    approved["signoffs"] = [
        {"role": canary("role of a sign-off"), "by": canary("signer"), "on": "2023-06-30",
         "fingerprint": canary("fingerprint")}
    ]  # fmt: skip
    news.events[lower("embargoed id")] = internal_event(canary) | {
        "visibility": "public",
        "embargo": "2040-01-01T00:00Z",
    }
    news.events["desk-only"] |= internal_event(canary) | {
        "people": [bystander],
        "storyline": "The desk’s own lane",
    }


def internal_event(canary: Any) -> dict[str, Any]:
    """An event for the desk with a canary in every text."""
    texts = ("headline", "summary", "instrument", "place", "attribution", "notes")
    return {field: canary(f"internal {field}") for field in texts} | {
        "date": "2023-04",
        "tags": [canary("internal tag")],
        "sources": [{"source": "story", "quote": canary("internal quote")}],
        "corrections": [{"on": "2023-06-09", "note": canary("internal correction")}],
        "media": [{"file": "media/dock.png", "alt": canary("internal alt")}],
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_is_internal_is_in_no_published_byte(form: str, tmp_path: Path) -> None:
    """A reader who takes every published file apart finds nothing that is the desk's own."""
    news, canaries = planted(form)
    root = news.written(tmp_path / "desk")
    assert [one.message for one in load(root).problems if one.level == "error"] == []
    folder.write(prepared(root).publication.files, tmp_path / "readers")
    published = {
        path.relative_to(tmp_path / "readers").as_posix(): path.read_bytes()
        for path in (tmp_path / "readers").rglob("*")
        if path.is_file()
    }
    assert len(canaries) > 60
    assert {field for canary, field in canaries.items() if found(canary, published)} == set()
    assert found("a harbor worker", published)


def test_the_search_finds_what_is_hidden() -> None:
    """The search for canaries is worth something: it undoes every way of packing them."""
    canary = FORMS[1].format(100)
    ways = {
        "plain": canary.encode(),
        "entities": html.escape(canary).encode("ascii", "xmlcharrefreplace"),
        "escapes": json.dumps(canary).encode(),
        "address": quote(canary).encode(),
        "base64": b'"' + base64.b64encode(f"before {canary} after".encode()) + b'"',
        "gzip": gzip.compress(canary.encode()),
        "utf-16": canary.encode("utf-16-le"),
        f"name-{canary}": b"",
    }
    assert found(canary, ways) == list(ways)
    assert found(canary, {"other": FORMS[1].format(101).encode()}) == []


def test_no_byte_tells_where_when_or_by_whom_it_was_made(tmp_path: Path) -> None:
    """Nobody learns from a published folder on whose computer, in which folder and when it was
    made."""
    root = Newsroom().sign(tmp_path / "first").written(tmp_path / "a secret place")
    here = files(root)
    elsewhere = files(Newsroom().sign(tmp_path / "first").written(tmp_path / "other"), now=NOW * 2)
    assert here == elsewhere
    told = [str(tmp_path), "a secret place", str(datetime.now(UTC).date())]
    # A name of a few letters may stand in any picture by chance.
    told += [name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 5]
    assert {text: found(text, here) for text in told if found(text, here)} == {}


PUBLIC_FIELDS = {
    Heading: "title summary zone language byline publisher url storylines",
    Event: "headline date basis summary kind instrument storyline people place tags weight media "
    "verification attribution sources known_to responses corrections",
    Source: "title publisher author created published url archived_url label",
    Person: "name kind label",
}
INTERNAL_FIELDS = {
    Heading: "week_starts hemisphere signoffs house expect wording synonyms known_contacts notes",
    Event: "id zone order visibility embargo adverse_to sensitivity signoffs waivers questions "
    "notes",
    Source: "id kind obtained captured file sha256 pages language terms why_anonymous "
    "manager_knows firsthand derived_from translated_from public vault notes",
    Person: "id variants roles born died legal_status naming notes",
}


@pytest.mark.parametrize("record", PUBLIC_FIELDS, ids=lambda record: record.__name__)
def test_every_field_of_the_format_is_either_public_or_the_desks(record: Any) -> None:
    """Whoever adds a field to the format decides here whether readers get it."""
    public, internal = (set(of[record].split()) for of in (PUBLIC_FIELDS, INTERNAL_FIELDS))
    assert public & internal == set()
    assert public | internal == set(record.model_fields)


def test_the_examples_names_are_not_canaries() -> None:
    """The newsroom of the tests has what the canaries stand for: an unnamed source and person."""
    assert SOURCES["worker"]["terms"] == "on-background"
    assert PEOPLE["contractor"]["naming"] == "role-only"
