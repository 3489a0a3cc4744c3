"""`timelines import`, from the file on disk to the files of the investigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines import cli
from timelines.investigation import load

ROWS = "When,What,Where\n2021-05,A letter arrives,City Hall\nSept. 8,A call\n3/4/2003,A walk,\n"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Everything the command said since the last time."""
    both = capsys.readouterr()
    return both.out + both.err


def test_a_table_comes_in_once(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Events come in unverified and internal, with source and row; a second time adds nothing."""
    file = tmp_path / "rows.csv"
    file.write_text(ROWS)
    assert cli.main(["import", str(file), "--into", str(here), "--day-first"]) == 0
    assert "3 events were added" in said(capsys)
    found = load(here)
    assert [p.message for p in found.problems] == []
    letter = found.event("letter-arrives")
    assert (letter.date, letter.verification, letter.visibility) == (
        "2021-05", "unverified", "internal",
    )  # fmt: skip
    assert (letter.sources[0].source, letter.sources[0].at) == ("import-rows", "row 2")
    assert "Where: City Hall" in (letter.notes or "")
    assert found.event("walk").date == "2003-04-03"
    call = found.event("call")
    assert call.date == "unknown"
    assert "Sept. 8" in call.questions[0].ask
    before = {path: path.read_bytes() for path in here.rglob("*.yaml")}
    renamed = file.rename(tmp_path / "other.csv")
    assert cli.main(["import", str(renamed), "--into", str(here), "--day-first"]) == 0
    assert "0 events were added, 3 already there" in said(capsys)
    assert {path: path.read_bytes() for path in here.rglob("*.yaml")} == before


def test_nothing_is_written_while_the_order_is_open(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the reporter says whether the day comes first, no file is made."""
    file = tmp_path / "rows.csv"
    file.write_text(ROWS)
    assert cli.main(["import", str(file), "--into", str(here)]) == 1
    assert "--day-first" in said(capsys)
    assert not (here / "events").exists()
    assert cli.main(["import", str(file), "--into", str(here), "--leave-open"]) == 0
    walk = load(here).event("walk")
    assert walk.date == "[2003-03-04,2003-04-03]"
    assert walk.questions


def test_a_dry_run_writes_nothing(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --dry-run the reporter sees each event in words, and the folder stays as it is."""
    file = tmp_path / "rows.csv"
    file.write_text("A,B\n2021-05,A letter\n")
    argv = ["import", str(file), "--into", str(here), "--map", "date=“A”,headline=B"]
    assert cli.main([*argv, "--dry-run"]) == 0
    assert "letter: sometime in May 2021: A letter" in said(capsys)
    assert [path.name for path in here.iterdir()] == ["investigation.yaml"]


def test_unknown_columns_show_the_first_rows(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table nobody can guess is answered with its first rows and the option to use."""
    file = tmp_path / "rows.csv"
    file.write_text("A,B\n2021-05,A letter\n")
    assert cli.main(["import", str(file), "--into", str(here)]) == 2
    words = said(capsys)
    assert "2021-05 | A letter" in words
    assert "--map" in words


def test_two_chronologies_become_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What both have stays as ours; what differs and what looks alike is listed, the rest added."""
    ours = write_investigation(
        tmp_path / "ours",
        {
            "events/same.yaml": "headline: The same\ndate: 2021\n",
            "events/differs.yaml": "headline: It differs\ndate: 2021-05\n",
            "events/suit.yaml": "headline: Mayor files a lawsuit downtown\ndate: 2021-09-08\n",
            "people.yaml": "id: ann\nname: Ann Ours\n",
        },
    )
    theirs = write_investigation(
        tmp_path / "theirs",
        {
            "investigation.yaml": "title: Theirs\nzone: America/New_York\n",
            "events/same.yaml": "headline: The same\ndate: 2021\nzone: America/Chicago\n",
            "events/differs.yaml": "headline: It differs\ndate: 2021-06\nzone: America/Chicago\n",
            "events/filed.yaml": "headline: The mayor filed a lawsuit downtown\ndate: 2021-09-09\n"
            "verification: confirmed\nvisibility: public\nsources: [paper]\npeople: [ann, bob]\n"
            "order:\n  - after: same\n  - after: gone\n",
            "sources.yaml": "id: paper\nkind: document\ntitle: A paper\n",
            "people.yaml": "- id: ann\n  name: Ann Theirs\n- id: bob\n  name: Bob\n",
        },
    )
    assert cli.main(["import", str(theirs), "--into", str(ours)]) == 0
    words = said(capsys)
    assert "“differs” is there and differs" in words
    assert "here “2021-05”, in the file “2021-06”" in words
    assert "looks like “suit”" in words
    assert "the person “ann” differs in name" in words
    found = load(ours)
    assert [problem.message for problem in found.problems] == []
    filed = found.event("filed")
    assert (filed.verification, filed.visibility) == ("unverified", "internal")
    assert filed.zone == "America/New_York"
    assert [one.source for one in filed.sources] == ["paper", "import-theirs"]
    assert [one.who for one in filed.people] == ["ann", "bob"]
    assert [fact.other for fact in filed.order] == ["same"]
    assert found.person("ann").name == "Ann Ours"
    assert found.event("differs").date == "2021-05"
    assert cli.main(["import", str(theirs), "--into", str(ours)]) == 0
    assert "0 events were added" in said(capsys)


def test_a_row_that_stands_twice_comes_in_once(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same row twice in a file is one event, and the other is named."""
    file = tmp_path / "rows.csv"
    file.write_text("Date,Headline\n2021-05,A letter\n2021-05,A letter\n")
    assert cli.main(["import", str(file), "--into", str(here)]) == 0
    assert "row 3: the same as another row of the file" in said(capsys)
    assert len(load(here).events) == 1
