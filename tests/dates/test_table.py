"""Written dates mean what the tables of this folder say, row by row."""

from __future__ import annotations

import pytest

from tests.dates.tables import Row, arguments, instant, rows
from timelines.dates.edtf import DateError, edtf
from timelines.dates.when import When


def _name(row: Row) -> str:
    return f"{row.line}: {row.cells[0]}"


def _bounds(text: str) -> tuple[int | None, ...]:
    return tuple(instant(part) for part in text.split(" "))


def _flags(when: When) -> set[str]:
    named = {
        "stretch": when.stretch,
        "timed": when.timed,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
        "open-start": when.open_start,
        "open-end": when.open_end,
        "unknown-start": when.unknown_start,
        "unknown-end": when.unknown_end,
        "backwards": when.backwards,
    }
    return {when.precision, *when.troubles, *(name for name, true in named.items() if true)}


@pytest.mark.parametrize("row", list(rows("edtf.tsv")), ids=_name)
def test_a_written_date_means_exactly_these_instants(row: Row) -> None:
    """A date has the four bounds, the separate members and the marks that its row states."""
    written, start, end, known = row.cells
    when = edtf(written, **arguments(row.settings))
    assert when.written == written
    assert tuple(when.start) == _bounds(start)
    assert tuple(when.end) == (_bounds(start) if end == "=" else _bounds(end))
    flags = known.split(" ")
    members = [flag for flag in flags if flag.startswith("members")]
    assert _flags(when) == set(flags) - set(members)
    if not members:
        assert when.members is None
    elif members[0].startswith("members:"):
        assert len(when.members or ()) == int(members[0].removeprefix("members:"))
    else:
        spans = members[0].removeprefix("members=").split(",")
        assert [tuple(span) for span in when.members or ()] == [
            _bounds(span.replace("/", " ")) for span in spans
        ]


@pytest.mark.parametrize("row", list(rows("refused.tsv")), ids=_name)
def test_a_refused_date_is_answered_with_the_right_form(row: Row) -> None:
    """What cannot be read raises DateError: a sentence that names the right form, and the place."""
    written, position, part = row.cells
    written = written.replace("\\x20", " ").replace("\\\\", "\\")
    with pytest.raises(DateError) as error:
        edtf(written, **arguments(row.settings))
    assert part in error.value.message
    assert error.value.position == int(position)
    assert error.value.message[-1] in ".?"
