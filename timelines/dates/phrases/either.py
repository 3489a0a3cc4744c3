"""“Sept. 8 or 9”, “Friday or Saturday”: one of two days."""

from __future__ import annotations

import re

from timelines.dates.calendar_words import DAY, MONTH, YEAR, spelled
from timelines.dates.idiom import Anchor, Example, Meant, one_of

PATTERN = re.compile(
    rf"(?:on )?(?:either )?(?:(?P<month>{MONTH}) (?P<one>{DAY}) or (?P<two>{DAY})(?: (?P<year>{YEAR}))?"
    r"|(?P<left>.+?) or (?P<right>.+))"
)
EXAMPLES = (
    Example(
        "Sept. 8 or 9",
        "2021-10-15",
        "[2021-09-08,2021-09-09]",
        "either Wed 8 Sep 2021 or Thu 9 Sep 2021",
    ),
    Example(
        "Tuesday or Wednesday",
        "2021-10-15",
        "[2021-10-12,2021-10-13]",
        "either Tue 12 Oct 2021 or Wed 13 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """One of the two days."""
    if found["month"]:
        year = found["year"] or ""
        words = [f"{found['month']} {found[key]} {year}".strip() for key in ("one", "two")]
    else:
        words = [found["left"], found["right"]]
    days = []
    for one in words:
        inner = anchor.read(one)
        day = None if inner is None else inner.one_day
        if day is None:
            return None
        days.append(day)
    return one_of(days, f"either {spelled(days[0])} or {spelled(days[1])}")
