"""Signing and publishing the founding case from the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Outcome, Run, run
from tests.data.places import FOUNDING_CASE
from tests.data.test_founding_case import PUBLIC
from timelines.cli import main
from timelines.investigation import load

__all__ = ["run"]

TODAY = ("--today", "2022-02-01")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the founding case, in nobody's history."""
    return Path(shutil.copytree(FOUNDING_CASE, tmp_path / "case"))


@pytest.fixture(scope="module")
def signed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which an editor who is not the reporter signed everything public, one by one."""
    case = Path(shutil.copytree(FOUNDING_CASE, tmp_path_factory.mktemp("signed") / "case"))
    for event in sorted(PUBLIC):
        words = ["sign", str(case), event, "--role", "editor", "--by", "E. Ditor"]
        assert main([*words, "--on", "2021-12-01"]) == 0
    return case


@pytest.fixture
def publish(run: Run, case: Path, tmp_path: Path) -> Callable[..., Outcome]:
    """Publish the copy into a folder of readers."""
    return lambda *more: run("publish", case, "--to", tmp_path / "readers", *TODAY, *more)


def sign_all(case: Path, signed: Path) -> None:
    """Put the signatures into the copy."""
    shutil.copytree(signed, case, dirs_exist_ok=True)


def change(case: Path, event: str, old: str, new: str) -> None:
    """Change a word of an event's file."""
    path = case / "events" / f"{event}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def data(tmp_path: Path) -> dict[str, dict[str, object]]:
    """The published events by headline."""
    published = json.loads((tmp_path / "readers" / "timeline.json").read_text(encoding="utf-8"))
    return {one["headline"]: one for one in published["events"]}


def test_from_signing_to_a_correction(
    run: Run,
    publish: Callable[..., Outcome],
    case: Path,
    signed_once: Path,
    tmp_path: Path,
) -> None:
    """Unsigned nothing goes out; signed it does; a changed word closes the gate until it is signed
    again and readers are told."""
    refused = publish()
    assert refused.code == 1
    assert "No editor has signed “Mayor Quinton Lucas issues a statement”." in refused.out
    assert not (tmp_path / "readers").exists()

    sign_all(case, signed_once)
    assert len(load(case).signoffs) == 13
    out = publish()
    assert (out.code, out.err) == (0, "")
    assert "This is the first publication." in out.out
    assert "13 events." in out.out
    first = data(tmp_path)
    assert len(first) == 13

    change(case, "mayor-statement", "issues a statement", "issues an angry statement")
    refused = publish()
    assert refused.code == 1
    said = " ".join(refused.out.split())
    assert (
        "has changed since E. Ditor signed it as editor on “2021-12-01”: headline: was “Mayor "
        "Quinton Lucas issues a statement”, is “Mayor Quinton Lucas issues an angry statement”."
    ) in said
    assert data(tmp_path) == first

    sign = ("sign", case, "mayor-statement", "--role", "editor", "--by", "E. Ditor")
    run(*sign, "--on", "2021-12-02")
    refused = publish()
    assert refused.code == 1
    assert "corrected-silently" in refused.out
    assert "signoff-stale" not in refused.out

    path = case / "events" / "mayor-statement.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {on: 2021-12-02, kind: update, note: The tone is new.}\n")
    run(*sign, "--on", "2021-12-02")
    out = publish()
    assert out.code == 0, out.out
    assert "was “Mayor Quinton Lucas issues a statement”" in " ".join(out.out.split())
    second = data(tmp_path)
    old, new = (
        "Mayor Quinton Lucas issues a statement",
        "Mayor Quinton Lucas issues an angry statement",
    )
    assert second[new]["id"] == first[old]["id"]
    assert {one["id"] for one in second.values()} == {one["id"] for one in first.values()}
    assert "Nothing in it changed" in publish().out


def test_a_note_needs_no_new_signature(
    publish: Callable[..., Outcome], case: Path, signed_once: Path, tmp_path: Path
) -> None:
    """The desk goes on taking notes and asking questions; what is published stays as it is."""
    sign_all(case, signed_once)
    publish()
    before = {
        path.name: path.read_bytes() for path in (tmp_path / "readers").rglob("*") if path.is_file()
    }
    with (case / "events" / "mayor-statement.yaml").open("a", encoding="utf-8") as file:
        file.write("questions:\n  - ask: Who wrote it for him?\n")
    (case / "events" / "a-rumour.yaml").write_text(
        "headline: Something nobody may know\ndate: 2021-10-08\nsources: [star-first-story]\n"
        "order:\n  - before: first-story\n",
        encoding="utf-8",
    )
    change_heading(case)
    assert publish().code == 0
    after = {
        path.name: path.read_bytes() for path in (tmp_path / "readers").rglob("*") if path.is_file()
    }
    assert after == before


