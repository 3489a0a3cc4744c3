"""“2021-09-08”, “2021-05/2021-09”: a date that is newsroom EDTF already is taken as it stands."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from timelines.dates import clock
from timelines.dates.edtf import edtf
from timelines.dates.idiom import Anchor, Example, Meant, Part
from timelines.dates.when import DateError, When

PATTERN = re.compile(r"(?:on |in |dated )?([-\[{.?~%0-9xy].*)")
EXAMPLES = (
    Example("2021-09-08", "2021-10-15", "2021-09-08", "as written"),
    Example("2021-05/2021-09", "2021-10-15", "2021-05/2021-09", "as written"),
    Example("[2021-09-08,2021-09-10]", "2021-10-15", "[2021-09-08,2021-09-10]", "as written"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The date as written; as a part of other words only if it is a moment."""
    text = re.sub(r"^(?:on|in|dated) ", "", anchor.words.strip(), flags=re.IGNORECASE)
    when = _when(text.upper() if anchor.depth else text, anchor.zone, anchor.hemisphere)
    if when is None or re.fullmatch("[0-9]{4}", text):
        return None
    days = _days(when, anchor.zone)
    if anchor.depth and (days is None or when.stretch or when.members):
        return None
    first, last = days or (date.min, date.max)
    part = Part(first, last, text.upper() if anchor.depth else text)
    return Meant(part, part, "as written")


@lru_cache(maxsize=1024)
def _when(text: str, zone: str, hemisphere: str) -> When | None:
    """The date, whenever it is said: words of a coarse document are read for each of its days."""
    try:
        return edtf(text, zone, hemisphere=hemisphere)
    except DateError:
        return None


def _days(when: When, zone: str) -> tuple[date, date] | None:
    """The first and last local day of it, where it has both and the calendar holds them."""
    if when.start.earliest is None or when.end.latest is None:
        return None
    try:
        epoch = date(1970, 1, 1)
        return (
            epoch + timedelta(days=clock.local(when.start.earliest, zone)[0]),
            epoch + timedelta(days=clock.local(when.end.latest - 1, zone)[0]),
        )
    except OverflowError:
        return None
