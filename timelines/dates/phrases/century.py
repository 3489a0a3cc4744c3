"""“The 19th century”: 1800 to 1900, since some count it from 1800 and some to 1900."""

from __future__ import annotations

import re
from datetime import date

from timelines.dates.idiom import Anchor, Example, Meant, span

_NAMES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
PATTERN = re.compile(
    rf"(?:in |during )?(?:the )?(?:(1[0-9]|2[01])(?:st|th)|({'|'.join(_NAMES)}))[ -]century"
)
EXAMPLES = (Example("the 19th century", "2021-10-15", "[1800..1900]", "the years 1800 to 1900"),)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The hundred years, by either way of counting them."""
    century = int(found[1]) if found[1] else _NAMES[found[2]]
    first, last = 100 * (century - 1), 100 * century
    return span(date(first, 1, 1), date(last, 12, 31), f"the years {first} to {last}")
