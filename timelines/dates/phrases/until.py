"""“Until Friday”, “through May”: a stretch that ended then; when it began is left open."""

from __future__ import annotations

import re

from timelines.dates.idiom import Anchor, Example, Meant, covering

PATTERN = re.compile(r"(?:up )?(?:until|till|through|up to) (.+)")
EXAMPLES = (
    Example(
        "until Friday",
        "2021-10-18",
        "../2021-10-15",
        "up to Fri 15 Oct 2021",
    ),
    Example("until 2019", "2021-10-15", "../2019", "up to the year 2019"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """A stretch up to that date, open at the start."""
    inner = anchor.read(found[1])
    if inner is None or inner.stretch or inner.days is None:
        return None
    high = inner.high if inner.low == inner.high else covering(*inner.days)
    return Meant(None, high, f"up to {inner.brief}", stretch=True)