def change_heading(case: Path) -> None:
    """Expect one event more."""
    path = case / "investigation.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("events: 29", "events: 30"), "utf-8")


def test_explaining_publishes_nothing(
    publish: Callable[..., Outcome], case: Path, signed_once: Path, tmp_path: Path
) -> None:
    """An editor reads every public text and its line before anything goes out."""
    sign_all(case, signed_once)
    outcome = publish("--explain")
    assert outcome.code == 0
    assert not (tmp_path / "readers").exists()
    assert "sources.1.label: a law enforcement source  (sources.yaml:" in outcome.out
    assert (
        "headline: Mayor Quinton Lucas issues a statement  (events/mayor-statement" in outcome.out
    )
    assert "Nothing was published" in outcome.out


def test_publishing_leaves_the_desk_as_it_is(
    publish: Callable[..., Outcome], case: Path, signed_once: Path
) -> None:
    """Beside what readers were given nothing is written into the investigation's folder."""
    sign_all(case, signed_once)
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    publish()
    after = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    assert {path.name for path in after.keys() - before.keys()} == {"published.json"}
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "There is no event “nowhere”."),
        (["mayor-statment"], "Did you mean “mayor-statement”?"),
        (["mayor-statement", "--on", "2021-12"], "is not a day"),
        (["mayor-statement", "--on", "soon"], "cannot be read as a day"),
    ],
)
def test_a_slip_in_signing_is_answered(words: list[str], said: str, run: Run, case: Path) -> None:
    """Whoever mistypes an event or a day is told, and nothing is written."""
    before = len(load(case).signoffs)
    outcome = run("sign", case, *words, "--role", "editor", "--by", "E. Ditor")
    assert outcome.code != 0
    assert said in outcome.err
    assert len(load(case).signoffs) == before == 0


def test_signing_says_what_it_does_not_settle(run: Run, case: Path) -> None:
    """An editor who signs what readers will not get, or in a role nobody asked for, is told."""
    outcome = run("sign", case, "critics", "--role", "intern", "--by", "I. Ntern")
    said = " ".join(outcome.out.split())
    assert "Required are: editor. This role is none of them." in said
    assert "It is internal" in said


def test_a_signature_is_replaced_by_the_same_person_alone(run: Run, case: Path) -> None:
    """Signing again leaves one sign-off of mine, and those of others as they are."""
    sign = ("sign", case, "first-story", "--role")
    run(*sign, "editor", "--by", "E. Ditor", "--on", "2021-12-01")
    run(*sign, "editor", "--by", "A. Nother", "--on", "2021-12-01")
    run(*sign, "lawyer", "--by", "E. Ditor", "--on", "2021-12-01")
    run(*sign, "editor", "--by", "e. ditor", "--on", "2021-12-03")
    rows = load(case).event("first-story").signoffs
    assert [(one.role, one.by, one.on) for one in rows] == [
        ("editor", "e. ditor", "2021-12-03"),
        ("editor", "A. Nother", "2021-12-01"),
        ("lawyer", "E. Ditor", "2021-12-01"),
    ]
    assert len({one.fingerprint for one in rows}) == 1


def test_a_folder_that_records_are_read_from_is_no_target(run: Run, case: Path) -> None:
    """Publishing into the folder of events, or over the investigation itself, is refused."""
    outcome = run("publish", case, "--to", case / "events" / "out", *TODAY)
    assert outcome.code == 1
    assert "lies in “events”" in outcome.err
    outcome = run("publish", case, "--to", case, *TODAY)
    assert outcome.code == 1
    assert "is the investigation’s own folder" in outcome.err


def test_what_cannot_be_used_exits_with_two(run: Run, tmp_path: Path) -> None:
    """A script tells a folder that is no investigation from a gate that is closed."""
    outcome = run("publish", tmp_path, "--to", tmp_path / "readers")
    assert outcome.code == 2
    assert "investigation.yaml" in outcome.out + outcome.err
