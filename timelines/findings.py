"""What a check has to say: one finding, its level, its fingerprint and the facts behind it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal["block", "error", "warning", "question"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the most to the least harmful: `block` stops publication, `question` is asked."""


@dataclass(frozen=True, slots=True)
class Related:
    """One of the facts behind a finding: where it stands and what it says, in plain words."""

    says: str
    event: str | None = None
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """An editor's waiver as it covers one finding: who accepts it, since when, and why."""

    because: str
    by: str
    on: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence for an editor, with its place and the facts that clash.

    `file` is relative to the investigation's folder, with `/`; `line` counts from 1.
    `identity` is what makes this the same finding next week: the words that matter, never a
    line number, a count of days up to today, or the order of a list. Without one, the message is.
    `settles` says what would settle it, in words for a person; findings with the same
    `settles` are shown together.
    """

    check: str
    level: Level
    message: str
    event: str | None = None
    file: str | None = None
    line: int | None = None
    related: tuple[Related, ...] = ()
    identity: tuple[str, ...] = ()
    settles: str | None = None
    accepted: Accepted | None = None

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same while the facts stay the same."""
        words = self.identity or (self.message,)
        parts = (self.check, self.event or "", *words)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @property
    def harm(self) -> tuple[int, str, int, str, str]:
        """Sort key: the most harmful first, then by place, the same every time."""
        return (
            LEVELS.index(self.level),
            self.file or "",
            self.line or 0,
            self.check,
            self.message,
        )
