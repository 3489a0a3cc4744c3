"""What all tests share: investigations written as real files into a temporary folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

HEADING = "title: A test\nzone: America/Chicago\n"


def write_investigation(folder: Path, texts: Mapping[str, str | bytes]) -> Path:
    """Write files by their path within the folder, and a heading if none is given.

    Returns the folder, for `timelines.investigation.load`. Texts are written exactly as they
    are, without a change of line ends.
    """
    for name, text in {"investigation.yaml": HEADING, **texts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder
