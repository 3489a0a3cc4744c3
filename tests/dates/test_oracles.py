"""Three other readers of EDTF agree with ours, except where we part from them for a reason."""

from __future__ import annotations

import json
import warnings

import pytest

from tests.dates.tables import HERE
from timelines.dates.edtf import edtf
from timelines.dates.when import When, instant_text

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from undate import Undate, UndateInterval

FIXTURE = json.loads((HERE / "oracle" / "edtf-js.json").read_text("utf-8"))


FOR_PYTHON_EDTF = """
1985-04-12 1985-04 1985 0000 -1985 9999 2000-02-29 1900-02-28 -0044-03-15 1984? 2004-06-11?
2004?-06-11 ?2004-06-11 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 156X-12-25 15XX-12-25 1XXX-12
XXXX-12-XX 1964/2008 2004-06/2006-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
2001-21 2001-22 2001-23 2001-25 2001-27 2001-29 2001-31 2001-33 2001-34 2001-36 2001-37 2001-39
2001-40 2001-41 [1667,1668,1670..1672] [1667,1760-12] {1667,1668,1670..1672} {1960,1961-12}
[2021-09-08,2021-09-10] Y12345 Y-12345 Y1E4 2004-06-XX/2004-07-03
""".split()  # noqa: SIM905 - read more easily than a list
"""It pads an unknown end by ten years, ends a winter with December, ignores S, and takes a
29 February for possible in every year; there we part from it."""

FOR_UNDATE = """
1985-04-12 1985-04 1985 0000 2000-02-29 9999 1984? 2004-06-11? 201X 20XX 2004-XX 1985-04-XX
1985-XX-XX 156X-12-25 15XX-12-25 1984-1X 1964/2008 2004-06/2006-08 2004-02-01/2005-02
2004-02-01/2005 2005/2006-02 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985
1985-04-12/ 1985/ /1985-04 /1985 2021-XX-09 Y12345
""".split()  # noqa: SIM905 - read more easily than a list
"""It has no seasons, sets or clock times, and no bounds for a year of which nothing is known."""


EDTF_JS_DIFFERS = {
    "0000-02-28": "it lets this day end a day late",
    "0000-02-29": "it takes this day for 1 March",
    "2021-37": "it gives the first third of a year five months",
    "2021-38": "it gives the second third of a year five months",
    "[2021-09-10,2021-09-08]": "it takes the first member for the earliest",
}


def _days(when: When) -> tuple[str | None, str | None]:
    """First and last day, both inclusive."""
    latest = when.end.latest
    first = instant_text(when.start.earliest)
    last = None if latest is None else instant_text(latest - 1)
    return first and first.partition("T")[0], last and last.partition("T")[0]


def _day(parts: tuple[int, ...]) -> str:
    year, month, day = parts[:3]
    years = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"
    return f"{years}-{month:02d}-{day:02d}"


@pytest.mark.parametrize("written", FOR_PYTHON_EDTF)
def test_python_edtf_reads_the_same_days(written: str) -> None:
    """A date in EDTF that another program wrote lies between the same days here."""
    other = parse_edtf(written)
    days = _day(tuple(other.lower_strict())), _day(tuple(other.upper_strict()))
    assert _days(edtf(written)) == days


@pytest.mark.parametrize("written", FOR_UNDATE)
def test_undate_reads_the_same_days(written: str) -> None:
    """A date in EDTF that a library catalogue wrote lies between the same days here."""
    other = Undate.parse(written, "EDTF")
    if isinstance(other, UndateInterval):
        days = (
            other.earliest and str(other.earliest.earliest),
            other.latest and str(other.latest.latest),
        )
    else:
        days = str(other.earliest), str(other.latest)
    first, last = _days(edtf(written))
    assert (first and first.lstrip("+"), last and last.lstrip("+")) == days


@pytest.mark.parametrize("written", sorted(FIXTURE["readings"].keys() - EDTF_JS_DIFFERS.keys()))
def test_edtf_js_reads_the_same_milliseconds(written: str) -> None:
    """A date in EDTF that a web page made begins and ends at the same millisecond here."""
    _, first, last = FIXTURE["readings"][written]
    when = edtf(written)
    earliest, latest = when.start.earliest, when.end.latest
    assert (None if earliest is None else earliest // 1000) == first
    if when.timed:  # there a clock time is an instant, here a moment within its unit
        assert first == last
    else:
        assert (None if latest is None else latest // 1000 - 1) == last
