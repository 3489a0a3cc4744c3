"""Instants that sets tie together: their limits once the sets' members are tried."""

from __future__ import annotations

from dataclasses import dataclass, field

from timelines.network.constraints import Options
from timelines.network.narrowing import Narrowing
from timelines.network.sets import Dead, Search, TooMany, ends, remaining


@dataclass(slots=True)
class Group:
    """Instants that may still get in each other's way, with sets of several members among them.

    Limits as in `Narrowing`: last instants, and first instants negated.
    """

    instants: tuple[int, ...]
    sets: dict[int, Options]
    last: dict[int, int] = field(default_factory=dict)
    turned: dict[int, int] = field(default_factory=dict)
    tried: bool = True
    """False where there are too many combinations: the gaps within the sets are not counted."""


def groups(narrowed: Narrowing) -> list[Group]:
    """The groups, by their first instant.

    An edge that whatever is possible at its two ends satisfies ties nothing.
    """
    problem = narrowed.graph.constraints
    several: dict[int, Options] = {}
    for at, options in problem.sets.items():
        first, behind = remaining(options, *ends(narrowed, at))
        if first < behind:
            several[at] = options
    if not several:
        return []
    root = list(range(problem.size))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    last, turned = narrowed.last.values, narrowed.turned.values
    for tail, head, weight in zip(problem.tails, problem.heads, problem.weights, strict=True):
        if last[head] + turned[tail] > weight:
            root[find(tail)] = find(head)
    found: dict[int, Group] = {}
    members: dict[int, list[int]] = {find(at): [] for at in several}
    for at in range(problem.size):
        if find(at) in members:
            members[find(at)].append(at)
    for at in sorted(several):
        group = found.setdefault(find(at), Group(tuple(members[find(at)]), {}))
        group.sets[at] = several[at]
    return sorted(found.values(), key=lambda group: group.instants)


def tried(narrowed: Narrowing, group: Group) -> Dead | None:
    """Try the members of a group's sets; it then has its limits. Why none is possible, if so."""
    last, turned = narrowed.last.values, narrowed.turned.values

    def enough() -> bool:
        return bool(group.last) and all(
            last[at] <= group.last[at] and turned[at] <= group.turned[at] for at in group.instants
        )

    def visit() -> None:
        for at in group.instants:
            group.last[at] = max(last[at], group.last.get(at, last[at]))
            group.turned[at] = max(turned[at], group.turned.get(at, turned[at]))

    try:
        return Search(narrowed, group.sets, enough, visit).try_all()
    except TooMany:
        group.tried = False
        group.last = {at: last[at] for at in group.instants}
        group.turned = {at: turned[at] for at in group.instants}
        return None
