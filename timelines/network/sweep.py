"""All edges at once, again and again: settles networks that are wide rather than deep, in numpy.

Bellman and Ford's method. A network in which limits travel over a few edges, as most do, is settled
in as many rounds; what is left after some rounds is for the methods that follow single edges.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

FEW = 400
"""Fewer edges than this are followed one by one sooner than arrays are made of them."""

ROUNDS = 40
"""After so many the network is deep, or a circle keeps lowering it."""

_NONE = 1 << 62
_MOST = 1 << 60
"""No sum of a limit and the weights of so many rounds reaches this (36,000 years)."""


class Swept(NamedTuple):
    """Values as far as they are settled, and for each by which edge it came; -1 if it did not.

    `waiting` are the instants from which an edge still lowers another: none, if all is settled.
    """

    values: list[int]
    parents: list[int]
    waiting: list[int]


def swept(
    near: list[int], far: list[int], weights: list[int], values: list[int], never: int
) -> Swept | None:
    """Carry values over all edges: value[far] is at most value[near] + weight.

    `never` is the value of what has no limit. None where numbers are too large, or edges few.
    """
    if len(weights) < FEW:
        return None
    half = never >> 1
    furthest = max((abs(value) for value in values if value < half), default=0)
    if furthest + ROUNDS * max(map(abs, weights)) >= _MOST:
        return None
    edges = _Edges(near, far, weights)
    now = np.array([value if value < half else _NONE for value in values], np.int64)
    parents = np.full(len(values), -1, np.int64)
    for _ in range(ROUNDS):
        if not edges.lower(now, parents):
            break
    waiting: list[int] = edges.lowering(now).tolist()
    told = [value if value < _NONE >> 1 else never + value - _NONE for value in now.tolist()]
    return Swept(told, parents.tolist(), waiting)


class _Edges:
    """Edges sorted by the instant they lead to."""

    def __init__(self, near: list[int], far: list[int], weights: list[int]) -> None:
        ends = np.array(far, np.int64)
        self.order: Numbers = np.argsort(ends, kind="stable")
        self.near: Numbers = np.array(near, np.int64)[self.order]
        self.weights: Numbers = np.array(weights, np.int64)[self.order]
        self.far: Numbers = ends[self.order]
        self.reached, self.starts, self.counts = np.unique(
            self.far, return_index=True, return_counts=True
        )

    def lower(self, values: Numbers, parents: Numbers) -> bool:
        """One round; whether anything was lowered. Of equal ways the first edge counts."""
        offered = values[self.near] + self.weights
        best = np.minimum.reduceat(offered, self.starts)
        lowered = best < values[self.reached]
        if not lowered.any():
            return False
        took = (offered == np.repeat(best, self.counts)) & np.repeat(lowered, self.counts)
        places = np.flatnonzero(took)[::-1]
        parents[self.far[places]] = self.order[places]
        values[self.reached[lowered]] = best[lowered]
        return True

    def lowering(self, values: Numbers) -> Numbers:
        """The instants from which an edge would lower another one."""
        return np.unique(self.near[values[self.near] + self.weights < values[self.far]])
