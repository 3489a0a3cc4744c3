"""“That day”, “the next day”, “the previous week”: the day, week … of another event, or beside it.

Without the date of that event they are a question.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timelines.dates.counting import event_days
from timelines.dates.idiom import ANOTHER_EVENT, Anchor, Example, Meant, Question, span
from timelines.dates.periods import period

_UNIT = r"(day|week|month|year|quarter|decade|night|morning|afternoon|evening|weekend)"
PATTERN = re.compile(
    rf"(?:on |in |during )?(?:(?:earlier|later|early|late) )?(?:"
    rf"(?P<same>that same|that very|that|(?:the )?(?:very )?same)"
    rf"|(?:the )?(?P<next>very next|next|following)|the (?P<back>previous|preceding|prior)) {_UNIT}"
    r"|the (?P<day>day|week|month|year) (?:(?P<after>after(?:wards?)?|later)|before|earlier)"
)
EXAMPLES = (
    Example("that day", "2021-10-15", None, ANOTHER_EVENT),
    Example(
        "the next day", "2021-10-15", "2021-09-09", "the day after 2021-09-08", since="2021-09-08"
    ),
    Example(
        "the previous week",
        "2021-10-15",
        "[2021-08-30..2021-09-05]",
        "the week before that of 2021-09-08",
        since="2021-09-08",
    ),
)
_PART_OF_DAY = ("night", "morning", "afternoon", "evening")


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The whole day, week … at the other event, before or after it."""
    unit = found["day"] or found[4]
    if found["next"] == "next" and not found[0].startswith(
        ("the ", "on the", "in the", "during the")
    ):
        # “Next week” counts from the publication, “the next week” from another event.
        return None
    if anchor.since is None:
        raise Question(ANOTHER_EVENT, "another-event")
    if unit in _PART_OF_DAY or unit == "weekend":
        return None
    away = 1 if found["next"] or found["after"] else 0 if found["same"] else -1
    first, last = event_days(anchor, back=away < 0)
    which = {1: f"the {unit} after", 0: f"the {unit}", -1: f"the {unit} before"}[away]
    if unit == "day":
        step = timedelta(days=away)
        of = "of " * (away == 0)
        return span(first + step, last + step, f"{which} {of}{anchor.since.written}")
    start = period(unit, first, anchor.week_starts, away).first
    end = period(unit, last, anchor.week_starts, away).last
    return span(start, end, f"{which}{' that' * (away != 0)} of {anchor.since.written}")
