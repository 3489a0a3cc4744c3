"""Weeks, months, quarters, years, decades: the one a day lies in, and the ones before and after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

UNIT = r"(?:week|month|quarter|year|decade|century)"
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Period(NamedTuple):
    """Its first and last local day, both included."""

    first: date
    last: date


def period(unit: str, day: date, week_starts: int, away: int = 0) -> Period:
    """The week, month … that a day lies in, or one so many further on (before: negative)."""
    if unit == "week":
        first = day - timedelta(days=(day.weekday() - week_starts) % 7 - 7 * away)
        return Period(first, first + timedelta(days=6))
    months = _MONTHS[unit]
    since = (day.year * 12 + day.month - 1) % months
    first = day.replace(day=1) + relativedelta(months=away * months - since)
    return Period(first, first + relativedelta(months=months, days=-1))
