"""A date in a cell is as exact as the cell, and doubt becomes a question."""

from __future__ import annotations

import pytest

from timelines.intake.celldates import cell_date, until, with_time
from timelines.intake.proposals import Options

HERE = Options(zone="America/Chicago")

SURE = [
    ("Feb. 18, 2003", "2003-02-18"),
    ("2/18/2003", "2003-02-18"),
    ("18.2.2003", "2003-02-18"),
    ("8/8/2021", "2021-08-08"),
    ("18-Feb-03", "2003-02-18"),
    ("20030218", "2003-02-18"),
    ("2003/2/8", "2003-02-08"),
    ("May 2021", "2021-05"),
    ("5/2021", "2021-05"),
    ("Oct '06", "2006-10"),
    ("Oct-99", "1999-10"),
    ("2003", "2003"),
    ("Q3 2020", "2020-35"),
    ("c. 1985", "1985~"),
    ("early May 2021", "[2021-05-01..2021-05-10]"),
    ("2/18/2003 5:44 PM", "2003-02-18T17:44"),
    ("2003-02-18 17:44", "2003-02-18T17:44"),
    ("2003-02-18T17:44:00-0600", "2003-02-18T17:44:00-06:00"),
    ("\u00a0Sept.\u00a08,\u00a02021", "2021-09-08"),
    ("[2021-09-08, 2021-09-10]", "[2021-09-08, 2021-09-10]"),
]

ASKED = [
    "Feb 18",
    "6-Oct",
    "on Friday",
    "5:44 PM",
    "38036",
    "2003/04",
    "03-02-18",
    "30/2/2003",
    "2021-03-14 02:30",
    "whenever it was",
]


@pytest.mark.parametrize(("cell", "meant"), SURE)
def test_a_date_is_as_exact_as_its_cell(cell: str, meant: str) -> None:
    """The reporter gets the day, month or year that the cell has, and never a day more."""
    found = cell_date(cell, HERE)
    assert found.edtf == meant
    assert found.ask is None


@pytest.mark.parametrize("cell", ASKED)
def test_what_leaves_the_day_open_is_asked(cell: str) -> None:
    """A cell that names no sure day becomes a question about its words, not a guess."""
    found = cell_date(cell, HERE)
    assert found.edtf == "unknown"
    assert found.kind == "asked"
    assert cell in (found.ask or "")


def test_the_order_of_day_and_month_is_asked() -> None:
    """“3/4/2003” is one of two days until the reporter says which stands first."""
    found = cell_date("3/4/2003", HERE)
    assert found.two_readings
    assert found.edtf == "[2003-03-04,2003-04-03]"
    assert found.ask is not None
    assert cell_date("3/4/2003", Options(order="day-first")).edtf == "2003-04-03"
    assert cell_date("3/4/2003", Options(order="month-first")).edtf == "2003-03-04"


def test_a_shortened_month_stays_a_month_and_is_asked_about() -> None:
    """“Oct-06” is October 2006, as spreadsheets write it, and the other reading is a question."""
    found = cell_date("Oct-06", HERE)
    assert found.edtf == "2006-10"
    assert "6 October" in (found.ask or "")


@pytest.mark.parametrize("cell", ["2003-02-18 00:00:00", "2003-02-18T00:00:00.000Z"])
def test_a_programs_midnight_is_no_stated_time(cell: str) -> None:
    """A day that a program wrote with midnight is a day again, and that is said."""
    found = cell_date(cell, HERE)
    assert (found.edtf, found.kind) == ("2003-02-18", "widened")


def test_a_midnight_of_our_own_stays() -> None:
    """A time that this program wrote comes back as it was."""
    assert cell_date("2003-02-18T00:00:00Z", HERE, trusted=True).edtf == "2003-02-18T00:00:00Z"


def test_a_time_needs_a_day() -> None:
    """A clock time in its own column is joined to a day, and to nothing coarser."""
    day = cell_date("9/8/2021", Options(order="month-first"))
    assert with_time(day, "5:44 PM", HERE).edtf == "2021-09-08T17:44"
    month = with_time(cell_date("May 2021", HERE), "17:44", HERE)
    assert (month.edtf, month.kind) == ("2021-05", "left-out")
    assert month.ask is not None
    both = with_time(cell_date("3/4/2003", HERE), "17:44", HERE)
    assert both.edtf == "[2003-03-04T17:44,2003-04-03T17:44]"
    assert with_time(day, "quite some time", HERE).kind == "unreadable"


def test_an_end_before_the_start_is_asked() -> None:
    """A row that ends before it starts keeps its start, and the end is a question."""
    start, end = cell_date("2021-09-08", HERE), cell_date("2020", HERE)
    found = until(start, end, HERE)
    assert (found.edtf, found.kind) == ("2021-09-08", "asked")
    assert until(start, cell_date("Oct. 2021", HERE), HERE).edtf == "2021-09-08/2021-10"
    assert until(start, cell_date("", HERE), HERE).edtf == "2021-09-08"
