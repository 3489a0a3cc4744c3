"""The history: who changed what and when, in sentences, through real git."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.desk.conftest import SHARED, SOURCES, Git
from timelines.desk import (
    END,
    Addition,
    Author,
    Refused,
    add,
    carry_out,
    changed_since,
    history,
    opened,
    remove,
    save,
    since_match,
    undo,
)

WHEN = r" on [A-Z][a-z]+\.? \d+, \d{4}, at \d+(:\d\d)? [ap]\.m\.$"


def sentences(folder: Path, identity: str, kind: str = "event") -> list[str]:
    """What the history of a record says, without the times."""
    past = history(folder, identity, kind)  # type: ignore[arg-type]
    return [re.sub(WHEN, "", one.sentence) for one in past.editions]


def test_the_history_of_an_event_is_told_in_sentences(levee: Path, git: Git) -> None:
    """An editor reads who changed the date, from what to what, in the words of dates."""
    save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    changes = {("summary",): "It was.\nTwice.", ("sources", END): "star", ("place",): "Levee road"}
    save(levee, "event", "shared", changes, author="Noor Adeyemi <noor@example.org>")
    save(
        levee, "event", "shared", {("sources", 0, "quote"): "yes", ("place",): None}, author="R. Oh"
    )
    past = history(levee, "shared")
    assert past.note is None
    assert all(re.search(WHEN, one.sentence) for one in past.editions)
    assert sentences(levee, "shared") == [
        "Place “Levee road” taken out; source “letter”: quote “yes” put in, by R. Oh",
        "Summary put in; place “Levee road” put in; source “star” added, by Noor Adeyemi",
        "Date from sometime in May 2021 to Sept. 8, 2021, by R. Ortiz",
        "Added, by A. Editor",
    ]
    assert git("log", "-1", "--format=%s").startswith("shared: ")
    assert (
        git("log", "-2", "--format=%an <%ae>").split("\n")[1] == "Noor Adeyemi <noor@example.org>"
    )


def test_only_what_was_saved_is_committed(levee: Path, git: Git) -> None:
    """What somebody has staged for a commit of their own stays staged, and is not taken along."""
    top = levee.parent.parent
    (top / "mine.txt").write_text("mine")
    (levee / "events" / "own-1.yaml").write_text("headline: Mine\ndate: 2020\n")
    git("add", "mine.txt", "data/levee/events/own-1.yaml")
    done = add(levee, "event", "new", {"headline": "N", "date": "2021"}, author="R. Ortiz")
    assert done.commit == git("rev-parse", "HEAD").strip()
    assert git("show", "--format=", "--name-only").split() == ["data/levee/events/new.yaml"]
    assert git("status", "--porcelain").split("\n")[:2] == [
        "M  data/levee/events/own-1.yaml",
        "A  mine.txt",
    ]


def test_files_that_belong_to_a_save_are_committed_with_it(levee: Path, git: Git) -> None:
    """A document that is attached to a source is in the same commit as the source."""
    (levee / "evidence").mkdir()
    (levee / "evidence" / "a b.pdf").write_bytes(b"%PDF")
    changes = {("file",): "evidence/a b.pdf"}
    save(levee, "source", "letter", changes, author="R. Ortiz", files=["evidence/a b.pdf"])
    assert git("show", "--format=", "--name-only", "-z").split("\0")[:2] == [
        "data/levee/evidence/a b.pdf",
        "data/levee/sources.yaml",
    ]


def test_what_was_changed_outside_the_desk_is_not_told_as_the_reporters(
    levee: Path, git: Git
) -> None:
    """An edit made in a text editor and not committed is told apart from the save after it."""
    file = levee / "events" / "shared.yaml"
    file.write_text(SHARED.replace("date: 2021-05", "date: 2021-04"))
    assert sentences(levee, "shared")[0] == (
        "Date from sometime in May 2021 to sometime in April 2021; not in the history yet."
    )
    save(levee, "event", "shared", {("place",): "X"}, author="R. Ortiz")
    assert sentences(levee, "shared") == [
        "Place “X” put in, by R. Ortiz",
        "Date from sometime in May 2021 to sometime in April 2021, by A. Editor",
        "Added, by A. Editor",
    ]


def test_the_first_commit_of_a_new_repository(levee: Path) -> None:
    """A newsroom that has just made a repository gets its history from the first save on."""
    subprocess.run(["git", "init", "-q", str(levee)], check=True)
    done = save(levee, "event", "shared", {("place",): "X"}, author=Author("R. Ortiz"))
    assert done.commit is not None
    assert [line.split(",")[0] for line in sentences(levee, "shared")] == [
        "Place “X” put in", "Added",
    ]  # fmt: skip


def test_a_record_keeps_its_history_from_file_to_file(levee: Path, git: Git) -> None:
    """A source that was moved from the list into a file of its own has not begun anew."""
    save(levee, "source", "star", {("title",): "The Evening Star"}, author="R. Ortiz")
    (levee / "sources").mkdir()
    (levee / "sources" / "star.yaml").write_text("kind: publication\ntitle: The Evening Star\n")
    (levee / "sources.yaml").write_text(SOURCES.partition("# Of that")[0])
    git("add", ".")
    git("commit", "-q", "-m", "A file of its own")
    save(levee, "source", "star", {("title",): "The Star of Ellery"}, author="Noor")
    told = sentences(levee, "star", "source")
    assert told[0] == "Title from “The Evening Star” to “The Star of Ellery”, by Noor"
    assert "Title from “The Star” to “The Evening Star”, by R. Ortiz" in told
    assert told[-1] == "Added, by A. Editor"


def test_undo_takes_back_the_last_change_and_only_that(levee: Path, git: Git) -> None:
    """A save made by mistake is taken back in one step, and the history tells both."""
    save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    save(levee, "event", "shared", {("place",): "X"}, author="R. Ortiz")
    undo(levee, "shared", author="Noor")
    assert (levee / "events" / "shared.yaml").read_text() == SHARED.replace(
        "2021-05\n", "2021-09-08\n"
    )
    first = history(levee, "shared").editions[-1].commit
    assert first is not None
    undo(levee, "shared", to=first[:8], author="Noor")
    assert (levee / "events" / "shared.yaml").read_text() == SHARED
    assert len(history(levee, "shared").editions) == 5
    with pytest.raises(Refused, match="No change"):
        undo(levee, "shared", to="0000000")


def test_what_was_removed_comes_back_whole(levee: Path, git: Git) -> None:
    """An event that was removed is restored with its comments, and one that was added goes."""
    remove(levee, "event", "shared", author="R. Ortiz")
    assert opened(levee, "event", "shared") is None
    assert sentences(levee, "shared")[0] == "Removed, by R. Ortiz"
    undo(levee, "shared", author="Noor")
    assert (levee / "events" / "shared.yaml").read_text() == SHARED
    add(levee, "event", "new", {"headline": "N", "date": "2021"}, author="R. Ortiz")
    undo(levee, "new", author="Noor")
    assert opened(levee, "event", "new") is None
    remove(levee, "source", "letter", author="R. Ortiz")
    undo(levee, "letter", "source", author="Noor")
    back = opened(levee, "source", "letter")
    assert back is not None
    assert back.value["title"] == "A letter"


def test_an_uncommitted_change_is_what_undo_takes_back_first(levee: Path, git: Git) -> None:
    """What was saved without a name is the last change too."""
    save(levee, "event", "shared", {("date",): "2021-09-08"})
    undo(levee, "shared")
    assert (levee / "events" / "shared.yaml").read_text() == SHARED


def test_what_changed_since_a_commit_and_since_a_day(levee: Path, git: Git) -> None:
    """A fact-checker who comes back reads what is new in the whole investigation."""
    start = git("rev-parse", "HEAD").strip()
    assert changed_since(levee, start).differences == ()
    save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    add(levee, "source", "new", {"kind": "post", "title": "N"}, author="Noor")
    save(levee, "person", "lucas", {("label",): "the mayor"})
    save(levee, "source", "letter", {("title",): "The letter"}, author="R. Oh")
    found = changed_since(levee, start[:12])
    assert [one.sentence for one in found.differences] == [
        "shared: date from sometime in May 2021 to Sept. 8, 2021, by R. Ortiz.",
        "lucas: label “the mayor” put in.",
        "letter: title from “A letter” to “The letter”, by R. Oh.",
        "new: added, by Noor.",
    ]
    today = git("log", "-1", "--format=%cs").strip()
    whole = changed_since(levee, today[:4])
    assert whole.note is not None
    assert "begins after" in whole.note
    assert len(whole.differences) == 14
    assert changed_since(levee, f"{int(today[:4]) + 1}").differences[0].id == "lucas"
    with pytest.raises(Refused, match="neither a day"):
        changed_since(levee, "--all")


def test_what_changed_since_a_version_that_was_signed(levee: Path, git: Git) -> None:
    """An editor sees exactly what was changed after the words that were signed."""
    signed = opened(levee, "event", "shared")
    assert signed is not None
    save(levee, "event", "shared", {("date",): "2021-09-08"}, author="R. Ortiz")
    save(levee, "event", "shared", {("place",): "X"}, author="Noor")
    newer = since_match(history(levee, "shared"), lambda value: value == signed.value)
    assert newer is not None
    assert [one.author for one in newer.editions] == ["Noor", "R. Ortiz"]
    assert since_match(history(levee, "shared"), lambda value: False) is None


def test_without_git_or_a_repository_a_note_says_so(
    levee: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving works everywhere; where there is no history the reporter learns why."""
    done = save(levee, "event", "shared", {("place",): "X"}, author="R. Ortiz")
    assert done.commit is None
    assert done.note == "This folder is in no git repository, so no history is kept."
    assert history(levee, "shared").note == done.note
    with pytest.raises(Refused, match="no git repository"):
        undo(levee, "shared")
    monkeypatch.setenv("PATH", str(levee))
    done = save(levee, "event", "shared", {("place",): "Y"}, author="R. Ortiz")
    assert done.note == "There is no git on this computer, so no history is kept."
    assert changed_since(levee, "2021").note == done.note


