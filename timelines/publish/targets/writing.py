"""The one order in which a publication is written, and taken up again after a sudden end.

1. `leftovers.json`: which files are about to be written, so that after a sudden end it is still
   known whose they are;
2. files named by their bytes: they hurt nobody, and what is there already is not sent again;
3. data and feeds, then other pages, each whole in itself;
4. `index.html`, the switch: what it fetches is named by its bytes and lies there;
5. `publication.json`, the list of all files with their sums;
6. what an earlier publication wrote and this one does not have is taken away.

Whoever has the old page open, or a cache that keeps it for minutes, still fetches what that page
names: `assets/` of the last publication stay, as `earlier` in `leftovers.json`, until the next one
that changes anything. Pictures in `media/` are taken away at once: one that was withdrawn is gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from timelines.publish.publication import BY_CONTENT, LIST, PAGE, order_of_writing
from timelines.publish.targets.faults import Unreachable
from timelines.publish.targets.place import Lying, Place
from timelines.words import words

LEFTOVERS = "leftovers.json"
"""Files of ours that the list does not name: not finished, or kept for pages opened before."""
GRACE = "assets/"
"""What the page before may still fetch; pictures are not in it, because they can be withdrawn."""

Told = Callable[[int, int, int, int], None]
"""Called after each file: files sent, files to send, bytes sent, bytes to send."""


class Occupied(Exception):
    """A place that holds files of somebody else under names of ours; the message is a sentence."""


class Stopped(Exception):
    """Writing ended before it was finished; the message says why and what readers have."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, in files and bytes, and how many files were there already."""

    files: int
    bytes: int
    there: int


@dataclass(frozen=True, slots=True)
class Ours:
    """What publications wrote into a place, as it tells itself."""

    listed: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    list_text: bytes | None = None
    left_text: bytes | None = None

    @property
    def all(self) -> frozenset[str]:
        """Every path that may be overwritten or taken away."""
        return self.listed | self.earlier | self.unfinished


def write(
    files: Mapping[str, bytes], place: Place, told: Told | None = None, at_once: bool = False
) -> Sent:
    """Put the files of a publication into a place; `at_once` keeps nothing for pages opened before.

    Raises Occupied, before anything is changed, where a file of the same name was not written by a
    publication; Stopped or OSError where it cannot be finished.
    """
    ours = written_before(place)
    lying = place.lying({*files, LEFTOVERS})
    for path in sorted(lying):
        if path not in ours.all:
            raise Occupied(words("en").say("target.occupied", place=place.name, path=path))
    kept = frozenset() if at_once else _kept(ours, files)
    todo = [path for path in order_of_writing(files) if not _is_there(lying, path, files[path])]
    progress = _Progress(todo, files, told)
    switched = PAGE not in todo
    try:
        left = _claim(ours, files, kept, place)
        for path in _send(todo, files, place, progress):
            switched = switched or path == PAGE
        _clear(ours, files, kept, left, place)
    except Unreachable as fault:
        after = words("en")[f"target.stopped.{'after' if switched else 'before'}"]
        raise Stopped(f"{fault} {after}") from None
    return Sent(progress.files, progress.bytes, len(files) - len(todo))


def written_before(place: Place) -> Ours:
    """What earlier publications wrote into a place; what cannot be read counts for nothing."""
    listed, left = place.read(LIST), place.read(LEFTOVERS)
    names, more = _object(listed).get("files"), _object(left)
    return Ours(
        _paths(list(names)) | {LIST} if isinstance(names, dict) else frozenset(),
        _paths(more.get("earlier")),
        _paths(more.get("unfinished")) | ({LEFTOVERS} if "unfinished" in more else set()),
        listed,
        left,
    )


def _object(text: bytes | None) -> dict[str, Any]:
    try:
        value: Any = json.loads(text or b"{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _paths(listed: object) -> frozenset[str]:
    if not isinstance(listed, list):
        return frozenset()
    return frozenset(path for path in listed if isinstance(path, str) and _is_plain(path))


def _is_plain(path: str) -> bool:
    """Whether a path of the list stays in the place."""
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and ".." not in parts
        and not any(one in path for one in "\\:\0")
    )


def _kept(ours: Ours, files: Mapping[str, bytes]) -> frozenset[str]:
    """What pages that were opened before may still fetch after this publication."""
    if ours.list_text == files[LIST]:
        return ours.earlier - set(files)
    return frozenset(path for path in ours.listed if path.startswith(GRACE)) - set(files)


def _is_there(lying: Mapping[str, Lying], path: str, data: bytes) -> bool:
    """Whether a place holds these bytes already, as far as it tells.

    A name that is made of the bytes and the same size are enough, unless the place tells another
    sum; for a fixed name only the sum counts.
    """
    found = lying.get(path)
    if found is None:
        return False
    if found.md5 is not None:
        return found.md5 == hashlib.md5(data, usedforsecurity=False).hexdigest()
    return path.startswith(BY_CONTENT) and found.size == len(data)


def _claim(
    ours: Ours, files: Mapping[str, bytes], kept: frozenset[str], place: Place
) -> bytes | None:
    """Say which files are ours before they are, unless the list says so; the leftovers then."""
    if ours.list_text == files[LIST]:
        return ours.left_text
    text = _leftovers(kept, (ours.all | set(files)) - kept - {LIST, LEFTOVERS})
    if text != ours.left_text:
        place.put(LEFTOVERS, text)
    return text


def _send(
    todo: list[str], files: Mapping[str, bytes], place: Place, progress: _Progress
) -> Iterable[str]:
    """Send the files and give each path once it is sent; only those named by bytes side by side."""

    def send(path: str) -> str:
        place.put(path, files[path])
        return path

    first = [path for path in todo if path.startswith(BY_CONTENT)]
    lanes = ThreadPoolExecutor(max_workers=place.lanes)
    try:
        for path in lanes.map(send, first):
            progress.sent(path)
    finally:
        lanes.shutdown(cancel_futures=True)
    for path in todo[len(first) :]:
        send(path)
        progress.sent(path)
        yield path


def _clear(
    ours: Ours, files: Mapping[str, bytes], kept: frozenset[str], left: bytes | None, place: Place
) -> None:
    """Take away what is neither published nor kept, and say what is kept."""
    for path in sorted(ours.all - set(files) - kept - {LIST, LEFTOVERS}, reverse=True):
        place.take_away(path)
    text = _leftovers(kept, ()) if kept else None
    if text is not None and text != left:
        place.put(LEFTOVERS, text)
    if text is None and left is not None:
        place.take_away(LEFTOVERS)


def _leftovers(earlier: Iterable[str], unfinished: Iterable[str]) -> bytes:
    said = {"earlier": sorted(earlier), "unfinished": sorted(unfinished)}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _Progress:
    """Counts what is sent, and tells it."""

    def __init__(self, todo: list[str], files: Mapping[str, bytes], told: Told | None) -> None:
        self._sizes = {path: len(files[path]) for path in todo}
        self._told = told
        self.files = self.bytes = 0

    def sent(self, path: str) -> None:
        self.files += 1
        self.bytes += self._sizes[path]
        if self._told is not None:
            self._told(self.files, len(self._sizes), self.bytes, sum(self._sizes.values()))
