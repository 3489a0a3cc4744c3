"""Which instants sets tie together, so that what one of them is limits what another can be."""

from __future__ import annotations

from timelines.network.graph import TAKEN_OUT
from timelines.network.narrowing import Narrowing
from timelines.network.sets import ends, remaining


def ties(narrowed: Narrowing) -> dict[int, int]:
    """For each instant that a set with several members left is tied to: the number of its group.

    Within a group, two instants may not be able to reach their limits at once. An edge that
    whatever is possible at its two ends satisfies ties nothing.
    """
    several = []
    for at, options in narrowed.sets.items():
        first, final = remaining(options, *ends(narrowed, at))
        if first < final:
            several.append(at)
    if not several:
        return {}
    size = narrowed.graph.constraints.size
    root = list(range(size))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    last, turned = narrowed.last.values, narrowed.turned.values
    for tail, links in enumerate(narrowed.graph.out):
        for head, weight, _ in links:
            # An edge that was taken out has a weight that nothing comes near.
            if TAKEN_OUT > weight < last[head] + turned[tail]:
                root[find(tail)] = find(head)
    groups = {find(at) for at in several}
    return {at: find(at) for at in range(size) if find(at) in groups}
