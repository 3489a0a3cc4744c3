"""Saving: what is kept, what is merged, what is asked, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import write_investigation
from tests.desk.conftest import SHARED, SOURCES
from tests.house.imports import ROOT
from timelines.desk import (
    DELETED,
    END,
    Addition,
    Change,
    Conflict,
    Refused,
    Removal,
    Version,
    add,
    carry_out,
    opened,
    remove,
    restore,
    save,
)
from timelines.investigation import load


def version(folder: Path, identity: str, kind: Any = "event") -> Version:
    """What a record says now."""
    found = opened(folder, kind, identity)
    assert found is not None
    return found


def test_a_save_changes_one_line(levee: Path) -> None:
    """A reporter who learns the day changes the day, and nothing else of the file."""
    done = save(levee, "event", "shared", {("date",): "2021-05-20"}, base=version(levee, "shared"))
    assert done.changed
    assert done.file == "events/shared.yaml"
    text = (levee / done.file).read_text()
    assert text == SHARED.replace("2021-05\n", "2021-05-20\n")
    assert load(levee).event("shared").date == "2021-05-20"


def test_nothing_new_is_not_written(levee: Path) -> None:
    """Saving what the file says already leaves even its time of change alone."""
    file = levee / "events" / "shared.yaml"
    before = file.stat()
    changes = {("headline",): "The levee is inspected", ("sources",): [
        {"source": "letter", "at": "p. 1", "quote": "  "}], ("place",): ""}  # fmt: skip
    done = save(levee, "event", "shared", changes)
    assert not done.changed
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_others_changed_in_other_fields_is_kept_and_told(levee: Path) -> None:
    """Somebody saves the place meanwhile: both are kept, and the second one is told."""
    seen = version(levee, "shared")
    save(levee, "event", "shared", {("place",): "North levee"}, base=seen)
    done = save(levee, "event", "shared", {("date",): "2021-06"}, base=seen)
    assert done.beside == ("place",)
    after = version(levee, "shared").value
    assert (after["place"], after["date"]) == ("North levee", "2021-06")


def test_the_same_field_is_a_conflict_with_all_three_versions(levee: Path) -> None:
    """The second of two is shown what it was, what the other one made of it, and their own."""
    seen = version(levee, "shared")
    save(levee, "event", "shared", {("date",): "2021-06", ("place",): "X"}, base=seen)
    before = (levee / "events" / "shared.yaml").read_bytes()
    with pytest.raises(Conflict, match=r"“date”.*choose") as caught:
        save(levee, "event", "shared", {("date",): "2021-07", ("notes",): "n"}, base=seen)
    assert (levee / "events" / "shared.yaml").read_bytes() == before
    shown = {one.path: (one.base, one.theirs, one.mine, one.clashes) for one in caught.value.fields}
    assert shown == {
        ("date",): ("2021-05", "2021-06", "2021-07", True),
        ("notes",): (None, None, "n", False),
        ("place",): (None, "X", None, False),
    }
    chosen = save(levee, "event", "shared", {("date",): "2021-07"}, base=caught.value.current)
    assert chosen.changed
    assert version(levee, "shared").value["place"] == "X"


def test_two_who_change_a_list_are_asked_two_who_add_to_it_are_not(levee: Path) -> None:
    """Nobody's citation is edited in another one's place because the list has moved."""
    seen = version(levee, "shared")
    save(levee, "event", "shared", {("sources", END): "star"}, base=seen)
    done = save(levee, "event", "shared", {("sources", END): {"source": "star", "at": "p. 9"}},
                base=seen)  # fmt: skip
    assert done.changed
    assert len(version(levee, "shared").value["sources"]) == 3
    with pytest.raises(Conflict, match="“sources”"):
        save(levee, "event", "shared", {("sources", 0, "quote"): "x"}, base=seen)


def test_both_made_the_same_change(levee: Path) -> None:
    """Two who correct the same slip in the same way are not asked to choose."""
    seen = version(levee, "shared")
    save(levee, "event", "shared", {("headline",): "The levee was inspected"}, base=seen)
    done = save(levee, "event", "shared", {("headline",): "The levee was inspected"}, base=seen)
    assert not done.changed


def test_a_digest_is_enough_to_notice_a_change(levee: Path) -> None:
    """A page that kept only the digest of what it showed still never writes over another's work."""
    seen = version(levee, "shared").digest
    save(levee, "event", "shared", {("date",): "2021-06"}, base=seen)
    with pytest.raises(Conflict) as caught:
        save(levee, "event", "shared", {("date",): "2021-07"}, base=seen)
    assert [one.theirs for one in caught.value.fields if one.clashes] == ["2021-06"]


