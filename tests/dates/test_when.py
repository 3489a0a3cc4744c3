"""Order, instants for other programs, and what a heading may set."""

from __future__ import annotations

import pytest

from timelines.dates.edtf import LONGEST, DateError, edtf
from timelines.dates.markup import datetime_attribute
from timelines.dates.when import instant_text
from timelines.dates.widening import amounts
from timelines.dates.zones import zone_named

ZONE = "America/Chicago"


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2021-03", "2021-03-10", "undecided"),
        ("2021-03", "2021-04", "before"),
        ("2021-03-09", "2021-03-10", "before"),
        ("2021-03-10", "2021-03-10", "undecided"),
        ("2021-03-10T10:00", "2021-03-10T10:01", "before"),
        ("2021-03-10T10", "2021-03-10T10:30", "undecided"),
        ("2021-03-10T23:30-06:00", "2021-03-11T00:15-05:00", "after"),
        ("2021-03-10T23:30[Asia/Tokyo]", "2021-03-10", "undecided"),
        ("2021-01/2021-03", "2021-04", "before"),
        ("2021-01/2021-03", "2021-03-31", "undecided"),
        ("2021-01/2021-03-10", "2021-03-11", "before"),
        ("2021-01/..", "2022", "undecided"),
        ("2021-01/", "2022", "undecided"),
        ("../2021-01", "2022", "before"),
        ("/2021-01", "2022", "before"),
        ("2020", "2021/..", "before"),
        ("[..2021-03-09]", "2021-03-10", "before"),
        ("[2021-03-09,2021-03-11]", "2021-03-10", "undecided"),
        ("[2021-03-09,2021-03-10]", "2021-03-11", "before"),
        ("unknown", "2021", "undecided"),
        ("2021~", "2022-12", "undecided"),
        ("2021~", "2023", "before"),
        ("2021?", "2022", "before"),
        ("2021-09/2021-05", "2022", "undecided"),
        ("2021-09/2021-05", "2021-07", "undecided"),
        ("2021-03-14T02:30", "2022", "undecided"),
        ("Y-300000", "2021", "undecided"),
        ("-0044", "0014", "before"),
    ],
)
def test_order_is_sure_or_undecided(one: str, other: str, order: str) -> None:
    """An editor is told “before” only where no reading of the two dates says otherwise."""
    assert edtf(one, ZONE).order(edtf(other, ZONE)) == order


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (None, None),
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59.999999Z"),
        (1_631_141_040_000_000, "2021-09-08T22:44:00Z"),
        (1_631_141_040_500_000, "2021-09-08T22:44:00.500000Z"),
        (-62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
        (-62_167_219_200_000_001, "-0001-12-31T23:59:59.999999Z"),
        (253_402_300_800_000_000, "+10000-01-01T00:00:00Z"),
        (edtf("Y250000").end.latest, "+250001-01-01T00:00:00Z"),
        (edtf("Y-250000").start.earliest, "-250000-01-01T00:00:00Z"),
    ],
)
def test_instants_are_iso_8601_in_utc(instant: int | None, text: str | None) -> None:
    """Another program gets each bound as an instant in UTC, or null where there is none."""
    assert instant_text(instant) == text


@pytest.mark.parametrize(
    ("written", "attribute"),
    [
        ("2021-09-08", "2021-09-08"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("2021?", "2021"),
        ("2021-09-08T17:44", "2021-09-08T17:44-05:00"),
        ("2021-12-08T17:44:25", "2021-12-08T17:44:25-06:00"),
        ("2021-12-08T17:44:25.5", "2021-12-08T17:44:25.5-06:00"),
        ("2021-09-08T17:44Z", "2021-09-08T17:44+00:00"),
        ("2021-09-08T17:44[Asia/Kolkata]", "2021-09-08T17:44+05:30"),
        ("2021-09-08T17:44:25.123456", None),
        ("2021-09-08T17", None),
        ("1850-09-08T17:44", None),
        ("201X", None),
        ("2021-XX-09", None),
        ("2021-21", None),
        ("2021~", None),
        ("2021/2022", None),
        ("[2021,2022]", None),
        ("-0044", None),
        ("0000", None),
        ("Y12345", None),
        ("1950S2", None),
        ("unknown", None),
        ("2021-03-14T02:30", None),
        ("2021-11-07T01:30", None),
    ],
)
def test_markup_is_no_more_precise_than_the_date(written: str, attribute: str | None) -> None:
    """A screen reader or a search engine is never given a day that nobody knows."""
    assert datetime_attribute(edtf(written, ZONE)) == attribute


def test_a_date_has_at_most_250_characters() -> None:
    """A file cannot make the reader work for ever; the answer says how long a date may be."""
    longest = "[" + ",".join(["2021-05"] * 31) + ",2021]"
    assert len(longest) == 254
    with pytest.raises(DateError, match="at most 250 characters") as error:
        edtf(longest)
    assert error.value.position == LONGEST
    assert edtf("[" + ",".join(["2021-05"] * 31) + "]").precision == "set"


def test_members_are_bounded_in_number() -> None:
    """A date that may be thousands of days is told by its bounds."""
    assert len(edtf("1XXX-12").members or ()) == 1000
    assert edtf("XXXX-12").members is None
    assert edtf("XXXX-XX-09").members is None


@pytest.mark.parametrize(
    ("about", "part"),
    [
        ({"days": "2 days"}, "“days” is not a precision"),
        ({"week": "2 days"}, "“week” is not a precision"),
        ({"day": "a bit"}, "“a bit” is not an amount"),
        ({"day": "-1 days"}, "“-1 days” is not an amount"),
        ({"day": ""}, "“” is not an amount"),
    ],
)
def test_amounts_that_cannot_be_are_refused(about: dict[str, str], part: str) -> None:
    """An editor who sets “about” for a precision that does not exist is told which do."""
    with pytest.raises(DateError) as error:
        amounts(about)
    assert part in error.value.message


def test_amounts_read_plain_words() -> None:
    """An editor writes amounts as words: a day, 2 weeks, 1 century."""
    chosen = amounts({"day": "a day", "month": "2 weeks", "century": "1 century"})
    assert chosen["day"].days == 1
    assert chosen["month"].days == 14
    assert chosen["century"].months == 1200
    assert chosen["year"].months == 12


@pytest.mark.parametrize("name", ["america/chicago", "posix/UTC", "right/UTC", "", "..", "/etc"])
def test_zone_names_are_exact(name: str) -> None:
    """A zone's name is the one in the time zone database, on every computer alike."""
    with pytest.raises(DateError):
        zone_named(name)
