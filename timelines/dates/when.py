"""A date as it is known: four bounds, what is written, and an order that may be undecided."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timelines.dates.civil import DAY, calendar_day

Order = Literal["before", "after", "undecided"]


class DateError(ValueError):
    """A written date that cannot be read: one plain sentence with the right form, and where.

    `position` counts characters of the written date from 0.
    """

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.position = position

    def moved(self, by: int) -> DateError:
        """The same for a longer text, in which this one starts `by` characters in."""
        return type(self)(self.message, self.position + by)


class FormError(DateError):
    """Text that has not even the form of a date, so that nothing can be said of its parts."""


class Bounds(NamedTuple):
    """Half-open, in microseconds UTC since 1970: first possible instant, first impossible one.

    None means unbounded on that side.
    """

    earliest: int | None
    latest: int | None


UNBOUNDED = Bounds(None, None)


class When(NamedTuple):
    """What one written date means.

    A moment (`stretch` false) is one instant somewhere in a span: its start and end are the same
    instant, so their bounds are equal. A stretch lasted from a moment within `start` to a moment
    within `end`.

    `members` are the separate spans a moment may lie in, sorted, where its bounds alone would say
    too much (`[2021-09-08,2021-09-10]`, `2021-XX-09`); None where there is nothing between them,
    or where there are too many to list. `zone` is the IANA name of the zone that the start (without
    one, the end) is written in; behind an offset it is `home`, the zone of the investigation or
    event, which holds wherever the date says nothing of a zone.
    """

    written: str
    zone: str
    start: Bounds
    end: Bounds
    stretch: bool
    precision: str
    timed: bool = False
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    members: tuple[Bounds, ...] | None = None
    troubles: tuple[str, ...] = ()
    hemisphere: str = "north"
    home: str = "UTC"

    @property
    def backwards(self) -> bool:
        """Whether it is written to end before it starts; nothing is sure about such a date."""
        earliest, latest = self.start.earliest, self.end.latest
        return earliest is not None and latest is not None and latest <= earliest

    def surely_before(self, other: When) -> bool:
        """True when no reading of the two dates puts this one at or after the other."""
        return (
            self.end.latest is not None
            and other.start.earliest is not None
            and self.end.latest <= other.start.earliest
            and not self.backwards
            and not other.backwards
        )

    def surely_after(self, other: When) -> bool:
        """True when no reading of the two dates puts this one at or before the other."""
        return other.surely_before(self)

    def order(self, other: When) -> Order:
        """How this date surely stands to the other, or that it is undecided."""
        if self.surely_before(other):
            return "before"
        if self.surely_after(other):
            return "after"
        return "undecided"


def instant_text(instant: int | None) -> str | None:
    """An instant as ISO 8601 in UTC with Z, for JSON; None for unbounded.

    Microseconds stand only where they are not zero; years outside 0 to 9999 carry a sign and at
    least four digits.
    """
    if instant is None:
        return None
    number, of_day = divmod(instant, DAY)
    year, month, day = calendar_day(number)
    years = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"
    seconds, fraction = divmod(of_day, 1_000_000)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    micros = f".{fraction:06d}" if fraction else ""
    return f"{years}-{month:02d}-{day:02d}T{clock}{micros}Z"
