"""“Between May and September”: a moment somewhere from the one to the other, both included."""

from __future__ import annotations

import re

from timelines.dates.calendar_words import DAY, MONTH, YEAR
from timelines.dates.idiom import Anchor, Example, Meant
from timelines.dates.phrases.from_to import both_ends

PATTERN = re.compile(
    rf"between (?:the )?(?P<month>{MONTH}) (?P<one>{DAY}) and (?P<two>{DAY})(?: (?P<year>{YEAR}))?"
    r"|between (?P<left>.+?) and (?P<right>.+)"
)
EXAMPLES = (
    Example(
        "between May and September",
        "2021-10-15",
        "[2021-05..2021-09]",
        "a moment from May 2021 to September 2021",
    ),
    Example(
        "between May 3 and 5, 2021",
        "2021-10-15",
        "[2021-05-03..2021-05-05]",
        "a moment from Mon 3 May 2021 to Wed 5 May 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """Any moment from the start of the first to the end of the second."""
    if found["month"]:
        year = found["year"] or ""
        left = f"{found['month']} {found['one']} {year}".strip()
        right = f"{found['month']} {found['two']} {year}".strip()
    else:
        left, right = found["left"], found["right"]
    ends = both_ends(left, right, anchor)
    if ends is None:
        return None
    one, two = ends
    return Meant(one.low, two.high, f"a moment from {one.brief} to {two.brief}")
