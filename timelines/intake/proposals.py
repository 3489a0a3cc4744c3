"""What an import hands over for review: proposed events, and every loss, by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from timelines.dates.when import When
from timelines.yamlfile import Value

RemarkKind = Literal["read", "widened", "asked", "unreadable", "left-out", "duplicate", "conflict"]

KINDS: dict[RemarkKind, str] = {
    "unreadable": "could not be read",
    "asked": "left as a question",
    "widened": "widened",
    "left-out": "left out",
    "conflict": "in conflict with what is there",
    "duplicate": "possibly there already",
    "read": "read from words",
}
"""The kinds of remark, worst first, and how each is told."""

Order = Literal["day-first", "month-first"]
Progress = Callable[[int, int], None]
"""Called with how many rows are done, and how many there are."""

LARGEST = 50_000_000
"""Bytes of a file to import."""

MOST_ROWS = 100_000
"""Rows, or events, of a file to import."""


class Unimportable(Exception):
    """A file that cannot be imported as it is: one sentence about why, and what would help."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reporter must know about one row, or about the whole file (place None)."""

    kind: RemarkKind
    text: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read: the investigation's ways, and what the reporter answered.

    `order` is None where nobody said whether 3/4/2003 is in March or April. `mapping` gives the
    heading of the column for each field, `said` the date of the document that the words are in,
    `people` ids by name, `sources` ids by title.
    """

    zone: str = "UTC"
    hemisphere: str = "north"
    week_starts: str = "monday"
    about: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    mapping: Mapping[str, str] | None = None
    sheet: str | None = None
    encoding: str | None = None
    said: When | None = None
    storylines: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One event as a file has it, before anybody compares it with the investigation.

    `fields` are those of the format, without id, standing, and citation of the import itself.
    `place` says where in the file it stands (“row 14”), `original` is what stands there, whole,
    `said` the date in the file's own words where they are not those of `fields`. `mark` is the
    row's fingerprint: the same row has the same one, whatever the file is called.
    """

    identity: str | None
    fields: Mapping[str, Value]
    place: str
    original: str
    mark: str
    said: str | None = None
    two_readings: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything a file has to offer, and everything that is lost on the way.

    `sources` and `people` are records by id that the file brings along. `columns` tells which
    heading was taken for which field, `open_dates` holds dates as written that may be day first
    or month first while nobody said which.
    """

    form: str
    name: str
    digest: str
    events: tuple[Proposed, ...]
    remarks: tuple[Remark, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    open_dates: tuple[str, ...] = ()
    sources: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to import: what it is called, and its bytes."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The end of its name behind the last dot, lower case; empty without one."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes."""
        return sha256(self.data).hexdigest()


def mark(content: str) -> str:
    """The fingerprint of a row: 16 hexadecimal digits of the SHA-256 of what it says."""
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def bounded(data: bytes) -> bytes:
    """The bytes, if they are few enough; Unimportable if not."""
    if len(data) > LARGEST:
        raise Unimportable(
            f"The file has {len(data) / 1e6:.0f} million bytes; at most "
            f"{LARGEST / 1e6:.0f} million are imported at once. Split it."
        )
    return data
