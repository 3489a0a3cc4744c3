"""What every idiom of news copy works with: the day it is said, what it means, its examples."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from timelines.dates.calendar_words import MONTHS, spelled
from timelines.dates.when import Bounds, When

Why = Literal["unanchored", "another-event", "open", "forward", "two-readings", "words"]
"""Why words are no date.

The document that says them has none; they count from another event; they leave it open; they look
forward from something past; figures or a weekday contradict each other; no rule reads them.
"""


ANOTHER_EVENT = (
    "It counts from another event: give that event's date, or write it as an order fact "
    "(“after:” with “by:”)."
)


class Question(Exception):
    """Words that a rule knows and that give no date: the sentence says what to ask."""

    def __init__(self, sentence: str, why: Why) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.why: Why = why


class Example(NamedTuple):
    """Words as said on a day, the newsroom EDTF expected (None: a question) and its reading.

    `since` is the date of another event that the words count from.
    """

    words: str
    said: str
    edtf: str | None
    reading: str
    planned: bool = False
    since: str | None = None


class Part(NamedTuple):
    """One date of the calendar in newsroom EDTF, and the first and last local day of it."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What words mean: a moment from one part to another, or a stretch that lasted so long.

    None is open on that side. `choices` are the only days possible between the two.
    """

    low: Part | None
    high: Part | None
    reading: str
    stretch: bool = False
    choices: tuple[Part, ...] = ()
    mark: str = ""

    @property
    def edtf(self) -> str:
        """The newsroom EDTF that says the same."""
        low = "" if self.low is None else self.low.text
        high = "" if self.high is None else self.high.text
        if self.stretch:
            return f"{low or '..'}/{high or '..'}"
        if self.choices:
            return f"[{','.join(choice.text for choice in self.choices)}]"
        return f"{low}{self.mark}" if low == high else f"[{low}..{high}]"

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last local day, where there are both."""
        if self.low is None or self.high is None:
            return None
        return self.low.first, self.high.last

    @property
    def brief(self) -> str:
        """The reading without how it was arrived at, for use in that of longer words."""
        return (
            self.reading.partition(", the ")[0] if self.one_day is None else spelled(self.one_day)
        )

    @property
    def one_day(self) -> date | None:
        """The day that is meant, where it is a single whole one."""
        if self.low is None or self.low != self.high or self.low.text != str(self.low.first):
            return None
        return None if self.mark or self.stretch else self.low.first


def day_part(day: date) -> Part:
    """A day, as one part of the calendar."""
    return Part(day, day, day.isoformat())


def month_part(year: int, month: int) -> Part:
    """A month, as one part of the calendar."""
    first = date(year, month, 1)
    return Part(first, first.replace(day=monthrange(year, month)[1]), f"{year:04d}-{month:02d}")


def year_part(year: int) -> Part:
    """A year, as one part of the calendar."""
    return Part(date(year, 1, 1), date(year, 12, 31), f"{year:04d}")


def _larger(day: date) -> tuple[Part, ...]:
    decade, century = day.year // 10 * 10, day.year // 100 * 100
    larger = [year_part(day.year), month_part(day.year, day.month), day_part(day)]
    for start, years in ((decade, 10), (century, 100)):
        if start > 0:
            last = date(start + years - 1, 12, 31)
            digits = f"{start:04d}"[: -len(str(years)) + 1] + "X" * (len(str(years)) - 1)
            larger.insert(0, Part(date(start, 1, 1), last, digits))
    return tuple(larger)


def span(first: date, last: date, reading: str) -> Meant:
    """A moment from one local day to another, both included, in the largest parts that fit."""
    if first == last or first.day != 1 or (last + timedelta(days=1)).day != 1:
        return Meant(day_part(first), day_part(last), reading)
    for part in _larger(first):
        if (part.first, part.last) == (first, last):
            return Meant(part, part, reading)
    # Decades and centuries stand alone; between two ends, years are the largest part.
    low, high = year_part(first.year), year_part(last.year)
    if (low.first, high.last) == (first, last):
        return Meant(low, high, reading)
    return Meant(month_part(first.year, first.month), month_part(last.year, last.month), reading)


