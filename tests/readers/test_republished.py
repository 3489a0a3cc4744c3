"""What was published is read back as it was, and nothing that readers never get is taken."""

from __future__ import annotations

import json

import pytest

from components.views import published
from tests.publish.newsroom import Newsroom, files
from timelines.publish.public import as_json
from timelines.publish.republished import Unreadable, republished


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A published timeline with everything that readers can get."""
    place = tmp_path_factory.mktemp("newsroom")
    news = Newsroom().sign(place / "signed")
    return files(news.written(place / "desk"))["timeline.json"]


def test_it_is_read_back_whole(data: bytes) -> None:
    """The readers' app shows exactly what was published, field by field."""
    said = json.loads(data)
    said.pop("$schema")
    assert as_json(republished(data)) == said


def test_the_figure_is_drawn_from_it_alone(data: bytes) -> None:
    """Every public event with a date has its mark, under its public id."""
    public = republished(data)
    figure = published.figure(public, theme="light", width=900)
    drawn = {
        str(custom[0])
        for trace in figure.data
        for custom in (() if trace.customdata is None else trace.customdata)
    }
    assert {event.id for event in public.events} <= drawn | set(figure.layout.meta["undated"])


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"notes": "what the source really said"}, "notes"),
        ({"events": [{"id": "a", "fingerprint": "x"}]}, "fingerprint"),
        ({"events": {}}, "events"),
        ({"title": 3}, "title"),
        ({"title": None}, "title"),
        ({"events": [{"id": "a"}]}, "lacks"),
    ],
)
def test_what_readers_never_get_is_refused(data: bytes, change: object, word: str) -> None:
    """A file that somebody made up is not shown, and the sentence says what is wrong with it."""
    said = json.loads(data)
    assert isinstance(change, dict)
    with pytest.raises(Unreadable) as fault:
        republished(json.dumps({**said, **change}).encode())
    assert word in str(fault.value)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b"\xff\xfe{}", b'{"title": "A"}'])
def test_what_is_no_timeline_is_refused(broken: bytes) -> None:
    """Half a file, or none of ours, is told in a sentence."""
    with pytest.raises(Unreadable, match=r"timeline\.json"):
        republished(broken)
