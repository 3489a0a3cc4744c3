"""“Since Friday”, “from May on”: a stretch that began then and is still going on.

Where the start is more than one calendar date (“since last week”), it is the smallest one that
holds it: the month, the year.
"""

from __future__ import annotations

import re

from timelines.dates.idiom import Anchor, Example, Meant, covering

PATTERN = re.compile(
    r"(?:ever )?since (?P<one>.+)|from (?P<two>.+) (?:on|onwards?|forward)"
    r"|starting (?:in |on )?(?P<three>.+)"
)
EXAMPLES = (
    Example(
        "since Friday",
        "2021-10-18",
        "2021-10-15/..",
        "from Fri 15 Oct 2021 on",
    ),
    Example(
        "since May",
        "2021-10-15",
        "2021-05/..",
        "from May 2021 on",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """A stretch from that date on, open at the end."""
    inner = anchor.read(found["one"] or found["two"] or found["three"])
    if inner is None or inner.stretch or inner.days is None:
        return None
    low = inner.low if inner.low == inner.high else covering(*inner.days)
    return Meant(low, None, f"from {inner.brief} on", stretch=True)
