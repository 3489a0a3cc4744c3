"""The commonest dates, a day, a month or a year alone, read without the whole grammar."""

from __future__ import annotations

from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS = {f"{month:02d}": month for month in range(1, 13)}


def plain_days(text: str) -> tuple[int, int, str] | None:
    """First and last day number, and the precision; None for every other date and for mistakes."""
    length = len(text)
    if length == 10:
        if text[4] == "-" == text[7]:
            try:
                number = date.fromisoformat(text).toordinal() - _EPOCH
            except ValueError:
                return None
            return number, number, "day"
    elif length == 7:
        month = _MONTHS.get(text[5:])
        if month is not None and text[4] == "-" and text[:4].isdecimal() and text.isascii():
            year = int(text[:4])
            if 0 < year < 9999:
                first = date(year, month, 1).toordinal() - _EPOCH
                after = date(year + month // 12, month % 12 + 1, 1).toordinal() - _EPOCH
                return first, after - 1, "month"
    elif length == 4 and text.isdecimal() and text.isascii():
        year = int(text)
        if year > 0:
            first = date(year, 1, 1).toordinal() - _EPOCH
            return first, date(year, 12, 31).toordinal() - _EPOCH, "year"
    return None