def test_a_record_that_was_removed_meanwhile(levee: Path) -> None:
    """What was typed for an event that somebody removed is shown, and can be added again."""
    seen = version(levee, "shared")
    remove(levee, "event", "shared", base=seen)
    with pytest.raises(Conflict, match="removed") as caught:
        save(levee, "event", "shared", {("date",): "2021-07"}, base=seen)
    assert caught.value.current is None
    assert ("2021-05", "2021-07") in [(one.base, one.mine) for one in caught.value.fields]
    with pytest.raises(Refused, match="There is no event “shared”"):
        save(levee, "event", "shared", {("date",): "2021-07"})


def test_nothing_is_removed_that_says_something_else_by_now(levee: Path) -> None:
    """An event somebody has just improved is not removed by one who has not seen it."""
    seen = version(levee, "shared")
    save(levee, "event", "shared", {("place",): "X"})
    with pytest.raises(Conflict):
        remove(levee, "event", "shared", base=seen)
    assert (levee / "events" / "shared.yaml").exists()


def test_events_sources_people_and_the_heading_are_saved_alike(levee: Path) -> None:
    """Whatever is edited at the desk, it is one line of one file."""
    save(levee, "source", "star", {("title",): "The Evening Star"})
    save(levee, "person", "lucas", {("variants",): ["Mayor Lucas"]})
    save(levee, "heading", "", {("house", "stale_days"): 20, ("storylines", END): "Repairs"})
    assert (levee / "sources.yaml").read_text() == SOURCES.replace("The Star", "The Evening Star")
    assert (levee / "people.yaml").read_text().endswith("\n  variants: [Mayor Lucas]\n")
    heading = load(levee).heading
    assert heading.house.stale_days == 20
    assert heading.storylines == ("Repairs",)


