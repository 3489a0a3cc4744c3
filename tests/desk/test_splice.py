"""Edits of files written in odd ways: before, what is changed, and the file after it."""

from __future__ import annotations

from typing import Any

import pytest

from timelines.desk import DELETED, END, Refused
from timelines.desk.intent import Changes, intended
from timelines.desk.splicing.filetext import file_text
from timelines.desk.splicing.places import source
from timelines.desk.splicing.splice import added, removed, spliced
from timelines.records import Event, Source
from timelines.records.fields import DATE_KEYS
from timelines.yamlfile import decode, read


def edited(before: str | bytes, changes: Changes, number: int | None = None) -> bytes:
    """The file after changes to its record, or to one of its records."""
    data = before if isinstance(before, bytes) else before.encode()
    text = file_text(data)
    placed = source(text.text, DATE_KEYS)
    whole: Any = placed.seen.document.value
    record = whole if number is None else whole[number]
    after = text.edited(spliced(placed, number, intended(record, changes, Event), Event))
    said: Any = read(decode(after), verbatim=DATE_KEYS).value
    assert (said if number is None else said[number]) == intended(record, changes, Event)
    return after


CASES: dict[str, tuple[str, Changes, str]] = {
    "a date keeps the comment behind it": (
        "headline: A\ndate: 2021-05  # as the Star has it\n",
        {("date",): "2021-09-08"},
        "headline: A\ndate: 2021-09-08  # as the Star has it\n",
    ),
    "quotes stay quotes": (
        "headline: 'A'\ndate: \"2021-05\"\n",
        {("headline",): "It's B", ("date",): "2021-06"},
        'headline: "It\'s B"\ndate: "2021-06"\n',
    ),
    "quotes only where needed": (
        "headline: A\ndate: 2021\n",
        {("headline",): "He said: no", ("date",): "[..2021-05]", ("place",): "Town hall, Ellery"},
        'headline: "He said: no"\ndate: "[..2021-05]"\nplace: Town hall, Ellery\n',
    ),
    "the quotes of the file": (
        "headline: 'A: B'\nplace: 'C: D'\ndate: 2021\n",
        {("attribution",): "E: F"},
        "headline: 'A: B'\nplace: 'C: D'\nattribution: 'E: F'\ndate: 2021\n",
    ),
    "dates in brackets stay bare": (
        "date: [2021-09-08, 2021-09-10] # two\nheadline: A\n",
        {("date",): "[2021-09-08, 2021-09-11]"},
        "date: [2021-09-08, 2021-09-11] # two\nheadline: A\n",
    ),
    "dates that are no YAML by themselves": (
        "date: [2021-09-08[UTC], 2021-09-10] # two\nheadline: A\nborn: {2021-09-08[UTC]}\n",
        {("headline",): "B", ("date",): "2021"},
        "date: 2021 # two\nheadline: B\nborn: {2021-09-08[UTC]}\n",
    ),
    "a new key comes where it is customary": (
        "headline: A\n# When?\ndate: 2021\nsources: [star]\n# the end\n",
        {("summary",): "So it was.", ("basis",): "computed", ("notes",): "x"},
        ("headline: A\n# When?\ndate: 2021\nbasis: computed\nsummary: So it was.\n"
        "sources: [star]\nnotes: x\n# the end\n"),
    ),
    "a key goes, comments around it stay": (
        "headline: A\n# about the place\nplace: X # here\n\ndate: 2021\n",
        {("place",): DELETED},
        "headline: A\n# about the place\n\ndate: 2021\n",
    ),
    "a file without a last line end": (
        "headline: A\ndate: 2021",
        {("place",): "X"},
        "headline: A\ndate: 2021\nplace: X",
    ),
    "a key without a value gets one": (
        "headline: A\nsummary:   # to do\ndate: 2021\n",
        {("summary",): "So."},
        "headline: A\nsummary: So.   # to do\ndate: 2021\n",
    ),
    "a list behind an empty key": (
        "headline: A\ntags:   # to do\ndate: 2021\nmedia:\n",
        {("media",): [{"file": "a.png"}]},
        "headline: A\ntags:   # to do\ndate: 2021\nmedia:\n  - file: a.png\n",
    ),
    "a citation by its word gets a quote": (
        "headline: A\ndate: 2021\nsources:\n- star # first\n- kctv\n",
        {("sources", 0, "quote"): "no: never"},
        ("headline: A\ndate: 2021\nsources:\n- source: star # first\n"
        '  quote: "no: never"\n- kctv\n'),
    ),
    "a single source becomes a list": (
        "headline: A\nsources: star  # so far\ndate: 2021\n",
        {("sources", END): {"source": "kctv", "at": "p. 3"}},
        "headline: A\nsources:  # so far\n  - star\n  - source: kctv\n    at: p. 3\ndate: 2021\n",
    ),
    "the last item of a list takes its key along": (
        "headline: A\ntags: [x]\ndate: 2021\n",
        {("tags", 0): DELETED},
        "headline: A\ndate: 2021\n",
    ),
    "an item goes, its neighbours and comments stay": (
        ("headline: A\ndate: 2021\nsources:\n  # the first\n  - star\n  # the second\n"
        "  - source: kctv\n    at: p. 3\n  # the third\n  - kshb\n"),
        {("sources", 1): DELETED},
        ("headline: A\ndate: 2021\nsources:\n  # the first\n  - star\n  # the second\n"
        "  # the third\n  - kshb\n"),
    ),
    "the key behind a dash goes": (
        "headline: A\ndate: 2021\norder:\n  - after: b\n    by: 2 days\n    source: c\n",
        {("order", 0, "after"): DELETED, ("order", 0, "before"): "d"},
        "headline: A\ndate: 2021\norder:\n  - before: d\n    by: 2 days\n    source: c\n",
    ),
    "the key behind a dash goes, a comment below it stays": (
        "headline: A\ndate: 2021\norder:\n  - after: b\n    # how long?\n    by: 2 days\n",
        {("order", 0, "after"): DELETED},
        "headline: A\ndate: 2021\norder:\n  -\n    # how long?\n    by: 2 days\n",
    ),
    "a line of folded text": (
        ("headline: A\ndate: 2021\nsummary: >-\n  one two three\n  four five six\n  seven eight\n\n"
        "  nine ten\nplace: X\n"),
        {("summary",): "one two three four 5 six seven eight\nnine ten"},
        ("headline: A\ndate: 2021\nsummary: >-\n  one two three\n  four 5 six\n  seven eight\n\n"
        "  nine ten\nplace: X\n"),
    ),
    "a paragraph more of literal text, whose end stays": (
        "headline: A\ndate: 2021\nnotes: |\n  one\n  two\n\n# after it\nplace: X\n",
        {("notes",): "one\n2\n\nthree"},
        "headline: A\ndate: 2021\nnotes: |\n  one\n  2\n\n  three\n\n# after it\nplace: X\n",
    ),
    "a bare text over several lines": (
        "headline: A\nsummary: one two\n  three four\n  five # so\ndate: 2021\n",
        {("summary",): "one two 3 four five"},
        "headline: A\nsummary: one two\n  3 four\n  five # so\ndate: 2021\n",
    ),
    "brackets over several lines": (
        "headline: A\ndate: 2021\ntags: [\n  one, # 1\n  two, # 2\n  three # 3\n]\n",
        {("tags", 1): DELETED, ("tags", END): "four"},
        "headline: A\ndate: 2021\ntags: [\n  one, # 1\n  three, # 3\n  four\n]\n",
    ),
    "braces on a line": (
        "headline: A\ndate: 2021\npeople:\n- { who: lucas, part: mayor } # he\n",
        {("people", 0, "part"): "mayor, then"},
        'headline: A\ndate: 2021\npeople:\n- { who: lucas, part: "mayor, then" } # he\n',
    ),
    "a text too long for braces": (
        "headline: A\ndate: 2021\nsources:\n  - {source: star}\n  - {source: kctv}\n",
        {("sources", 0, "quote"): "word " * 30 + "end"},
        "headline: A\ndate: 2021\nsources:\n  - source: star\n    quote: >-\n      "
        + "word " * 18 + "word\n      " + "word " * 11 + "end\n  - {source: kctv}\n",
    ),
    "JSON stays JSON": (
        '{"headline": "A", "date": "2021"}\n',
        {("date",): "2022", ("tags",): ["x"]},
        '{"headline": "A", "date": "2022", "tags": ["x"]}\n',
    ),
    "comments in a list that becomes a word stand before it": (
        "headline: A\ndate: 2021\nstoryline:\n  - one # 1\n  # or\n  - two\nplace: X\n",
        {("storyline",): "one"},
        "headline: A\ndate: 2021\n# 1\n# or\nstoryline: one\nplace: X\n",
    ),
    "an item that moves takes its lines along": (
        "headline: A\ndate: 2021\nsources:\n  - star\n  - source:   kctv\n    at:   p. 3 # there\n",
        {("sources",): [{"source": "kctv", "at": "p. 3"}, "star"]},
        "headline: A\ndate: 2021\nsources:\n  - source:   kctv\n    at:   p. 3 # there\n  - star\n",
    ),
    "a document's marks": (
        "---\nheadline: A\ndate: 2021\n...\n",
        {("place",): "X"},
        "---\nheadline: A\ndate: 2021\nplace: X\n...\n",
    ),
    "signs that some take for line breaks": (
        "headline: a\u2028b\ndate: 2021 # c\u0085d\n",
        {("date",): "2022", ("place",): "x\u2029y"},
        'headline: a\u2028b\ndate: 2022 # c\u0085d\nplace: "x\\u2029y"\n',
    ),
    "signs that some take for line breaks, in a key": (
        "headline: A\ndate: 2021\n\u2028tags: [x]\nno\u0085tes: |\n  x\n",
        {("date",): "2022", ("no\u0085tes",): "y"},
        "headline: A\ndate: 2022\n\u2028tags: [x]\nno\u0085tes: |\n  y\n",
    ),
    "a sum of lines in the margin": (
        "headline: A\nsummary: |2\n    in\n  out\ndate: 2021\n",
        {("summary",): "  in\nout again\n"},
        "headline: A\nsummary: |2\n    in\n  out again\ndate: 2021\n",
    ),
    "an anchor elsewhere in the file": (
        ("headline: A\ndate: &day 2021\norder:\n  - {after: b, by: 1 day}\ncorrections:\n"
        "  - {on: *day, note: x}\n"),
        {("headline",): "B", ("corrections", 0, "note"): "y"},
        ("headline: B\ndate: &day 2021\norder:\n  - {after: b, by: 1 day}\ncorrections:\n"
        "  - {on: *day, note: y}\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_edit_is_made_as_a_careful_person_would(name: str) -> None:
    """The file after an edit is the one that somebody with a text editor would have saved."""
    before, changes, after = CASES[name]
    assert edited(before, changes).decode() == after
    crlf = edited(before.replace("\n", "\r\n"), changes)
    assert crlf.decode() == after.replace("\n", "\r\n")


def test_line_ends_and_marks_of_a_file_stay() -> None:
    """A file from an old Mac, or from Windows with a byte order mark, stays what it is."""
    old_mac = b"headline: A\rdate: 2021\r"
    assert edited(old_mac, {("tags",): ["x"]}) == b"headline: A\rdate: 2021\rtags: [x]\r"
    marked = b"\xef\xbb\xbfheadline: A\r\ndate: 2021\n"
    assert edited(marked, {("date",): "2022"}) == b"\xef\xbb\xbfheadline: A\r\ndate: 2022\n"


TIED = {
    "an anchor": ("headline: A\ndate: &day 2021\ncorrections: [{on: *day, note: x}]\n", ("date",)),
    "an alias": (
        "headline: &one A\ndate: 2021\nplace: *one\n",
        ("place",),
    ),
    "something in what is anchored": (
        (
            "headline: A\ndate: 2021\nsources: &cited\n  - source: star\nknown_to:\n"
            "  - {who: b, date: 2021, sources: *cited}\n"
        ),
        ("sources", 0, "at"),
    ),
}


@pytest.mark.parametrize("name", TIED)
def test_what_is_tied_to_another_place_is_refused_with_its_line(name: str) -> None:
    """A reporter is told which line to look at; a change never spreads to where nobody looks."""
    before, path = TIED[name]
    with pytest.raises(Refused, match=r"line \d .*tied .*text editor"):
        edited(before, {path: "2020"})


def test_a_record_in_a_list_is_edited_alone() -> None:
    """In a file with several events, only the one that was edited differs."""
    before = "# two\n- id: a\n  headline: A\n  date: 2021\n\n# the second\n- id: b\n  date: 2021\n"
    after = edited(before, {("date",): "2022", ("headline",): "B"}, 1).decode()
    assert after == before.replace("- id: b\n  date: 2021", "- id: b\n  headline: B\n  date: 2022")


LIST = "# Sources\n\n- id: a\n  kind: document\n  title: A\n\n# of B\n- id: b\n  title: B\n"


def test_a_source_is_added_behind_the_others() -> None:
    """A new source stands at the end of the list, with a blank line before it as the others."""
    text = file_text(LIST.encode())
    new: Any = {"id": "c", "kind": "post", "title": "C: x", "derived_from": ["a", "b"]}
    after = text.edited(added(source(text.text, DATE_KEYS), [new], Source)).decode()
    assert after == LIST + (
        '\n- id: c\n  kind: post\n  title: "C: x"\n  derived_from:\n    - a\n    - b\n'
    )


@pytest.mark.parametrize("before", ["", "# none yet\n", "# none yet", "\ufeff", "[]\n"])
def test_the_first_source_comes_into_an_empty_file(before: str) -> None:
    """The first source of an investigation can be added where only a comment stands."""
    text = file_text(before.encode())
    new: Any = {"id": "c", "title": "C"}
    after = text.edited(added(source(text.text, DATE_KEYS), [new], Source))
    assert read(decode(after)).value == [new]
    assert after.decode().startswith(before.rstrip("\n[]"))


def test_a_source_goes_with_its_comment() -> None:
    """A comment right above a source that is taken out does not end up on top of the next one."""
    text = file_text(LIST.encode())
    less = text.edited(removed(source(text.text, DATE_KEYS), 1, Source)).decode()
    assert less == "# Sources\n\n- id: a\n  kind: document\n  title: A\n"
    other = text.edited(removed(source(text.text, DATE_KEYS), 0, Source)).decode()
    assert read(other).value == [{"id": "b", "title": "B"}]
    assert "# Sources" in other
    assert "# of B" in other


HOSTILE = (
    "- x", "? x", ": x", "x: y", "x:", "# x", "x # y", "'", '"', "\\", "[x]", "{x: y}", "&x", "*x",
    "!x", "%x", "@x", "`x`", "|", ">", "~", "null", "yes", "---", "...", "--- x", "=", "<<",
    " x", "x ", "x  y", "x\ty", "a\nb", "a\n\nb\n", "\na", "a\n b", " \n a", "a \nb",
    "x\u0085y", "\ufeffx", "\U0001f642", "‘x’: “y”", "0x1f", "1e3", "12:30", "2021-05-07",
    "x" * 300, ("word " * 60).strip(), ("word " * 60 + "\n") * 3, "a: b\nc: d\n", "- a\n- b",
    "#a\n#b", "a\n\n\n", "trailing:\n", ",", "a,b", "a, b]", "}", "x\u200by", "e\u0301",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_put_anywhere(text: str) -> None:
    """Whatever a reporter pastes is kept sign by sign, on a line, in a block or in brackets."""
    files = (
        "headline: A\ndate: 2021\nplace: X # c\nnotes: |\n  a\n  b\nsummary: >\n  a b\n  c\n",
        "headline: 'A'\ndate: '2021'\nplace: 'X'\nnotes: 'a\n\n  b'\nsummary: \"a\n  b\"\n",
        "{headline: A, date: 2021, place: X, notes: 'x', summary: \"y\"}\n",
    )
    for before in files:
        for key in ("place", "notes", "summary", "attribution"):
            after = read(edited(before, {(key,): text}).decode(), verbatim=DATE_KEYS)
            assert after.troubles == ()
    lists = "headline: A\ndate: 2021\ntags: [a, b]\nsources:\n- star\nquestions:\n  - ask: x\n"
    for path in (("tags", END), ("sources", 0, "quote"), ("questions", 0, "ask")):
        edited(lists, {path: text})
    edited(lists, {("says", text.strip().split("\n")[0]): "x"})
