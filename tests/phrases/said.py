"""How tests ask what words mean, in the founding case's zone."""

from __future__ import annotations

from typing import Any

from timelines.dates.edtf import edtf
from timelines.dates.phrases import Reading, Unresolved, resolve

CHICAGO = "America/Chicago"


def said(words: str, on: str | None = "2021-10-15", **more: Any) -> Reading | Unresolved:
    """What words mean in a document of a date; `since` is another event's date, as text."""
    zone = more.pop("zone", CHICAGO)
    since = more.pop("since", None)
    return resolve(
        words,
        None if on is None else edtf(on, zone),
        zone=zone,
        since=None if since is None else edtf(since, zone),
        **more,
    )


def meant(words: str, on: str | None = "2021-10-15", **more: Any) -> str:
    """The newsroom EDTF of what they mean, or why they mean none."""
    found = said(words, on, **more)
    return found.edtf if isinstance(found, Reading) else found.why
