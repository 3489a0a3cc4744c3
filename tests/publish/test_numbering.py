"""Public ids stay what they are, and tell nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.publish.newsroom import NOW, TODAY, Newsroom
from timelines.investigation import load
from timelines.publish import memory
from timelines.publish.numbering import Named, event_ids, person_id, source_id
from timelines.publish.publication import prepare

HEADLINES = st.lists(st.sampled_from("abcdefgh"), max_size=8)


def named(headlines: list[str]) -> list[Named]:
    """Events of these headlines."""
    return [Named(f"file-{place}", one, "2021") for place, one in enumerate(headlines)]


@given(HEADLINES)
def test_every_event_has_an_id_of_its_own(headlines: list[str]) -> None:
    """No two events share an id, even where their headlines are alike."""
    found = event_ids(named(headlines), {})
    assert len(set(found.values())) == len(headlines)


@given(HEADLINES, HEADLINES)
def test_an_event_keeps_its_id_when_others_come(before: list[str], more: list[str]) -> None:
    """A link to an event leads to it for ever, whatever is published beside it later."""
    first = event_ids(named(before), {})
    assert event_ids(named(before + more), first).items() >= first.items()


def test_an_id_does_not_depend_on_the_events_own(tmp_path: Path) -> None:
    """Nobody can check a guess at what the desk calls an event."""
    one = event_ids([Named("tip-from-jones", "A dock is built", "2021")], {})
    other = event_ids([Named("dock", "A dock is built", "2021")], {})
    assert list(one.values()) == list(other.values())
    guess = hashlib.sha256(b"tip-from-jones").hexdigest()[:8]
    assert guess not in one["tip-from-jones"]


def test_events_whose_short_ids_would_be_alike_are_told_apart() -> None:
    """Ids are short enough to meet by chance; then each event still has one, whatever the order."""
    alike = [Named("one", "Matter 37013", "2021"), Named("two", "Matter 67813", "2022")]
    each = [*event_ids(alike[:1], {}).values(), *event_ids(alike[1:], {}).values()]
    assert each[0] == each[1], "of these two headlines they are"
    found = event_ids(alike, {})
    assert found == event_ids(alike[::-1], {})
    assert each[0] in found.values() and len(set(found.values())) == 2
    kept = {"one": each[0]}
    assert event_ids(alike, kept)["two"] != each[0] == event_ids(alike, kept)["one"]


def test_the_id_of_an_event_is_seven_signs_and_an_older_one_stays() -> None:
    """A page of a thousand events is not made heavy by names nobody reads; links stay good."""
    now = [Named("dock", "A dock is built", "2021"), Named("pier", "A pier burns", "2022")]
    older = [Named("eabcdefghij", "A dock is built", "2021")]
    found = event_ids(now, {}, older)
    assert found["dock"] == "eabcdefghij"
    assert len(found["pier"]) == 7 and found["pier"].isalnum() and found["pier"][0] == "e"


def test_a_corrected_headline_keeps_the_id_by_memory() -> None:
    """What the investigation's folder remembers of an event wins over its words."""
    assert event_ids([Named("dock", "New words", "2021")], {"dock": "eold"}) == {"dock": "eold"}


def test_a_corrected_headline_keeps_the_id_by_what_is_published() -> None:
    """Where nothing is remembered, the only published event of that date is the same one."""
    published = [Named("eold", "Old words", "2021"), Named("eother", "Another", "2022")]
    now = [Named("dock", "New words", "2021"), Named("pier", "Another", "2022")]
    assert event_ids(now, {}, published) == {"dock": "eold", "pier": "eother"}


def test_where_two_could_be_meant_neither_is() -> None:
    """An id is not given to the wrong event because two are of one day."""
    published = [Named("eold", "Old words", "2021")]
    now = [Named("dock", "New words", "2021"), Named("pier", "Other words", "2021")]
    assert "eold" not in event_ids(now, {}, published).values()


def test_an_id_that_was_withdrawn_is_not_given_again() -> None:
    """A link to an event that is gone never leads to another one."""
    gone = event_ids([Named("dock", "A dock is built", "2021")], {})
    again = event_ids([Named("pier", "A dock is built", "2022")], gone)
    assert again["pier"] != gone["dock"]


def test_ids_of_people_and_sources_are_made_of_what_readers_see() -> None:
    """They are the same wherever the name or address is, and start with a letter."""
    assert person_id("Marisol Vance") == person_id("Marisol Vance") != person_id("M. Vance")
    assert source_id("https://a.example", "A", None) == source_id("https://a.example", "B", "C")
    assert source_id(None, "A", None) != source_id(None, "B", None)
    assert person_id("A")[0] == "p" and source_id(None, "A", None)[0] == "s"


def test_memory_and_folder_agree_on_who_is_who(tmp_path: Path) -> None:
    """After a headline is corrected the event has the id it had, by memory and without it."""
    news = Newsroom()
    root = news.written(tmp_path / "desk")
    first = prepare(load(root), TODAY, NOW).publication
    published = json.loads(first.files["timeline.json"])
    news.events["built"]["headline"] = "The dock stands, a harbor worker says"
    root = news.written(tmp_path / "desk")
    assert prepare(load(root), TODAY, NOW, published).publication.ids == first.ids
    (root / memory.FILE).write_text(first.remembered, encoding="utf-8")
    assert prepare(load(root), TODAY, NOW).publication.ids == first.ids
    assert json.loads(first.remembered)["events"].keys() == first.ids.keys()
