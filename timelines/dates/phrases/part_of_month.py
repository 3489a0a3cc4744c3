"""“The first week of May”, “the second half of June”: days of a month counted off from its ends.

The first week is its days 1 to 7, the second 8 to 14, and so on; the last week its last seven
days. Halves meet after the 15th.
"""

from __future__ import annotations

import re
from datetime import date

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
    part = anchor.read_part(found[3], lambda whole: _days(whole, _NTH[found[1]], found[2]))
    if part is None:
        return None
    first, last = part[1]
    return span(first, last, f"from {spelled(first)} to {spelled(last)}")


def _days(whole: Meant, nth: int, name: str) -> tuple[date, date] | None:
    """The first and last day of a week or half of a month; None of anything else."""
    if whole.stretch or whole.low != whole.high or whole.low is None or whole.mark:
        return None
    first, last = whole.low.first, whole.low.last
    if first.day != 1 or (first.year, first.month) != (last.year, last.month) or last.day < 28:
        return None
    if name == "half":
        days = {1: (1, 15), 2: (16, last.day)}.get(nth)
    else:
        days = (last.day - 6, last.day) if nth == 0 else (7 * nth - 6, 7 * nth)
    return None if days is None else (first.replace(day=days[0]), first.replace(day=days[1]))
