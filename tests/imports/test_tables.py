"""Spreadsheets as text and as workbooks, with the quirks that real ones have."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from timelines import imports
from timelines.intake.proposals import Options, Proposal, Unimportable

HERE = Options(zone="America/Chicago")


def read(data: bytes | str, name: str = "rows.csv", options: Options = HERE) -> Proposal:
    """A file as it would be read for an investigation in Chicago."""
    return imports.read(data.encode() if isinstance(data, str) else data, name, options)


def dates(proposal: Proposal) -> list[object]:
    """The dates of its events, in the file's order."""
    return [one.fields["date"] for one in proposal.events]


OLD_MAC = (
    b"\xef\xbb\xbfResearch, not checked\r\rWhen;What happened;Time;Where\r"
    b"Feb. 18, 2003;Caf\xe9 closes;5:44 PM;Main Street\r"
    b"Oct-06;It \xe2\x80\x9crains\xe2\x80\x9d;;\r;;;\r2003;;;\r"
)


def test_an_old_table_is_read_with_its_quirks() -> None:
    """A byte order mark, bare CR, a title above, two encodings: the rows come out, losses told."""
    found = read(OLD_MAC)
    assert dates(found) == ["2003-02-18T17:44", "2006-10"]
    assert [one.fields["headline"] for one in found.events] == ["Café closes", "It “rains”"]
    assert [one.place for one in found.events] == ["row 4", "row 5"]
    told = [(remark.kind, remark.place) for remark in found.remarks]
    assert ("asked", None) in told
    assert ("left-out", "row 7") in told
    assert found.columns["date"] == "When"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_nothing(encoding: str, end: str) -> None:
    """The same table is the same events, whichever computer wrote it."""
    text = end.join(["Date,Headline", '2021-05,"Señora, a mayor"', ""])
    found = read(text.encode(encoding))
    assert [one.fields["headline"] for one in found.events] == ["Señora, a mayor"]
    assert dates(found) == ["2021-05"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(sign: str) -> None:
    """Tables of every country's spreadsheet program are read."""
    found = read(f"Date{sign}Headline\n2021-05{sign}One\n2022{sign}Two\n")
    assert dates(found) == ["2021-05", "2022"]


def test_unknown_columns_are_asked_with_the_first_rows() -> None:
    """Headings that say nothing are shown with the first rows, and the reporter's word counts."""
    data = b"A,B\n2021-05,Something\n"
    with pytest.raises(Unimportable, match=r"“A”, “B”"):
        imports.read(data, "x.csv", HERE)
    shown = imports.preview(data, "x.csv", HERE)
    assert shown is not None
    assert (shown.headings, shown.first) == (("A", "B"), (("2021-05", "Something"),))
    said = Options(mapping={"date": "A", "headline": "b"})
    assert dates(imports.read(data, "x.csv", said)) == ["2021-05"]
    with pytest.raises(Unimportable, match="no column “C”"):
        imports.read(data, "x.csv", Options(mapping={"date": "C"}))


def test_everything_in_a_row_stays_somewhere() -> None:
    """Cells that no field takes are in the row that the notes keep, and said."""
    found = read("Date,Headline,Colour,Kind\n2021,One,red,party,more\n")
    assert "Colour: red" in found.events[0].original
    assert "more" in found.events[0].original
    texts = " ".join(remark.text for remark in found.remarks)
    assert "“Colour”" in texts and "party" in texts and "more" in texts


def book(*rows: list[object], formats: dict[str, str] | None = None) -> bytes:
    """A workbook with these rows, and number formats by cell."""
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cell, shown in (formats or {}).items():
        made.active[cell].number_format = shown
    made.create_sheet("Old").sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbooks_month_stays_a_month() -> None:
    """A cell formatted as a month is a month, though the workbook keeps its first day."""
    data = book(
        ["When", "What"],
        [date(2006, 10, 1), "month"],
        [date(2006, 10, 6), "day"],
        [datetime.fromisoformat("2006-10-06T17:44:05"), "minute"],
        [2006, "year"],
        [date(2006, 10, 6), "year hidden"],
        ["Feb. 18, 2003", "words"],
        formats={
            "A2": "mmm-yy",
            "A3": "m/d/yyyy",
            "A4": "m/d/yy h:mm",
            "A6": "d-mmm",
        },
    )
    found = read(data, "rows.xlsx")
    assert dates(found) == [
        "2006-10", "2006-10-06", "2006-10-06T17:44", "2006", "2006-10-06", "2003-02-18",
    ]  # fmt: skip
    told = [(remark.kind, remark.place) for remark in found.remarks]
    assert ("asked", "row 6") in told
    assert any("“Old” (hidden)" in remark.text for remark in found.remarks)


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def _hostile() -> bytes:
    """A workbook whose sheet defines entities that grow."""
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        b"<worksheet>&b;</worksheet>"
    )
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(["Date", "What"]))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for part in old.infolist():
            data = bomb if part.filename.endswith("sheet1.xml") else old.read(part)
            new.writestr(part.filename, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _zip({"[Content_Types].xml": b"", "xl/bomb.xml": b"\0" * 5_000_000}),
        _zip({"a.txt": b"no workbook"}),
        b"PK\x03\x04 broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        _hostile(),
    ],
    ids=["bomb", "other zip", "broken", "old", "entities"],
)
def test_hostile_and_broken_workbooks_are_refused(data: bytes) -> None:
    """A file that would blow up or is no workbook is refused in a sentence."""
    with pytest.raises(Unimportable, match=r"\.$"):
        imports.read(data, "x.xlsx", HERE)


def test_long_files_tell_how_far_they_are() -> None:
    """Somebody who imports a long table sees it go on, to its end."""
    steps: list[tuple[int, int]] = []
    data = "Date,Headline\n" + "".join(f"2021-05,Event {n}\n" for n in range(1_200))
    imports.read(data.encode(), "x.csv", HERE, progress=lambda *step: steps.append(step))
    assert steps[0] == (0, 1_200)
    assert steps[-1] == (1_200, 1_200)
    assert len(steps) > 2


def test_a_made_up_zone_is_left_out() -> None:
    """A cell that names no zone, and an embargo from elsewhere, are said and not written."""
    found = read("Date,Headline,Zone,Embargo\n2021,One,Mars,2021-01-01\n")
    assert set(found.events[0].fields) == {"headline", "date"}
    texts = " ".join(remark.text for remark in found.remarks)
    assert "Mars" in texts and "embargo" in texts


def test_people_and_sources_are_taken_where_they_are_known() -> None:
    """Names that the investigation knows become its people; others stay in the notes, and said."""
    here = Options(people={"ann lee": "ann"}, sources={"the paper": "paper"}, storylines=("Lane",))
    data = "Date,Headline,Who,Source,Group\n2021,One,Ann Lee; Bob,The Paper,Other\n"
    found = read(data, options=here)
    assert found.events[0].fields["people"] == ["ann"]
    assert found.events[0].fields["sources"] == ["paper"]
    assert found.events[0].fields["tags"] == ["Other"]
    texts = [remark.text for remark in found.remarks]
    assert "people not known here: Bob" in texts


def test_the_reporters_word_about_columns_counts() -> None:
    """Where two columns have dates, the one that the reporter names is taken."""
    data = "Date,Start Date,Headline\n2020,2021-05,One\n"
    assert dates(read(data)) == ["2020"]
    assert dates(read(data, options=Options(mapping={"date": "Start Date"}))) == ["2021-05"]
