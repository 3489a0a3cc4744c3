"""“Sept. 8 or 9”, “Friday or Saturday”, “May or June”: one of two dates."""

from __future__ import annotations

import re

from timelines.dates.calendar_words import DAY, MONTH, YEAR
from timelines.dates.idiom import Anchor, Example, Meant, Part

PATTERN = re.compile(
    rf"(?:on )?(?:either )?"
    rf"(?:(?P<month>{MONTH}) (?P<one>{DAY}) or (?P<two>{DAY})(?: (?P<year>{YEAR}))?"
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
    Example("May or June 2020", "2021-10-15", "[2020-05,2020-06]", "either May 2020 or June 2020"),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """One of the two."""
    if found["month"]:
        year = found["year"] or ""
        words = [f"{found['month']} {found[key]} {year}".strip() for key in ("one", "two")]
    else:
        words = [found["left"], found["right"]]
    last = anchor.read(words[1])
    if last is None or last.days is None:
        return None
    # “May or June 2020”: what the second says of the year holds for the first.
    first = anchor.read_at(words[0], last.days[1]) if re.search(YEAR, words[1]) else None
    first = first or anchor.read(words[0])
    one, two = _single(first), _single(last)
    if first is None or one is None or two is None:
        return None
    choices = tuple(sorted((one, two)))
    return Meant(choices[0], choices[-1], f"either {first.brief} or {last.brief}", choices=choices)


def _single(meant: Meant | None) -> Part | None:
    """The one date that is meant, neither marked nor a stretch."""
    if meant is None or meant.stretch or meant.mark or meant.choices or meant.low != meant.high:
        return None
    return meant.low
