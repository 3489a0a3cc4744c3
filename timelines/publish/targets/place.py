"""What a place that readers are served from has to be able to do, be it a folder or a store."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Lying:
    """What a place tells of a file without sending it; None is what it does not tell.

    `size` is in bytes, `md5` in hexadecimal digits.
    """

    size: int | None = None
    md5: str | None = None


class Place(Protocol):
    """A folder, a bucket with a prefix, a directory of a server.

    Paths are relative, with `/`. Everything may raise Unreachable, a sentence for people.
    """

    name: str
    """How it is called before people: never with a user name, a password or a key."""
    lanes: int
    """How many files may be sent at the same time."""
    in_one_step: bool
    """Whether a file is replaced in one step, so that nobody ever reads half of one."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""

    def lying(self, paths: Collection[str]) -> Mapping[str, Lying]:
        """Which of these paths are taken, and by what."""

    def put(self, path: str, data: bytes) -> None:
        """Put a file into its place, whether or not there is one."""

    def take_away(self, path: str) -> None:
        """Remove a file; one that is not there is no error."""


def md5_of(tag: object) -> str | None:
    """The MD5 that an entity tag is, when it has the form of one (S3: objects put in one part)."""
    found = re.fullmatch(r'"?([0-9a-f]{32})"?', tag) if isinstance(tag, str) else None
    return None if found is None else found.group(1)
