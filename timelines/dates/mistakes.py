"""What is wrong with a date that cannot be read, in one sentence with the right form."""

from __future__ import annotations

import re

from timelines.dates.when import DateError
from timelines.dates.written import Written


def unreadable(text: str) -> DateError:
    """For text that has not the form of a date at all."""
    return DateError(f"“{text}” is not a date; write it like “2021-05-07”.", 0)


def impossible(text: str, written: Written) -> DateError:
    """For a date whose numbers cannot be."""
    return DateError(f"“{text}” is not a day of the calendar.", 0)


def never_happened(text: str, zone: str) -> DateError:
    """For a local day that a change of zone left out."""
    return DateError(
        f"“{text}” did not happen in {zone}: clocks there went straight to the next day.", 0
    )


def wrong_offset(text: str, offset: str) -> DateError | None:
    """What is wrong with a well-formed offset, if anything."""
    if offset == "Z":
        return None
    place = text.rindex(offset)
    hours, minutes = int(offset[1:3]), int(offset[4:6] or 0)
    if offset[0] == "-" and hours == minutes == 0:
        return DateError(f"“{offset}” is not an offset; write “Z” for UTC.", place)
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        return DateError(f"“{offset}” is not an offset; they go from -14:00 to +14:00.", place)
    return None


def wrong_bracket(text: str, name: str) -> DateError | None:
    """What is wrong with the words in brackets behind a date, where they are no zone's name."""
    place = text.index("[") + 1
    if "=" in name or name.startswith("!"):
        return DateError(
            f"“[{name}]” is not read; brackets hold a zone's name, like “[America/Chicago]”.",
            place,
        )
    if re.fullmatch(r"[+-][0-9:]+", name):
        return DateError(f"Write the offset without brackets: “{name}”.", place)
    return None


def disagreeing(text: str, offset: str, zone: str) -> DateError:
    """For an offset that the zone in brackets does not have then."""
    return DateError(
        f"“{offset}” is not the offset of {zone} then; keep one of the two.", text.rindex(offset)
    )
