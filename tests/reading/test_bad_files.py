"""Everything that cannot be read is said with its file and line, in words a reporter can use."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import write_investigation
from timelines.investigation import load

EVENT = "headline: It happens\ndate: 2021-05\n"
PEOPLE = "- {id: mayor, name: The mayor}\n- {id: chief, name: The chief}\n"
SOURCES = (
    "- {id: form, kind: document, title: The form}\n"
    "- {id: story, kind: publication, title: The story}\n"
)


class Bad(NamedTuple):
    """A file that has something wrong with it, the line, and what the finding must say."""

    name: str
    file: str
    text: str | bytes
    line: int | None
    says: tuple[str, ...]
    event: str | None = None
    more: int = 0
    """How many findings there are besides this one."""


def event(name: str, text: str, line: int, *says: str, id_: str | None = "a", more: int = 0) -> Bad:
    """A fault in events/a.yaml."""
    return Bad(name, "events/a.yaml", text, line, says, id_, more)


def broken(name: str, text: str, line: int, *says: str) -> Bad:
    """A fault that makes all of events/a.yaml unreadable."""
    return Bad(name, "events/a.yaml", text, line, says)


KEYS = [
    event("unknown key", EVENT + "headlin: x\n", 3, "“headlin”", "an event", "“headline”?"),
    event("unknown key without a value", EVENT + "sumary:\n", 3, "“sumary”", "“summary”?"),
    event("capital key", "Headline: x\n" + EVENT, 1, "“Headline”", "“headline”?"),
    event(
        "unknown key in a citation",
        EVENT + "sources:\n  - source: form\n    qoute: x\n",
        5,
        "“qoute”",
        "a citation",
        "“quote”?",
    ),
    event(
        "unknown key in an order fact",
        EVENT + "order:\n  - afer: b\n",
        4,
        "“afer”",
        "“after”?",
    ),
    event("repeated key", EVENT + "date: 2022\n", 3, "“date”", "second time", "line 2"),
    event(
        "repeated key in a citation",
        EVENT + "sources:\n- source: form\n  at: p. 1\n  at: p. 2\n",
        6,
        "“at”",
        "line 5",
    ),
    event("no headline", "date: 2021\n", 1, "“headline” is missing", "an event"),
    event("empty headline", "date: 2021\nheadline:\n", 2, "“headline” has no value"),
    event("no date", "headline: x\n", 1, "“date” is missing"),
    event(
        "citation without a source",
        EVENT + "sources:\n  - at: p. 3\n",
        4,
        "“source” is missing",
        "a citation",
    ),
    event("knowing without a date", EVENT + "known_to:\n  - who: mayor\n", 4, "“date” is missing"),
    event(
        "sign-off without all",
        EVENT + "signoffs:\n  - {role: editor, by: A, on: 2021-01-01}\n",
        4,
        "“fingerprint” is missing",
    ),
    event(
        "near name in says",
        EVENT + "sources:\n- source: form\n  says:\n    instrumnet: x\n",
        6,
        "“instrumnet”",
        "“instrument”?",
    ),
    event(
        "near short name in says",
        EVENT + "sources:\n- source: form\n  says: {daet: x}\n",
        5,
        "“daet”",
        "“date”?",
    ),
    event(
        "capital in says",
        EVENT + "sources:\n- source: form\n  says: {Colour: x}\n",
        5,
        "“Colour”",
        "lower-case",
    ),
]

VALUES = [
    event(
        "unknown word",
        EVENT + "verification: Confirmed\n",
        3,
        "“Confirmed”",
        "“verification”",
        "Did you mean “confirmed”?",
        "“unverified”",
    ),
    event("unknown kind", EVENT + "kind: fling\n", 3, "“fling”", "“filing”?"),
    event("unknown care", EVENT + "sensitivity: [minor, victm]\n", 3, "“victm”", "“victim”?"),
    event("weight out of range", EVENT + "weight: 4\n", 3, "“weight”", "at most 3", "“4”"),
    event("weight in words", EVENT + "weight: much\n", 3, "whole number", "“much”"),
    event("bad date", "headline: x\ndate: 2021-13-01\n", 2, "2021-13-01"),
    event(
        "bad date in known_to",
        EVENT + "known_to:\n  - who: mayor\n    date: last May\n",
        5,
        "last May",
    ),
    event(
        "bad date in corrections",
        EVENT + "corrections:\n  - {on: 8/9/2021, note: x}\n",
        4,
        "8/9/2021",
    ),
    event("a date in words", "headline: x\ndate: May 2021\n", 2, "May 2021"),
    event(
        "a list for a date",
        "headline: x\ndate:\n  - 2021\n  - 2022\n",
        2,
        "“date”",
        "single value",
        "[2021-09-08, 2021-09-10]",
    ),
    event(
        "unknown zone",
        EVENT + "zone: America/Chicgo\n",
        3,
        "“America/Chicgo”",
        "“America/Chicago”?",
    ),
    event("zone in lower case", EVENT + "zone: america/chicago\n", 3, "“America/Chicago”?"),
    event("embargo without a zone", EVENT + "embargo: 2021-10-15T06:00\n", 3, "zone"),
    event("embargo without a time", EVENT + "embargo: 2021-10-15\n", 3, "time"),
    event("list for a text", EVENT + "summary: [a, b]\n", 3, "“summary”", "a list"),
    event("mapping for a text", EVENT + "place: {city: x}\n", 3, "“place”", "a mapping"),
    event("mapping for a list", EVENT + "order: {after: b}\n", 3, "“order”", "must be a list"),
    event(
        "text for a mapping",
        EVENT + "sources:\n- source: form\n  says: on Friday\n",
        5,
        "“says”",
        "must be a mapping",
        "“on Friday”",
    ),
    event("text in a list of mappings", EVENT + "media: photo.jpg\n", 3, "“media”", "a list"),
    event(
        "two relations",
        EVENT + "order:\n  - after: b\n    before: b\n",
        4,
        "one of “after”",
        "“after” and “before”",
    ),
    event("no relation", EVENT + "order:\n  - by: 4 months\n", 4, "“same_day”", "says none"),
    event(
        "by with during", EVENT + "order:\n  - during: b\n    by: 2 days\n", 4, "“by”", "“during”"
    ),
    event(
        "path out of the folder",
        EVENT + "media:\n  - file: ../../secret.png\n",
        4,
        "leads out of the investigation",
    ),
    event("path elsewhere", EVENT + "media: [{file: pictures/a.png}]\n", 3, "does not lie in"),
    Bad(
        "bad heading word",
        "investigation.yaml",
        "title: T\nzone: UTC\nweek_starts: Monday\n",
        3,
        ("“Monday”", "“monday”?"),
    ),
    Bad(
        "bad threshold",
        "investigation.yaml",
        "title: T\nzone: UTC\nhouse:\n  stale_days: soon\n",
        4,
        ("“stale_days”", "“soon”"),
    ),
    Bad(
        "bad about",
        "investigation.yaml",
        "title: T\nzone: UTC\nhouse:\n  about:\n    day: some\n",
        5,
        ("“some”", "2 days"),
    ),
    Bad(
        "about what",
        "investigation.yaml",
        "title: T\nzone: UTC\nhouse:\n  about:\n    dya: 2 days\n",
        5,
        ("“dya”", "“day”?"),
    ),
    Bad("no title", "investigation.yaml", "zone: UTC\n", 1, ("“title” is missing",)),
    Bad(
        "unknown heading key",
        "investigation.yaml",
        "title: T\nzone: UTC\nglossary: x\n",
        3,
        ("“glossary”", "the heading"),
    ),
    Bad(
        "language in words",
        "investigation.yaml",
        "title: T\nzone: UTC\nlanguage: English\n",
        3,
        ("“English”", "“en”"),
    ),
    Bad(
        "no digest",
        "sources/x.yaml",
        "kind: document\ntitle: x\nsha256: 12ab\n",
        3,
        ("“12ab”", "SHA-256"),
    ),
    Bad(
        "evidence elsewhere",
        "sources/x.yaml",
        "kind: document\ntitle: x\nfile: /etc/passwd\n",
        3,
        ("“/etc/passwd”",),
    ),
    Bad("source without a kind", "sources/x.yaml", "title: x\n", 1, ("“kind” is missing",)),
    Bad(
        "role since",
        "people/x.yaml",
        "name: X\nroles:\n  - title: clerk\n    from: spring\n",
        4,
        ("spring",),
    ),
    Bad(
        "obtained in a word",
        "sources/x.yaml",
        "kind: document\ntitle: x\nobtained: 2021\n",
        3,
        ("“obtained”", "must be a mapping", "“2021”"),
    ),
]

IDS = [
    event("unknown source", EVENT + "sources: [fom]\n", 3, "no source “fom”", "“form”?"),
    event(
        "unknown source in the third citation",
        EVENT + "sources:\n  - form\n  - story\n  - source: stroy\n",
        6,
        "“stroy”",
        "“story”?",
    ),
    event("unknown person", EVENT + "people:\n  - {who: mayr, part: x}\n", 4, "“mayr”", "“mayor”?"),
    event("unknown person in the wrong", EVENT + "adverse_to: chif\n", 3, "“chif”", "“chief”?"),
    event(
        "unknown event",
        EVENT + "order:\n  - by: 2 days\n    after: bb\n",
        5,
        "no event “bb”",
        "“b”?",
    ),
    event(
        "unknown source of an order fact",
        EVENT + "order:\n  - after: b\n    source: frm\n",
        5,
        "“frm”",
    ),
    event(
        "unknown source of knowledge",
        EVENT + "known_to:\n  - who: mayor\n    date: 2021\n    sources: [frm]\n",
        6,
        "“frm”",
    ),
    event("unknown asked", EVENT + "responses:\n  - {who: nobody, asked: 2021}\n", 4, "“nobody”"),
    event("an event after itself", EVENT + "order:\n  - after: a\n", 4, "after itself"),
    event("id with a capital", "id: Filed\n" + EVENT, 1, "“Filed”", "“filed”", id_="Filed"),
    event("id with a blank", "id: it is filed\n" + EVENT, 1, "“it-is-filed”", id_="it is filed"),
    event("id of dots", "id: ..\n" + EVENT, 1, "“..”", id_=".."),
    Bad(
        "file name that is no id",
        "events/It Happens.yaml",
        EVENT,
        1,
        ("name of this file", "“it-happens”", "Rename"),
        "It Happens",
    ),
    Bad(
        "records without ids",
        "events/list.yaml",
        "- {headline: x, date: 2021}\n- {headline: y, date: 2021}\n",
        1,
        ("“id” is missing",),
        None,
        1,
    ),
    Bad(
        "records under their ids",
        "people/x.yaml",
        "x:\n  name: X\ny:\n  name: Y\n",
        1,
        ("“x:” and “y:”", "“- ”"),
    ),
    Bad(
        "records under a name",
        "sources/x.yaml",
        "sources:\n  - {id: q, kind: post}\n",
        1,
        ("“sources:”", "“- ”"),
    ),
    Bad(
        "circle of one",
        "sources/x.yaml",
        "kind: document\ntitle: x\nderived_from: x\n",
        3,
        ("circle", "“x” derives from “x”"),
    ),
    Bad(
        "unknown origin",
        "sources/x.yaml",
        "kind: document\ntitle: x\nderived_from: [form, y]\n",
        3,
        ("no source “y”",),
    ),
    Bad(
        "unknown original",
        "sources/x.yaml",
        "kind: document\ntitle: x\ntranslated_from: y\n",
        3,
        ("no source “y”",),
    ),
    Bad(
        "unknown source of a status",
        "people/x.yaml",
        "name: X\nlegal_status:\n  - {status: charged, source: y}\n",
        3,
        ("no source “y”",),
    ),
]

YAML = [
    broken("colon in a headline", "date: 2021\nheadline: He said: no\n", 2, "colon", "quotes"),
    broken("blank missing behind a colon", "headline:x\ndate: 2021\n", 1, "blank is missing"),
    broken("quote not closed", 'headline: "x\ndate: 2021\n', 1, "quotation mark"),
    broken("text behind a quote", 'headline: "No" is said\ndate: 2021\n', 1, "quotation mark"),
    broken("apostrophe", "headline: 'It's over'\ndate: 2021\n", 1, "apostrophe"),
    broken("bracket not closed", "headline: x\nsources: [a, b\ndate: 2021\n", 2, "bracket"),
    broken("text behind a bracket", "headline: [Draft] x\ndate: 2021\n", 1, "bracket", "quotes"),
    broken("tab", "headline: x\nsources:\n\t- a\n", 3, "tab"),
    broken("tab before a key", "headline: x\n\tdate: 2021\n", 2, "tab"),
    broken("indented too far", "headline: x\n  date: 2021\n", 2, "indented further"),
    broken("indented in between", "sources:\n  - a\n - b\n", 3, "“- b”", "indented"),
    broken("at sign", "headline: @mayor says\n", 1, "“@”", "quotes"),
    broken("percent sign", "headline: 20\nsummary: %20\n", 2, "“%”"),
    broken("star", "headline: *Exclusive* it happens\n", 1, "“*”", "quotes"),
    broken("line without a colon", "headline: x\nfoo\ndate: 2021\n", 2, "“foo”", "colon"),
    broken("second document", "headline: x\ndate: 2021\n---\nheadline: y\n", 3, "second"),
    broken("control sign", "headline: x\ndate: 2021\x07\n", 2, "0x7"),
    broken("zero byte", "headline: \x00\n", 1, "0x0"),
    broken("unknown escape", 'headline: "C:\\Users"\ndate: 2021\n', 1, "backslash"),
    broken("text behind a bar", "headline: | x\ndate: 2021\n", 1, "“|”"),
    broken("nothing", "", 1, "here stands nothing", "“headline: …”"),
    broken("only a comment", "# to do\n", 1, "here stands nothing"),
    broken("only a text", "just words\n", 1, "“just words”"),
    Bad("UTF-16", "events/a.yaml", EVENT.encode("utf-16"), 1, ("UTF-16", "UTF-8")),
    Bad("UTF-16 without a mark", "events/a.yaml",
        (EVENT * 3 + "summary: \xe9\xe9\u0301").encode("utf-16-le"), 1, ("UTF-16",)),
    Bad("UTF-32", "events/a.yaml", EVENT.encode("utf-32"), 1, ("UTF-32",)),
    Bad("Latin-1", "events/a.yaml", (EVENT + "place: Orl\xe9ans\n").encode("latin-1"), 3,
        ("Latin-1", "UTF-8")),
    Bad("Windows-1252", "events/a.yaml", (EVENT + "place: \u201cx\u201d\n").encode("cp1252"), 3,
        ("Windows-1252",)),
    event("tag", EVENT + "place: !!python/object:os.system x\n", 3, "“!!python/object:os.system”",
          "tag"),
    event("exclamation mark", EVENT + "place: !here\n", 3, "“!here”", "quotes"),
    event("mark for nobody", EVENT + "place: &here there\n", 3, "“&here”"),
    event("merge key", "headline: x\ndate: 2021\n<<: {place: y}\n", 3, "“<<”"),
    event("directive", "%YAML 1.2\n---\n" + EVENT, 1, "“%YAML 1.2”", "directive", id_=None),
    event("list for a key", EVENT + "? [a, b]\n: c\n", 3, "a key is one word"),
    event("sign without a text", EVENT + 'place: "a\\0b"\n', 3, "0x0"),
    Bad("list where a mapping is due", "investigation.yaml", "title: T\nzone: UTC\nhouse: []\n", 3,
        ("“house”", "must be a mapping")),
]  # fmt: skip

ALL = [*KEYS, *VALUES, *IDS, *YAML]


@pytest.mark.parametrize("bad", ALL, ids=[one.name for one in ALL])
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, bad: Bad) -> None:
    """A reporter is told file and line, what the file says, and what to do about it."""
    texts = {
        "events/b.yaml": EVENT,
        "sources.yaml": SOURCES,
        "people.yaml": PEOPLE,
        bad.file: bad.text,
    }
    problems = load(write_investigation(tmp_path, texts)).problems
    told = "\n".join(f"{one.file}:{one.line} {one.message}" for one in problems)
    assert len(problems) == 1 + bad.more, told
    first = problems[0]
    assert (first.check, first.level, first.file) == ("unreadable", "error", bad.file), told
    assert first.line == bad.line, told
    assert first.event == bad.event
    assert [words for words in bad.says if words not in first.message] == [], told


def test_no_message_speaks_as_a_programmer_would(tmp_path: Path) -> None:
    """Nobody at the desk has to know what a validator, a type or a parser is."""
    jargon = ("invalid", "error", "str", "dict", "tuple", "NoneType", "validation", "None", "parse")
    for number, bad in enumerate(ALL):
        folder = tmp_path / str(number)
        for problem in load(write_investigation(folder, {bad.file: bad.text})).problems:
            words = problem.message.replace("“", " ").replace("”", " ").split()
            assert not set(words) & set(jargon), problem.message
            assert problem.message[-1] in ".?)”", problem.message


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    """A reporter who mends everything that is listed is done: no second round of surprises."""
    texts = {
        "investigation.yaml": "zone: UTC\nlanes: [x]\nexpect: {events: 3}\n",
        "events/a.yaml": "headlin: x\nheadline: y\ndate: 2021-13\nkind: fling\nsources: [s, t]\n",
        "events/b.yaml": "headline: He said: no\n",
        "events/c.yaml": "headline: x\ndate: soon\npeople: nobody\n",
        "sources.yaml": "- {id: s, kind: doc, title: x}\n- {id: s2, title: y}\n",
        "people.yaml": "- {id: p, name: P, born: long ago}\n- {id: p, name: Q}\n",
    }
    problems = load(write_investigation(tmp_path, texts)).problems
    assert [(one.file, one.line) for one in problems] == [
        ("events/a.yaml", 1),
        ("events/a.yaml", 3),
        ("events/a.yaml", 4),
        ("events/a.yaml", 5),
        ("events/b.yaml", 1),
        ("events/c.yaml", 2),
        ("events/c.yaml", 3),
        ("investigation.yaml", 1),
        ("investigation.yaml", 2),
        ("investigation.yaml", 3),
        ("people.yaml", 1),
        ("people.yaml", 2),
        ("sources.yaml", 1),
        ("sources.yaml", 2),
    ]
