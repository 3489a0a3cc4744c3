"""The investigations the app has open: where they lie, loaded once, checked aside, watched."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any, Generic, TypeVar

import streamlit as st

from components import bridge
from components.found import Pile, pile
from timelines.checks import check
from timelines.commands.today import day
from timelines.docket import Docket
from timelines.investigation import Investigation, Unusable, load
from timelines.network import Chronology
from timelines.publish.gate import audience
from timelines.publish.publication import Prepared, prepare
from timelines.yamlfile import Unreadable, read

APP = Path(__file__).resolve().parent.parent / "app.py"
HEADING = "investigation.yaml"
FOUNDING = "kansas-city-records-search"
"""The founding case stands first; the others follow by name."""
PARTS = ("", "events", "sources", "people", "evidence", "media")
"""The folders of an investigation in which a change is looked for; none is looked into deeper."""
PATIENCE = 0.5
"""Seconds a view waits for what is worked out aside; after that it appears without it."""
LARGE = 2_000
"""Above this many events nothing that is worked out aside can be there in time."""
_JUST_SEEN = "just_seen"
LOOKS_EVERY = 2.0
"""Seconds between two looks at the disk."""


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Aside(Generic[Result]):
    """Something that is worked out aside, so that a page appears before it is there."""

    future: Future[Result]
    awaited_until: float

    def by_now(self) -> Result | None:
        """The result, if it is there or comes while it is worth waiting for."""
        left = max(0.0, self.awaited_until - monotonic())
        try:
            return self.future.result(timeout=left)
        except StillRunning:
            return None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of investigations, and the names of those in it; the first one opens first."""

    path: Path
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """One investigation as it stood on disk at one moment, on one day."""

    path: Path
    signature: str
    today: date
    investigation: Investigation

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.path.name

    @property
    def key(self) -> tuple[str, str, str]:
        """What everything worked out from it may be kept by."""
        return str(self.path), self.signature, self.today.isoformat()

    @cached_property
    def docket(self) -> Docket:
        """What is worked out from the investigation, each thing when it is first needed."""
        return _docket(*self.key, self.investigation, self.today)

    @property
    def headlines(self) -> Mapping[str, str]:
        """The headline of every event, by id."""
        return _headlines(*self.key, self.investigation)

    @property
    def checks(self) -> Aside[Pile]:
        """What the checks find."""
        return _checks(*self.key, self.docket)

    @property
    def chronology(self) -> Aside[Chronology]:
        """What all dates and order facts together allow."""
        return _chronology(*self.key, self.docket)

    def gate(self, now: int) -> Aside[Prepared]:
        """What would be published at an instant, in microseconds UTC, and what is in the way."""
        held = audience(self.investigation, now)[1]
        return _gate(*self.key, held, now, self.investigation, self.today)


def folder(command: Sequence[str], environment: Mapping[str, str]) -> Folder:
    """The folder named on the command line, else by TIMELINES_DATA, else `data` beside app.py.

    It may be one investigation, or a folder of them. `command` is `sys.argv`; that of another
    program than app.py names no folder.
    """
    ours = command[1:] if command and Path(command[0]).name == APP.name else ()
    named = ours[0] if ours else environment.get("TIMELINES_DATA")
    path = APP.parent / "data" if named is None else Path(named).expanduser().resolve()
    if (path / HEADING).is_file():
        return Folder(path.parent, (path.name,))
    within = path.iterdir() if path.is_dir() else ()
    found = sorted(one.name for one in within if (one / HEADING).is_file())
    return Folder(path, tuple(sorted(found, key=lambda slug: slug != FOUNDING)))


def title(path: Path) -> str:
    """What the investigation in that folder is called; its folder's name where nobody can tell."""
    heading = path / HEADING
    try:
        return _title(str(heading), heading.stat().st_mtime_ns) or path.name
    except (OSError, UnicodeDecodeError, Unreadable):
        return path.name


def opened(path: Path, seen: str, environment: Mapping[str, str]) -> Opened:
    """The investigation in that folder, whose signature is `seen`; loaded only if that is new.

    Today is the computer's day, or TIMELINES_TODAY (YYYY-MM-DD). Raises Unusable where there is
    no heading that can be read.
    """
    today = day(environment.get("TIMELINES_TODAY"))
    return Opened(path, seen, today, _loaded(str(path), seen))


