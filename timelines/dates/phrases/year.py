"""“In 2019”, “during the year 2020”: a calendar year."""

from __future__ import annotations

import re

from timelines.dates.calendar_words import YEAR
from timelines.dates.idiom import Anchor, Example, Meant, year_part

PATTERN = re.compile(
    rf"(?:in |during |throughout )?(?:the )?(?:calendar )?(?:year (?:of )?)?({YEAR})"
)
EXAMPLES = (
    Example("in 2019", "2021-10-15", "2019", "the year 2019"),
    Example("the year 1969", "2021-10-15", "1969", "the year 1969"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The whole year."""
    part = year_part(anchor.year(found[1]))
    return Meant(part, part, f"the year {part.text}")
