"""Writes a publication into a folder: what the page needs first, then the page, in one step each.

Every file is written beside its place and then moved there, so that nobody ever reads half of one.
Files named by their bytes come first and the page after all it fetches: whoever opens the page
while it is replaced gets the old one whole or the new one whole, and so does everybody if the
program is stopped in between; publishing again finishes it. What an earlier publication wrote and
this one does not have is taken away after the page. Anything else in the folder is left alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from timelines.publish.kept import kept_text
from timelines.publish.publication import LIST, order_of_writing

_UNFINISHED = ".publishing"


class Occupied(Exception):
    """A folder that holds files of somebody else under names of ours; the message is a sentence."""


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files of a publication into a folder, which is made if it is not there.

    Raises Occupied, before anything is changed, where a file of the same name was not written by
    a publication; OSError where the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise Occupied(f"“{folder}” is a file; name a folder.")
    ours = written_before(folder)
    for path in sorted(files):
        if path not in ours and os.path.lexists(folder / path):
            raise Occupied(
                f"“{folder}” holds “{path}”, which no publication wrote. Name an empty folder."
            )
    # Said before it is done, so that after a sudden end it is still known whose files these are.
    put(folder / LIST, _claim(ours | set(files)))
    for path in order_of_writing(files):
        if path != LIST:
            put(folder / path, files[path])
    for path in sorted(ours - set(files), reverse=True):
        _take_away(folder, path)
    put(folder / LIST, files[LIST])


def written_before(folder: Path) -> frozenset[str]:
    """The paths that the last publication into a folder wrote, its list included."""
    try:
        listed: Any = json.loads(kept_text(folder, LIST) or "{}") if folder.is_dir() else {}
    except (ValueError, RecursionError):
        return frozenset()
    files = listed.get("files") if isinstance(listed, dict) else None
    if not isinstance(files, dict):
        return frozenset()
    return frozenset({path for path in files if _is_plain(path)} | {LIST})


def _claim(paths: Iterable[str]) -> bytes:
    listed = {path: None for path in sorted(paths) if path != LIST}
    return (json.dumps({"files": listed}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _is_plain(path: str) -> bool:
    """Whether a path of the list stays in the folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path


def put(path: Path, data: bytes) -> None:
    """Write a file in one step; one that has these bytes already is left as it is."""
    if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}{_UNFINISHED}")


def _take_away(folder: Path, path: str) -> None:
    gone = folder / path
    gone.unlink(missing_ok=True)
    _beside(gone).unlink(missing_ok=True)
    if gone.parent != folder and gone.parent.is_dir() and not any(gone.parent.iterdir()):
        gone.parent.rmdir()