def test_files_that_git_is_told_to_ignore(levee: Path, git: Git) -> None:
    """An investigation that is kept out of the repository on purpose stays out of it."""
    secret = write_investigation(
        levee.parent / "secret", {"events/a.yaml": "headline: A\ndate: 1\n"}
    )
    (levee.parent.parent / ".gitignore").write_text("secret/\n")
    done = save(secret, "event", "a", {("place",): "X"}, author="R. Ortiz")
    assert done.changed
    assert done.note is not None
    assert "ignore" in done.note
    assert git("log", "--format=%an") == "A. Editor\n"


def test_in_the_middle_of_a_merge_nothing_is_committed(levee: Path, git: Git) -> None:
    """A save while somebody merges goes to the disk, not into the merge."""
    inner = levee.parent.parent / ".git"
    (inner / "MERGE_HEAD").write_text(git("rev-parse", "HEAD"))
    done = save(levee, "event", "shared", {("place",): "X"}, author="R. Ortiz")
    assert done.commit is None
    assert done.note is not None
    assert "merge" in done.note
    assert "place: X" in (levee / "events" / "shared.yaml").read_text()


def test_no_program_of_the_repository_is_run(levee: Path, git: Git) -> None:
    """A hook that came with somebody's copy of the data neither runs nor keeps a save back."""
    trace = levee.parent.parent / "ran"
    for name in ("pre-commit", "commit-msg", "post-commit", "prepare-commit-msg"):
        hook = levee.parent.parent / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\necho {name} >> '{trace}'\nexit 1\n")
        hook.chmod(0o755)
    git("config", "core.fsmonitor", str(levee.parent.parent / ".git" / "hooks" / "pre-commit"))
    git("config", "commit.gpgsign", "true")
    done = save(levee, "event", "shared", {("place",): "X"}, author="R. Ortiz")
    assert done.commit is not None
    assert len(history(levee, "shared").editions) == 2
    assert not trace.exists()


