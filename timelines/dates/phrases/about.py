"""“About 1970”, “around May 3”, “circa 2015”: a date with leeway, as much as the house gives it.

The leeway is that of newsroom EDTF's ~: two days for a day, a month for a month, a year for a
year, unless `house.about` says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timelines.dates.idiom import Anchor, Example, Meant

PATTERN = re.compile(r"(?:in |on or )?(?:about|around|circa|c|ca|approximately|roughly) (.+)")
EXAMPLES = (
    Example("around 1970", "2021-10-15", "1970~", "about the year 1970"),
    Example(
        "on or about May 3",
        "2021-10-15",
        "2021-05-03~",
        "about Mon 3 May 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The date, marked as approximate, if it is a single one."""
    inner = anchor.read(found[1])
    if inner is None or inner.stretch or inner.low != inner.high or inner.mark or inner.low is None:
        return None
    if not re.fullmatch(r"[0-9X]{4}(?:-[0-9]{2}){0,2}", inner.low.text):
        return None
    return replace(inner, reading=f"about {inner.brief}", mark="~")
