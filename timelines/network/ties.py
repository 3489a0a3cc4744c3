"""Which instants sets tie together, so that what one of them is limits what another can be."""

from __future__ import annotations

from timelines.network.narrowing import Narrowing
from timelines.network.sets import ends, remaining


def ties(narrowed: Narrowing) -> dict[int, int]:
    """For each instant that a set with several members left is tied to: the number of its group.

    Within a group, two instants may not be able to reach their limits at once. An edge that
    whatever is possible at its two ends satisfies ties nothing.
    """
    problem = narrowed.graph.constraints
    several = []
    for at, options in problem.sets.items():
        first, final = remaining(options, *ends(narrowed, at))
        if first < final:
            several.append(at)
    if not several:
        return {}
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
    groups = {find(at) for at in several}
    return {at: find(at) for at in range(problem.size) if find(at) in groups}
