"""“A year ago today”, “a week ago Friday”: counted back in whole units to a day they name.

“Two weeks ago Tuesday” is the Tuesday nearest to two weeks back, or the one two weeks before the
last Tuesday; where these differ it is one of both.
"""

from __future__ import annotations

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from timelines.dates.calendar_words import WEEKDAY, WEEKDAYS, weekday_of
from timelines.dates.idiom import Anchor, Example, Meant, one_of, span
from timelines.dates.numbers import NUMBER, number
from timelines.dates.periods import period

PATTERN = re.compile(
    rf"(?:on )?(?P<count>{NUMBER}) (?P<unit>day|week|month|year)s? ago "
    rf"(?:(?P<today>today|yesterday)|this (?P<this>week|month|year)"
    rf"|(?:on |this |last )?(?P<day>{WEEKDAY}))"
)
EXAMPLES = (
    Example("a year ago today", "2021-10-15", "2020-10-15", "1 year before Fri 15 Oct 2021"),
    Example(
        "a week ago Friday", "2021-10-15", "2021-10-08", "the Friday 1 week before Fri 15 Oct 2021"
    ),
    Example(
        "two weeks ago Tuesday",
        "2021-10-15",
        "2021-09-28",
        "the Tuesday 2 weeks before Fri 15 Oct 2021",
    ),
    Example(
        "a year ago this month", "2021-10-15", "2020-10", "the month 1 year before Fri 15 Oct 2021"
    ),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant | None:
    """The day, week or month meant."""
    count, unit = number(found["count"]), found["unit"]
    if count is None:
        return None
    words = f"{count} {unit}{'' if count == 1 else 's'} before {anchor.here}"
    step = relativedelta(**{f"{unit}s": -count})  # type: ignore[arg-type]
    day = anchor.day + step
    if found["today"]:
        if found["today"] == "yesterday":
            day -= timedelta(days=1)
            words = f"the day before {words}"
        return span(day, day, words)
    if found["this"]:
        first, last = period(found["this"], day, anchor.week_starts)
        return span(first, last, f"the {found['this']} {words}")
    if unit != "week":
        return None
    weekday = weekday_of(found["day"])
    near = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    last = anchor.day - timedelta(days=(anchor.day.weekday() - weekday) % 7)
    return one_of([near, last + step], f"the {WEEKDAYS[weekday]} {words}")
