"""“The 1970s”, “the '70s”, “the seventies”: ten years; without a century the last that has begun.

“The 1900s” may be ten years or a hundred: a question. “The 2000s” are ten years.
"""

from __future__ import annotations

import re
from datetime import date

from timelines.dates.idiom import Anchor, Example, Meant, Part, Question

_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
PATTERN = re.compile(
    rf"(?:in |during |throughout )?(?:the )?(?:([12][0-9])?'?([0-9]0)'?s|({'|'.join(_WORDS)}))"
)
EXAMPLES = (
    Example("the 1970s", "2021-10-15", "197X", "the decade from 1970"),
    Example(
        "in the ’70s",
        "2021-10-15",
        "197X",
        "the decade from 1970, the last one of that name that had begun by Fri 15 Oct 2021",
    ),
    Example(
        "the 1900s",
        "2021-10-15",
        None,
        "It may be the ten years from 1900 or the hundred: ask which.",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """The ten years meant."""
    tens = _WORDS[found[3]] if found[3] else int(found[2])
    note = ""
    if found[1]:
        start = int(found[1]) * 100 + tens
        if tens == 0 and start < 2000:
            raise Question(
                f"It may be the ten years from {start} or the hundred: ask which.", "open"
            )
    else:
        start = anchor.day.year // 100 * 100 + tens
        if start > anchor.day.year:
            start -= 100
        note = f", the last one of that name that had begun by {anchor.here}"
    part = Part(date(start, 1, 1), date(start + 9, 12, 31), f"{start // 10:03d}X")
    return Meant(part, part, f"the decade from {start}{note}")
