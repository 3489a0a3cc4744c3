"""A date as it is known: four bounds, what is written, and an order that may be undecided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Order = Literal["before", "after", "undecided"]


class Bounds(NamedTuple):
    """Half-open, in microseconds UTC since 1970: first possible instant, first impossible one.

    None means unbounded on that side.
    """

    earliest: int | None
    latest: int | None


UNBOUNDED = Bounds(None, None)


@dataclass(frozen=True, slots=True)
class When:
    """What one written date means.

    A moment (`stretch` false) is one instant somewhere in a span: its start and end are the same
    instant, so their bounds are equal. A stretch lasted from a moment within `start` to a moment
    within `end`.
    """

    written: str
    zone: str
    start: Bounds
    end: Bounds
    stretch: bool
    precision: str
    timed: bool = False
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    members: tuple[Bounds, ...] | None = None
    troubles: tuple[str, ...] = ()

    def surely_before(self, other: When) -> bool:
        """True when no reading of the two dates puts this one at or after the other."""
        return (
            self.end.latest is not None
            and other.start.earliest is not None
            and self.end.latest <= other.start.earliest
        )

    def surely_after(self, other: When) -> bool:
        """True when no reading of the two dates puts this one at or before the other."""
        return other.surely_before(self)

    def order(self, other: When) -> Order:
        """How this date surely stands to the other, or that it is undecided."""
        if self.surely_before(other):
            return "before"
        if self.surely_after(other):
            return "after"
        return "undecided"
