"""Makes sure that documents lie in the investigation and are not larger than the house allows."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from timelines.findings import Finding
from timelines.reading.folder import Escape, inside, unreadable
from timelines.reading.rows import Rows
from timelines.records import Heading


def document_problems(root: Path, rows: list[Rows], heading: Heading) -> list[Finding]:
    """What keeps documents from being opened; one that is missing is a check's business."""
    problems = []
    limit = heading.house.evidence_megabytes * 1_000_000
    folders: set[str] = set()
    for one in rows:
        for path, line in one.documents:
            why = _document_problem(root, path, limit, folders)
            if why is not None:
                entry = one.entry
                event = entry.record.id if entry.kind == "event" else None
                problems.append(unreadable(entry.file, line, why, event))
    return problems


def _document_problem(root: Path, path: str, limit: int, folders: set[str]) -> str | None:
    """Why a document cannot be opened. `folders` remembers which folders are no links."""
    folder = path.rpartition("/")[0]
    try:
        if folder not in folders:
            inside(root, folder)
            folders.add(folder)
        status = os.lstat(f"{root}/{path}")
        if stat.S_ISLNK(status.st_mode):
            status = inside(root, path)
    except Escape as escape:
        return str(escape)
    except (OSError, ValueError):
        return None
    if status.st_size <= limit:
        return None
    return (
        f"“{path}” has {status.st_size / 1e6:.1f} million bytes; at most "
        f"{limit // 1_000_000} million are allowed here (“house: evidence_megabytes”)."
    )