@pytest.mark.parametrize("name", ["", "  ", "<>", ".", "\n"])
def test_a_save_for_the_history_has_a_name(levee: Path, git: Git, name: str) -> None:
    """Nobody's change is told as the computer's."""
    with pytest.raises(Refused, match="name"):
        save(levee, "event", "shared", {("place",): "X"}, author=name)
    assert (levee / "events" / "shared.yaml").read_text() == SHARED


def test_a_name_is_told_as_it_was_given(levee: Path, git: Git) -> None:
    """Names of any script and with any sign are told, and none of them can forge a line."""
    for number, name in enumerate(("Żółć 東京", "O’Brien, Jr.", "-x --amend", "A\nB <c@d>")):
        save(levee, "event", "shared", {("place",): f"X{number}"}, author=name)
    names = [one.author for one in history(levee, "shared").editions]
    assert names[:4] == ["A B", "-x --amend", "O’Brien, Jr", "Żółć 東京"]


def test_one_import_is_one_commit(levee: Path, git: Git) -> None:
    """A hundred rows of a spreadsheet are one line in the history of the repository."""
    rows = [
        Addition("event", f"row-{n}", {"headline": f"R {n}", "date": "2021"}) for n in range(60)
    ]
    done = carry_out(levee, rows, author="R. Ortiz", subject="Import of calls.csv")
    assert len({one.commit for one in done}) == 1
    assert git("log", "-1", "--format=%s").strip() == "Import of calls.csv"
    assert git("status", "--porcelain") == ""
