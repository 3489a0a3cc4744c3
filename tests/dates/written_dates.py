"""Hypothesis strategies for dates as people may write them, in every form of newsroom EDTF."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from timelines.dates.edtf import DateError, edtf
from timelines.dates.when import When

ZONES = (
    "UTC", "America/Chicago", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe",
    "America/St_Johns", "Pacific/Apia", "America/Sao_Paulo", "Europe/Dublin", "Africa/Casablanca",
    "Asia/Kathmandu", "Pacific/Kiritimati", "Atlantic/Azores", "America/Havana",
)  # fmt: skip

zones = st.sampled_from(ZONES)
marks = st.sampled_from(["", "", "", "?", "~", "%"])
years = st.one_of(
    st.integers(1850, 2060).map(lambda year: f"{year:04d}"),
    st.integers(0, 9999).map(lambda year: f"{year:04d}"),
    st.integers(1, 9999).map(lambda year: f"-{year:04d}"),
)
months = st.integers(1, 12).map(lambda month: f"{month:02d}")
days = st.integers(1, 31).map(lambda day: f"{day:02d}")
seasons = st.integers(21, 41).map(str)


@st.composite
def blurred(draw: st.DrawFn, digits: st.SearchStrategy[str]) -> str:
    """The same digits, some of them X."""
    return "".join(
        "X" if mark != "-" and draw(st.integers(0, 4)) == 0 else mark for mark in draw(digits)
    )


@st.composite
def clocks(draw: st.DrawFn) -> str:
    """A clock time to the hour, minute, second or a fraction."""
    parts = [f"{draw(st.integers(0, 23)):02d}"]
    for _ in range(draw(st.integers(0, 2))):
        parts.append(f"{draw(st.integers(0, 59)):02d}")
    fraction = draw(st.text("0123456789", max_size=6)) if len(parts) == 3 else ""
    return "T" + ":".join(parts) + (f".{fraction}" if fraction else "")


offsets = st.sampled_from(
    ["", "", "", "Z", "+02", "-05:00", "+14:00", "-11:30", "[Asia/Tokyo]", "[America/Chicago]"]
)


@st.composite
def moments(draw: st.DrawFn) -> str:
    """A date that is no interval; not always one that can be."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        year = draw(st.integers(10_000, 300_000))
        return f"Y{draw(st.sampled_from(['', '-']))}{year}{draw(st.sampled_from(['', 'S2', 'E2']))}"
    if kind == 1:
        return draw(years) + draw(st.sampled_from(["S1", "S2", "S3", "S4"])) + draw(marks)
    if kind == 2:
        return f"{draw(blurred(years))}-{draw(marks)}{draw(seasons)}{draw(marks)}{draw(offsets)}"
    digits = (years, months, days) if kind < 6 else tuple(map(blurred, (years, months, days)))
    text = draw(marks) + draw(digits[0]) + draw(marks)
    for part in digits[1 : draw(st.integers(1, 3))]:
        text += f"-{draw(marks)}{draw(part)}{draw(marks)}"
    if text.count("-") - text.startswith(("-", "?-", "~-", "%-")) == 2 and draw(st.booleans()):
        text += draw(clocks()) + draw(marks)
    return text + draw(offsets)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """A stretch, with ends that may be open or unknown."""
    ends = st.one_of(moments(), moments(), st.sampled_from(["..", ""]))
    return f"{draw(ends)}/{draw(ends)}"


@st.composite
def sets(draw: st.DrawFn) -> str:
    """A set of dates and ranges."""
    parts = draw(st.lists(st.one_of(moments(), ranges()), min_size=1, max_size=4))
    opening, closing = draw(st.sampled_from(["[]", "{}"]))
    return opening + draw(st.sampled_from([",", ", "])).join(parts) + closing


@st.composite
def ranges(draw: st.DrawFn) -> str:
    """A range within a set; either side may be open."""
    first, last = draw(moments()), draw(moments())
    kind = draw(st.integers(0, 3))
    return (f"{first}..{last}", f"..{last}", f"{first}..", f"{first}..{last}")[kind]


anything = st.one_of(moments(), intervals(), sets(), st.just("unknown"))


@st.composite
def whens(draw: st.DrawFn, written: st.SearchStrategy[str] = anything) -> When:
    """A date that could be read, in some zone."""
    return draw(
        st.tuples(written, zones, st.sampled_from(["north", "south"]))
        .map(lambda case: _read(*case))
        .filter(lambda when: when is not None)
    )


def _read(text: str, zone: str, hemisphere: str) -> When | None:
    try:
        return edtf(text, zone, hemisphere=hemisphere)
    except DateError:
        return None


instants = st.integers(-5_364_662_400, 4_102_444_800).flatmap(
    lambda second: st.integers(0, 999_999).map(
        lambda micro: datetime.fromtimestamp(second, UTC).replace(microsecond=micro)
    )
)