def covering(first: date, last: date) -> Part:
    """The smallest single part of the calendar that holds both days.

    Raises Question where not even a century does.
    """
    for part in reversed(_larger(first)):
        if part.first <= first and last <= part.last:
            return part
    raise Question("It may lie before or after the turn of a century: ask when.", "open")


def one_of(days: list[date], reading: str) -> Meant:
    """One of a few days; a single one is that day."""
    parts = tuple(day_part(day) for day in sorted(set(days)))
    return Meant(parts[0], parts[-1], reading, choices=parts if len(parts) > 1 else ())


def hull(early: Meant, late: Meant, note: str) -> Meant:
    """What holds whichever of two anchors is the right one: from the earlier to the later."""
    if early.edtf == late.edtf:
        return early
    reading = f"{note}, so from {early.reading} to {late.reading}"
    if (early.mark or late.mark) and early.days and late.days:
        whole = covering(early.days[0], late.days[1])
        return Meant(whole, whole, reading, mark=early.mark or late.mark)
    if not (early.stretch or late.stretch):
        return replace(early, low=early.low, high=late.high, reading=reading, choices=(), mark="")
    low = high = None
    if early.low is not None and late.low is not None:
        low = covering(early.low.first, late.low.last)
    if early.high is not None and late.high is not None:
        high = covering(early.high.first, late.high.last)
    return Meant(low, high, reading, stretch=True)


Days = tuple[date, date]
Cut = Callable[[Meant], Days | None]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day on which words are said, in a zone, and what the house says about weeks.

    `on` is None where the document has no date. `bounds` are the instants of that date,
    `since` the date of another event that the words may count from. `planned` lets words look
    forward. `inner` reads words that are part of others, from this anchor or another one.
    """

    words: str
    on: date | None
    bounds: Bounds | None
    zone: str
    week_starts: int
    hemisphere: str
    planned: bool
    since: When | None
    inner: Callable[[str, Anchor], Meant | None]
    depth: int = 0

    @property
    def day(self) -> date:
        """The day the words are said. Raises Question where the document has none."""
        if self.on is None:
            raise Question(
                "It counts from the day of the document that says it, and that has no date.",
                "unanchored",
            )
        return self.on

    def year(self, said: str) -> int:
        """The year of “2021” or “'21”; of two digits, the last such one not ahead."""
        if said[0] != "'":
            return int(said)
        return self.day.year - (self.day.year - int(said[1:])) % 100

    @property
    def here(self) -> str:
        """That day, spelled: “Fri 15 Oct 2021”."""
        return spelled(self.day)

    @property
    def week(self) -> date:
        """The first day of the week the words are said in."""
        return self.day - timedelta(days=(self.day.weekday() - self.week_starts) % 7)

    def read(self, words: str) -> Meant | None:
        """What words that are a part of these mean, at the same anchor."""
        return self.inner(words, replace(self, words=words, depth=self.depth + 1))

    def read_at(self, words: str, day: date) -> Meant | None:
        """What they mean seen back from another day."""
        elsewhere = replace(self, words=words, on=day, planned=False, depth=self.depth + 1)
        return self.inner(words, elsewhere)

    def read_part(self, words: str, cut: Cut) -> tuple[Meant, Days] | None:
        """What words mean, and a part that is cut out of it, such as its last third.

        Where the part lies ahead, and the words name no year, it is that of the year before; for
        something planned the other way round.
        """
        whole = self.read(words)
        part = None if whole is None else cut(whole)
        if whole is None or part is None or self.on is None or whole.days is None:
            return None if whole is None or part is None else (whole, part)
        if not self.planned and part[0] > self.on:
            near = replace(self, on=whole.days[0] - timedelta(days=1))
        elif self.planned and part[1] < self.on:
            near = replace(self, on=whole.days[1] + timedelta(days=1))
        else:
            return whole, part
        other = near.read(words)
        other_part = None if other is None else cut(other)
        return (whole, part) if other is None or other_part is None else (other, other_part)

    def forward(self) -> None:
        """Raises Question unless the words belong to something planned."""
        if not self.planned:
            raise Question(
                "It looks forward; only for an event of kind “planned” is that a date.", "forward"
            )


def month_words(year: int, month: int) -> str:
    """A month for a reading: “May 2021”."""
    return f"{MONTHS[month - 1]} {year}"
