"""Keeps the readers' app away from the desk: what lies in an investigation cannot be opened.

The fence stands in the interpreter itself (an audit hook, PEP 578), so that it holds whatever code
runs: every file that is opened, and every folder that is listed, is looked at before it happens.
A hook cannot be taken off again while the process lives.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from timelines import vault

HEADING = "investigation.yaml"
"""A folder that holds this is the desk's, with everything below it."""
_LOOKS = frozenset({"open", "os.listdir", "os.scandir"})
_STANDING: list[bool] = []


class Fenced(PermissionError):
    """Something of the desk's was about to be opened; it was not."""


def close(environ: Mapping[str, str]) -> None:
    """Put the fence up, once a process; from then on it stays.

    Raises `timelines.vault.KeyHanded` where somebody hands this app the vault's key.
    """
    vault.refuse_key(environ, "The readers’ app")
    if not _STANDING:
        _STANDING.append(True)
        sys.addaudithook(_look)


def is_desk(folder: Path) -> bool:
    """Whether this folder, or one that it lies in, holds an investigation; links are followed."""
    real = folder.resolve()
    return any(_holds_heading(one) for one in (real, *real.parents))


def _look(event: str, args: tuple[Any, ...]) -> None:
    if event not in _LOOKS or not args:
        return
    path = args[0]
    if isinstance(path, int) or path is None:
        return  # already open, or the working directory by its own handle
    try:
        named = Path(os.fsdecode(path)).resolve()
    except (TypeError, ValueError, OSError, RuntimeError):
        return  # no path that could be opened
    if named.name == HEADING or is_desk(named.parent if event == "open" else named):
        raise Fenced("The readers’ app opens published folders only.")


@lru_cache(maxsize=4096)
def _holds_heading(folder: Path) -> bool:
    return os.path.lexists(folder / HEADING)
