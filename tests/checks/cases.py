"""Small investigations written as one text, as the checks carry them, and what is found in them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import HEADING, write_investigation
from timelines.checks import check
from timelines.findings import Finding
from timelines.investigation import load


def texts(case: str) -> dict[str, str]:
    """The files of a case by path; without a heading of its own it gets a plain one."""
    parts = re.split(r"^--- (\S+)\n", case.strip() + "\n", flags=re.MULTILINE)
    assert parts[0] == "", f"a case starts with a line “--- file”, not with “{parts[0]}”"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def findings(case: str, *, only: str | None = None) -> list[Finding]:
    """What all checks together find in a case, or only what the check of that name does."""
    files = texts(case)
    today = date.fromisoformat(files.pop("today", "2021-12-01").strip())
    with TemporaryDirectory() as folder:
        found = check(load(write_investigation(Path(folder), files)), today)
    return [finding for finding in found if only in (None, finding.check)]


def heading(**keys: str) -> str:
    """A heading with further keys, as the first file of a case."""
    return f"--- investigation.yaml\n{HEADING}" + "".join(
        f"{key}: {value}\n" for key, value in keys.items()
    )
