"""The investigations the app has open: where they lie, loaded once, checked aside, watched."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import streamlit as st

from timelines.checks import check
from timelines.commands.today import day
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import Investigation, load
from timelines.yamlfile import Unreadable, read

HEADING = "investigation.yaml"
PARTS = ("", "events", "sources", "people", "evidence", "media")
"""The folders of an investigation in which a change is looked for; none is looked into deeper."""
PATIENCE = 0.75
"""Seconds the first view waits for the checks; after that it appears without them."""
LOOKS_EVERY = 2.0
"""Seconds between two looks at the disk."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of investigations, and the names of those in it, sorted."""

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
    def checking(self) -> Future[list[Finding]]:
        """The checks, running or run; they are begun when this is first asked for."""
        return _checking(str(self.path), self.signature, self.today, self.investigation)

    @cached_property
    def docket(self) -> Docket:
        """What is worked out from the investigation, each thing when it is first needed."""
        return _docket(str(self.path), self.signature, self.today, self.investigation)

    @cached_property
    def findings(self) -> tuple[Finding, ...] | None:
        """What the checks found, the most harmful first; None while they run."""
        try:
            return tuple(self.checking.result(timeout=PATIENCE))
        except StillRunning:
            return None


def folder(arguments: Sequence[str], environment: Mapping[str, str]) -> Folder:
    """The folder named on the command line, else by TIMELINES_DATA, else `data` beside app.py.

    It may be one investigation, or a folder of them.
    """
    named = arguments[0] if arguments else environment.get("TIMELINES_DATA")
    beside = Path(__file__).resolve().parent.parent / "data"
    path = beside if named is None else Path(named).expanduser().resolve()
    if (path / HEADING).is_file():
        return Folder(path.parent, (path.name,))
    found = sorted(path.iterdir()) if path.is_dir() else []
    return Folder(path, tuple(one.name for one in found if (one / HEADING).is_file()))


def title(path: Path) -> str:
    """What the investigation in that folder is called; its folder's name where nobody can tell."""
    heading = path / HEADING
    try:
        return _title(str(heading), heading.stat().st_mtime_ns) or path.name
    except (OSError, UnicodeDecodeError, Unreadable):
        return path.name


def opened(path: Path, environment: Mapping[str, str]) -> Opened:
    """The investigation in that folder as it stands now; loaded only if something changed.

    Today is the computer's day, or TIMELINES_TODAY (YYYY-MM-DD). Raises Unusable where there is
    no heading that can be read.
    """
    seen = signature(path)
    today = day(environment.get("TIMELINES_TODAY"))
    return Opened(path, seen, today, _loaded(str(path), seen))


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


@st.fragment(run_every=LOOKS_EVERY)
def watch(path: Path, seen: str, waiting: Future[list[Finding]] | None) -> None:
    """Draw the page again once the files are not what was seen, or the checks awaited are done."""
    if signature(path) != seen or (waiting is not None and waiting.done()):
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
def _docket(path: str, signature: str, today: date, _investigation: Investigation) -> Docket:
    return Docket(_investigation, today)


@st.cache_resource(max_entries=8, show_spinner=False)
def _checking(
    path: str, signature: str, today: date, _investigation: Investigation
) -> Future[list[Finding]]:
    return _checker().submit(check, _investigation, today)


@st.cache_resource(show_spinner=False)
def _checker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="checks")
