"""The public data: exactly the listed keys, by a published schema, in the readers' order."""

from __future__ import annotations

import json
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import TODAY, Newsroom, files
from timelines.investigation import load
from timelines.publish.public import TYPES, PublicTimeline
from timelines.publish.publication import order_of_writing, prepare

INTERNAL = (
    "account to The Kansas City Star", "law-enforcement-source", "hearsay", "police source",
    "JCIS", "multiple parties", "90 days from", "natures-disagree", "records-search",
    "the editor of this example",
)  # fmt: skip
"""Words of the desk's own notes on the founding case."""

KEYS = """
timeline: title zone language summary byline publisher url updated storylines events
event: id headline date basis basis_words verification verification_words summary kind instrument
  storylines people place tags weight attribution media sources known_to answers corrections
  order_undecided
date: words edtf datetime stretch start end members approximate uncertain ongoing
day: words edtf datetime
person: id name kind label part
citation: stance source label at quote attribution
source: id title publisher author published created url archived_url
knowing: who stance date how sources
answer: answer who
correction: on note kind
medium: file alt credit caption width height
"""


def test_the_allow_list_is_frozen() -> None:
    """Nothing becomes public by accident: a new key is added here by somebody who means it."""
    frozen = {
        line.split(":")[0]: line.split(":")[1].split()
        for line in KEYS.replace("\n  ", " ").strip().splitlines()
    }
    allowed = {
        one.__name__.removeprefix("Public").lower(): [field.name for field in fields(one)]
        for one in TYPES
    }
    assert allowed == frozen
    assert set(TYPES) == _reachable(PublicTimeline)


def _reachable(one: Any) -> set[Any]:
    found = {one}
    for hint in typing.get_type_hints(one).values():
        for part in (hint, *typing.get_args(hint)):
            if is_dataclass(part) and part not in found:
                found |= _reachable(part)
    return found


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What would be published of the newsroom of these tests."""
    place = tmp_path_factory.mktemp("harbor")
    return files(Newsroom().sign(place / "signed").written(place / "desk"))


@pytest.fixture(scope="module")
def case() -> dict[str, bytes]:
    """What would be published of the founding case."""
    return dict(prepare(load(FOUNDING_CASE), TODAY, 0).publication.files)


@pytest.mark.parametrize("name", ["harbor", "case"])
def test_the_data_keeps_its_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    """Who builds on the data can rely on the schema that lies beside it."""
    published = request.getfixturevalue(name)
    schema = json.loads(published["timeline.schema.json"])
    Draft202012Validator.check_schema(schema)
    data = json.loads(published["timeline.json"])
    assert data["$schema"] == "timeline.schema.json"
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    data["events"][0]["notes"] = "No."
    assert not Draft202012Validator(schema).is_valid(data)


def test_the_anonymous_fact_is_told_in_the_agreed_words_alone(case: dict[str, bytes]) -> None:
    """Of the unnamed source of the founding case readers get its label: no title, link or id."""
    events = json.loads(case["timeline.json"])["events"]
    (told,) = [one for one in events if one.get("attribution") == "a law enforcement source"]
    unnamed = [one for one in told["sources"] if "label" in one]
    assert unnamed == [{"stance": "supports", "label": "a law enforcement source"}]
    everything = b"".join(case.values()).decode("utf-8", "replace")
    for internal in INTERNAL:
        assert internal not in everything, internal


def test_no_date_is_more_exact_than_it_is_known(case: dict[str, bytes]) -> None:
    """“Sometime in May” never becomes the first of May for a machine either."""
    (told,) = [
        one
        for one in json.loads(case["timeline.json"])["events"]
        if "unauthorized search" in one["headline"]
    ]
    assert told["date"] == {
        "words": "sometime in May 2021",
        "edtf": "2021-05",
        "datetime": "2021-05",
        "start": ["2021-05-01T05:00:00Z", "2021-06-01T05:00:00Z"],
        "end": ["2021-05-01T05:00:00Z", "2021-06-01T05:00:00Z"],
    }
    linked = json.loads(case["timeline.jsonld"])
    starts = {part["name"]: part.get("startDate") for part in linked["hasPart"]}
    assert starts[told["headline"]] == "2021-05"
    assert starts["The department ends its own investigation"] is None


def test_the_order_that_nothing_public_decides_is_marked(case: dict[str, bytes]) -> None:
    """Readers are told where it is not known which of two events came first."""
    events = json.loads(case["timeline.json"])["events"]
    place = next(number for number, one in enumerate(events) if "is made aware" in one["headline"])
    assert "unauthorized search" in events[place - 1]["headline"]
    assert events[place]["order_undecided"] is True
    assert "order_undecided" not in events[0]


def test_people_are_named_by_their_rule(harbor: dict[str, bytes]) -> None:
    """A name where it may be told, the agreed words where not."""
    (told,) = [one for one in json.loads(harbor["timeline.json"])["events"] if "people" in one]
    board, chair, contractor = told["people"]
    assert (board["name"], chair["name"], chair["part"]) == (
        "Port Ellery Harbor Board", "Marisol Vance", "chair",
    )  # fmt: skip
    assert contractor == {"label": "the contractor"}
    assert [one["who"]["name"] for one in told["known_to"]] == ["Marisol Vance"]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ({"public": "yes"}, [{"stance": "supports", "label": "a harbor worker"}]),
        ({"terms": "deep-background"}, []),
        ({"terms": "off-record", "public": "yes"}, []),
        (
            {"terms": "on-record", "public": "no"},
            [{"stance": "supports", "label": "a harbor worker"}],
        ),
    ],
)
def test_what_is_not_on_the_record_has_no_title(
    terms: dict[str, str], told: list[dict[str, str]], tmp_path: Path
) -> None:
    """Not even “public: yes” shows title or link of a source that spoke on other terms."""
    news = Newsroom()
    news.sources["worker"] |= terms
    data = json.loads(files(news.written(tmp_path))["timeline.json"])
    (built,) = [one for one in data["events"] if one["headline"].startswith("The fuel dock")]
    assert [one for one in built["sources"] if "source" not in one] == told
    assert "What a harbor worker told us" not in json.dumps(data)


def test_only_lanes_with_events_are_there(harbor: dict[str, bytes]) -> None:
    """The desk's own lane is not even an empty one."""
    data = json.loads(harbor["timeline.json"])
    assert data["storylines"] == ["The inspection", "The permit"]
    assert data["updated"]["edtf"] == "2023-06-02"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("https://user:word@example.org/", None),
        ("mailto:desk@example.org", None),
    ],
)
def test_links_lead_to_the_web(url: str, link: str | None, tmp_path: Path) -> None:
    """A link that could run something, or holds a password, is no link."""
    news = Newsroom()
    news.sources["memo"]["url"] = url
    data = json.loads(files(news.written(tmp_path))["timeline.json"])
    (told,) = [one for one in data["events"] if one["headline"].startswith("An inspector")]
    assert told["sources"][0]["source"].get("url") == link


