"""What YAML files say is read as people wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines import tables
from timelines.investigation import Investigation, load

EVENT = "headline: It happens\ndate: 2021-05\n"


def one(folder: Path, text: str | bytes) -> Investigation:
    """An investigation of one event, events/a.yaml, and two sources."""
    sources = "- {id: form, kind: document, title: The form}\n- {id: 0042, kind: post, title: P}\n"
    return load(write_investigation(folder, {"events/a.yaml": text, "sources.yaml": sources}))


@pytest.mark.parametrize(
    "written",
    ["NO", "yes", "12:30", "2021-05-07", "0042", "1.10", "1_000", "0x1F", "~", "null", "on", "1e3",
     ".inf", "+12", "0o14", "2001-12-14t21:59:43.10-05:00", "=", "<", "true"],
)  # fmt: skip
def test_every_value_is_the_text_that_is_written(tmp_path: Path, written: str) -> None:
    """A reporter who writes 12:30, NO or 0042 finds 12:30, NO and 0042."""
    investigation = one(tmp_path, EVENT + f"place: {written}\ntags: [{written}]\n")
    assert investigation.problems == ()
    assert investigation.events.place[0] == written
    assert investigation.tags.tag.tolist() == [written]


@pytest.mark.parametrize(
    "written",
    [
        "[2021-09-08, 2021-09-10]",
        "[2021-09-08,2021-09-10]",
        "[..2021-09-08]",
        "[2021-09-08..]",
        "[2021-09-08..2021-09-10]",
        "{2021-09-08, 2021-09-10}",
        "{1960,1961-12}",
        "[2021-09-08T10:00Z, 2021-09-09T11:30Z]",
        "[2021-09-08[Asia/Tokyo], 2021-09-10[Asia/Tokyo]]",
        "2021-05/..",
        "../2021-05",
        "2021-05/",
        "/2021-05",
        "2021-05~",
        "2021-XX-09",
        "?2021-05",
        "%2021-05",
        "~2021-05",
        "2021-05-07T17:44",
        "2021-05-07T17:44-05:00",
        "2021-05-07[America/New_York]",
        "-0001",
        "Y170000002",
        "1950S2",
        "unknown",
    ],
)
def test_a_date_needs_no_quotes(tmp_path: Path, written: str) -> None:
    """A date is kept and read as it is written, with quotes or without, sets in brackets too."""
    texts = (f"headline: x\ndate: {written}\n", f'headline: x\ndate: "{written}" # so it is\n')
    for number, text in enumerate(texts):
        investigation = one(tmp_path / str(number), text)
        assert [p for p in investigation.problems if p.check != "beyond-calendar"] == []
        assert investigation.events.written[0] == written
        assert investigation.dates["a"].written == written


def test_sets_of_dates_need_no_quotes_anywhere(tmp_path: Path) -> None:
    """Brackets are a set of dates wherever a date may stand, and a list wherever a list may."""
    text = EVENT + (
        "tags: [a, b]\n"
        "known_to: []\n"
        "sources:\n"
        "  - {source: form, says: {date: [2021-09-08, 2021-09-10]}}\n"
        "corrections:\n"
        "  - {on: [2021-09-08, 2021-09-10], note: x}\n"
    )
    investigation = one(tmp_path, text)
    assert investigation.problems == ()
    assert investigation.citations.says_date[0] == "[2021-09-08, 2021-09-10]"
    assert investigation.corrections.on[0] == "[2021-09-08, 2021-09-10]"
    assert investigation.tags.tag.tolist() == ["a", "b"]


def test_a_set_over_two_lines_is_one_text(tmp_path: Path) -> None:
    """A long set of dates may be broken into lines like any other value."""
    investigation = one(tmp_path, "headline: x\ndate: [2021-09-08,\n  2021-09-10]\n")
    assert investigation.problems == ()
    assert investigation.events.written[0] == "[2021-09-08, 2021-09-10]"


def test_texts_are_kept_exactly(tmp_path: Path) -> None:
    """Quotes are the words used: inner blanks, quotation marks and signs of any script stay."""
    quote = "He said:  “no” – 日本 😀 \\ 'x'  # not a comment"
    escaped = quote.replace("'", "''")
    investigation = one(
        tmp_path,
        EVENT + f"sources:\n  - source: form\n    quote: '{escaped}'\nsummary: |\n  a\n\n  b\n",
    )
    assert investigation.problems == ()
    assert investigation.citations.quote[0] == quote
    assert investigation.event("a").summary == "a\n\nb\n"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\xa0", "\ufeff"])
def test_signs_from_web_pages_do_not_break_a_file(tmp_path: Path, sign: str) -> None:
    """A quote pasted from a page with invisible signs is read, and lines are counted right."""
    text = f"headline: It{sign}happens\ndate: 2021\nkind: fling\n"
    investigation = one(tmp_path, text)
    assert [(p.file, p.line) for p in investigation.problems] == [("events/a.yaml", 3)]
    assert investigation.event("a").headline == f"It{sign}happens"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_any_editor_are_read(tmp_path: Path, ends: str, mark: bytes) -> None:
    """Windows, Unix and old Macintosh files are read alike, and lines are counted alike."""
    text = "headline: x\ndate: 2021\nsummary: |\n  a\n  b\nkind: fling\n".replace("\n", ends)
    investigation = one(tmp_path, mark + text.encode())
    assert [p.line for p in investigation.problems] == [6]
    assert investigation.event("a").summary == "a\nb\n"


def test_an_empty_value_is_an_absent_key(tmp_path: Path) -> None:
    """A template with keys still to be filled in is no different from one without them."""
    text = (
        EVENT + "summary:\nplace: ''\nkind: ' '\nsources:\ntags: []\npeople: [ ]\norder: # later\n"
    )
    investigation = one(tmp_path, text)
    event = investigation.event("a")
    assert investigation.problems == ()
    assert (event.summary, event.place, event.kind) == (None, None, None)
    assert (event.sources, event.tags, event.order) == ((), (), ())


def test_lists_of_one_need_no_list(tmp_path: Path) -> None:
    """A reporter writes `tags: records` and need not think of brackets."""
    texts = {
        "investigation.yaml": "title: T\nzone: UTC\nstorylines: A\nsignoffs: lawyer\n"
        "known_contacts: (816) 555-0100\n",
        "events/a.yaml": EVENT + "storyline: A\ntags: t\npeople: p\nsources: s\n"
        "sensitivity: minor\nadverse_to: p\nknown_to:\n  - {who: p, date: 2021, sources: s}\n",
        "events/b.yaml": EVENT + "people: {who: p, part: sender}\nsources: {source: s, at: p. 1}\n",
        "sources.yaml": "- {id: s, kind: post, title: S}\n"
        "- {id: t, kind: post, title: T, derived_from: s}\n",
        "people.yaml": "- {id: p, name: P, variants: Q}\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()
    assert investigation.heading.signoffs == ("lawyer",)
    assert investigation.heading.known_contacts == ("(816) 555-0100",)
    assert len(investigation.citations) == 3
    assert investigation.involved.part.tolist()[1] == "sender"
    assert investigation.derivations.origin.tolist() == ["s"]
    assert investigation.variants.variant.tolist() == ["Q"]


def test_ids_come_from_file_names(tmp_path: Path) -> None:
    """A file with one record needs no id; a list of records gives each its own."""
    texts = {
        "events/2021-05-report.yml": EVENT,
        "events/0042.yaml": EVENT,
        "events/no.yaml": EVENT,
        "events/list.yaml": "- {id: x.1, headline: x, date: 2021}\n"
        "- {id: y_2, headline: y, date: 2021}\n",
        "events/single.yaml": "- {headline: x, date: 2021}\n",
        "sources/form.yaml": "kind: document\ntitle: The form\n",
        "sources.yaml": "- {id: other, kind: document, title: Other}\n",
        "people/mayor.yaml": "name: The mayor\n",
        "people/mañana.yaml": "name: M\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()
    assert sorted(investigation.events.id) == [
        "0042", "2021-05-report", "no", "single", "x.1", "y_2",
    ]  # fmt: skip
    assert sorted(investigation.sources.id) == ["form", "other"]
    assert sorted(investigation.people.id) == ["mayor", "mañana"]


def test_ids_are_the_same_however_accents_are_stored(tmp_path: Path) -> None:
    """A file named on a Mac and an id typed on Windows are one id."""
    texts = {
        "people/man\u0303ana.yaml": "name: M\n",
        "events/a.yaml": EVENT + "people: [ma\xf1ana]\nadverse_to: man\u0303ana\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()
    assert investigation.people.id.tolist() == ["ma\xf1ana"]
    assert investigation.adverse.person.tolist() == ["ma\xf1ana"]


def test_aliases_are_filled_in(tmp_path: Path) -> None:
    """Somebody who knows YAML may mark a value and use it again."""
    text = (
        EVENT + "sources:\n  - &form {source: form, at: p. 1}\n  - *form\nplace: &p x\nnotes: *p\n"
    )
    investigation = one(tmp_path, text)
    assert investigation.problems == ()
    assert investigation.citations["at"].tolist() == ["p. 1", "p. 1"]
    assert investigation.event("a").notes == "x"


def test_tables_keep_their_contract_full_and_empty(tmp_path: Path) -> None:
    """Every table has the same columns and types whether anything is in it or not."""
    empty = load(write_investigation(tmp_path / "empty", {}))
    full = load("data/harbor-permits")
    for investigation in (empty, full):
        for table in tables.TABLES:
            tables.verify(table, getattr(investigation, table.name))
    assert all(len(getattr(empty, table.name)) == 0 for table in tables.TABLES)
    assert all(len(getattr(full, table.name)) > 0 for table in tables.TABLES)
