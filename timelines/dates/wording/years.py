"""Years in words: plain, before Christ, decades, and years with digits nobody knows."""

from __future__ import annotations

from timelines.dates.unspecified import possible_years
from timelines.dates.wording.said import Said, span_between
from timelines.dates.written import Written
from timelines.dates.years import long_year
from timelines.words import Words


def year_text(words: Words, year: int) -> str:
    """A year as readers know it: 2021, A.D. 85, 44 B.C. for the astronomical -43."""
    if year <= 0:
        before = 1 - year
        if before > 9999:
            return words.say("dates.far_bc_year", year=before)
        return words.say("dates.bc_year", year=str(before))
    if year > 9999:
        return words.say("dates.far_year", year=year)
    return str(year) if year >= 1000 else words.say("dates.early_year", year=str(year))


def years_said(words: Words, pattern: str) -> Said:
    """A year of four digits, of which any may be X, standing alone."""
    years = possible_years(pattern)
    if len(years) == 1:
        return Said("coarse", year_text(words, years[0]), unit="year")
    if _has_no_digit(pattern):
        return Said("coarse", words["dates.year_any"])
    if _named(pattern):
        return Said("coarse", words.say("dates.decade", year=str(years[0])))
    return span_between(words, year_text(words, years[0]), year_text(words, years[-1]))


def of_year(words: Words, pattern: str) -> str:
    """The year part behind a month or day: “2021”, or “a year in the 1560s”."""
    years = possible_years(pattern)
    if len(years) == 1:
        return year_text(words, years[0])
    if _has_no_digit(pattern):
        return words["dates.year_any"]
    if _named(pattern):
        decade = words.say("dates.decade", year=str(years[0]))
        return words.say("dates.year_within", years=decade)
    first, last = year_text(words, years[0]), year_text(words, years[-1])
    return words.say("dates.year_between", first=first, last=last)


def far_said(words: Words, written: Written) -> Said:
    """A year with Y, an exponent or significant digits."""
    exact = long_year(written._replace(significant=None))
    years = long_year(written)
    year = _far_text(words, written) if exact.first is None else year_text(words, exact.first)
    if years.precision == "year":
        return Said("coarse", year, unit="year")
    if years.first is None or years.last is None:
        return Said("coarse", words.say("dates.estimated", span=year))
    said = span_between(words, year_text(words, years.first), year_text(words, years.last))
    return said._replace(core=words.say("dates.estimated_between", span=said.core, year=year))


def _far_text(words: Words, written: Written) -> str:
    """A year beyond the calendar, in full while it is short enough to be read."""
    digits, zeros = written.year.removeprefix("-"), int(written.exponent or 0)
    if len(digits) + zeros > 15:
        power = f" × 10^{zeros}" if zeros else ""
        return words.say("dates.far_year", year=f"{written.year}{power}")
    return year_text(words, int(written.year) * 10**zeros)


def _has_no_digit(pattern: str) -> bool:
    return pattern.strip("-X") == ""


def _named(pattern: str) -> bool:
    """Whether it is a decade that has a name, such as the 2010s; “the 2000s” may be a century."""
    digits = pattern[:3]
    return (
        len(pattern) == 4
        and pattern[3] == "X"
        and digits.isdigit()
        and (digits[0] != "0" and digits[2] != "0")
    )
