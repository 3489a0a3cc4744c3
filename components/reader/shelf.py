"""The published folders that the readers' app serves: which there are, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from timelines.publish.public import PublicTimeline
from timelines.publish.republished import Unreadable, republished

DATA = "timeline.json"
SCRIPT = "reader.py"
LARGEST = 50_000_000
"""Bytes of a published timeline that are read."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that was named, and the published folders in it by their names."""

    path: Path
    names: tuple[str, ...]

    def folder(self, name: str) -> Path:
        """Where a publication lies."""
        return self.path / name


def shelf(command: Sequence[str], environment: Mapping[str, str]) -> Shelf | None:
    """What the command line names, else TIMELINES_PUBLISHED; None where neither does.

    It may be one published folder, or a folder of them.
    """
    ours = command[1:] if command and Path(command[0]).name == SCRIPT else ()
    named = ours[0] if ours else environment.get("TIMELINES_PUBLISHED")
    if not named:
        return None
    path = Path(named).expanduser().resolve()
    if (path / DATA).is_file():
        return Shelf(path.parent, (path.name,))
    if not path.is_dir():
        return Shelf(path, ())
    with os.scandir(path) as entries:
        found = sorted(one.name for one in entries if one.is_dir() and not one.name.startswith("."))
    return Shelf(path, tuple(name for name in found if (path / name / DATA).is_file()))


def opened(folder: Path) -> PublicTimeline:
    """The timeline published there; read again once it is published again. Raises Unreadable."""
    file = folder / DATA
    try:
        stat = file.stat()
    except OSError:
        raise Unreadable("There is nothing published here any more.") from None
    if stat.st_size > LARGEST:
        raise Unreadable(f"It is larger than {LARGEST // 1_000_000} million bytes.")
    return _read(str(file), stat.st_mtime_ns, stat.st_size)


@st.cache_resource(max_entries=16, show_spinner=False)
def _read(file: str, modified: int, size: int) -> PublicTimeline:
    return republished(Path(file).read_bytes())
