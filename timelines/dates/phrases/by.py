"""“By Friday”, “no later than May”: a moment on or before that date; “before” leaves it out."""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, day_part

PATTERN = re.compile(
    r"(?:(?P<by>by|no later than|not later than|on or before|by the time of)|"
    r"(?P<before>before|prior to|ahead of|earlier than)) (?P<day>.+)"
)
EXAMPLES = (
    Example(
        "by Friday",
        "2021-10-18",
        "[..2021-10-15]",
        "on or before Fri 15 Oct 2021",
    ),
    Example("before May 2021", "2021-10-15", "[..2021-04-30]", "up to Fri 30 Apr 2021"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """Any moment up to the end of that date, or up to its start."""
    inner = anchor.read(found["day"])
    if inner is None or inner.stretch or inner.days is None:
        return None
    if found["by"]:
        return Meant(None, inner.high, f"on or before {inner.brief}")
    if "T" in (inner.low or day_part(inner.days[0])).text:
        return Meant(None, inner.high, f"before {inner.brief}")
    last = inner.days[0] - timedelta(days=1)
    return Meant(None, day_part(last), f"up to {spelled(last)}")
