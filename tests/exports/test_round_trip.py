"""What goes out in our own formats comes back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import write_investigation
from timelines import cli, exports, imports
from timelines.columns import COLUMNS
from timelines.desk.compose import event_file
from timelines.handout import for_the_desk
from timelines.intake.cells import guarded, joined, listed, unguarded
from timelines.intake.merging import options_for, plan
from timelines.investigation import load
from timelines.yamlfile import Value

FOUNDING = Path(__file__).parents[2] / "data" / "kansas-city-records-search"
TODAY = date(2021, 12, 1)

SHORT = tuple(phase for phase in Phase if phase is not Phase.shrink)
"""A failing example is told as it was found: making it small would take minutes."""

signs = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
words = st.text(signs, min_size=1, max_size=20).map(lambda text: " ".join(text.split()))
lines = words.filter(lambda text: text not in ("", "~") and "\ufeff" not in text)
dates = st.sampled_from(
    ["2021-05", "2021", "unknown", "2021-09-08T00:00:00Z", "-0043", "199X", "1985~",
     "2021-09-08T17:44[Asia/Tokyo]", "[2021-09-08, 2021-09-10]", "[..2021-09-08]", "2021-05/..",
     "2021-05-01/2021-05-31", "{2021-05, 2021-07}", "2021-21"]
)  # fmt: skip
events = st.fixed_dictionaries(
    {"headline": lines, "date": dates},
    optional={
        "summary": lines,
        "place": lines,
        "tags": st.lists(lines, min_size=1, max_size=3, unique=True),
        "storyline": st.lists(lines, min_size=1, max_size=2, unique=True),
        "weight": st.sampled_from(["2", "3"]),
        "kind": st.sampled_from(["filing", "planned"]),
        "sensitivity": st.lists(st.sampled_from(["minor", "victim"]), min_size=1, unique=True),
    },
)


@given(text=st.text(max_size=12), items=st.lists(lines, max_size=4))
def test_cells_come_back(text: str, items: list[str]) -> None:
    """A guarded cell and a list in a cell are read as exactly what was put in."""
    assert unguarded(guarded(text)) == text
    assert listed(joined(items)) == items


def _plain(fields: dict[str, Value]) -> dict[str, Value]:
    """The fields with lists of one and bare values alike."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in fields.items()
        if value
    }


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
@settings(max_examples=10, deadline=None, phases=SHORT)
@given(written=st.lists(events, min_size=1, max_size=3))
def test_events_come_back_as_they_were(form: str, written: list[dict[str, Value]]) -> None:
    """Export, then import elsewhere: every field that the format has is what it was."""
    with TemporaryDirectory() as folder:
        texts = {f"events/e{n}.yaml": event_file(one) for n, one in enumerate(written)}
        here = load(write_investigation(Path(folder) / "here", texts))
        there = load(write_investigation(Path(folder) / "there", {}))
        assert [problem.message for problem in here.problems] == []
        exported = exports.render(form, for_the_desk(here, notes=False, today=TODAY))
        proposal = imports.read(exported.data, f"out.{form}", options_for(there))
        back = {one.identity: dict(one.fields) for one in proposal.events}
        assert {name: _plain(fields) for name, fields in back.items()} == {
            f"e{n}": _plain(one) for n, one in enumerate(written)
        }
        assert (
            plan(imports.read(exported.data, "x", options_for(here), form_name=form), here).new
            == ()
        )


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_the_founding_case_comes_back_to_itself(form: str, tmp_path: Path) -> None:
    """Nobody's export of a real investigation, imported into it again, adds or clashes."""
    here = load(FOUNDING)
    exported = exports.render(form, for_the_desk(here, notes=False, today=TODAY))
    found = plan(imports.read(exported.data, f"out.{form}", options_for(here)), here)
    assert found.new == ()
    assert [remark.text for remark in found.remarks if remark.kind == "conflict"] == []
    assert len(found.known) == len(here.events)


def test_an_export_comes_in_whole_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A colleague without the files gets events, sources, people and order facts, all readable."""
    file = tmp_path / "out.json"
    assert cli.main(["export", str(FOUNDING), "--as", "json", "--to", str(file)]) == 0
    assert "NOT FOR PUBLICATION" in capsys.readouterr().err
    assert cli.main(["export", str(FOUNDING), "--as", "json", "--to", str(file)]) == 2
    there = write_investigation(tmp_path / "there", {})
    assert cli.main(["import", str(file), "--into", str(there)]) == 0
    before, after = load(FOUNDING), load(there)
    assert [p.message for p in after.problems if p.level in ("block", "error")] == []
    assert set(after.events["id"]) == set(before.events["id"])
    assert list(after.order["other"].sort_values()) == list(before.order["other"].sort_values())
    assert set(after.events["verification"]) == {"unverified"}
    assert set(after.events["visibility"]) == {"internal"}
    assert len(COLUMNS) == len(set(COLUMNS))
