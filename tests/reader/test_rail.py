"""The rail tells how exactly each date is known, and how far an event's possible time reaches."""

from __future__ import annotations

import pytest

from timelines.dates.edtf import edtf
from timelines.publish import citing
from timelines.publish.page.rail import FARTHEST, LANES, kind, looks, rail, seconds
from timelines.publish.public import PublicDate, PublicEvent
from timelines.records import Heading

HEADING = Heading(title="A test", zone="America/Chicago")


def date(written: str) -> PublicDate:
    """A date as readers get it."""
    return citing.date(HEADING, edtf(written, HEADING.zone))


def event(
    written: str, lanes: tuple[str, ...] = (), verification: str = "confirmed"
) -> PublicEvent:
    """An event on that date."""
    return PublicEvent(
        "e", "H", date(written), "stated", "stated", verification, verification, storylines=lanes
    )


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("2021-10-15", "point"),
        ("2021-11-07", "point"),  # 25 hours long
        ("2021-10-15T17:44", "point"),
        ("2021-05", "span"),
        ("[2021-09-08,2021-09-10]", "span"),
        ("2021-10-15~", "about"),
        ("[..2021-10-08]", "before"),
        ("[2021-10-08..]", "after"),
        ("2021-05/2021-09", "stretch"),
        ("2021-05/..", "stretch"),
        ("unknown", "unknown"),
        ("-0400", "span"),
    ],
)
def test_the_shape_tells_how_exactly_it_is_known(written: str, shape: str) -> None:
    """Only what is known to the day is a dot."""
    assert kind(date(written)) == shape


def test_a_bar_runs_past_the_rows_within_its_time() -> None:
    """“Sometime in May” stands beside the tenth of May and not beside June."""
    rows = rail([event("2021-05"), event("2021-05-10"), event("2021-05-20"), event("2021-06-02")])
    assert [row.pieces for row in rows] == [("sa1",), ("sb1",), ("sc1",), ()]


def test_what_lasted_has_a_line() -> None:
    """A time that lasted is no soft span."""
    rows = rail([event("2021-05-01/2021-05-30"), event("2021-05-10")])
    assert [row.pieces for row in rows] == [("la1",), ("lc1",)]


def test_towards_an_unknown_side_nothing_is_drawn() -> None:
    """“On or before Oct. 8” says nothing of how long before."""
    rows = rail([event("2021-05-10"), event("2021-09-01"), event("[..2021-10-08]")])
    assert [row.pieces for row in rows] == [(), (), ()]


def test_bars_have_their_own_lanes_as_long_as_there_are_any() -> None:
    """No two bars lie on each other, and no row has more than there is room for."""
    rows = rail([event("2021")] * (LANES + 2) + [event("2021-03-03")])
    lanes = [[piece[-1] for piece in row.pieces] for row in rows]
    assert all(len(set(row)) == len(row) <= LANES for row in lanes)


def test_a_bar_without_an_end_in_sight_is_not_drawn() -> None:
    """In a list of hundreds a bar along all of them would tell nothing."""
    rows = rail([event("2021"), *[event("2021-03-03")] * FARTHEST])
    assert rows[0].pieces == () and rows[0].kind == "span"


def test_what_is_usual_has_no_class() -> None:
    """A known day of a confirmed event is plain; the eighth storyline has the first's colour."""
    lanes = {str(number): number for number in range(8)}
    (row,) = rail([event("2021-10-15")])
    assert looks(event("2021-10-15"), row, lanes) == ""
    assert looks(event("2021-10-15", ("7",), "alleged"), row, lanes) == "alleged s7 c0"


@pytest.mark.parametrize(
    ("instant", "since"),
    [
        ("1970-01-01T00:00:00Z", 0.0),
        ("1969-12-31T23:59:59.500000Z", -0.5),
        ("2021-10-15T05:00:00Z", 1_634_274_000.0),
        ("0000-03-01T00:00:00Z", -62_162_035_200.0),
        ("+12000-01-01T00:00:00Z", 316_516_204_800.0),
    ],
)
def test_instants_of_any_year_are_compared(instant: str, since: float) -> None:
    """An event of the year 12000 comes after one of today."""
    assert seconds(instant) == since
