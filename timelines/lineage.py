"""How the account of an event came down to those who cite it: from each origin to a citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timelines.docket import Docket


@dataclass(frozen=True, slots=True)
class Descent:
    """A source, whether the event cites it and how, and those who have it from there.

    `stance` is None where the event does not cite the source itself. `elsewhere` says that what
    comes below is shown under another origin already.
    """

    source: str
    stance: str | None
    below: tuple[Descent, ...]
    elsewhere: bool = False


def descents(docket: Docket, event: str) -> tuple[Descent, ...]:
    """From each independent origin of an event down to the sources that it cites.

    Origins of citations that dispute or only mention it stand behind those that support it.
    """
    stances = {row.source: row.stance for row in reversed(docket.citations.get(event, ()))}
    supporting = docket.origins.get(event, frozenset())
    others = {
        root
        for source, stance in stances.items()
        if stance != "supports"
        for root in docket.roots.get(source, frozenset({source}))
    }
    below = _below(docket, stances)
    shown: set[str] = set()
    return tuple(
        _descent(root, stances, below, shown, frozenset())
        for root in (*sorted(supporting), *sorted(others - supporting))
    )


def _below(docket: Docket, cited: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each source on the way to a cited one, those directly below it on such a way."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    ahead, seen = list(cited), set(cited)
    while ahead:
        source = ahead.pop(0)
        row = docket.sources.get(source)
        parents = list(docket.derived_from.get(source, ()))
        if row is not None and row.translated_from is not None:
            parents.append(row.translated_from)
        if docket.roots.get(source) == frozenset({source}):
            parents = []
        for parent in parents:
            found[parent][source] = None
            if parent not in seen:
                seen.add(parent)
                ahead.append(parent)
    return {source: tuple(children) for source, children in found.items()}


def _descent(
    source: str,
    stances: Mapping[str, str],
    below: Mapping[str, tuple[str, ...]],
    shown: set[str],
    above: frozenset[str],
) -> Descent:
    children = [one for one in below.get(source, ()) if one not in above]
    elsewhere = source in shown and bool(children)
    shown.add(source)
    return Descent(
        source,
        stances.get(source),
        ()
        if elsewhere
        else tuple(_descent(one, stances, below, shown, above | {source}) for one in children),
        elsewhere,
    )
