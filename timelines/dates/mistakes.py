"""What is wrong with a date of the right form: numbers that cannot be, zones that disagree."""

from __future__ import annotations

import re

from timelines.dates.civil import calendar_day, day_number, month_length
from timelines.dates.unspecified import possible_days
from timelines.dates.when import DateError, FormError
from timelines.dates.written import Written, place

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONGEST_QUOTE = 60


def quoted(text: str) -> str:
    """What the file says, in curly quotes, cut where it is long."""
    return f"“{text}”" if len(text) <= _LONGEST_QUOTE else f"“{text[: _LONGEST_QUOTE - 1]}…”"


def unreadable(text: str) -> FormError:
    """For text that has not the form of a date at all."""
    return FormError(
        f"{quoted(text)} is not a date; write a year, month or day as far as it is known, "
        "like “2021”, “2021-05” or “2021-05-07”.",
        0,
    )


def impossible(text: str, written: Written) -> DateError:
    """For a date whose numbers cannot be."""
    if written.year == "-0000":
        return DateError("There is no year “-0000”; 1 B.C. is written “0000”.", place(text, "year"))
    if written.clock is not None and written.day is None:
        return DateError(
            f"A clock time needs its day, as in “2021-05-07T17:44”; {quoted(text)} has none.",
            text.index("T"),
        )
    if written.month is not None and (wrong := _wrong_month(text, written)):
        return wrong
    if written.day is not None and (wrong := _wrong_day(text, written)):
        return wrong
    return _wrong_clock(text, written)


def _wrong_month(text: str, written: Written) -> DateError | None:
    month, day = written.month or "", written.day
    where = place(text, "month")
    if "X" in month:
        if possible_days("2000", month, None, single=False):
            return None
        return DateError(f"No month reads “{month}”; months are 01 to 12.", where)
    number = int(month)
    swapped = ""
    if 12 < number <= 31 and day is not None and "X" not in day and 1 <= int(day) <= 12:
        swapped = (
            f" If it is day {number} of month {int(day)}, write “{written.year}-{day}-{month}”."
        )
    if 21 <= number <= 41 and day is not None:
        return DateError(f"“{month}” is a part of the year and has no day.{swapped}", where)
    if 1 <= number <= 12 or 21 <= number <= 41:
        return None
    return DateError(
        f"There is no month “{month}”; months are 01 to 12, seasons 21 to 24, "
        f"quarters 33 to 36.{swapped}",
        where,
    )


def _wrong_day(text: str, written: Written) -> DateError | None:
    year, month, day = written.year, written.month or "", written.day or ""
    if possible_days(year, month, day, single=True):
        return None
    where = place(text, "day")
    if "X" in year or "X" in month:
        return DateError(f"No month that this can be has a day “{day}”.", where)
    length = month_length(int(year), int(month))
    name = f"{_MONTHS[int(month) - 1]} {year}"
    if "X" in day:
        return DateError(f"No day of {name} reads “{day}”; it has {length} days.", where)
    return DateError(f"There is no day “{day}”: {name} has {length} days.", where)


def _wrong_clock(text: str, written: Written) -> DateError:
    if written.clock is None:  # pragma: no cover - nothing else can be wrong
        return unreadable(text)
    hour, minute, second, _ = written.clock
    if hour == 24 and not minute and not second:
        return _midnight(text, written)
    if hour > 23:
        return DateError(f"There is no hour “{hour:02d}”; hours are 00 to 23.", place(text, "hour"))
    if minute is not None and minute > 59:
        where = place(text, "minute")
        return DateError(f"There is no minute “{minute:02d}”; minutes are 00 to 59.", where)
    where = place(text, "second")
    if second == 60:
        right = f"{text[: where - 1]}:59{text[where + 2 :]}"
        return DateError(f"Leap seconds (“:60”) are not read; write {quoted(right)}.", where)
    return DateError(f"There is no second “{second:02d}”; seconds are 00 to 59.", where)


def _midnight(text: str, written: Written) -> DateError:
    where = place(text, "hour")
    right = "write 00:00 of the next day"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text[: where - 1]):
        day = day_number(int(written.year), int(written.month or 1), int(written.day or 1))
        year, month, of_month = calendar_day(day + 1)
        if year <= 9999:
            next_day = f"{year:04d}-{month:02d}-{of_month:02d}"
            right += f", {quoted(f'{next_day}T00{text[where + 2 :]}')}"
    return DateError(f"“24:00” is not read; {right}.", where)


def never_happened(text: str, zone: str) -> DateError:
    """For a local day that a change of zone left out."""
    return DateError(
        f"{quoted(text)} did not happen in {zone}: clocks there went straight to the next day.", 0
    )


def wrong_offset(text: str, offset: str) -> DateError | None:
    """What is wrong with a well-formed offset, if anything."""
    if offset == "Z":
        return None
    where = text.rindex(offset)
    hours, minutes = int(offset[1:3]), int(offset[4:6] or 0)
    if offset[0] == "-" and hours == minutes == 0:
        return DateError(f"“{offset}” is not an offset; write “Z” for UTC.", where)
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        return DateError(f"“{offset}” is not an offset; they go from -14:00 to +14:00.", where)
    return None


def wrong_bracket(text: str, name: str) -> DateError | None:
    """What is wrong with the words in brackets behind a date, where they are no zone's name."""
    where = text.index("[") + 1
    if "=" in name or name.startswith(("!", "_")):
        return DateError(
            f"{quoted(f'[{name}]')} is not read; brackets behind a date hold the name of a zone, "
            "as in “[America/Chicago]”.",
            where,
        )
    if re.fullmatch(r"Z|[+-][0-9:]+", name):
        right = text.replace(f"[{name}]", name)
        return DateError(f"An offset stands without brackets: {quoted(right)}.", where)
    return None


def disagreeing(text: str, offset: str, zone: str) -> DateError:
    """For an offset that the zone in brackets does not have then."""
    alone = text.replace(offset, "", 1) if text.count(offset) == 1 else None
    right = f": “{alone}”" if alone else ""
    return DateError(
        f"“{offset}” is not what {zone} has then; leave out the one that is wrong{right}.",
        text.rindex(offset),
    )