REFUSED: dict[str, tuple[dict[tuple[Any, ...], Any], str]] = {
    "a key that is none": ({("headlin",): "x"}, "Did you mean “headline”"),
    "no headline": ({("headline",): DELETED}, "“headline” is missing"),
    "a word that is none": ({("verification",): "confrimed"}, "Did you mean “confirmed”"),
    "another id": ({("id",): "other"}, "An id stays"),
    "a place that is none": ({("sources", 7, "at"): "x"}, "There is no place"),
    "a sign that no text has": ({("place",): "a\x00b"}, "code 0x0"),
    "half a letter": ({("place",): "a\ud800"}, "code 0xd800"),
    "a number that is no text": ({("weight",): 1.5}, "float"),
    "a fact without a relation": ({("order",): [{"by": "2 days"}]}, "An order fact says one of"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_not_be_read_back_is_refused(levee: Path, name: str) -> None:
    """Nothing is saved that would be a finding, or worse, missing from the timeline, at once."""
    changes, why = REFUSED[name]
    before = (levee / "events" / "shared.yaml").read_bytes()
    with pytest.raises(Refused, match=why):
        save(levee, "event", "shared", changes)
    assert (levee / "events" / "shared.yaml").read_bytes() == before


def test_what_was_wrong_before_does_not_keep_anybody_from_saving(tmp_path: Path) -> None:
    """A slip of somebody else in the same event does not stand in a hurried reporter's way."""
    text = "headline: A\ndate: 2021\nverification: confrimed\nheadlin: B\n"
    folder = write_investigation(tmp_path, {"events/a.yaml": text})
    save(folder, "event", "a", {("place",): "X"})
    after = (folder / "events" / "a.yaml").read_text()
    assert after == text.replace("date: 2021\n", "date: 2021\nplace: X\n")


def test_a_broken_file_is_not_written_into(tmp_path: Path) -> None:
    """The reporter reads which line of which file to mend first."""
    folder = write_investigation(tmp_path, {"events/a.yaml": "headline: A: B\ndate: 2021\n"})
    with pytest.raises(Refused, match=r"“events/a.yaml” cannot be read.*Line 1"):
        save(folder, "event", "a", {("date",): "2022"})


def test_a_new_event_is_a_file_a_careful_person_would_write(levee: Path) -> None:
    """Keys in their order, quotes where needed, a bare source where nothing more is said of it."""
    fields = {
        "sources": [
            {"source": "star"},
            {"source": "letter", "at": "p. 2", "says": {"date": "May"}},
        ],
        "headline": "The county: “we knew”",
        "date": "[..2021-05-20]",
        "people": [{"who": "lucas", "part": "mayor"}],
        "summary": "told twice, " * 12,
        "notes": "First.\nSecond.\n",
        "tags": ["water", ""],
        "place": None,
    }
    done = add(levee, "event", "county-knew", fields)
    assert (levee / done.file).read_text() == (
        'headline: "The county: “we knew”"\n'
        'date: "[..2021-05-20]"\n'
        "summary: >-\n"
        f"  {'told twice, ' * 7}told twice,\n"
        "  told twice, told twice, told twice, told twice,\n"
        "people:\n"
        "  - {who: lucas, part: mayor}\n"
        "tags: [water]\n"
        "sources:\n"
        "  - star\n"
        "  - source: letter\n"
        "    at: p. 2\n"
        "    says: {date: May}\n"
        "notes: |\n"
        "  First.\n"
        "  Second.\n"
    )  # fmt: skip
    assert load(levee).problems == ()


def test_where_new_records_go(tmp_path: Path) -> None:
    """Sources go into the list there is, else into the folder there is, else into a new list."""
    new = {"kind": "post", "title": "T"}
    nothing = write_investigation(tmp_path / "nothing", {})
    assert add(nothing, "source", "a", new).file == "sources.yaml"
    assert add(nothing, "source", "b", new).file == "sources.yaml"
    assert add(nothing, "event", "e", {"headline": "A", "date": "2021"}).file == "events/e.yaml"
    a_folder = write_investigation(
        tmp_path / "folder", {"sources/x.yaml": "kind: post\ntitle: X\n"}
    )
    assert add(a_folder, "source", "a", new).file == "sources/a.yaml"
    single = write_investigation(tmp_path / "single", {"people.yaml": "id: x\nname: X\n"})
    assert add(single, "person", "a", {"name": "A"}).file == "people/a.yaml"
    broken = write_investigation(tmp_path / "broken", {"sources.yaml": "- id: x: y\n"})
    assert add(broken, "source", "a", new).file == "sources/a.yaml"
    for folder in (nothing, a_folder, single):
        assert load(folder).problems == ()


def test_an_id_that_is_taken_anywhere_is_refused(tmp_path: Path) -> None:
    """Two records never share an id, in whichever file the first one stands."""
    texts = {"events/many.yaml": "- {id: a, headline: A, date: 2021}\n- id: b\n  headline: B\n"}
    folder = write_investigation(tmp_path, texts)
    for identity in ("a", "b"):
        with pytest.raises(Refused, match="already"):
            add(folder, "event", identity, {"headline": "C", "date": "2021"})
    assert (
        add(folder, "event", "many", {"headline": "C", "date": "2021"}).file != "events/many.yaml"
    )
    assert load(folder).event("many").headline == "C"


@pytest.mark.parametrize(
    "identity", ["../up", "a/b", "A", "", "..", "a b", "x" * 81, "a\n", "/etc/x", "a\x00"]
)
def test_an_id_never_leads_out_of_the_folder(levee: Path, identity: str) -> None:
    """Whatever is typed as an id, no file is written outside the investigation."""
    before = sorted(levee.parent.rglob("*"))
    with pytest.raises(Refused):
        add(levee, "event", identity, {"headline": "A", "date": "2021"})
    with pytest.raises(Refused):
        save(levee, "event", identity, {("headline",): "A"})
    assert sorted(levee.parent.rglob("*")) == before


def test_an_id_that_makes_no_file_name_gets_one(tmp_path: Path) -> None:
    """Ids that a file of that name would hide, or whose name is too long, are read all the same."""
    folder = write_investigation(tmp_path, {})
    for identity in (".hidden", "東" * 80, "no", "0042"):
        add(folder, "event", identity, {"headline": "A", "date": "2021"})
        assert load(folder).event(identity).headline == "A"
    assert load(folder).problems == ()


def test_all_of_several_orders_or_none(levee: Path) -> None:
    """An event and its new source are saved together; if one cannot be, the other is not either."""
    event = Addition("event", "new", {"headline": "N", "date": "2021", "sources": ["paper"]})
    source = Addition("source", "paper", {"kind": "document", "title": "P"})
    before = (levee / "sources.yaml").read_bytes()
    with pytest.raises(Refused):
        carry_out(levee, [source, event, Change("event", "nowhere", {("date",): "2021"})])
    assert (levee / "sources.yaml").read_bytes() == before
    assert not (levee / "events" / "new.yaml").exists()
    done = carry_out(
        levee,
        [source, event, Change("source", "paper", {("title",): "Q"}), Removal("event", "own-1")],
    )
    assert [one.file for one in done] == [
        "sources.yaml", "events/new.yaml", "sources.yaml", "events/own-1.yaml",
    ]  # fmt: skip
    assert load(levee).source("paper").title == "Q"
    assert not (levee / "events" / "own-1.yaml").exists()


def test_many_records_at_once(levee: Path) -> None:
    """A spreadsheet of hundreds of rows comes in with one write of each file."""
    sources = [Addition("source", f"s{n}", {"kind": "post", "title": f"S {n}"}) for n in range(200)]
    done = carry_out(levee, sources)
    assert len(done) == 200
    assert (levee / "sources.yaml").read_text().startswith(SOURCES)
    assert len(load(levee).sources) == 202
    with pytest.raises(Refused, match="twice"):
        carry_out(levee, [sources[0].__class__("source", "t", {"kind": "post", "title": "T"})] * 2)


def test_the_example_in_the_documentation_runs(tmp_path: Path) -> None:
    """A programmer can begin with what the page about the desk shows."""
    folder = tmp_path / "case"
    shutil.copytree(ROOT / "data" / "kansas-city-records-search", folder)
    page = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    example = page.partition("```python\n")[2].partition("```")[0]
    exec(compile(example, "desk.md", "exec"), {"folder": folder})  # noqa: S102
    assert load(folder).event("prosecutor-email").sources[0].quote == "letter dated Sept. 8"


def test_an_earlier_version_is_put_back(levee: Path) -> None:
    """Undo works from what was on the screen, also where there is no git."""
    first = save(levee, "event", "shared", {("date",): "2021-06", ("place",): "X"})
    assert first.before is not None
    restore(levee, "event", "shared", first.before.value, base=first.after)
    assert (levee / "events" / "shared.yaml").read_text() == SHARED
    added = add(levee, "event", "new", {"headline": "N", "date": "2021"})
    restore(levee, "event", "new", None, base=added.after)
    assert not (levee / "events" / "new.yaml").exists()
