"""“Christmas”, “New Year's Eve”, “Halloween”: days that are the same date everywhere.

Holidays that move, or that countries keep on different days, are not read: nobody guesses which
one is meant. Without a year it is the last one not past the day of publication.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import YEAR
from timelines.dates.idiom import Anchor, Example, Meant

_DAYS = {
    "christmas eve": "december 24",
    "christmas day": "december 25",
    "christmas": "december 25",
    "new year's eve": "december 31",
    "new year's day": "january 1",
    "new year's": "january 1",
    "new year": "january 1",
    "halloween": "october 31",
    "valentine's day": "february 14",
    "juneteenth": "june 19",
}
PATTERN = re.compile(
    rf"(?:on )?(?:last )?({'|'.join(_DAYS)})(?: (?:of |in )?({YEAR}|last year|this year))?"
)
EXAMPLES = (
    Example(
        "on Christmas Eve",
        "2021-10-15",
        "2020-12-24",
        "Thu 24 Dec 2020, the last 24 December up to Fri 15 Oct 2021",
    ),
    Example("Halloween 2019", "2021-10-15", "2019-10-31", "Thu 31 Oct 2019"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day it falls on."""
    return anchor.read(f"{_DAYS[found[1]]} {found[2] or ''}".strip())
