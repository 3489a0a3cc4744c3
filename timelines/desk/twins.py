"""Events that a new one may repeat: like headlines, or the same words of the same source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from timelines import tables
from timelines.agreement import apart, may_be_one
from timelines.checks.same_event_twice import ALIKE
from timelines.dates.when import When
from timelines.headlines import stems
from timelines.investigation import Investigation

MOST = 3
"""So many are named."""
SAME_DAY = 0.6
"""The part of the shorter headline's words that two of the same day share, if they may be one."""
_TELLING = 12
"""Letters that a quote must have before the same words of a source mean the same event."""

Why = Literal["quote", "headline"]


@dataclass(frozen=True, slots=True)
class Twin:
    """An event that is there already, and what it has in common with the new one."""

    event: str
    why: Why


def twins(
    investigation: Investigation,
    identity: str | None,
    headline: str,
    when: When | None,
    citations: Iterable[Mapping[str, object]] = (),
) -> list[Twin]:
    """The events most like a new one, the likest first, up to three of them.

    `identity` is its own id if it is there already. `when` is None while it has no date; then any
    date may be the same. `citations` are as files have them.
    """
    found: dict[str, tuple[float, Why]] = {}
    for event in _quoting(investigation, citations):
        found[event] = (2.0, "quote")
    words = stems(headline)
    for event, other in zip(
        investigation.events["id"], investigation.events["headline"], strict=True
    ):
        if event not in found:
            share = _alike(words, stems(other), when, investigation.dates.get(event))
            if share > 0:
                found[event] = (share, "headline")
    found.pop(identity or "", None)
    likest = sorted(found.items(), key=lambda one: (-one[1][0], one[0]))
    return [Twin(event, why) for event, (_, why) in likest[:MOST]]


def _quoting(
    investigation: Investigation, citations: Iterable[Mapping[str, object]]
) -> Iterable[str]:
    """Events that cite the same words of the same source."""
    wanted = {
        (str(one.get("source")), _plain(str(one.get("quote"))))
        for one in citations
        if one.get("quote") and len(_plain(str(one.get("quote")))) >= _TELLING
    }
    if not wanted:
        return
    own = investigation.citations
    quoted = own[own["quote"].notna() & own["known"].isna()]
    for row in tables.facts(quoted):
        if (row.source, _plain(row.quote)) in wanted:
            yield row.event


def _plain(quote: str) -> str:
    return " ".join(re.findall(r"\w+", quote.casefold()))


def _alike(
    one: frozenset[str], other: frozenset[str], when: When | None, dated: When | None
) -> float:
    """How like two headlines are, from 0, which is for two that cannot be one event."""
    shared = len(one & other)
    if shared < 2 or not may_be_one(when, dated):
        return 0
    of_all, of_shorter = shared / len(one | other), shared / min(len(one), len(other))
    if of_all >= ALIKE or of_shorter == 1:
        return 1 + of_all
    exact = when is not None and dated is not None and not apart(when, dated)
    near = exact and when is not None and when.precision not in ("month", "year", "decade")
    return of_shorter if near and of_shorter >= SAME_DAY else 0