@asynccontextmanager
async def prepared(_app: object) -> AsyncIterator[None]:
    """While the server runs; the investigations are read at once, not by the first who comes."""
    place = folder(sys.argv, os.environ)
    paths = [place.path / slug for slug in place.slugs]
    Thread(target=_read_ahead, args=(paths,), daemon=True).start()
    yield


def _read_ahead(paths: Sequence[Path]) -> None:
    for path in paths:
        with suppress(Unusable):  # the page says why
            load(path)


def signature(path: Path) -> str:
    """Changes when a file of the investigation is added, removed, or written."""
    digest = blake2b(digest_size=16)
    for part in PARTS:
        place = path / part
        if not place.is_dir():
            continue
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                stat = entry.stat(follow_symlinks=False)
                line = f"{part}/{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}\n"
                digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def watch(path: Path, seen: str, awaited: Sequence[Aside[Any]] = ()) -> None:
    """From now on look at the disk now and then, and draw the page again if there is reason to."""
    st.session_state[_JUST_SEEN] = True
    _look(path, seen, awaited)


@st.fragment(run_every=LOOKS_EVERY)
def _look(path: Path, seen: str, awaited: Sequence[Aside[Any]]) -> None:
    """Draw the page again once the files are not what was seen, or something awaited is there.

    Also where a link was followed and the run of the page for it was lost to another.
    """
    if st.session_state.pop(_JUST_SEEN, False):
        return
    done = any(one.future.done() for one in awaited)
    if signature(path) != seen or done or bridge.waiting():
        st.rerun()


@st.cache_resource(max_entries=8, show_spinner=False)
def _loaded(path: str, signature: str) -> Investigation:
    return load(path)


@st.cache_resource(max_entries=256, show_spinner=False)
def _title(heading: str, modified: int) -> str | None:
    value = read(Path(heading).read_text(encoding="utf-8-sig")).value
    found = value.get("title") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


@st.cache_resource(max_entries=8, show_spinner=False)
def _docket(
    path: str, signature: str, day: str, _investigation: Investigation, _today: date
) -> Docket:
    return Docket(_investigation, _today)


@st.cache_resource(max_entries=8, show_spinner=False)
def _headlines(
    path: str, signature: str, day: str, _investigation: Investigation
) -> dict[str, str]:
    events = _investigation.events
    return dict(zip(events["id"].tolist(), events["headline"].tolist(), strict=True))


@st.cache_resource(max_entries=8, show_spinner=False)
def _chronology(path: str, signature: str, day: str, _docket: Docket) -> Aside[Chronology]:
    def work() -> Chronology:
        found = _docket.chronology
        _docket.origins  # noqa: B018 - the first card asks for them
        return found

    return _aside(work, _docket.investigation)


@st.cache_resource(max_entries=8, show_spinner=False)
def _checks(path: str, signature: str, day: str, _docket: Docket) -> Aside[Pile]:
    return _aside(lambda: pile(check(_docket.investigation, _docket.today)), _docket.investigation)


@st.cache_resource(max_entries=8, show_spinner=False)
def _gate(
    path: str,
    signature: str,
    day: str,
    held: tuple[str, ...],
    _now: int,
    _investigation: Investigation,
    _today: date,
) -> Aside[Prepared]:
    def prepared() -> Prepared:
        found = prepare(_investigation, _today, _now)
        _ = found.publication.files  # laid out aside, too: the page waits for nothing
        return found

    return _aside(prepared, _investigation)


def _aside(work: Callable[[], Result], investigation: Investigation) -> Aside[Result]:
    """Begin it; in a large investigation only once the page has been drawn, which goes first."""
    if len(investigation.events) <= LARGE:
        return Aside(_worker().submit(work), monotonic() + PATIENCE)

    def after_the_page() -> Result:
        sleep(PATIENCE)
        return work()

    return Aside(_worker().submit(after_the_page), monotonic())


@st.cache_resource(show_spinner=False)
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
