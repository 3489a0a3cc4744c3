"""“Three days ago”, “about four months ago”, “a week ago”: counted back from the publication.

Days are local days, exactly so many. A longer unit is rounded as people round: “two weeks ago” is
give or take half a week, “four months ago” half a month; “about” gives a whole unit either way;
“at least”, “less than”, “two to three” mean what they say. Hours and minutes count from the
instant of publication. Words without a number (“several months ago”) are a question.
"""

from __future__ import annotations

import re

from timelines.dates.counting import counted, days_away
from timelines.dates.idiom import Anchor, Example, Meant

PATTERN = re.compile(r"(?:only |just (?!over|under|short|shy))?(.+?) ago")
EXAMPLES = (
    Example("three days ago", "2021-10-15", "2021-10-12", "3 days before Fri 15 Oct 2021"),
    Example(
        "two weeks ago",
        "2021-10-15",
        "[2021-09-28..2021-10-04]",
        "2 weeks, give or take 3 days and 12 hours, before Fri 15 Oct 2021",
    ),
    Example(
        "four months ago",
        "2021-10-15",
        "[2021-05-31..2021-06-30]",
        "4 months, give or take 15 days, before Fri 15 Oct 2021",
    ),
    Example(
        "several months ago",
        "2021-10-08",
        None,
        "“several” is no number: ask how long.",
    ),
    Example(
        "three hours ago",
        "2021-10-15T16:10",
        "[2021-10-15T12:40..2021-10-15T13:40]",
        "3 hours, give or take 30 minutes, before the publication",
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The days so far back."""
    distance = counted(found[1])
    if distance is None:
        return None
    return days_away(distance, anchor, back=True)
