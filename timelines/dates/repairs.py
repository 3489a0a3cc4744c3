"""A date in another form than newsroom EDTF, and the form it wants: a suggestion, never a reading.

Each repair rewrites one habit. They are tried one after the other on what could not be read; as
soon as the result can be, it is suggested with the reason of what was changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from timelines.dates.civil import month_length
from timelines.dates.mistakes import quoted
from timelines.dates.spoken import spoken_date
from timelines.dates.when import DateError, FormError

_NUMERIC = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2})?|'[0-9]{2}")
_WINTER = re.compile(r"(?i)(?:in )?(?:the )?winter,? (?:of )?([1-9][0-9]{3})")
_NOBODY_KNOWS = {
    "?", "??", "-", "n/a", "na", "n.a.", "none", "null", "tbd", "tba", "undated", "unk", "unknown",
    "no date", "n.d.", "nd", "not known", "date unknown", "~", "x", "xx", "../..", "/", "..",
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{3}")
_ZONE_LETTERS = re.compile(r"^[0-9]{4}-.*[0-9] *\(?([A-Z]{3,5})\)?$")
_DURATION = re.compile(r"(?:^|/)P[0-9TYMWDHS.]+")


def better(error: DateError, text: str, readable: Callable[[str], bool]) -> DateError:
    """The error that names the right form; the one there is where nobody can tell what was meant.

    `readable` says whether another text could be read.
    """
    bare = text.strip()
    if not bare:
        return DateError("The date is empty; write “unknown” for one nobody knows.", 0)
    if bare.lower() in _NOBODY_KNOWS:
        return DateError(f"{quoted(text)}: a date nobody knows is written “unknown”.", 0)
    known = _ambiguous(bare) or _repaired(text, readable)
    if known is None and isinstance(error, FormError):
        known = _hopeless(bare)
    return known or error


def _ambiguous(text: str) -> DateError | None:
    """05/07/2021, winter 2021: only the writer knows which is meant."""
    found = _NUMERIC.fullmatch(text)
    if found is None:
        winter = _WINTER.fullmatch(text)
        if winter is not None:
            starts = int(winter[1])
            return DateError(
                f"{quoted(text)} can be two winters: “{starts - 1:04d}-24” starts in December "
                f"{starts - 1}, “{starts:04d}-24” in December {starts}.",
                0,
            )
        if _SHORT_YEAR.fullmatch(text):
            return DateError(
                f"{quoted(text)} can be several days; write the year first and whole, "
                "then month and day, like “2021-05-07”.",
                0,
            )
        return None
    first, second, year = found[1].zfill(2), found[2].zfill(2), found[3]
    right = [
        f"“{year}-{month}-{day}”"
        for month, day in dict.fromkeys([(first, second), (second, first)])
        if 1 <= int(month) <= 12 and 1 <= int(day) <= month_length(int(year), int(month))
    ]
    if not right:
        return None
    if len(right) == 1:
        return DateError(f"A date starts with the year: write {right[0]} for {quoted(text)}.", 0)
    return DateError(
        f"{quoted(text)} does not say which is the month; write {' or '.join(right)}.", 0
    )


def _repaired(text: str, readable: Callable[[str], bool]) -> DateError | None:
    changed, reasons = text, []
    for repair, reason in _REPAIRS:
        better = repair(changed)
        if better == changed or len(better) > 250:
            continue
        changed = better
        reasons.append(reason)
        if readable(changed):
            place = next(
                (at for at, (a, b) in enumerate(zip(text, changed, strict=False)) if a != b),
                min(len(text), len(changed)),
            )
            why = "; ".join(dict.fromkeys(reasons))
            return DateError(f"Write {quoted(changed)} for {quoted(text)}: {why}.", place)
    return None


def _hopeless(text: str) -> DateError | None:
    found = _DURATION.search(text)
    if found is not None:
        return DateError(
            "Durations are not read; write both ends of the stretch, like “2021-05/2021-06”.",
            found.start(),
        )
    if text.count("/") > 1 and "[" not in text:
        where = text.index("/", text.index("/") + 1)
        return DateError("An interval has two ends, with one “/” between them.", where)
    zone = _ZONE_LETTERS.search(text)
    if zone is not None:
        return DateError(
            f"“{zone[1]}” can be several zones; write the offset, like “-05:00”, or the name in "
            "brackets, like “[America/Chicago]”.",
            zone.start(1),
        )
    if re.match(r"Y-?[0-9]+-", text):
        return DateError("A year with “Y” stands alone; it has no month or day.", text.rindex("-"))
    if re.match(r"T?[0-9]{1,2}:[0-9]", text):
        return DateError("A clock time needs its day, as in “2021-05-07T17:44”.", 0)
    if "X" in text.partition("T")[2]:
        return DateError(
            "X stands for digits of a year, month or day; leave out what nobody knows of the "
            "clock time.",
            text.index("X", text.index("T")),
        )
    clock = re.search(r"[0-9?~%]T[~?%0-9]", text)
    if clock is not None:
        return DateError(
            "A clock time is written with two digits each, like “T17:44” or “T17:44:25.5”; "
            "a mark stands at its end.",
            clock.start() + 1,
        )
    if _WORDS.search(text.partition("[")[0]):
        return DateError(
            f"{quoted(text)} is not a date by itself; write the date it means, like “2021-05”, "
            "and keep the words under “says” of the citation.",
            0,
        )
    return None


def _plain_digits(text: str) -> str:
    """Digits of other scripts and of full width as 0 to 9."""
    return "".join(
        mark if mark.isascii() or not mark.isdecimal() else str(unicodedata.decimal(mark))
        for mark in text
    )


def _spoken(text: str) -> str:
    return spoken_date(text) or text


def _replace(pattern: str, with_: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(with_, text)


def _outside_brackets(rewrite: Callable[[str], str]) -> Callable[[str], str]:
    """The same, but leaving zone names alone."""

    def apply(text: str) -> str:
        parts = re.split(r"(\[[A-Za-z][^\],]*\])", text)
        return "".join(p if at % 2 else rewrite(p) for at, p in enumerate(parts))

    return apply


def _padded(found: re.Match[str]) -> str:
    return found[1] + found[2].zfill(2) + (f"-{found[3].zfill(2)}" if found[3] else "")


def _afternoon(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % 12 + (12 if found["half"] in "pP" else 0)
    return f"T{hour:02d}{found['rest'] or ''}"


def _hyphened(found: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in found.groups() if part.isdigit())


def _capital(found: re.Match[str]) -> str:
    return found[0].upper()


def _with_colons(found: re.Match[str]) -> str:
    return ":".join(part for part in found.groups() if part)


def _offset(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}{found[3].zfill(2)}:{found[4] or '00'}"


def _ordinal_day(found: re.Match[str]) -> str:
    year, day = int(found[1]), int(found[2])
    if not 1 <= year <= 9998 or not 1 <= day <= 366:
        return found[0]
    return (date(year, 1, 1) + timedelta(days=day - 1)).isoformat()


def _week(found: re.Match[str]) -> str:
    year, week, day = int(found[1]), int(found[2]), found[3]
    try:
        if day:
            return date.fromisocalendar(year, week, int(day)).isoformat()
        first, last = (date.fromisocalendar(year, week, weekday) for weekday in (1, 7))
    except ValueError:
        return found[0]
    return f"[{first.isoformat()}..{last.isoformat()}]"


def _same_year_end(found: re.Match[str]) -> str:
    kept = found[1][: len(found[1]) - len(found[2])]
    return f"{found[1]}/{kept}{found[2]}"


def _set_of(text: str) -> str:
    inner = re.sub(r"\s*[,;|]\s*", ",", text.strip())
    inner = re.sub(r"\s*\.\.+\s*|…", "..", inner)
    if "," in inner and inner[0] not in "[{":
        return f"[{inner}]"
    return re.sub(r"([\[{])\s+|\s+([\]}])", r"\1\2", inner)


_STRETCH = "both ends of a stretch stand around “/”"
_HYPHENS = "parts are joined by hyphens"
_SET = "the dates of a set stand in brackets, with a comma between them"
_AM_PM = r"[T ]+(?P<hour>0?[1-9]|1[0-2])(?P<rest>(?::[0-5][0-9]){0,2}) ?(?P<half>[aApP])\.?[mM]\.?"

_REPAIRS: tuple[tuple[Callable[[str], str], str], ...] = (
    (str.strip, "no blank stands before or after it"),
    (_plain_digits, "digits are 0 to 9"),
    (_replace(r"[‐‑‒−⁃]", "-"), "parts are joined by a plain hyphen"),
    (_replace(r"^(\S+[0-9X?~%]) or ([0-9]\S+)$", r"[\1,\2]"), _SET),
    (
        _replace(r"(?<=[0-9X?~%])(?:\s*[–—]\s*| +-+ +| *-- *| to | until )(?=[0-9]{4})", "/"),
        _STRETCH,
    ),
    (_spoken, "a date is written year first, in numbers"),
    (_replace(r"\s*/\s*", "/"), "no blank stands around “/”"),
    (_replace(r"[–—]", "-"), "parts are joined by a plain hyphen"),
    (
        _replace(r"(?<![0-9])([0-9]{4})([/. ])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])", _hyphened),
        _HYPHENS,
    ),
    (_replace(r"^([0-9]{4})[./ ](0?[1-9]|1[0-2])$", _hyphened), _HYPHENS),
    (
        _replace(r"(?<![0-9])(-?[0-9X]{4}-)([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9:X.])", _padded),
        "months and days have two digits",
    ),
    (_replace(_AM_PM, _afternoon), "hours are 00 to 23, behind a “T”"),
    (
        _replace(r"(?<=[0-9])(?:,? +at|,)? +(?=[0-9]{1,2}:)", "T"),
        "a “T” stands between day and clock time",
    ),
    (_outside_brackets(_replace(r"(?<=[0-9?~%])[tT](?=[0-9])", "T")), "“T” is a capital letter"),
    (_outside_brackets(_replace(r"(?<=[0-9?~%])z", "Z")), "“Z” is a capital letter"),
    (
        _outside_brackets(_replace(r"(?<=[0-9xXuU-])[xu]|[xu](?=[0-9xXuU])", "X")),
        "a digit nobody knows is a capital “X”",
    ),
    (_outside_brackets(_replace(r"[yes](?=-?[0-9])", _capital)), "letters are capital"),
    (_replace(r"(?<=T)([0-9])(?=:|$)", r"0\1"), "hours have two digits"),
    (_replace(r"(?<=:[0-9]{2}),(?=[0-9])", "."), "a fraction stands behind a point"),
    (_replace(r"(:[0-9]{2}\.[0-9]{6})[0-9]+", r"\1"), "a fraction has at most six digits"),
    (_replace(r"(?<![0-9])([0-9]{4})([01][0-9])([0-3][0-9])(?=T|$|/)", r"\1-\2-\3"), _HYPHENS),
    (
        _replace(r"(?<=T)([0-2][0-9])([0-5][0-9])([0-6][0-9])?(?=$|Z|[+\[/-])", _with_colons),
        "parts of a clock time are joined by colons",
    ),
    (_replace(r"^([0-9]{4})(0[1-9]|1[0-2])$", r"\1-\2"), _HYPHENS),
    (_replace(r"(?<=[0-9]) ?(?:UTC|GMT|UT)(?![A-Za-z+-])", "Z"), "UTC is written “Z”"),
    (_replace(r"(?<=[0-9]) (?=Z|[+-][0-9]|\[)", ""), "no blank stands before a zone"),
    (
        _replace(r"(T[0-9:.]+[?~%]?)(?:UTC|GMT)?([+-])([0-9]{1,2}):?([0-9]{2})?$", _offset),
        "an offset is written like “+02:00”",
    ),
    (
        _replace(r"[ (]*([A-Z][A-Za-z]+/[A-Za-z_/]+)\)?$", r"[\1]"),
        "a zone's name stands in brackets",
    ),
    (
        _replace(r"(Z|[+-][0-9]{2}:[0-9]{2}|\[[A-Za-z_/]+\])([?~%])", r"\2\1"),
        "a mark stands before the zone",
    ),
    (_replace(r"\?~|~\?|%[?~]|[?~]%", "%"), "uncertain and approximate together are “%”"),
    (_replace(r"\(([^()]*)\)", r"\1"), "there are no parentheses"),
    (
        _replace(r"(?i)/\s*(?:open|now|present|today|ongoing)$", "/.."),
        "an open end is written “..”",
    ),
    (_replace(r"(?i)/\s*unknown$", "/"), "an unknown end is left empty"),
    (_replace(r"(?i)^unknown\s*/", "/"), "an unknown start is left empty"),
    (_replace(r"(?i)^open\s*/", "../"), "an open start is written “..”"),
    (_replace(r"^([0-9]{4})-([0-9]{3})$", _ordinal_day), "the day is written with its month"),
    (_replace(r"^([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?$", _week), "weeks are written as days"),
    (
        _replace(r"^([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/([0-9]{2}(?:-[0-9]{2})?)$", _same_year_end),
        "both ends of a stretch are written whole",
    ),
    (_replace(r"(?<=[0-9X?~%]) +(?=[0-9]{4}.*[\]}]$)", ","), _SET),
    (_replace(r"^\+", ""), "a year has no plus sign"),
    (_replace(r"^(-?[0-9]{5,})$", r"Y\1"), "a year of more than four digits has a “Y” before it"),
    (_replace(r"(?<=[0-9])[-T:]+$", ""), "nothing is left hanging behind the last part"),
    (_set_of, _SET),
)
