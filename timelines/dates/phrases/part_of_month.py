"""“The first week of May”, “the second half of June”: days of a month counted off from its ends.

The first week is its days 1 to 7, the second 8 to 14, and so on; the last week its last seven
days. Halves meet after the 15th.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}
PATTERN = re.compile(
    rf"(?:in |during )?(?:the )?({'|'.join(_NTH)}) (week|half) (?:of |in )(?:the month of )?(.+)"
)
EXAMPLES = (
    Example(
        "the first week of May",
        "2021-10-15",
        "[2021-05-01..2021-05-07]",
        "from Sat 1 May 2021 to Fri 7 May 2021",
    ),
    Example(
        "the last week of May",
        "2021-10-15",
        "[2021-05-25..2021-05-31]",
        "from Tue 25 May 2021 to Mon 31 May 2021",
    ),
    Example(
        "the second half of June",
        "2021-10-15",
        "[2021-06-16..2021-06-30]",
        "from Wed 16 Jun 2021 to Wed 30 Jun 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days meant, of a whole month."""
    nth, part = _NTH[found[1]], found[2]
    inner = anchor.read(found[3])
    month = None if inner is None or inner.stretch or inner.low != inner.high else inner.days
    if month is None or month[0].day != 1 or not 28 <= month[1].day <= 31:
        return None
    first, last = month
    if (first.year, first.month) != (last.year, last.month):
        return None
    if part == "half":
        if nth > 2 or nth == 0:
            return None
        days = (1, 15) if nth == 1 else (16, last.day)
    else:
        days = (last.day - 6, last.day) if nth == 0 else (7 * nth - 6, 7 * nth)
    start, end = first.replace(day=days[0]), first.replace(day=days[1])
    return span(start, end, f"from {spelled(start)} to {spelled(end)}")
