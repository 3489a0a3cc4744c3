"""Which independent origins stand behind each event: two articles over one e-mail are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from timelines import tables
from timelines.investigation import Investigation


def roots(investigation: Investigation) -> Mapping[str, frozenset[str]]:
    """For each source the sources its account goes back to; itself where it derives from nothing.

    A source derives from what its `derived_from` and `translated_from` name, at any depth. One
    that says it saw for itself (`firsthand: yes`) is its own origin.
    """
    parents: dict[str, list[str]] = defaultdict(list)
    for row in tables.facts(investigation.derivations):
        parents[row.source].append(row.origin)
    known: set[str] = set()
    for row in tables.facts(investigation.sources):
        known.add(row.id)
        if row.translated_from is not None:
            parents[row.id].append(row.translated_from)
        if row.firsthand is not None and row.firsthand.casefold() in {"yes", "true"}:
            parents[row.id] = []
    return {source: _roots_of(source, parents) for source in sorted(known)}


def _roots_of(source: str, parents: Mapping[str, list[str]]) -> frozenset[str]:
    """The ends of the chain; of a circle, which reading reports, its alphabetically first."""
    seen = {source}
    ends: set[str] = set()
    ahead = [source]
    while ahead:
        here = ahead.pop()
        origins = parents.get(here, [])
        if not origins:
            ends.add(here)
        ahead.extend(origin for origin in origins if origin not in seen)
        seen.update(origins)
    return frozenset(ends or {min(seen)})


def independent(
    investigation: Investigation,
    behind: Mapping[str, frozenset[str]] | None = None,
    above: Mapping[str, frozenset[str]] | None = None,
) -> Mapping[str, frozenset[str]]:
    """For each event the origins of the sources that support it; empty where nothing does.

    `behind` are the `roots` of all sources, `above` their `ancestors`, where known already.

    Only the event's own citations count, not those of a statement of who knew of it, and only
    those whose stance is `supports`. An account that is cited beside what it derives from adds
    nothing: a story that goes back to five people is not five origins of what one of them said.
    """
    behind = roots(investigation) if behind is None else behind
    above = ancestors(investigation) if above is None else above
    cited: dict[str, set[str]] = {event: set() for event in investigation.events["id"].tolist()}
    own = investigation.citations
    own = own[own["known"].isna() & (own["stance"] == "supports")]
    for event, source in zip(own["event"].tolist(), own["source"].tolist(), strict=True):
        if source in behind:
            cited[event].add(source)

    def retells(one: str, other: str) -> bool:
        return other in above[one] and one not in above[other] and behind[other] <= behind[one]

    return {
        event: frozenset().union(
            *(behind[one] for one in sources if not any(retells(one, other) for other in sources))
        )
        for event, sources in cited.items()
    }


def ancestors(investigation: Investigation) -> Mapping[str, frozenset[str]]:
    """For each source all those it derives from, at any depth, itself left out."""
    parents: dict[str, set[str]] = defaultdict(set)
    for row in tables.facts(investigation.derivations):
        parents[row.source].add(row.origin)
    for row in tables.facts(investigation.sources):
        if row.translated_from is not None:
            parents[row.id].add(row.translated_from)
    sources = sorted(investigation.sources["id"].tolist())
    return {source: _above(source, parents) for source in sources}


def _above(source: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    seen: set[str] = set()
    ahead = [source]
    while ahead:
        new = parents.get(ahead.pop(), set()) - seen
        seen |= new
        ahead.extend(new)
    return frozenset(seen - {source})
