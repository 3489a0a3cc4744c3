"""“Between 4 and 5 p.m. Friday”, “from 9 a.m. to noon on Sept. 8”: two clock times of one day."""

from __future__ import annotations

import re

from timelines.dates.idiom import Anchor, Example, Meant

_TIME = r"(?:[0-9]{1,2}(?::[0-9]{2})?(?: ?[ap]m)?|noon|midnight)"
PATTERN = re.compile(
    rf"(?P<how>between|from) (?P<one>{_TIME}) (?:and|to|until|till) (?P<two>{_TIME})"
    rf"(?: (?:on )?(?P<day>.+))"
    rf"|(?P<day2>.+?) (?P<how2>between|from) (?P<one2>{_TIME})"
    rf" (?:and|to|until|till) (?P<two2>{_TIME})"
)
EXAMPLES = (
    Example(
        "between 4 and 5 p.m. Friday",
        "2021-10-15",
        "[2021-10-15T16..2021-10-15T17]",
        "a moment from Fri 15 Oct 2021, hour 16 to Fri 15 Oct 2021, hour 17",
    ),
    Example(
        "Sept. 8 from 9 a.m. to noon",
        "2021-10-15",
        "2021-09-08T09/2021-09-08T12:00",
        "a stretch from Wed 8 Sep 2021, hour 9 to Wed 8 Sep 2021, 12:00",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The hours between the two, on the day named."""
    how, one, two, day = (found[key] or found[f"{key}2"] for key in ("how", "one", "two", "day"))
    half = re.search("[ap]m$", two)
    if one.isdigit() and half:
        one = f"{one} {half[0]}"
    left, right = anchor.read(f"{one} on {day}"), anchor.read(f"{two} on {day}")
    if left is None or right is None or left.choices or right.choices:
        return None
    if left.edtf > right.edtf or "T" not in left.edtf or "T" not in right.edtf:
        return None
    if how == "from":
        words = f"a stretch from {left.brief} to {right.brief}"
        return Meant(left.low, right.low, words, stretch=True)
    return Meant(left.low, right.low, f"a moment from {left.brief} to {right.brief}")
