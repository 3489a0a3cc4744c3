"""Finds sources that derive from themselves by way of others, and events tied to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timelines.findings import Finding
from timelines.reading.references import Entries, at
from timelines.reading.rows import Path, Rows
from timelines.records import Source

Graph = Mapping[str, list[tuple[str, Path]]]
"""From each source to those it names, with the place where it does."""

_LONGEST = 50
"""Sources in a circle that is written out."""


def circles(rows: Iterable[Rows], entries: Entries) -> Iterator[Finding]:
    """A finding at each place of a circle of sources, and at each event tied to itself."""
    for one in rows:
        event = one.entry.record.id
        for kind, identity, path in one.named:
            if kind == "event" and identity == event:
                relation = str(path[-1]).replace("_", " as ")
                yield at(one.entry, path, f"“{event}” is said to be {relation} itself.")
    derived: dict[str, list[tuple[str, Path]]] = {}
    translated: dict[str, list[tuple[str, Path]]] = {}
    for identity, entry in entries["source"].items():
        if isinstance(entry.record, Source):
            derived[identity] = [
                (origin, ("derived_from", i)) for i, origin in enumerate(entry.record.derived_from)
            ]
            original = entry.record.translated_from
            if original is not None:
                translated[identity] = [(original, ("translated_from",))]
    for graph, words in ((derived, "derives from"), (translated, "is translated from")):
        for identity, path, ring in _rings(graph):
            said = f" {words} ".join(f"“{one}”" for one in ring)
            entry = entries["source"][identity]
            yield at(entry, path, f"Sources in a circle: {said}. One of these is wrong.")


def _rings(graph: Graph) -> Iterator[tuple[str, Path, list[str]]]:
    """Each statement that is part of a circle, with the shortest circle through it.

    Of a very long one, the beginning.
    """
    knots = _knots(graph)
    members: dict[int, list[str]] = {}
    for identity in graph:
        if identity in knots:
            members.setdefault(knots[identity], []).append(identity)
    for identity, edges in graph.items():
        for origin, path in edges:
            knot = knots.get(identity)
            if knot is None or knots.get(origin) != knot:
                continue
            if len(members[knot]) > _LONGEST:
                yield identity, path, [identity, origin, "…"]
            else:
                inner = {one: graph[one] for one in members[knot]}
                yield identity, path, [identity, *_way(inner, origin, identity)]


def _knots(graph: Graph) -> dict[str, int]:
    """The sources that are in a circle, each with the number of the knot it is in.

    Strongly connected components as in Tarjan (1972), without recursion: chains may be long.
    """
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    knots: dict[str, int] = {}
    stack: list[str] = []
    open_: set[str] = set()
    for root in graph:
        path = [] if root in seen else [(root, iter(graph[root]))]
        while path:
            here, edges = path[-1]
            if here not in seen:
                seen[here] = low[here] = len(seen)
                stack.append(here)
                open_.add(here)
            for there, _ in edges:
                if there not in seen and there in graph:
                    path.append((there, iter(graph[there])))
                    break
                if there in open_:
                    low[here] = min(low[here], seen[there])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[here])
                if low[here] == seen[here]:
                    members = [stack.pop()]
                    while members[-1] != here:
                        members.append(stack.pop())
                    open_.difference_update(members)
                    if len(members) > 1 or any(there == here for there, _ in graph[here]):
                        knots.update(dict.fromkeys(members, seen[here]))
    return knots


def _way(graph: Graph, start: str, goal: str) -> list[str]:
    """The shortest way from one source to another in the same knot, both included."""
    came: dict[str, str | None] = {start: None}
    queue = [start]
    for here in queue:
        for there, _ in graph[here]:
            if there in graph and there not in came:
                came[there] = here
                queue.append(there)
    way: list[str] = []
    step: str | None = goal
    while step is not None:
        way.append(step)
        step = came[step]
    return way[::-1]
