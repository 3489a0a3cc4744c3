"""Small investigations written as one text, as the checks carry them, and what is found in them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from tests.conftest import HEADING, write_investigation
from timelines.checks import Check, check, shelf
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import load


def texts(case: str) -> dict[str, str]:
    """The files of a case by path; without a heading of its own it gets a plain one."""
    parts = re.split(r"^--- (\S+)\n", case.strip() + "\n", flags=re.MULTILINE)
    assert parts[0] == "", f"a case starts with a line “--- file”, not with “{parts[0]}”"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def findings(case: str, *, only: str | None = None) -> list[Finding]:
    """What all checks together find in a case, or only what the check of that name does."""
    one = _by_name().get(only or "")
    if one is not None and one.section != "Waivers":
        return sorted(one.run(_docket(case)), key=lambda finding: finding.harm)
    docket = _docket(case)
    found = check(docket.investigation, docket.today)
    return [finding for finding in found if only in (None, finding.check)]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Check]:
    return {one.name: one for one in shelf()}


@lru_cache(maxsize=256)
def _docket(case: str) -> Docket:
    files = texts(case)
    today = date.fromisoformat(files.pop("today", "2021-12-01").strip())
    # The files stay: a check may look at what lies beside the records.
    folder = Path(mkdtemp(dir=_CASES.name))
    return Docket(load(write_investigation(folder, files)), today)


_CASES = TemporaryDirectory()
"""The folders of all cases, until the tests are over."""


def heading(**keys: str) -> str:
    """A heading with further keys, as the first file of a case."""
    return f"--- investigation.yaml\n{HEADING}" + "".join(
        f"{key}: {value}\n" for key, value in keys.items()
    )
