"""What changed since the last publication, and what changed without a word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.publish.newsroom import Newsroom, prepared
from timelines.publish import memory
from timelines.publish.public import Json
from timelines.publish.publication import DATA, Publication


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """What readers have."""
    place = tmp_path_factory.mktemp("first")
    return prepared(Newsroom().sign(place / "signed").written(place / "desk")).publication


@pytest.fixture(params=["by the published folder", "by memory"])
def again(
    request: pytest.FixtureRequest, first: Publication, tmp_path: Path
) -> Callable[[Newsroom], Any]:
    """Publish once more, looking at what readers have where the test says."""
    published: Json | None = json.loads(first.files[DATA])

    def once_more(changed: Newsroom) -> Any:
        root = changed.sign(tmp_path / "signed again").written(tmp_path / "desk")
        if request.param == "by memory":
            (root / memory.FILE).write_text(first.remembered, encoding="utf-8")
            return prepared(root)
        return prepared(root, published=published)

    return once_more


def silent(one: Any) -> dict[str, str]:
    """The sentences about events that were changed without a correction."""
    return {
        found.event: found.message
        for found in one.decision.missing
        if found.check == "corrected-silently"
    }


def test_the_same_again_is_no_news(again: Callable[[Newsroom], Any]) -> None:
    """Publishing what readers have changes nothing and accuses nobody."""
    one = again(Newsroom())
    assert one.decision.open
    assert one.publication.news.nothing


def test_what_is_new_gone_and_changed_is_listed(again: Callable[[Newsroom], Any]) -> None:
    """An editor reads in one list what readers will see that they did not."""
    news = Newsroom()
    news.events["inspected"]["visibility"] = "internal"
    news.events["desk-only"] |= {"visibility": "public", "attribution": "the memo says"}
    news.events["built"]["tags"] = ["dock"]
    found = again(news).publication.news
    assert found.added == ("What the desk alone knows",)
    assert found.removed == ("An inspector looks at the fuel dock",)
    (changed,) = found.changed
    assert changed.headline == "The fuel dock is built, a harbor worker says"
    assert [one.in_words() for one in changed.differences] == ["tag “dock” is new"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "The board approves the dock"),
        ("date", "2023-04-11"),
        ("summary", "The vote was four to one."),
        ("attribution", "the board says"),
        ("verification", "alleged"),
        ("place", "The pier"),
        ("sources", ["minutes", "story"]),
        ("people", [{"who": "vance", "part": "chair"}]),
    ],
)
def test_a_changed_statement_needs_a_correction(
    field: str, value: Any, again: Callable[[Newsroom], Any]
) -> None:
    """Readers who were told something else are told so."""
    news = Newsroom()
    news.events["approved"][field] = value
    assert set(silent(again(news))) == {"approved"}
    news.events["approved"]["corrections"].append({"on": "2023-06-30", "note": "We changed it."})
    assert again(news).decision.open


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tags", ["vote", "dock"]),
        ("weight", 1),
        ("storyline", ["The permit", "The inspection"]),
        ("known_to", []),
    ],
)
def test_what_takes_nothing_back_needs_none(
    field: str, value: Any, again: Callable[[Newsroom], Any]
) -> None:
    """A tag, a lane or one more source is no correction."""
    news = Newsroom()
    news.events["approved"][field] = value
    news.events["approved"]["sources"].append({"source": "memo", "at": "p. 1"})
    found = silent(again(news))
    assert (set(found) == {"approved"}) == (field == "known_to")


def test_a_source_with_other_words_needs_one(again: Callable[[Newsroom], Any]) -> None:
    """Other words in quotation marks are another statement."""
    news = Newsroom()
    news.events["approved"]["sources"][0]["quote"] = "Denied."
    (sentence,) = silent(again(news)).values()
    assert "source “Minutes of the Harbor Board”: was “Approved at 7:40 p.m.”" in sentence


def test_a_slip_of_the_pen_may_be_accepted(again: Callable[[Newsroom], Any]) -> None:
    """An editor may accept by name that a comma was mended in silence."""
    news = Newsroom()
    news.events["approved"]["summary"] = "The board’s chair, Marisol Vance did not mention it."
    news.events["approved"]["waivers"] = [
        {"check": "corrected-silently", "because": "A comma.", "by": "E. D.", "on": "2023-06-30"}
    ]
    assert silent(again(news)) == {}


def test_the_heading_is_news_too(first: Publication, tmp_path: Path) -> None:
    """A new title is in the list as well."""
    news = Newsroom()
    news.heading["title"] = "The harbor"
    root = news.written(tmp_path / "desk")
    found = prepared(root, published=json.loads(first.files[DATA])).publication.news
    assert [one.in_words() for one in found.heading] == [
        "title: was “The harbor permits”, is “The harbor”"
    ]


SPOILED = {"headline": 3, "date": [], "corrections": 5, "people": {"a": 1}, "sources": [None]}


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[",
        "[]",
        "[" * 100_000,
        '{"events": []}',
        '{"events": {"built": 3}}',
        json.dumps({"events": {"built": {"id": '"><script>', "told": SPOILED}}}),
        json.dumps({"events": {"gone": {"id": "ebuilt", "told": SPOILED}}}),
    ],
)
def test_a_damaged_memory_is_none(kept: str, signed: Newsroom, tmp_path: Path) -> None:
    """A memory that somebody spoiled by hand stops nothing and accuses nobody."""
    root = signed.written(tmp_path / "desk")
    (root / memory.FILE).write_text(kept, encoding="utf-8")
    one = prepared(root)
    assert one.decision.open
    assert b'"><script>' not in b"".join(one.publication.files.values())


def test_spoiled_words_of_an_event_are_told_as_a_change(signed: Newsroom, tmp_path: Path) -> None:
    """A memory of the right form with wrong words in it is compared like any other."""
    root = signed.written(tmp_path / "desk")
    kept = {"events": {"built": {"id": "ebuilt", "told": SPOILED}}}
    (root / memory.FILE).write_text(json.dumps(kept), encoding="utf-8")
    one = prepared(root)
    assert set(silent(one)) == {"built"}
    assert one.publication.ids["built"] == "ebuilt"
