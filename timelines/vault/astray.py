"""Finds vaults in the clear, and keys, in an investigation’s folder: by names and beginnings."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from timelines.reading.folder import shown
from timelines.vault.looks import (
    BEGINNING,
    holds_plaintext,
    holds_secret_key,
    is_called_vault,
    is_sealed,
    only_public_keys,
)

Why = Literal["plain", "marked", "empty", "key"]

_TEXTS = (".txt", ".json", ".yaml", ".yml", ".md", ".csv", ".key", ".age", ".pem")
"""Endings of what may be a key or a plaintext by another name; the others are not opened."""
_BESIDE = ("evidence", "media", "events", "sources", "people")
_SURELY = frozenset(
    f"vault{ending}" for ending in (".age", ".json", ".yaml", ".yml", ".txt", ".md", ".csv", "")
)
"""In folders of documents, where a picture of a vault's door may lie, only these names are one."""


class Astray(NamedTuple):
    """A file that gives the vault away, by its path within the folder, and why."""

    file: str
    why: Why


def astray(root: Path) -> Iterator[Astray]:
    """Every such file, sorted; only the beginnings of files are read, and no link is followed."""
    yield from _in(root, "", is_called_vault)
    for name in _folders(root):
        yield from _in(root, f"{name}/", lambda _: True)
    for name in _BESIDE:
        yield from _in(root, f"{name}/", lambda file: file.casefold() in _SURELY)


def _folders(root: Path) -> list[str]:
    """Folders that are called a vault: whatever lies in them is of one."""
    return [one.name for one in _entries(root) if one.is_dir() and is_called_vault(one.name)]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except OSError:
        return []


def _in(root: Path, prefix: str, is_vault: Callable[[str], bool]) -> Iterator[Astray]:
    records = prefix in ("events/", "sources/", "people/")
    for entry in _entries(root / prefix):
        name = entry.name
        if records and name.endswith((".yaml", ".yml")):
            continue  # a record, which reading knows, whatever it is called
        called = is_vault(name)
        if called or (not records and _may_be_text(name)):
            why = _why(entry, called=called)
            if why is not None:
                yield Astray(shown(prefix + name), why)


def _may_be_text(name: str) -> bool:
    return "." not in name[1:] or name.lower().endswith(_TEXTS)


def _why(entry: os.DirEntry[str], *, called: bool) -> Why | None:
    try:
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            return None
        with Path(entry.path).open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError:
        return None
    if is_sealed(beginning):
        return None
    if holds_secret_key(beginning):
        return "key"
    if holds_plaintext(beginning):
        return "marked"
    if not called or only_public_keys(beginning):
        return None
    return "plain" if beginning.strip() else "empty"
