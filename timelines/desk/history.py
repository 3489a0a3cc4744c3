"""Who changed what in a record, and when, from the commits that touched its file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from timelines.dates.edtf import edtf
from timelines.desk.refused import Refused
from timelines.desk.repository import NoHistory, Repository, repository
from timelines.desk.sentences import Telling, phrases, told
from timelines.desk.shape import SHAPES, RecordKind
from timelines.desk.whereabouts import Files, find, records
from timelines.reading.folder import FOLDERS, LISTS
from timelines.records.fields import DATE_KEYS, composed, id_trouble
from timelines.yamlfile import Unreadable, Value, decode, read

_UNIT, _RECORD = "\x1f", "\x1e"
_AT_ONCE = 50
"""Commits whose files are asked of git together."""
_FORMAT = f"--format={_RECORD}%H{_UNIT}%P{_UNIT}%aN{_UNIT}%aI"


@dataclass(frozen=True, slots=True)
class Edition:
    """One change of a record: what it said before and after it; None is no record.

    `commit`, `author` and `when` (an instant, microseconds since 1970) are None for a change that
    is not in the history yet. `phrases` say what changed, `sentence` also who by and when.
    """

    commit: str | None
    author: str | None
    when: int | None
    file: str
    before: dict[str, Value] | None
    after: dict[str, Value] | None
    phrases: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class History:
    """The changes of a record, newest first; `note` says why there are none, or no more."""

    editions: tuple[Edition, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as git tells it; `when` is when its author made it, `files` if they were asked."""

    name: str
    parents: tuple[str, ...]
    author: str
    when: int
    files: tuple[str, ...] = ()


def telling(files: Files, language: str = "en") -> Telling:
    """How changes of an investigation are told: in its heading's zone."""
    try:
        heading = find(files, "heading", None)
    except Refused:
        heading = None
    said = heading.value if heading is not None else {}
    zone, hemisphere = said.get("zone"), said.get("hemisphere")
    try:
        edtf("2021", str(zone))
    except ValueError:
        zone = None
    return Telling(
        zone=zone if isinstance(zone, str) else "UTC",
        hemisphere="south" if hemisphere == "south" else "north",
        language=language,
    )


def history(
    folder: Path | str,
    identity: str,
    kind: RecordKind = "event",
    *,
    limit: int = 200,
    language: str = "en",
) -> History:
    """What changed in a record, and by whom, as far back as git knows it, up to `limit` changes.

    What the file says and git does not have yet comes first.
    """
    root = Path(os.path.realpath(folder))
    files = Files(root)
    tell = telling(files, language)
    try:
        where = repository(root)
        found = find(files, kind, identity)
        file = found.file if found is not None else None
        past = list(islice(_past(where, kind, identity, file, tell), limit + 1))
    except NoHistory as fault:
        return History((), note(fault, tell))
    now = found.value if found is not None else None
    last = past[0].after if past else None
    if now != last:
        what = phrases(last, now, SHAPES[kind], tell)
        sentence = tell.words.say("desk.pending", what=told(what, tell))
        file = found.file if found is not None else past[0].file
        past.insert(0, Edition(None, None, None, file, last, now, what, sentence))
    if not past:
        return History((), tell.words["desk.note.nothing_yet"])
    more = tell.words["desk.note.shortened"] if len(past) > limit else None
    return History(tuple(past[:limit]), more)


def note(fault: NoHistory, tell: Telling) -> str:
    """Why there is no history, in a sentence."""
    return tell.words.say(f"desk.note.{fault.why}", **fault.fields)


def file_at(folder: Path | str, file: str, commit: str) -> bytes | None:
    """The bytes a file of the investigation had in a commit; None where there were none."""
    try:
        found = next(iter(repository(Path(os.path.realpath(folder))).contents([(commit, file)])))
    except NoHistory:
        return None
    return None if found is None else found[1]


def _past(
    where: Repository, kind: RecordKind, identity: str, file: str | None, tell: Telling
) -> Iterator[Edition]:
    """The changes in commits, newest first; from file to file where the record was moved."""
    start = "HEAD"
    if file is None:
        file, start = _last_seen(where, kind, identity)
    visited: set[str] = set()
    while file is not None and file not in visited:
        visited.add(file)
        here, file = file, None
        for edition, made in _of_file(where, kind, identity, here, start, tell):
            if edition.before is None and made.parents:
                file = _elsewhere(where, kind, identity, made.parents[0])
                if file is not None:
                    start = made.parents[0]
                    break
            yield edition


def commits(where: Repository, *words: str) -> list[Commit]:
    """The commits that git lists for these words, newest first."""
    try:
        answer = where.git("log", _FORMAT, *words).decode("utf-8", "replace")
    except NoHistory as fault:
        if "does not have any commits" in fault.fields.get("why", ""):
            return []
        raise
    found = []
    for record in answer.split(_RECORD)[1:]:
        head, _, files = record.partition("\n")
        name, parents, who, when = head.split(_UNIT)
        names = tuple(one for one in files.split("\n") if one)
        found.append(Commit(name, tuple(parents.split()), who, instant(when), names))
    return found


def instant(iso: str) -> int:
    """Microseconds since 1970 of a time with an offset, as git writes it."""
    moment = edtf(iso.replace("Z", "+00:00"))
    assert moment.start.earliest is not None  # noqa: S101 - for the type checker
    return moment.start.earliest


