"""“Over the weekend”, “last weekend”: a Saturday and the Sunday after it.

Past copy means the last weekend that has begun, and ends at the publication. “Last weekend”, said
on a Saturday or Sunday, is the one before; “next weekend” is read for something planned only.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timelines.dates.calendar_words import spelled
from timelines.dates.idiom import Anchor, Example, Meant, span

_OVER = r"(?:on |at |in |during |over )?"
PATTERN = re.compile(
    rf"{_OVER}(?:the )?(last|this past|past|this|this coming|coming|next)? ?weekend"
    rf"|{_OVER}the weekend (before last)|earlier (this) weekend|{_OVER}the weekend of (.+)"
)
EXAMPLES = (
    Example(
        "over the weekend",
        "2021-10-12",
        "[2021-10-09..2021-10-10]",
        "the weekend from Sat 9 Oct 2021",
    ),
    Example(
        "last weekend",
        "2021-10-16",
        "[2021-10-09..2021-10-10]",
        "the weekend from Sat 9 Oct 2021",
    ),
    Example(
        "the weekend of Oct. 9",
        "2021-10-16",
        "[2021-10-09..2021-10-10]",
        "the weekend from Sat 9 Oct 2021",
    ),
    Example(
        "next weekend",
        "2021-10-12",
        None,
        "It looks forward; only for an event of kind “planned” is that a date.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """Both days, or the one that is past."""
    if found[4]:
        inner = anchor.read(found[4])
        day = None if inner is None else inner.one_day
        if day is None or day.weekday() < 4:
            return None
        return _weekend(day + timedelta(days=5 - day.weekday()) if day.weekday() != 6 else day)
    which = found[1] or found[2] or found[3]
    saturday = anchor.day - timedelta(days=(anchor.day.weekday() - 5) % 7)
    within = anchor.day.weekday() >= 5
    if which in ("next", "coming", "this coming") or (which == "this" and anchor.planned):
        anchor.forward()
        here = within and which == "this"
        return _weekend(saturday + timedelta(weeks=0 if here else 1))
    if which == "before last" or (which == "last" and within):
        return _weekend(saturday - timedelta(weeks=1))
    return _weekend(saturday, up_to=anchor.day)


def _weekend(day: date, up_to: date | None = None) -> Meant:
    first = day - timedelta(days=day.weekday() - 5)
    last = first + timedelta(days=1)
    if up_to is not None:
        last = min(last, up_to)
    return span(first, last, f"the weekend from {spelled(first)}")
