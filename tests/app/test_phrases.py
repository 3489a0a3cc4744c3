"""The words of the app: each one is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import components
from timelines.words import words

LISTED = re.compile(
    r"app\.(basis|change|kind|knowledge|level|naming|page|relation|stance|tally|terms|visib[a-z]+|"
    r"documents\.standing|proof\.as)\."
)
"""Sections with one phrase for each value of a field, or for each page."""


def test_every_phrase_of_the_app_is_said_somewhere() -> None:
    """Whoever translates the app translates nothing that nobody reads."""
    place = Path(components.__file__).parent
    code = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("**/*.py", "**/*.html")
        for path in place.glob(pattern)
    )
    keys = {re.sub(r"\.(one|other)$", "", key) for key in words("en") if key.startswith("app.")}
    unsaid = [
        key
        for key in sorted(keys)
        if not LISTED.match(key)
        and not re.search(rf"{re.escape(key)}[\"']", code)
        and not re.search(rf"[\"']{re.escape(key.rpartition('.')[2])}[\"']", code)
    ]
    assert not unsaid, unsaid
