"""“From May 3 to 5”, “May 3–5, 2021”, “from May to September”: a stretch that lasted.

What the second date says of month and year holds for the first; a first date without a year is
the last one before the second.
"""

from __future__ import annotations

import re

from timelines.dates.calendar_words import DAY, MONTH, YEAR
from timelines.dates.idiom import Anchor, Example, Meant, covering

_TO = r"(?: to | through | thru | until | till | up to |-| - )"
PATTERN = re.compile(
    rf"(?:from )?(?P<month>{MONTH}) (?P<one>{DAY}){_TO}(?P<two>{DAY})(?: (?P<year>{YEAR}))?"
    rf"|(?:from )?(?:the )?(?P<one2>{DAY}){_TO}(?:the )?(?P<two2>{DAY}) (?:of )?"
    rf"(?P<month2>{MONTH})(?: (?P<year2>{YEAR}))?"
    rf"|(?P<from>from )?(?P<left>.+?)(?P<to>{_TO})(?P<right>.+)"
)
EXAMPLES = (
    Example(
        "May 3-5, 2021",
        "2021-10-15",
        "2021-05-03/2021-05-05",
        "a stretch from Mon 3 May 2021 to Wed 5 May 2021",
    ),
    Example(
        "from 3 to 5 June 2020",
        "2021-10-15",
        "2020-06-03/2020-06-05",
        "a stretch from Wed 3 Jun 2020 to Fri 5 Jun 2020",
    ),
    Example(
        "from May to September",
        "2021-10-15",
        "2021-05/2021-09",
        "a stretch from May 2021 to September 2021",
    ),
    Example(
        "from Monday to Wednesday",
        "2021-10-15",
        "2021-10-11/2021-10-13",
        "a stretch from Mon 11 Oct 2021 to Wed 13 Oct 2021",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The stretch from the one to the other."""
    month = found["month"] or found["month2"]
    if month:
        year = found["year"] or found["year2"] or ""
        left = f"{month} {found['one'] or found['one2']} {year}".strip()
        right = f"{month} {found['two'] or found['two2']} {year}".strip()
    elif found["from"] is None and found["to"] not in ("-", " - ", " to ", " through "):
        return None
    else:
        left, right = found["left"], found["right"]
    return stretch(left, right, anchor)


def stretch(left: str, right: str, anchor: Anchor) -> Meant | None:
    """From what the one means to what the other does, seen back from the second."""
    ends = both_ends(left, right, anchor)
    if ends is None:
        return None
    one, two = ends
    if one.days is None or two.days is None:
        return None
    return Meant(
        covering(*one.days) if one.low != one.high else one.low,
        covering(*two.days) if two.low != two.high else two.low,
        f"a stretch from {one.brief} to {two.brief}",
        stretch=True,
    )


def both_ends(left: str, right: str, anchor: Anchor) -> tuple[Meant, Meant] | None:
    """What two dates mean, the first not after the second; None if they are no such dates."""
    two = anchor.read(right)
    if two is None or two.stretch or two.days is None:
        return None
    # A first date without a year is seen back from the end of the second.
    one = anchor.read_at(left, two.days[1])
    if one is None or one.stretch or one.days is None or one.days[0] > two.days[0]:
        return None
    return one, two
