"""Who last changed what readers would get of an event, by the history that git keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from timelines.desk.repository import NoHistory, repository
from timelines.investigation import Investigation
from timelines.reading.parsing import parse
from timelines.records import Citation, Event

_FORM = "--format=%x01%aN%x02%aE"
_LOG = ("log", "-z", "--raw", "--no-abbrev", "-M", "--no-ext-diff", "--no-textconv")


class Author(NamedTuple):
    """The author of a commit, as git has them."""

    name: str
    email: str

    def is_called(self, by: str) -> bool:
        """Whether a sign-off by these words is one of theirs; capitals and blanks do not matter."""
        words = by.casefold().split()
        return bool(words) and words in (
            self.name.casefold().split(),
            self.email.casefold().split(),
        )


SOMEBODY = Author("", "")
"""Somebody who is not called by any name."""


class Version(NamedTuple):
    """A file as one commit left it: who made it, the sum of its text, and its name before."""

    author: Author
    blob: str
    before: str


@dataclass(frozen=True)
class History:
    """The history of an investigation's files: by their path in it, the newest version first."""

    folder: Path
    versions: Mapping[str, tuple[Version, ...]]
    authors: frozenset[Author]
    cut: bool
    """Whether it goes back only so far, as that of a copy made for a single run does."""

    def writers(
        self, investigation: Investigation, events: Iterable[str]
    ) -> dict[str, Author | None]:
        """Who made the last change of what readers get of each event; None: git does not know.

        Git does not know it where the file has changes that nobody committed. Signing, waiving
        and taking notes change nothing that readers get.
        """
        lines = {
            event: list(self._line(investigation.file("event", event) or "")) for event in events
        }
        texts = _texts(self.folder, {one.blob for line in lines.values() for one in line})
        return {
            event: self._writer(line, texts, investigation, event) for event, line in lines.items()
        }

    def writer(self, investigation: Investigation, event: str) -> Author | None:
        """The same of one event, also where its file once lay in another folder."""
        file = investigation.file("event", event) or ""
        try:
            said = repository(self.folder).git(*_LOG, "--follow", _FORM, "--", file)
        except NoHistory:
            return None
        line = [version for _, _, version in _read(said.decode("utf-8", "surrogateescape"))]
        texts = _texts(self.folder, {one.blob for one in line})
        return self._writer(line, texts, investigation, event)

    def _writer(
        self,
        line: Iterable[Version],
        texts: Mapping[str, bytes],
        investigation: Investigation,
        event: str,
    ) -> Author | None:
        file = investigation.file("event", event) or ""
        now = _told(investigation.event(event))
        found = None
        for version in line:
            if _version(texts.get(version.blob, b""), file, event) != now:
                return found
            found = version.author
        # The oldest version there is: perhaps it was written before what is known here begins.
        return None if self.cut else found

    def _line(self, file: str) -> Iterator[Version]:
        """The versions of a file from the newest on, under its earlier names too."""
        seen: set[str] = set()
        while file not in seen:
            seen.add(file)
            for version in self.versions.get(file, ()):
                yield version
                file = version.before


def history(folder: Path) -> History | None:
    """What git knows of a folder; None where it is in no repository, or there is no git."""
    try:
        git = repository(folder).git
        said = git(*_LOG, "--relative", _FORM, "--", ".")
        cut = git("rev-parse", "--is-shallow-repository").strip() == b"true"
    except NoHistory:
        return None
    versions: dict[str, list[Version]] = defaultdict(list)
    authors = set()
    for author, file, version in _read(said.decode("utf-8", "surrogateescape")):
        versions[file].append(version)
        authors.add(author)
    return History(
        folder, {file: tuple(every) for file, every in versions.items()}, frozenset(authors), cut
    )


def _read(said: str) -> Iterator[tuple[Author, str, Version]]:
    """Author, file and version of each change that git's log has, the newest first."""
    author = Author("", "")
    parts = iter(said.split("\0"))
    for part in parts:
        line = part.lstrip("\n")
        if line.startswith("\x01"):
            author = Author(*line[1:].partition("\n")[0].split("\x02", 1))
        elif line.startswith(":"):
            _, _, _, blob, change = line.split()
            before = file = next(parts, "")
            if change[0] in "RC":
                file = next(parts, "")
            if change[0] != "D":
                yield author, file, Version(author, blob, before)


def _texts(folder: Path, blobs: Collection[str]) -> dict[str, bytes]:
    """The bytes that git has under these sums, asked for all at once."""
    try:
        asked = "".join(f"{blob}\n" for blob in sorted(blobs)).encode()
        answer = repository(folder).git("cat-file", "--batch", given=asked) if blobs else b""
    except NoHistory:
        return {}
    found = {}
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        at = end + 1
        if len(head) == 3:
            size = int(head[2])
            found[head[0].decode()] = answer[at : at + size]
            at += size + 1
    return found


@lru_cache(maxsize=20_000)
def _version(data: bytes, file: str, event: str) -> tuple[Any, ...] | None:
    """What readers would have got of an event by one version of its file."""
    records = (entry.record for entry in parse("event", file, data).entries)
    return next((_told(one) for one in records if isinstance(one, Event) and one.id == event), None)


def _told(event: Event) -> tuple[Any, ...]:
    """The part of a record that readers may get, whatever the sources and people in it are."""
    return (
        event.headline, event.date, event.zone, event.basis, event.summary, event.kind,
        event.instrument, event.storyline, event.people, event.place, event.tags, event.weight,
        event.media, event.verification, event.attribution,
        tuple(map(_cited, event.sources)),
        tuple((one.who, one.date, one.how, one.stance) for one in event.known_to),
        tuple((one.who, one.answer) for one in event.responses if one.answer is not None),
        event.corrections,
    )  # fmt: skip


def _cited(one: Citation) -> tuple[Any, ...]:
    return one.source, one.at, one.quote, one.stance, one.attribution
