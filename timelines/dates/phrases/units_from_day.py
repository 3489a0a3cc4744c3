"""“Three days after Sept. 8”, “a week before Friday”: counted from a day that the words name."""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_from
from timelines.dates.idiom import Anchor, Example, Meant

PATTERN = re.compile(
    r"(?P<words>.+?) (?:(?P<after>after|following|from|past)|before|prior to|ahead of) (?P<day>.+)"
)
EXAMPLES = (
    Example(
        "three days after Sept. 8",
        "2021-10-15",
        "2021-09-11",
        "3 days after Wed 8 Sep 2021, the last 8 September up to Fri 15 Oct 2021",
    ),
    Example(
        "the day before Friday",
        "2021-10-15",
        "2021-10-14",
        "the day before the Friday of the week up to and including Fri 15 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far from that day."""
    words = found["words"]
    if words in ("the day", "day", "the month", "the year"):
        words = f"the next {words.split()[-1]}"
    distance = counted(words, ask=False)
    inner = None if distance is None else anchor.read(found["day"])
    if distance is None or inner is None or inner.stretch or inner.days is None:
        return None
    return days_from(distance, inner.days, inner.reading, back=found["after"] is None)
