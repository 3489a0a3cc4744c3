"""What each format makes of spans, dangerous text, and things it has no place for."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from docx import Document
from openpyxl import load_workbook

from tests.conftest import write_investigation
from timelines import cli, exports
from timelines.handout import DESK, Exported, for_the_desk
from timelines.investigation import load

FOUNDING = Path(__file__).parents[2] / "data" / "kansas-city-records-search"
TODAY = date(2021, 12, 1)

EVENTS = {
    "events/month.yaml": "headline: A month\ndate: 2021-05\nnotes: hush\nsummary: A <b>; \\, ü\n",
    "events/minute.yaml": "headline: A minute\ndate: 2021-09-08T17:44\nplace: City Hall, door 2\n",
    "events/day.yaml": 'headline: "=HYPERLINK(1)"\ndate: 2021-09-08\ntags: ["a;b", c]\n',
    "events/lasted.yaml": "headline: It lasted\ndate: 2021-05-03/2021-05-05\n",
    "events/either.yaml": "headline: One of two\ndate: [2021-09-08, 2021-09-10]\n",
    "events/never.yaml": "headline: Nobody knows\ndate: unknown\nsources: [paper]\n"
    "order: [{after: month}]\n",
    "events/before.yaml": "headline: Some time before\ndate: '[..2021-05-07]'\n",
    "sources.yaml": "id: paper\nkind: document\ntitle: A paper\nnotes: hush\n",
}


def made(folder: Path, name: str, *, notes: bool = False) -> Exported:
    """The export of the events above."""
    write_investigation(folder, EVENTS)
    return exports.render(name, for_the_desk(load(folder), notes=notes, today=TODAY))


@pytest.mark.parametrize("name", exports.names())
def test_every_format_keeps_to_its_shape(name: str, tmp_path: Path) -> None:
    """A format says what it cannot carry, gives the same bytes each time, and has no notes."""
    form = exports.form(name)
    assert len(form.__doc__ or "") > 80
    first, second = made(tmp_path, name), made(tmp_path, name)
    assert first.data == second.data
    assert b"hush" not in first.data
    assert first.remarks or name == "json"
    assert all(remark.endswith(".") for remark in first.remarks)
    founding = exports.render(name, for_the_desk(load(FOUNDING), notes=False, today=TODAY))
    assert founding.data


@pytest.mark.parametrize("name", ["json", "markdown", "timelinejs", "jsonfeed"])
def test_an_export_says_whom_it_is_for(name: str, tmp_path: Path) -> None:
    """Whoever opens an export of internal events reads that it is not for publication."""
    assert DESK in made(tmp_path, name).data.decode()


@pytest.mark.parametrize("name", ["json", "csv", "markdown"])
def test_notes_come_along_where_they_are_asked_for(name: str, tmp_path: Path) -> None:
    """An editor who asks for internal notes gets them."""
    assert b"hush" in made(tmp_path, name, notes=True).data


def test_a_word_file_holds_every_event_in_a_row(tmp_path: Path) -> None:
    """A lawyer opens it in Word: each event once, in words, under a head that comes again."""
    made(tmp_path, "docx")
    hostile = "a <b>bold</b> & \x0b odd ]]> headline"
    (tmp_path / "events" / "odd.yaml").write_text(
        json.dumps({"headline": hostile, "date": "2021-05"}), encoding="utf-8"
    )
    material = for_the_desk(load(tmp_path), notes=True, today=TODAY)
    document = Document(io.BytesIO(exports.render("docx", material).data))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["When", "What happened", "Who says so"]
    assert [row[1].split("\n")[0] for row in rows[1:]] == [
        item.headline.replace("\x0b", "\ufffd") for item in material.items
    ]
    assert any(row[0].startswith("Sometime in May 2021") for row in rows)
    assert any("Notes: hush" in row[1] for row in rows)
    assert DESK in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.author == ""


def _calendar(data: bytes) -> dict[str, dict[str, str]]:
    """The properties of each event of a calendar, by the first word of its UID."""
    text = data.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found: dict[str, dict[str, str]] = {}
    for block in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        pairs = dict(line.split(":", 1) for line in block.split("\r\n") if ":" in line)
        found[pairs["UID"].split("@")[0]] = pairs
    return found


def test_a_calendar_never_makes_a_day_of_a_month(tmp_path: Path) -> None:
    """A month is marked from end to end and told in words; what has no span is left out."""
    exported = made(tmp_path, "ics")
    found = _calendar(exported.data)
    month = found["month"]
    assert month["DTSTART;VALUE=DATE"] == "20210501"
    assert month["DTEND;VALUE=DATE"] == "20210601"
    assert month["SUMMARY"] == "Sometime in May 2021: A month"
    assert month["DESCRIPTION"].endswith("A <b>\\; \\\\\\, ü")
    assert found["minute"]["DTSTART"] == "20210908T224400Z"
    assert found["minute"]["LOCATION"] == "City Hall\\, door 2"
    assert found["day"]["SUMMARY"] == "=HYPERLINK(1)"
    assert (found["lasted"]["DTSTART;VALUE=DATE"], found["lasted"]["DTEND;VALUE=DATE"]) == (
        "20210503", "20210506",
    )  # fmt: skip
    assert found["either"]["SUMMARY"].startswith("Sept. 8 or Sept. 10\\, 2021: ")
    assert set(found) == {"month", "minute", "day", "lasted", "either"}
    left = [remark for remark in exported.remarks if "left out" in remark]
    assert len(left) == 2


def test_timelinejs_gets_no_part_that_nobody_knows(tmp_path: Path) -> None:
    """A month has no day, and events without a sure year are left out and named."""
    exported = made(tmp_path, "timelinejs")
    slides = {one["unique_id"]: one for one in json.loads(exported.data)["events"]}
    assert slides["month"]["start_date"] == {"year": "2021", "month": "5"}
    assert slides["month"]["display_date"] == "sometime in May 2021"
    assert slides["month"]["text"]["text"] == "<p>A &lt;b&gt;; \\, ü</p>"
    assert slides["minute"]["start_date"]["minute"] == "44"
    assert slides["lasted"]["end_date"] == {"year": "2021", "month": "5", "day": "5"}
    assert set(slides) == {"month", "minute", "day", "lasted"}
    assert any("“One of two” is left out" in remark for remark in exported.remarks)


def test_no_cell_is_calculated(tmp_path: Path) -> None:
    """A headline that looks like a formula is text in every spreadsheet program."""
    rows = list(csv.DictReader(io.StringIO(made(tmp_path, "csv").data.decode("utf-8-sig"))))
    day = next(row for row in rows if row["id"] == "day")
    assert day["headline"] == "'=HYPERLINK(1)"
    assert day["tags"] == '"a;b"; c'
    sheet = load_workbook(io.BytesIO(made(tmp_path, "xlsx").data)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert "2021-05" in [cell.value for cell in cells]


def test_json_keeps_to_its_published_schema() -> None:
    """A program that reads the export can rely on the schema beside it."""
    exported = exports.render("json", for_the_desk(load(FOUNDING), notes=True, today=TODAY))
    jsonschema.Draft7Validator(exports.schema()).validate(json.loads(exported.data))
    published = Path(__file__).parents[2] / "docs" / "export.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == exports.schema()


def test_readers_get_nothing_before_the_gate_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export for readers is refused like a publication, and holds nothing internal."""
    folder = write_investigation(
        tmp_path / "here",
        {
            "investigation.yaml": "title: A test\nzone: America/Chicago\nsignoffs: []\n",
            "events/open.yaml": "headline: A letter\ndate: 2021-05\nvisibility: public\n"
            "verification: confirmed\nsources: [{source: a, knowledge: document}, b]\n",
            "events/hidden.yaml": "headline: Internal matter\ndate: 2021-05\nsources: [a]\n",
            "sources.yaml": "- {id: a, kind: document, title: Paper A, created: 2021-05, "
            "archived_url: https://a.example/1, url: https://a.example}\n"
            "- {id: b, kind: document, title: Paper B, created: 2021-05, "
            "archived_url: https://b.example/1, url: https://b.example}\n",
        },
    )
    argv = ["export", str(folder), "--as", "csv", "--to", "-", "--today", "2021-12-01", "--public"]
    assert cli.main(argv) == 0
    said = capsys.readouterr()
    assert "A letter" in said.out
    assert "Internal" not in said.out
    assert DESK not in said.err
    (folder / "investigation.yaml").write_text("title: A test\nzone: America/Chicago\n")
    assert cli.main(argv) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Readers may not have it yet" in said.err