def test_what_is_typed_is_text_everywhere(tmp_path: Path) -> None:
    """No field can put anything but text into the page."""
    attack = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    news = Newsroom()
    news.heading |= {"title": attack, "summary": attack, "byline": attack, "publisher": attack}
    texts = ("headline", "summary", "place", "attribution", "instrument")
    news.events["approved"] |= dict.fromkeys(texts, attack)
    news.events["approved"]["media"][0] |= {"alt": attack, "caption": attack, "credit": attack}
    news.sources["minutes"]["title"] = attack
    news.people["board"]["name"] = attack
    published = files(news.written(tmp_path))
    page = published["index.html"].decode()
    for forbidden in ("<script>", "onerror=alert(1)>", "<img src=x"):
        assert forbidden not in page
    assert page.count("<script") == page.count('<script src="assets/') <= 1
    assert page.count("<img ") == 1
    assert "default-src 'none'" in page and "unsafe-" not in page
    assert ET.fromstring(published["feed.atom"]).findtext("{*}title") == attack  # noqa: S314


def test_the_feeds_are_well_formed(harbor: dict[str, bytes]) -> None:
    """Feed readers get every event and every correction, the newest first, each with its own id."""
    feed = json.loads(harbor["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all({"id", "title", "content_text"} <= item.keys() for item in feed["items"])
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids) == 4
    assert feed["items"][0]["date_published"] == "2023-06-02T04:00:00Z"
    (told,) = [one for one in feed["items"] if one["title"].startswith("Correction: ")]
    assert told["content_text"] == "The vote was four to one."
    atom = ET.fromstring(harbor["feed.atom"])  # noqa: S314 - we made it
    entries = atom.findall("{*}entry")
    assert [entry.findtext("{*}id") for entry in entries] == ids
    for part in (atom, *entries):
        assert part.findtext("{*}id") and part.findtext("{*}title")
        assert (part.findtext("{*}updated") or "").endswith("Z")


def test_feeds_without_an_address_have_names_that_stay(tmp_path: Path) -> None:
    """Where the story has no address yet, items have names that are the same every time."""
    news = Newsroom()
    del news.heading["url"]
    first = json.loads(files(news.written(tmp_path / "a"))["feed.json"])
    second = json.loads(files(news.written(tmp_path / "b"))["feed.json"])
    assert first == second
    assert all(item["id"].startswith("urn:uuid:") for item in first["items"])


def test_the_page_comes_after_all_it_fetches(harbor: dict[str, bytes]) -> None:
    """Whoever opens the page while it is replaced gets the old one whole, or the new one."""
    order = order_of_writing(harbor)
    assert sorted(order) == sorted(harbor)
    assert order[-2:] == ["index.html", "publication.json"]
    assert all(path.startswith(("assets/", "media/")) for path in order[:2])
