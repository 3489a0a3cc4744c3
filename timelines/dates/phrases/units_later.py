"""“Four months later”, “two days earlier”: counted from another event.

Without the date of that event they are a question, and what they say is best written as a fact
about order: `after: the-other-event` with `by: 4 months`.
"""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_from_event
from timelines.dates.idiom import ANOTHER_EVENT, Anchor, Example, Meant, Question

PATTERN = re.compile(
    r"(?:only |just |some )?(?P<words>.+?) (?:later|afterwards?|after(?: that)?|thereafter"
    r"|(?P<back>earlier|before(?: that)?|previously|beforehand))"
)
EXAMPLES = (
    Example("four months later", "2021-10-15", None, ANOTHER_EVENT),
    Example(
        "four months later",
        "2021-10-15",
        "[2021-08-17..2021-10-15]",
        "4 months, give or take 15 days, after 2021-05",
        since="2021-05",
    ),
    Example(
        "two days earlier",
        "2021-10-15",
        "2021-09-06",
        "2 days before 2021-09-08",
        since="2021-09-08",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far from the other event."""
    distance = counted(found["words"])
    if distance is None:
        return None
    if anchor.since is None:
        raise Question(ANOTHER_EVENT, "another-event")
    return days_from_event(distance, anchor, back=found["back"] is not None)
