"""Where a document of an investigation may lie, and which paths lead out of it."""

from __future__ import annotations

import re

from timelines.yamltrouble import brief

EVIDENCE = "evidence"
MEDIA = "media"


class Misplaced(Exception):
    """A path that is not one of a document of the investigation; the message says why."""


def document(written: str, *folders: str) -> str:
    """The path of a document within the investigation, with `/`.

    A bare name is looked for in the first folder. Raises Misplaced for a path that is absolute,
    has `..` in it, or lies in none of the folders.
    """
    where = " or ".join(f"“{folder}/”" for folder in folders)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", written):
        raise Misplaced(
            f"“{brief(written)}” is not a path within the investigation; put the file in {where} "
            "and name it here."
        )
    if "\\" in written:
        raise Misplaced(f"“{brief(written)}” has a backslash; write paths with “/”.")
    parts = [part for part in written.split("/") if part not in ("", ".")]
    if written.startswith(("/", "~")) or ".." in parts:
        raise Misplaced(
            f"“{brief(written)}” leads out of the investigation; put the file in {where} and "
            "name it here."
        )
    if not parts:
        raise Misplaced(f"“{brief(written)}” names no file.")
    if len(parts) == 1:
        parts = [folders[0], *parts]
    if parts[0] not in folders:
        raise Misplaced(f"“{brief(written)}” does not lie in {where}; put the file there.")
    return "/".join(parts)
