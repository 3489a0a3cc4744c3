"""Seasons, quarters and other parts of a year that stand where a month would: 21 to 41."""

from __future__ import annotations

_NORTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SOUTH = {"spring": 9, "summer": 12, "autumn": 3, "winter": 6}
_NAMES = ("spring", "summer", "autumn", "winter")


def part_of_year(code: int, hemisphere: str) -> tuple[int, int, str, str] | None:
    """First month, how many months, the precision and a name; None if the code is none.

    21–24 go by the investigation's hemisphere, 25–28 are northern and 29–32 southern. Seasons are
    meteorological: whole months, and the one that starts in December ends in February of the
    year after. 33–36 are quarters, 37–39 thirds and 40–41 halves of the year (ISO 8601-2, 4.8).
    """
    if 21 <= code <= 32:
        name = _NAMES[(code - 21) % 4]
        south = code >= 29 or (code <= 24 and hemisphere == "south")
        return (_SOUTH if south else _NORTH)[name], 3, "season", name
    if 33 <= code <= 36:
        return (code - 33) * 3 + 1, 3, "quarter", f"quarter-{code - 32}"
    if 37 <= code <= 39:
        return (code - 37) * 4 + 1, 4, "quadrimester", f"quadrimester-{code - 36}"
    if 40 <= code <= 41:
        return (code - 40) * 6 + 1, 6, "semester", f"semester-{code - 39}"
    return None
