"""Finds the files that records are read from, and keeps reading inside the folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from timelines.findings import Finding
from timelines.suggestions import suggestion

RecordKind = Literal["event", "source", "person"]

HEADING = ("investigation.yaml", "investigation.yml")
LISTS: dict[str, RecordKind] = {
    "sources.yaml": "source",
    "sources.yml": "source",
    "people.yaml": "person",
    "people.yml": "person",
}
FOLDERS: dict[str, RecordKind] = {"events": "event", "sources": "source", "people": "person"}
OTHER_FOLDERS = ("evidence", "media")
_ENDINGS = (".yaml", ".yml")
_BACKUPS = ("~", ".bak", ".swp", ".swo", ".orig", ".rej", ".tmp", ".old")


class Found(NamedTuple):
    """A file that records are read from. `stamp` changes whenever the file is written."""

    name: str
    kind: RecordKind
    stamp: tuple[int, ...]


class Escape(Exception):
    """A path that must not be followed; the message says why."""


def stamp(status: os.stat_result) -> tuple[int, ...]:
    """What tells two states of a file apart without reading it."""
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def inside(root: Path, name: str) -> os.stat_result:
    """The status of a file or folder of the investigation, links followed.

    Raises Escape for a link that leads out of the folder or nowhere, OSError for nothing there.
    """
    path = root / name
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(root)):
        raise Escape(f"“{name}” is a link that leads out of the investigation; it is not followed.")
    try:
        return path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise Escape(f"“{name}” is a link that leads nowhere.") from None
        raise


def glance(root: Path) -> list[Any] | None:
    """What shows that no file of a folder changed, without opening or sorting anything.

    None where there are links, for what is behind them may change unseen, and on systems that
    cannot look up names within an open folder.
    """
    if os.stat not in os.supports_dir_fd:
        return None
    seen: list[Any] = []
    for name in ("", *FOLDERS):
        try:
            folder = os.open(root / name, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as fault:
            seen.append((name, fault.errno))
            continue
        try:
            for file in os.listdir(folder):  # noqa: PTH208 - within an open folder
                status = os.stat(file, dir_fd=folder, follow_symlinks=False)
                if stat.S_ISLNK(status.st_mode):
                    return None
                seen += (file, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        except FileNotFoundError:  # It went away while we looked.
            return None
        finally:
            os.close(folder)
    return seen


def listing(root: Path) -> tuple[list[Found], list[Finding]]:
    """Every file to read records from, in a fixed order, and what else lies there."""
    found: list[Found] = []
    problems: list[Finding] = []
    for entry in _entries(root):
        name = entry.name
        if name in FOLDERS:
            _folder(root, name, found, problems)
        elif name in LISTS:
            _file(root, name, entry, LISTS[name], found, problems)
        elif name not in HEADING:
            problems.extend(_stray(root, entry))
    found.sort(key=lambda one: one.name)
    return found, problems


def _entries(path: Path) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted(entries, key=attrgetter("name"))


def _skipped(name: str) -> bool:
    return name.startswith((".", "#")) or name.lower().endswith(_BACKUPS)


def _folder(root: Path, name: str, found: list[Found], problems: list[Finding]) -> None:
    try:
        status = inside(root, name)
    except Escape as escape:
        problems.append(unreadable(name, None, str(escape)))
        return
    if not stat.S_ISDIR(status.st_mode):
        problems.append(
            unreadable(name, None, f"“{name}” is a file; it must be a folder with YAML files.")
        )
        return
    for entry in _entries(root / name):
        where = f"{name}/{entry.name}"
        if _skipped(entry.name):
            continue
        if entry.is_file(follow_symlinks=False) and entry.name.endswith(_ENDINGS):
            found.append(Found(where, FOLDERS[name], stamp(entry.stat())))
        elif entry.is_symlink() and (astray := _escapes(root, where)) is not None:
            problems.append(astray)
        elif entry.name.lower().endswith(_ENDINGS) and not _is_folder(entry):
            _file(root, where, entry, FOLDERS[name], found, problems)
        else:
            problems.append(_unexpected(where, name, is_folder=_is_folder(entry)))


def _escapes(root: Path, name: str) -> Finding | None:
    """A finding about a link that leads out of the investigation, or nowhere."""
    try:
        inside(root, name)
    except Escape as escape:
        return unreadable(name, None, str(escape))
    except OSError as fault:
        return unreadable(name, None, cannot_open(fault))
    return None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _file(
    root: Path,
    name: str,
    entry: os.DirEntry[str],
    kind: RecordKind,
    found: list[Found],
    problems: list[Finding],
) -> None:
    try:
        status = inside(root, name) if entry.is_symlink() else entry.stat(follow_symlinks=False)
    except Escape as escape:
        problems.append(unreadable(name, None, str(escape)))
        return
    except OSError as fault:
        problems.append(unreadable(name, None, cannot_open(fault)))
        return
    if stat.S_ISREG(status.st_mode):
        found.append(Found(name, kind, stamp(status)))
    else:
        problems.append(unreadable(name, None, f"“{name}” is not an ordinary file."))


def cannot_open(fault: OSError) -> str:
    """Why a file cannot be opened, in a sentence."""
    if isinstance(fault, PermissionError):
        return "This file may not be opened by you; ask whoever owns it."
    return f"This file cannot be opened ({fault.strerror or fault})."


def _unexpected(name: str, folder: str, *, is_folder: bool) -> Finding:
    what = "a folder in a folder is not read" if is_folder else "only .yaml and .yml files are read"
    return _not_read(
        name, f"“{shown(name)}” lies in “{folder}”, where {what}. Does it belong somewhere else?"
    )


def _stray(root: Path, entry: os.DirEntry[str]) -> Iterator[Finding]:
    """YAML files and folders beside the heading that are nearly what is read, and are not."""
    name = entry.name
    if name in OTHER_FOLDERS:
        if entry.is_symlink() and (astray := _escapes(root, name)) is not None:
            yield astray
        return
    if _skipped(name):
        return
    if _is_folder(entry):
        hint = suggestion(name, [*FOLDERS, *OTHER_FOLDERS])
        if hint:
            yield _not_read(name, f"The folder “{shown(name)}” is not read.{hint}")
    elif name.lower().endswith(_ENDINGS):
        hint = suggestion(name, ["sources.yaml", "people.yaml"])
        yield _not_read(
            name,
            f"“{shown(name)}” is not read; events are read from the folder “events”, sources and "
            f"people from “sources.yaml” and “people.yaml”.{hint}",
        )


def _not_read(name: str, message: str) -> Finding:
    return Finding("file-unexpected", "question", message, file=shown(name))


def shown(name: str) -> str:
    """A file's name as it can be printed: names on disk may hold bytes that are no text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def unreadable(
    file: str | None, line: int | None, message: str, event: str | None = None, same: str = ""
) -> Finding:
    """A finding about something that cannot be read as the format says.

    `same` is what stays the same of the message when lines move; the whole, if empty.
    """
    place = None if file is None else shown(file)
    words = shown(same or message)
    return Finding(
        "unreadable",
        "error",
        shown(message),
        event=event,
        file=place,
        line=line,
        identity=(words,) if event is not None else (place or "", words),
    )
