"""What a proof sheet is made of: texts on one line each, ready to be set by any format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Standing = Literal["signed", "unsigned", "changed", "open"]
"""Of an event: all roles signed it as it is, one never did, one signed other words, none need."""

Hold = Literal["holds", "changed", "missing"]

NAMED = ("date", "summary", "attribution")
"""Parts of an event whose line names the sources behind it, also where none speaks of it alone."""

OWN = ("title", "byline", "publisher", "filed", "media", "corrections", "answers")
"""Parts that are our own words or those of somebody asked: no source is cited for them."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation behind a claim. `letter` is its own within the event: a, b …

    `full` is False where this claim is not known to rest on it in particular: then `quote` and
    `says` are left out, and stand at the headline. `source` is the title, or the agreed words for
    a source that is not named.
    """

    letter: str
    source: str
    about: str
    at: str | None
    quote: str | None
    says: tuple[str, ...]
    terms: str
    stance: str | None
    knowledge: str | None
    disputes: bool
    confidential: bool
    full: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """One role that must sign, or did: by whom, when, and whether for today's words."""

    role: str
    by: str | None
    on: str | None
    holds: Hold
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing the paper says: its number, its part of the event, its words.

    `when` is the date that stands behind it in words, `quoted` how sources say it in theirs, each
    with how that is read.
    """

    number: str
    part: str
    label: str
    words: str
    when: str
    quoted: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    people: frozenset[str] = frozenset()

    @property
    def full(self) -> tuple[Evidence, ...]:
        """The citations that speak of it in particular."""
        return tuple(one for one in self.evidence if one.full)

    @property
    def uncited(self) -> str:
        """What to say where nothing is cited: `own` for our own words, `above` for a standfirst."""
        if self.part == "standfirst":
            return "above"
        return "own" if self.part in OWN else "none"

    @property
    def behind(self) -> str:
        """The other citations of its event: by letter, with their names where nothing else is."""
        brief = [one for one in self.evidence if not one.full]
        if self.full or self.part not in NAMED:
            return ", ".join(one.letter for one in brief)
        places = (f", {one.at}" if one.at is not None else "" for one in brief)
        return "; ".join(
            f"{one.letter} {one.source}{place}" for one, place in zip(brief, places, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Block:
    """One event with its claims. `changes` is what differs from what was signed, in words."""

    id: str
    number: int
    headline: str
    when: str
    seen: str
    internal: bool
    standing: Standing
    signed: tuple[Signed, ...]
    changes: tuple[str, ...]
    questions: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it stands on somebody's page: how it concerns them, and whether badly."""

    claim: Claim
    headline: str
    how: str
    adverse: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """A right of reply: for which event, when and how it was sought, and what came of it."""

    number: int
    headline: str
    asked: str
    how: str
    deadline: str
    given: str
    words: str | None
    owed: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One person or organisation: every claim about them, and the response sought and given."""

    id: str
    name: str
    kind: str
    naming: str
    roles: tuple[str, ...]
    statuses: tuple[str, ...]
    statements: tuple[Statement, ...]
    replies: tuple[Reply, ...]
    adverse: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole: `scope` says in words what it covers and what not, `day` as of when."""

    title: str
    slug: str
    language: str
    day: str
    iso_day: str
    scope: tuple[str, ...]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]

    @property
    def claims(self) -> int:
        """How many claims there are to tick."""
        return sum(len(block.claims) for block in self.blocks)


def clean(text: str) -> str:
    """On one line, without signs that cannot be seen, that steer direction, or that XML refuses."""
    return " ".join(_UNSEEN.sub(" ", text).split())
