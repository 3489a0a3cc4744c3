"""Brings a document in: copied under `evidence/`, its SHA-256 recorded with the source."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from timelines.desk import durable
from timelines.desk.intent import Changes
from timelines.desk.orders import Change, Saved
from timelines.desk.refused import Refused
from timelines.desk.repository import Author
from timelines.desk.save import carry_out
from timelines.desk.version import Version
from timelines.evidence.naming import numbered, safe_name
from timelines.investigation import Investigation
from timelines.reading.paths import EVIDENCE

_MOST_NAMES = 1000


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that came in: its path within the investigation, its sum, and what was saved.

    `new` is False where the same document already lay there under that name.
    """

    file: str
    sha256: str
    new: bool
    saved: Saved


def most_bytes(investigation: Investigation) -> int:
    """How large a document may be, in bytes; `house: evidence_megabytes` sets it."""
    return investigation.heading.house.evidence_megabytes * 1_000_000


def attach(
    investigation: Investigation,
    source: str,
    name: str,
    data: bytes,
    *,
    replace: bool = False,
    author: Author | str | None = None,
    base: Version | str | None = None,
) -> Attached:
    """Copy a document under `evidence/` and have the source name it, with its sum.

    The file lies there whole before the source names it; where the source cannot be saved, it is
    taken away again. Another document is never written over: with `replace` the source names the
    new one, and the old file stays. Raises Refused with a sentence for what is empty, too large,
    or already attached; Conflict where somebody else changed the source since `base`.
    """
    _may_come_in(investigation, source, name, data, replace=replace)
    root = Path(os.path.realpath(investigation.path))
    file, new = _kept(root, safe_name(name), data)
    sha256 = hashlib.sha256(data).hexdigest()
    changes: Changes = {("file",): file.removeprefix(f"{EVIDENCE}/"), ("sha256",): sha256}
    try:
        (saved,) = carry_out(
            root, [Change("source", source, changes, base)], author=author, files=[file]
        )
    except BaseException:
        if new:
            with suppress(OSError, Refused, durable.Overtaken):
                durable.delete(durable.inside(root, file), data)
        raise
    return Attached(file, sha256, new, saved)


def _may_come_in(
    investigation: Investigation, source: str, name: str, data: bytes, *, replace: bool
) -> None:
    rows = investigation.sources[investigation.sources["id"] == source]
    if rows.empty:
        raise Refused(f"There is no source “{source}” to attach it to.")
    if not data:
        raise Refused(f"“{name}” is empty; nothing was attached.")
    most = most_bytes(investigation)
    if len(data) > most:
        raise Refused(
            f"“{name}” has {len(data) / 1e6:.1f} million bytes; at most {most // 1_000_000} "
            "million are allowed here (“house: evidence_megabytes”)."
        )
    before = rows.iloc[0]["document"]
    if isinstance(before, str) and not replace:
        raise Refused(f"The source already has a file, “{before}”; say that this one replaces it.")


def _kept(root: Path, name: str, data: bytes) -> tuple[str, bool]:
    """The path of the document, under the first name that is free or already holds it."""
    for number in range(1, _MOST_NAMES):
        file = f"{EVIDENCE}/{name if number == 1 else numbered(name, number)}"
        path = durable.inside(root, file)
        with suppress(durable.Overtaken):
            durable.create(path, data)
            return file, True
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return file, False
    raise Refused(f"There are too many documents called “{name}”.")
