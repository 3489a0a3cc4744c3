"""Publishing with and without any one internal thing gives the same bytes."""

from __future__ import annotations

import inspect
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.publish.newsroom import Newsroom, files, prepared
from timelines.investigation import load
from timelines.publish import signing
from timelines.publish.publication import Publication, files_of

Change = Callable[[Newsroom, str], None]

CHANGES: dict[str, Change] = {}


def one(change: Change) -> Change:
    """An internal thing that a desk adds; its name is the function's."""
    CHANGES[change.__name__] = change
    return change


@one
def internal_event(news: Newsroom, text: str) -> None:
    """An event for the desk before all others, tied to a public one, in a lane of its own."""
    news.events["a-first"] = {
        "headline": text,
        "date": "2023-03-21",
        "storyline": "The inspection",
        "people": ["vance"],
        "sources": ["minutes"],
        "order": [{"before": "inspected"}, {"same_day": "approved"}],
    }


@one
def internal_twin(news: Newsroom, text: str) -> None:
    """An event for the desk that says the same as a public one."""
    news.events["a-twin"] = {**news.events["approved"], "visibility": "internal", "notes": text}


@one
def embargoed_event(news: Newsroom, text: str) -> None:
    """A public event that is held back, with a public one's headline."""
    news.events["a-later"] = {
        **news.events["inspected"],
        "summary": text,
        "embargo": "2040-01-01T00:00Z",
    }


@one
def source(news: Newsroom, text: str) -> None:
    """A source that nothing public cites."""
    news.sources["a-source"] = {"kind": "document", "title": text, "published": "2023-01-01"}


@one
def deep_background(news: Newsroom, text: str) -> None:
    """A source on deep background, cited by a public event."""
    terms = {"terms": "deep-background", "label": text}
    news.sources["a-witness"] = {"kind": "interview", "title": text, **terms}
    news.events["approved"]["sources"].insert(0, {"source": "a-witness", "quote": text})


@one
def dated_confidential_source(news: Newsroom, text: str) -> None:
    """A second source of the same agreed words, published before the event's own span ends."""
    worker = {**news.sources["worker"], "title": text, "published": "2023-04-30"}
    news.sources["a-worker"] = worker
    news.events["built"]["sources"].append({"source": "a-worker", "notes": text})


@one
def person(news: Newsroom, text: str) -> None:
    """Somebody who has no part in anything public."""
    news.people["a-person"] = {"name": text}


@one
def unnamed_person(news: Newsroom, text: str) -> None:
    """Somebody never named, and without agreed words, with a part in a public event."""
    news.people["a-minor"] = {"name": text, "naming": "never"}
    news.events["approved"]["people"].insert(0, {"who": "a-minor", "part": text})


@one
def notes(news: Newsroom, text: str) -> None:
    """Notes wherever there may be some."""
    news.heading["notes"] = text
    for records in (news.events, news.sources, news.people):
        for record in records.values():
            record["notes"] = text
    news.events["approved"]["sources"][0]["notes"] = text


@one
def citation_notes(news: Newsroom, text: str) -> None:
    """What a citation says differently, how its source knows, and a note."""
    more = {"notes": text, "says": {"number": text}, "knowledge": "document"}
    news.events["approved"]["sources"][0] |= more


@one
def known_to(news: Newsroom, text: str) -> None:
    """Knowledge of somebody who is not named, or by a source that may not be seen."""
    news.events["approved"]["known_to"] = [
        {"who": "contractor", "date": "2023-04-12", "how": text, "sources": ["minutes"]},
        *news.events["approved"]["known_to"],
        {"who": "board", "date": "2023-04-11", "how": text, "sources": ["worker"]},
        {"who": "board", "date": "2023-04-11", "how": text, "sources": ["minutes", "worker"]},
    ]


@one
def question(news: Newsroom, text: str) -> None:
    """An editor's open question."""
    news.events["approved"]["questions"] = [{"ask": text, "by": text, "owner": text}]


@one
def waiver(news: Newsroom, text: str) -> None:
    """A finding that an editor accepts."""
    accepted = {"check": "one-origin", "because": text, "by": text, "on": "2023-06-30"}
    news.events["approved"]["waivers"] = [accepted]


@one
def signature(news: Newsroom, text: str) -> None:
    """One more sign-off."""
    signed = {"role": text, "by": text, "on": "2023-06-30", "fingerprint": text}
    news.events["approved"].setdefault("signoffs", []).append(signed)


@one
def unanswered_response(news: Newsroom, text: str) -> None:
    """A right of reply that nobody used yet."""
    asked = {"who": "board", "asked": "2023-05-22", "how": text, "deadline": "2023-05-24"}
    news.events["approved"]["responses"] = [asked]
    news.events["approved"]["adverse_to"] = ["board"]


@one
def comment(news: Newsroom, text: str) -> None:
    """A comment in a file."""
    news.files["sources/more.yaml"] = f"# {' '.join(text.split())}\n[]\n"


