"""“Three days after Sept. 8”, “a week before Friday”: counted from a day that the words name."""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_from
from timelines.dates.idiom import ANOTHER_EVENT, Anchor, Example, Meant, Question

PATTERN = re.compile(
    r"(?P<words>.+?) (?:(?P<after>after|following|from|past)|before|prior to|ahead of) (?P<day>.+)"
)
EXAMPLES = (
    Example(
        "three days after Sept. 8",
        "2021-10-15",
        "2021-09-11",
        "3 days after Wed 8 Sep 2021",
    ),
    Example(
        "the day before Friday",
        "2021-10-15",
        "2021-10-14",
        "the day before Fri 15 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far from that day."""
    words = found["words"]
    if words in ("the day", "day", "the month", "the year"):
        words = f"the next {words.split()[-1]}"
    distance = counted(words, ask=False)
    if distance is None or found["day"] in ("now", "today", "yesterday", "that", "last", "next"):
        return None
    inner = anchor.read(found["day"])
    if inner is None:
        raise Question(ANOTHER_EVENT, "another-event")
    if inner.stretch or inner.days is None:
        return None
    if found["after"] == "from":
        # “A week from Friday” is a Friday.
        distance = distance.exactly
    meant = days_from(distance, inner.days, inner.brief, back=found["after"] is None)
    if anchor.on is not None and meant.low is not None and meant.low.first > anchor.on:
        anchor.forward()
    return meant
