"""All edges at once, again and again: settles networks that are wide rather than deep, in numpy.

Bellman and Ford's method. A network in which limits travel over a few edges, as most do, is settled
in as many rounds; what is left after some rounds is for the methods that follow single edges.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

FEW = 400
"""Fewer edges than this are followed one by one sooner than arrays are made of them."""

ROUNDS = 24
"""After so many the network is deep, or a circle keeps lowering it."""

RUNS = 8
"""How often so many rounds are tried again once circles were taken out."""

_NONE = 1 << 62
_MOST = 1 << 60
"""No limit, and no sum of a limit and many weights, reaches this (36,000 years)."""


class Sweep:
    """Values carried over edges: value[far] is at most value[near] + weight.

    `never` is the value of what has no limit.
    """

    def __init__(
        self, near: list[int], far: list[int], weights: list[int], values: list[int], never: int
    ) -> None:
        ends = np.array(far, np.int64)
        self._order: Numbers = np.argsort(ends, kind="stable")
        self._near: Numbers = np.array(near, np.int64)[self._order]
        self._far: Numbers = ends[self._order]
        self._weights: Numbers = np.array(weights, np.int64)[self._order]
        self._group()
        self._never = never
        half = never >> 1
        self._now = np.array([value if value < half else _NONE for value in values], np.int64)
        self._parents = np.full(len(values), -1, np.int64)

    def _group(self) -> None:
        self._reached, self._starts, self._counts = np.unique(
            self._far, return_index=True, return_counts=True
        )

    def run(self) -> list[int]:
        """Some rounds; the instants from which an edge still lowers another are left over."""
        for _ in range(ROUNDS):
            if not self._round():
                return []
        lowering = self._now[self._near] + self._weights < self._now[self._far]
        left: list[int] = np.unique(self._near[lowering]).tolist()
        return left

    def _round(self) -> bool:
        """Whether anything was lowered. Of equal ways the first edge counts."""
        values = self._now
        if not self._order.size:
            return False
        offered = values[self._near] + self._weights
        best = np.minimum.reduceat(offered, self._starts)
        lowered = best < values[self._reached]
        if not lowered.any():
            return False
        took = (offered == np.repeat(best, self._counts)) & np.repeat(lowered, self._counts)
        places = np.flatnonzero(took)[::-1]
        self._parents[self._far[places]] = self._order[places]
        values[self._reached[lowered]] = best[lowered]
        return True

    def take_out(self, edges: Iterable[int]) -> None:
        """These edges carry nothing any more, and no value counts as carried by an edge."""
        kept = ~np.isin(self._order, list(edges))
        self._order, self._near = self._order[kept], self._near[kept]
        self._far, self._weights = self._far[kept], self._weights[kept]
        self._group()
        self._parents.fill(-1)

    @property
    def values(self) -> list[int]:
        """The values as they are by now."""
        never = self._never
        return [
            value if value < _NONE >> 1 else never + value - _NONE for value in self._now.tolist()
        ]

    @property
    def parents(self) -> list[int]:
        """By which edge each value came; -1 where it is the one it began with."""
        came: list[int] = self._parents.tolist()
        return came


def sweep(
    near: list[int], far: list[int], weights: list[int], values: list[int], never: int
) -> Sweep | None:
    """A sweep over these edges; None where they are few, or the numbers too large."""
    if len(weights) < FEW:
        return None
    half = never >> 1
    furthest = max((abs(value) for value in values if value < half), default=0)
    if furthest + RUNS * ROUNDS * max(map(abs, weights)) >= _MOST:
        return None
    return Sweep(near, far, weights, values, never)