@one
def evidence(news: Newsroom, text: str) -> None:
    """A document in the folder of evidence, and that a source points to it."""
    news.files["evidence/a-document.txt"] = text
    news.sources["minutes"] |= {"file": "evidence/a-document.txt", "pages": text}


@one
def order_fact(news: Newsroom, text: str) -> None:
    """A fact about two public events that only a confidential source gives."""
    news.events["built"]["order"] = [{"before": "approved", "by": "1 day", "source": "worker"}]
    news.events["built"]["notes"] = text


@one
def lane(news: Newsroom, text: str) -> None:
    """A lane that no public event is in, and what the house knows of words."""
    news.heading["storylines"] = [text.strip(), *news.heading["storylines"]]
    news.heading["synonyms"] = [[text, "dock"]]
    news.heading["known_contacts"] = [text]
    news.heading["house"] = {"silence_days": 1, "guilt_words": [text]}


@one
def person_known_better(news: Newsroom, text: str) -> None:
    """Offices, other names and dates of somebody who is named."""
    news.people["vance"] |= {"variants": [text], "born": "1961", "label": text}
    news.people["vance"]["roles"].append({"title": text, "org": text})


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1
).map(lambda text: " ".join(text.split())).filter(lambda text: text != "") | st.sampled_from(
    ["Zoë", "[2021]", "null", "'", '"', "<b>", "日本", "0042", "A: b # c"]
)


@pytest.fixture(scope="module")
def plain(signed_once: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """What is published without any of it."""
    return prepared(signed_once.written(tmp_path_factory.mktemp("plain"))).publication


@pytest.fixture(scope="module")
def base(plain: Publication) -> dict[str, bytes]:
    """Its files."""
    return dict(plain.files)


def laid_out(publication: Publication) -> tuple[object, ...]:
    """All that its files are made of."""
    parts = inspect.signature(files_of).parameters
    given = {"public", "pictures", "at", "to_explore"}
    assert set(parts) == given, "files are made of something else, too: compare it here"
    return tuple(getattr(publication, name) for name in sorted(given))


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_one_internal_thing_changes_no_byte(
    name: str, base: dict[str, bytes], signed: Newsroom, tmp_path: Path
) -> None:
    """Nobody can tell from what is published that the desk has this thing."""
    CHANGES[name](signed, "Something else")
    root = signed.written(tmp_path / "desk")
    assert [one.message for one in load(root).problems if one.level == "error"] == []
    assert files(root) == base


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@example(changes=[("deep_background", "0"), ("source", "0")])
@given(changes=st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), TEXTS), max_size=4))
def test_internal_things_together_change_no_byte(
    signed_once: Newsroom, plain: Publication, changes: list[tuple[str, str]]
) -> None:
    """However much the desk knows and whatever it calls it, files are made of the same."""
    news = deepcopy(signed_once)
    for name, text in dict(changes).items():
        CHANGES[name](news, text)
    with tempfile.TemporaryDirectory() as place:
        made = prepared(news.written(Path(place) / "desk")).publication
    assert laid_out(made) == laid_out(plain)


def test_internal_things_void_no_signature(signed: Newsroom, tmp_path: Path) -> None:
    """An editor need not sign again because of a note, a question or another event."""
    fingerprints = {
        id: one["signoffs"][0]["fingerprint"]
        for id, one in signed.events.items()
        if "signoffs" in one
    }
    for change in CHANGES.values():
        change(signed, "Something else")
    investigation = load(signed.written(tmp_path / "desk"))
    current = {event: signing.current(investigation, event) for event in fingerprints}
    assert current == fingerprints


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ("approved", "headline", "The board approves it"),
        ("approved", "date", "2023-04-12"),
        ("approved", "place", "The pier"),
        ("approved", "attribution", "the board says"),
        ("built", "visibility", "internal"),
    ],
)
def test_a_public_thing_does_change_bytes(
    record: str,
    field: str,
    value: str,
    plain: Publication,
    signed: Newsroom,
    tmp_path: Path,
) -> None:
    """The comparison is worth something: what readers do get makes a difference."""
    signed.events[record][field] = value
    made = prepared(signed.written(tmp_path / "desk")).publication
    assert laid_out(made) != laid_out(plain)
    assert made.files != plain.files


def test_how_files_are_arranged_changes_no_byte(
    base: dict[str, bytes], signed: Newsroom, tmp_path: Path
) -> None:
    """Ids and file names are the desk's own: calling them otherwise is seen by nobody."""
    signed.events["zz-renamed"] = signed.events.pop("inspected")
    signed.events["approved"]["order"] = [{"after": "zz-renamed"}]
    signed.sources["aa-minutes"] = signed.sources.pop("minutes")
    for event in signed.events.values():
        event["sources"] = [_renamed(one) for one in event["sources"]]
    signed.events["approved"]["known_to"][0]["sources"] = ["aa-minutes"]
    assert files(signed.written(tmp_path / "desk")) == base


def _renamed(cited: object) -> object:
    if cited == "minutes":
        return "aa-minutes"
    if isinstance(cited, dict) and cited["source"] == "minutes":
        return {**cited, "source": "aa-minutes"}
    return cited
