"""“Four months later”, “the next day”, “two days earlier”: counted from another event.

Without the date of that event they are a question, and what they say is best written as a fact
about order: `after: the-other-event` with `by: 4 months`. “The same day” is that event's day.
"""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_from_event
from timelines.dates.idiom import Anchor, Example, Meant, Question

PATTERN = re.compile(
    r"(?:only |just |some )?(?P<words>.+?) (?P<way>later|after|afterwards?|after that|thereafter|"
    r"earlier|before|before that|previously|beforehand)"
    r"|(?:on |in |during )?(?P<whole>(?:the |that )?(?:same|very same|next|following) (?:day|month|year)"
    r"|that (?:day|month|year))"
    r"|(?:on |in |during )?(?P<back>the (?:previous|preceding) (?:day|month|year)|the day before)"
    r"|(?P<after>the day after)"
)
EXAMPLES = (
    Example(
        "four months later",
        "2021-10-15",
        None,
        "It counts from another event: give that event's date, or write it as an order fact "
        "(“after:” with “by:”).",
    ),
    Example(
        "four months later",
        "2021-10-15",
        "[2021-08-17..2021-10-15]",
        "4 months, give or take 15 days, after 2021-05",
        since="2021-05",
    ),
    Example(
        "the next day", "2021-10-15", "2021-09-09", "the day after 2021-09-08", since="2021-09-08"
    ),
    Example(
        "two days earlier",
        "2021-10-15",
        "2021-09-06",
        "2 days before 2021-09-08",
        since="2021-09-08",
    ),
)
_BACK = ("earlier", "before", "before that", "previously", "beforehand")


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far from the other event."""
    if found["words"]:
        words, back = found["words"], found["way"] in _BACK
    elif found["whole"]:
        words = re.sub(r"^that (?=day|month|year)", "the same ", found["whole"])
        back = False
    else:
        unit = (found["back"] or found["after"]).split()[-1]
        unit = "day" if unit in ("before", "after") else unit
        words, back = f"the next {unit}", found["after"] is None
    distance = counted(words)
    if distance is None:
        return None
    if anchor.since is None:
        raise Question(
            "It counts from another event: give that event's date, or write it as an order fact "
            "(“after:” with “by:”).",
            "another-event",
        )
    return days_from_event(distance, anchor, back=back)
