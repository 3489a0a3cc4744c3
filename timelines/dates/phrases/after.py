"""“After Friday”, “no earlier than May”: a moment later than that date, up to the publication.

“On or after” includes the date itself. For something planned there is no end.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, Part, day_part, span

PATTERN = re.compile(
    r"(?:(?P<on>on or after|no earlier than|not before|not earlier than)|"
    r"(?P<after>after|following|later than)) (?P<day>.+)"
)
EXAMPLES = (
    Example(
        "after May 3",
        "2021-10-15",
        "[2021-05-04..2021-10-15]",
        "after Mon 3 May 2021, up to Fri 15 Oct 2021",
    ),
    Example(
        "no earlier than May 3, 2022",
        "2021-10-15",
        "[2022-05-03..]",
        "no earlier than Tue 3 May 2022",
        planned=True,
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """Any moment from then to the publication."""
    inner = anchor.read(found["day"])
    if inner is None or inner.stretch or inner.days is None:
        return None
    low: Part | None = inner.low
    if found["after"] and not _timed(inner):
        low = day_part(inner.days[1] + timedelta(days=1))
    word = "after" if found["after"] else "no earlier than"
    if anchor.planned or anchor.on is None or low is None:
        return Meant(low, None, f"{word} {inner.brief}")
    if low.first > anchor.day:
        anchor.forward()
    reading = f"{word} {inner.brief}, up to {spelled(anchor.day)}"
    if low.text == low.first.isoformat():
        return span(low.first, anchor.day, reading)
    return Meant(low, day_part(anchor.day), reading)


def _timed(inner: Meant) -> bool:
    return inner.high is not None and "T" in inner.high.text
