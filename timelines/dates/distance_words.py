"""The words of a distance: what “about four months” and “P4M” leave open, as two steps."""

from __future__ import annotations

import re
from typing import NamedTuple

from timelines.dates.durations import duration, is_duration
from timelines.dates.numbers import number
from timelines.dates.steps import Shift, Whole
from timelines.dates.units import NAMES, UNITS, Amount, counted, in_words


class DistanceError(ValueError):
    """Words that give no distance; `message` is a sentence that says what to write instead.

    `leaves_open` is the word, if any, that stands where a number is needed: “several”.
    """

    def __init__(self, message: str, leaves_open: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.leaves_open = leaves_open


class Meaning(NamedTuple):
    """The least and the most a distance is, and both in words; `most` None has no limit.

    `said` is the length that the words name; of a range, its upper end.
    """

    least: Shift
    most: Shift | None
    words: str
    said: Shift
    whole: Whole | None = None


_LONGEST = Shift(2000 * 12).rough

_ABOUT = re.compile(
    r"(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|some|~) ?"
    r"|(.+?) (?:or so|more or less)"
)
_LIMITS: dict[str, tuple[bool, bool]] = {
    "at least": (True, True), "no less than": (True, True), "not less than": (True, True),
    "no fewer than": (True, True), "a minimum of": (True, True),
    "more than": (True, False), "over": (True, False), "longer than": (True, False),
    "at most": (False, True), "no more than": (False, True), "not more than": (False, True),
    "up to": (False, True), "within": (False, True), "a maximum of": (False, True),
    "no longer than": (False, True), "no later than": (False, True),
    "less than": (False, False), "under": (False, False), "fewer than": (False, False),
    "shorter than": (False, False),
}  # fmt: skip
"""For each limit: whether it is the least (else the most), and whether it may be reached."""
_LIMIT = re.compile(rf"({'|'.join(sorted(_LIMITS, key=len, reverse=True))}) (.+)")
_LIMIT_AFTER = re.compile(
    r"(.+?),? (or more|or longer|or less|or fewer|or shorter|at least|at most|at the most|tops)"
)
_LEAST_AFTER = ("or more", "or longer", "at least")
_WHOLES = re.compile(r"(?:on |in )?(?:the |that )?(same|very same|next|following) (day|month|year)")
_OPEN = re.compile(
    r"\b(several|a few|few|some few|many|a couple(?: of)?|couple(?: of)?|nearly|almost|barely|"
    r"just (?:over|under|short of|shy of)|well (?:over|under)|shortly|soon|a number of|"
    r"a handful of|dozens of)\b|^(?:weeks|months|years|days|hours|minutes|decades|centuries)$"
)
_EXACTLY = re.compile(r"(?:exactly|precisely) (.+)|(.+?) (?:exactly|precisely|to the day)")
_BETWEEN = re.compile(r"between (.+)|from (.+)")
_HALF = "+½"
_PART = re.compile(r"(.*?) ?(\+½ )?([a-z-]+)( \+½)?")


def read(text: str) -> Meaning:
    """What the words of a distance allow. Raises `DistanceError` where they give none."""
    said = _plain(text)
    if not said:
        raise DistanceError("A distance is empty. Write one such as “4 months” or “P4M”.")
    meaning = _meaning(said)
    if meaning is None:
        leaves_open = _OPEN.search(said)
        raise DistanceError(_refusal(text.strip(), said), leaves_open and leaves_open[0])
    least, most = meaning.least, meaning.most
    if least.rough > _LONGEST or (most is not None and most.rough > _LONGEST):
        raise DistanceError(f"“{text.strip()}” is more than 2,000 years. Is the number right?")
    if most is not None and most.rough < least.rough:
        raise DistanceError(f"“{text.strip()}” runs backwards. Write the smaller number first.")
    return meaning


def _plain(text: str) -> str:
    said = re.sub(r"\s+", " ", text).strip().rstrip(".").strip()
    said = re.sub(r"[‐‑‒–—−]", "-", said)
    # Durations keep their capitals, everything else loses them.
    said = re.sub(r"\S+", lambda word: word[0] if _is_iso(word[0]) else word[0].lower(), said)
    said = re.sub(r" ?½|(?<=\d) 1/2\b|(?<=\d)\.5\b|[ -]and[ -]a[ -]half\b", f" {_HALF}", said)
    said = re.sub(r"\bhalf[ -](?:of )?an?\b|\ba half[ -]|\bhalf[ -](?=[a-z])", "half ", said)
    said = re.sub(r"^(?:an?|one) ([a-z]+) or (two|three)$", r"1 to \2 \1s", said)
    said = re.sub(r"\bquarters? of an hour\b|\bquarter[ -]hours?\b", "quarter-hour", said)
    said = re.sub(r",? (?:later|after|afterwards?|apart|from then)$", "", said)
    return re.sub(r"  +", " ", said).strip()


def _is_iso(word: str) -> bool:
    return all(is_duration(part) for part in re.split(r"[-/]", word.strip(",")))


def _meaning(said: str) -> Meaning | None:
    if found := _WHOLES.fullmatch(said):
        return _whole(found[1], found[2])
    if found := _LIMIT.fullmatch(said):
        return _limited(found[2], *_LIMITS[found[1]])
    if found := _LIMIT_AFTER.fullmatch(said):
        return _limited(found[1], found[2] in _LEAST_AFTER, True)
    about = False
    if found := _ABOUT.match(said):
        about = True
        said = said[found.end() :] if found[1] is None else found[1]
    elif found := _EXACTLY.fullmatch(said):
        amount = _amount(found[1] or found[2])
        return None if amount is None else _spoken(amount._replace(exact=True), about=False)
    amount = _amount(said)
    if amount is not None:
        return _spoken(amount, about=about)
    return _range(said, about=about)


def _whole(which: str, unit: str) -> Meaning:
    count = 0 if which.endswith("same") else 1
    ahead = Shift(0, count) if unit == "day" else Shift(count * (12 if unit == "year" else 1))
    words = f"within the {'same' if count == 0 else 'next'} {'local ' * (unit == 'day')}{unit}"
    return Meaning(ahead, ahead, words, ahead, "day" if unit == "day" else _calendar(unit))


def _calendar(unit: str) -> Whole:
    return "year" if unit == "year" else "month"


def _limited(said: str, is_least: bool, reached: bool) -> Meaning | None:
    amount = _amount(said)
    if amount is None:
        return None
    words = amount.words
    if is_least:
        size = amount.size if reached else amount.size.plus(Shift(0, 0, 1))
        return Meaning(size, None, f"{'at least' if reached else 'more than'} {words}", amount.size)
    size = amount.size if reached else amount.size.plus(Shift(0, 0, -1))
    return Meaning(Shift(), size, f"{'at most' if reached else 'less than'} {words}", amount.size)


def _spoken(amount: Amount, *, about: bool) -> Meaning:
    words = amount.words
    if amount.exact and not about:
        return Meaning(amount.size, amount.size, f"exactly {words}", amount.size)
    slack = amount.unit if about else amount.half
    return Meaning(
        _not_below_zero(amount.size.plus(slack, -1)),
        amount.size.plus(slack),
        f"{'about ' * about}{words}, give or take {in_words(slack)}",
        amount.size,
    )


def _not_below_zero(shift: Shift) -> Shift:
    return shift if shift.rough > 0 else Shift()


def _range(said: str, *, about: bool) -> Meaning | None:
    words = r" and " if said.startswith("between ") else r" to | or | ?- ?|/| up to "
    if found := _BETWEEN.fullmatch(said):
        said = found[1] or found[2]
    for joint in re.finditer(words, said):
        more = _amount(said[joint.end() :])
        if more is None:
            continue
        less = _amount(said[: joint.start()])
        if less is None:
            # "3 to 5 months": the first number borrows the unit of the second.
            less = _amount(f"{said[: joint.start()]} {said.split()[-1]}")
        if less is not None:
            return _from_to(less, more, about=about)
    return None


def _from_to(less: Amount, more: Amount, *, about: bool) -> Meaning:
    if not about:
        words = f"from {less.words} to {more.words}"
        return Meaning(less.size, more.size, words, more.size)
    return Meaning(
        _not_below_zero(less.size.plus(less.unit, -1)),
        more.size.plus(more.unit),
        f"about {less.words} to {more.words}, give or take {in_words(more.unit)}",
        more.size,
    )


def _amount(said: str) -> Amount | None:
    """One length of time, of one unit or several: “1 year, 2 months and 3 days”, “P4M”."""
    if said.startswith("P"):
        return duration(said)
    total = _part(said)
    if total is not None:
        return total
    for word in re.split(r",? and |, ", said):
        part = _part(word)
        if part is None or (total is not None and part.unit.rough >= total.unit.rough):
            return None
        if total is None:
            total = part
        else:
            both = f"{total.words} and {part.words}"
            total = part._replace(size=total.size.plus(part.size), words=both)
    return total


def _part(said: str) -> Amount | None:
    """One count and its unit: “17 minutes”, “half a year”, “two and a half hours”."""
    found = _PART.fullmatch(said)
    if found is None or found[3] not in NAMES:
        return None
    unit = UNITS[NAMES[found[3]]]
    halved = bool(found[2] or found[4])
    if found[1] == "half" and not halved:
        return Amount(unit.half, unit.half, unit.quarter, in_words(unit.half))
    count = number(found[1])
    if count is None:
        return None
    size = Shift().plus(unit.one, count)
    if halved:
        size = size.plus(unit.half)
        return Amount(size, unit.half, unit.quarter, in_words(size))
    weeks = size.days // 7 if unit.one.days % 7 == 0 else 0
    words = counted(weeks, "week") if weeks else in_words(size)
    return Amount(size, unit.one, unit.half, words)


def _refusal(text: str, said: str) -> str:
    if found := _OPEN.search(said):
        return (
            f"“{text}” leaves open how long: “{found[0]}” is no number. "
            "Ask how long, and write it: “at least 2 days”, “3 to 5 months”."
        )
    if re.search(r"\b(?:working|business|school|trading) days?\b", said):
        return f"“{text}” needs a calendar of days off. Count it in days: “3 to 5 days”."
    return (
        f"“{text}” is no distance that is understood. "
        "Write “4 months”, “about 2 weeks”, “at least 2 days”, “3 to 5 months” or “P4M”."
    )
