"""What stands above the list: what the words of this timeline mean, and what it rests on.

Everything is counted from what readers get; nothing else could be said without telling of more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timelines.publish.page.rail import Kind, Row
from timelines.publish.public import PublicCorrection, PublicEvent, PublicTimeline

_STANDING = (
    "confirmed", "alleged", "unverified", "disputed", "denied", "withdrawn", "hypothesis",
)  # fmt: skip
_KINDS: tuple[Kind, ...] = ("point", "span", "about", "before", "after", "stretch", "unknown")


@dataclass(frozen=True, slots=True)
class Known:
    """What can be said of all events together.

    `verification` and `kinds` hold the values that occur, in a fixed order, with how many events
    have each. `undecided` are pairs of neighbours whose order nothing public establishes.
    """

    events: int
    sources: int
    unnamed: bool
    verification: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[Kind, int], ...]
    undecided: tuple[tuple[PublicEvent, PublicEvent], ...]
    corrected: tuple[tuple[PublicEvent, PublicCorrection], ...]


def known(public: PublicTimeline, rows: Sequence[Row]) -> Known:
    """What is said above the list and in the log of corrections below it, the newest first."""
    events = public.events
    cited = [one for event in events for one in event.sources]
    standing = Counter(event.verification for event in events)
    kinds = Counter(row.kind for row in rows)
    pairs = pairwise(events)
    corrected = [(event, one) for event in events for one in event.corrections]
    return Known(
        events=len(events),
        sources=len({one.source.id for one in cited if one.source is not None}),
        unnamed=any(one.source is None for one in cited),
        verification=tuple((one, standing[one]) for one in _STANDING if standing[one]),
        kinds=tuple((one, kinds[one]) for one in _KINDS if kinds[one]),
        undecided=tuple((one, other) for one, other in pairs if other.order_undecided),
        corrected=tuple(sorted(corrected, key=lambda pair: pair[1].on.edtf, reverse=True)),
    )


def people(public: PublicTimeline) -> tuple[str, ...]:
    """Everybody who takes part in an event, as readers get them, in order of the alphabet."""
    told = {
        one.name if one.name is not None else one.label
        for event in public.events
        for one in event.people
    }
    return tuple(sorted((name for name in told if name is not None), key=str.casefold))
