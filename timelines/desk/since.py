"""What changed in an investigation since a day or a commit, or in a record since it was signed."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.desk.durable import content, inside
from timelines.desk.history import Commit, Edition, History, changed_files, commits, note, telling
from timelines.desk.refused import Refused
from timelines.desk.repository import NoHistory, Repository, repository
from timelines.desk.sentences import Telling, phrases
from timelines.desk.shape import SHAPES, RecordKind
from timelines.desk.whereabouts import Files, records
from timelines.reading.folder import FOLDERS, HEADING, LISTS
from timelines.records.fields import DATE_KEYS
from timelines.yamlfile import Unreadable, Value, decode, read

_EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What git calls a folder without files."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that says something else than it did. `authors` are those whose commits it has."""

    kind: RecordKind
    id: str
    before: dict[str, Value] | None
    after: dict[str, Value] | None
    phrases: tuple[str, ...]
    authors: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed, by kind and id; `note` says what the history does not know."""

    commit: str | None
    differences: tuple[Difference, ...]
    note: str | None = None


def changed_since(folder: Path | str, mark: str, *, language: str = "en") -> Since:
    """What the records say now and did not say at a time: `2021-09-01` or the name of a commit.

    A day is meant from its first instant on, in the investigation's zone; what is not committed
    yet counts too. Raises Refused for a mark that is neither.
    """
    root = Path(os.path.realpath(folder))
    tell = telling(Files(root), language)
    try:
        where = repository(root)
        start, missing = _start(where, mark, tell)
        files = [name for name in changed_files(where, start) if _kind(name) is not None]
        blobs = where.contents((start, name) for name in files)
        then = _records({
            name: blob[1] for name, blob in zip(files, blobs, strict=True) if blob is not None
        })  # fmt: skip
        now = _records({
            name: data for name in files if (data := content(inside(root, name))) is not None
        })  # fmt: skip
        span = "HEAD" if start == _EMPTY else f"{start}..HEAD"
        several = Counter(one.file for there in (then, now) for one in there.values())
        lists = {name for name in files if several[name] > 2 or name in LISTS}
        who = _authors(where, span, set(files), lists)
    except NoHistory as fault:
        return Since(None, (), note(fault, tell))
    found = []
    for key in sorted(then.keys() | now.keys()):
        old, new = then.get(key), now.get(key)
        if (old and old.value) != (new and new.value):
            names = dict.fromkeys(one.file for one in (old, new) if one is not None)
            places = [(file, key[1] if file in lists else "") for file in names]
            authors = dict.fromkeys(name for place in places for name in who.get(place, ()))
            found.append(_difference(key, old, new, tuple(authors), tell))
    return Since(None if start == _EMPTY else start, tuple(found), missing)


def since_match(past: History, matches: Callable[[Mapping[str, Value]], bool]) -> History | None:
    """The changes since a record last said what `matches`, newest first; None if it never did.

    So what was changed since a sign-off is asked with its fingerprint.
    """
    newer: list[Edition] = []
    for edition in past.editions:
        if edition.after is not None and matches(edition.after):
            return History(tuple(newer))
        newer.append(edition)
    return None


@dataclass(frozen=True, slots=True)
class _There:
    file: str
    value: dict[str, Value]


def _kind(name: str) -> RecordKind | None:
    if name in HEADING:
        return "heading"
    return FOLDERS.get(name.partition("/")[0], LISTS.get(name))


def _records(files: Mapping[str, bytes]) -> dict[tuple[RecordKind, str], _There]:
    """The records of files by kind and id; what cannot be read has none."""
    found: dict[tuple[RecordKind, str], _There] = {}
    for name, data in files.items():
        kind = _kind(name)
        try:
            value = read(decode(data), verbatim=DATE_KEYS).value
        except Unreadable:
            continue
        for _, one, own in records(name, value):
            if kind is not None and own is not None:
                found[kind, "" if kind == "heading" else own] = _There(name, one)
    return found


def _start(where: Repository, mark: str, tell: Telling) -> tuple[str, str | None]:
    """The commit to compare with, and a note where the history begins later."""
    if re.fullmatch(r"[0-9a-f]{7,64}", mark):
        try:
            found = where.git("rev-parse", "--verify", "--quiet", f"{mark}^{{commit}}")
            return found.decode().strip(), None
        except NoHistory:
            pass  # eight digits may be no commit, and are no day either
    try:
        first = edtf(mark, tell.zone).start.earliest
    except DateError:
        first = None
    if first is None:
        raise Refused(tell.words.say("desk.note.unknown_mark", mark=mark))
    if not commits(where, "-1"):
        raise NoHistory("nothing_yet")
    # Seconds since 1970: git does not read every year in words. It has nothing from before that.
    before = f"--before=@{max(first // 1_000_000 - 1, 0)} +0000"
    name = where.git("rev-list", "-1", before, "HEAD").decode().strip()
    if name:
        return name, None
    return _EMPTY, tell.words.say("desk.note.before_all", mark=tell.date(mark))


def _authors(
    where: Repository, span: str, files: set[str], lists: set[str]
) -> dict[tuple[str, str], list[str]]:
    """By file, and for lists by record, who changed it in these commits, the last one first."""
    found: dict[tuple[str, str], list[str]] = {}
    for made in commits(where, span, "--name-only", "--relative", "--", "."):
        for file in files.intersection(made.files):
            for identity in _touched(where, made, file) if file in lists else ("",):
                names = found.setdefault((file, identity), [])
                if made.author not in names:
                    names.append(made.author)
    return found


_ITEM = re.compile(r"^- ", re.MULTILINE)
_BEHIND = re.compile(r"\s*(?:\n#[^\n]*\s*)*\Z")
_ID = re.compile(r"""^[ \t{]*["']?id["']?[ \t]*:[ \t]*["']?([^\s"'#,}]+)""", re.MULTILINE)


def _touched(where: Repository, made: Commit, file: str) -> set[str]:
    """The ids whose items a commit changed in a list, told by their lines alone."""
    names = (made.name, *made.parents[:1])
    items: list[dict[str, str]] = []
    for blob in where.contents((name, file) for name in names):
        text = blob[1].decode("utf-8", "replace") if blob is not None else ""
        parts = (_BEHIND.sub("", part) for part in _ITEM.split(text)[1:])
        items.append({said[1]: part for part in parts if (said := _ID.search(part)) is not None})
    after, before = (*items, {})[:2]
    return {one for one in {*after, *before} if after.get(one) != before.get(one)}


def _difference(
    key: tuple[RecordKind, str],
    old: _There | None,
    new: _There | None,
    authors: tuple[str, ...],
    tell: Telling,
) -> Difference:
    kind, identity = key
    before, after = old.value if old is not None else None, new.value if new is not None else None
    what = phrases(before, after, SHAPES[kind], tell)
    start = f"{identity or kind}: {tell.words['desk.and'].join(what)}"
    sentence = f"{start}."
    if authors:
        who = tell.words["desk.inner_and"].join(authors)
        sentence = tell.words.say("desk.by", what=start, who=who)
    return Difference(kind, identity, before, after, what, authors, sentence)