def _of_file(
    where: Repository, kind: RecordKind, identity: str, file: str, start: str, tell: Telling
) -> Iterator[tuple[Edition, Commit]]:
    """The changes of a record in one file."""
    made = commits(where, start, "--", file)
    known: dict[str, dict[str, Value] | None] = {}
    for first in range(0, len(made), _AT_ONCE):
        part = made[first : first + _AT_ONCE]
        places = [(name, file) for one in part for name in (one.name, *one.parents)]
        blobs = dict(zip(places, where.contents(places), strict=True))
        for one in part:
            after, *befores = (
                _said(blobs[name, file], file, identity, known) for name in (one.name, *one.parents)
            )
            if after in (befores or [None]):
                continue
            before = befores[0] if befores else None
            what = phrases(before, after, SHAPES[kind], tell)
            told = sentence(what, one, tell)
            yield Edition(one.name, one.author, one.when, file, before, after, what, told), one


def sentence(what: Sequence[str], made: Commit, tell: Telling) -> str:
    """What changed, who by and when."""
    when = tell.moment(made.when)
    whole = tell.words.say("desk.said", what=told(what, tell), who=made.author, when=when)
    return whole[:-1] if whole.endswith("..") else whole  # “9:52 a.m.” ends a sentence itself


def _said(
    blob: tuple[str, bytes] | None,
    file: str,
    identity: str,
    known: dict[str, dict[str, Value] | None],
) -> dict[str, Value] | None:
    """What a record said in a version of its file; None where it was not in it, or unreadable."""
    if blob is None:
        return None
    name, data = blob
    if name not in known:
        known[name] = said(file, data, identity)
    return known[name]


_ITEMS = re.compile(r"^(?=- )", re.MULTILINE)


def said(file: str, data: bytes, identity: str) -> dict[str, Value] | None:
    """What a record says in the bytes of a file; None where it is not in it, or unreadable."""
    identity = composed(identity)
    try:
        text = decode(data)
    except Unreadable:
        return None
    parts = _ITEMS.split(text)[1:] if file in LISTS or "\n- " in text else []
    # In a long list only the item is read: what is tied to others by anchors fails, and is read
    # with the rest.
    for part in parts if len(parts) > 1 else []:
        if identity in part:
            value = _within(part, file, identity)
            if value is not None and value.get("id") is not None:
                return value
    return _within(text, file, identity)


def _within(text: str, file: str, identity: str) -> dict[str, Value] | None:
    try:
        value = read(text, verbatim=DATE_KEYS).value
    except Unreadable:
        return None
    if file.startswith("investigation."):
        return value if isinstance(value, dict) else None
    return next((one for _, one, own in records(file, value) if own == identity), None)


def _folders(kind: RecordKind) -> list[str]:
    """Where records of a kind lie."""
    if kind == "heading":
        return ["investigation.yaml", "investigation.yml"]
    lists = [name for name, what in LISTS.items() if what == kind]
    return [*(name for name, what in FOLDERS.items() if what == kind), *lists]


def _elsewhere(where: Repository, kind: RecordKind, identity: str, commit: str) -> str | None:
    """The file that held a record in a commit; None where there was none."""
    words = ("grep", "-l", "-z", "-F", "-e", identity, commit, "--", *_folders(kind))
    try:
        answer = where.git(*words)
    except NoHistory:
        answer = b""
    said_by_git = [one.decode("utf-8", "replace") for one in answer.split(b"\0") if one]
    names = [one.partition(":")[2] for one in said_by_git if "\n" not in one]
    names = list(dict.fromkeys([*_own(kind, identity), *names]))
    for name, blob in zip(names, where.contents((commit, one) for one in names), strict=True):
        if blob is not None and said(name, blob[1], identity) is not None:
            return name
    return None


def _own(kind: RecordKind, identity: str) -> list[str]:
    """The file that is named after a record."""
    if kind == "heading" or id_trouble(composed(identity)) is not None:
        return []
    return [f"{_folders(kind)[0]}/{composed(identity)}.yaml"]


def _last_seen(where: Repository, kind: RecordKind, identity: str) -> tuple[str | None, str]:
    """The file that a record that is gone was last in, and the commit to look back from."""
    for name in (*_own(kind, identity), *_folders(kind)[1:]):
        for made in commits(where, "HEAD", "--", name):
            for parent in (made.name, *made.parents):
                blob = next(iter(where.contents([(parent, name)])))
                if blob is not None and said(name, blob[1], identity) is not None:
                    return name, made.name
    return None, "HEAD"


def changed_files(where: Repository, commit: str) -> Iterable[str]:
    """The files of the investigation that differ from a commit's, untracked ones too."""
    known = where.git("diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--relative",
                      commit, "--", ".")  # fmt: skip
    new = where.git("ls-files", "--others", "--exclude-standard", "-z")
    names = {one.decode("utf-8", "replace") for one in (known + new).split(b"\0") if one}
    return sorted(name for name in names if _holds_records(name))


def _holds_records(name: str) -> bool:
    if name in LISTS or name in ("investigation.yaml", "investigation.yml"):
        return True
    folder, _, rest = name.partition("/")
    return folder in FOLDERS and "/" not in rest and rest.endswith((".yaml", ".yml"))
