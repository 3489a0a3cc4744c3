"""A signature holds for what readers get; what changed since is told in words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.publish.newsroom import TODAY, Newsroom
from timelines import check
from timelines.investigation import load
from timelines.publish import signing
from timelines.publish.differences import differences


def keep(root: Path, event: str) -> None:
    """Keep what is signed, as the command and the app do."""
    path, text = signing.to_keep(signing.content(load(root), event))
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def told(root: Path, name: str) -> list[str]:
    """The sentences that a check says about a folder."""
    return [one.message for one in check(load(root), TODAY) if one.check == name]


def test_what_changed_since_is_told_part_by_part(tmp_path: Path) -> None:
    """An editor who signs again reads what is new, not the whole event."""
    news = Newsroom().sign(tmp_path)
    for event in ("approved", "inspected"):
        keep(tmp_path, event)
    news.events["approved"]["date"] = "2023-04-12"
    news.events["approved"]["sources"][0]["quote"] = "Approved."
    news.events["approved"]["people"].pop()
    news.events["approved"]["sources"].append("memo")
    root = news.written(tmp_path)
    (signature,) = signing.outdated(load(root), "approved")
    changed = signing.since(load(root), "approved", signature)
    assert changed is not None
    date, person, quote, source = [one.in_words() for one in changed]
    assert date == (
        "date: was “April 11, 2023, 7:40 p.m. (2023-04-11T19:40)”, is “April 12, 2023 (2023-04-12)”"
    )
    assert person == "people “the contractor” is gone"
    assert quote == (
        "source “Minutes of the Harbor Board”: was “Approved at 7:40 p.m.”, is “Approved.”"
    )
    assert source == "source “Inspection memo” is new"
    (sentence,) = told(root, "signoff-stale")
    assert sentence.startswith(
        "“The Port Ellery Harbor Board approves the dock’s permit” has changed since E. Ditor "
        "signed it as editor on “2023-06-30”: date: was “April 11"
    )


def test_without_what_was_signed_only_the_change_is_told(tmp_path: Path) -> None:
    """Where nothing was kept, an editor is told that it changed, and nothing is made up."""
    news = Newsroom().sign(tmp_path)
    news.events["inspected"]["headline"] = "An inspector visits"
    root = news.written(tmp_path)
    (sentence,) = told(root, "signoff-stale")
    assert sentence.endswith("on “2023-06-30”.")


@pytest.mark.parametrize("kept", [b"{", b"[]", b'{"headline": "Forged"}', b"\xff"])
def test_what_is_kept_is_believed_only_if_it_is_what_was_signed(
    kept: bytes, tmp_path: Path
) -> None:
    """Nobody can pass something else off as what an editor signed."""
    news = Newsroom().sign(tmp_path)
    keep(tmp_path, "inspected")
    for path in (tmp_path / signing.KEPT).iterdir():
        path.write_bytes(kept)
    news.events["inspected"]["headline"] = "An inspector visits"
    root = news.written(tmp_path)
    (signature,) = signing.outdated(load(root), "inspected")
    assert signing.since(load(root), "inspected", signature) is None


@pytest.mark.parametrize("fingerprint", ["../../secret", "x", "0" * 32, "/etc/passwd"])
def test_a_fingerprint_leads_to_no_other_file(fingerprint: str, tmp_path: Path) -> None:
    """What somebody types as a fingerprint opens nothing outside the folder of what is signed."""
    (tmp_path / "secret.json").write_text("{}", encoding="utf-8")
    news = Newsroom()
    news.events["inspected"]["signoffs"] = [
        {"role": "editor", "by": "E. Ditor", "on": "2023-06-30", "fingerprint": fingerprint}
    ]
    investigation = load(news.written(tmp_path / "desk"))
    (signature,) = signing.outdated(investigation, "inspected")
    assert signing.since(investigation, "inspected", signature) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """What is kept is read from the investigation's folder alone, whatever links lie there."""
    news = Newsroom().sign(tmp_path / "desk")
    keep(tmp_path / "desk", "inspected")
    (tmp_path / "desk" / signing.KEPT).rename(tmp_path / "elsewhere")
    (tmp_path / "desk" / signing.KEPT).symlink_to(tmp_path / "elsewhere")
    news.events["inspected"]["headline"] = "An inspector visits"
    investigation = load(news.written(tmp_path / "desk"))
    (signature,) = signing.outdated(investigation, "inspected")
    assert signing.since(investigation, "inspected", signature) is None


def test_the_newest_of_several_signatures_counts(tmp_path: Path) -> None:
    """An old sign-off beside a valid one of the same role is no fault."""
    news = Newsroom().sign(tmp_path)
    old = {"role": "Editor ", "by": "O. Ld", "on": "2023-06-01", "fingerprint": "0" * 32}
    news.events["inspected"]["signoffs"].insert(0, old)
    investigation = load(news.written(tmp_path))
    assert signing.valid(investigation, "inspected")
    assert [one.valid for one in signing.signatures(investigation, "inspected")] == [False, True]


def test_roles_are_compared_as_people_write_them(tmp_path: Path) -> None:
    """“Legal  Desk” is the legal desk."""
    news = Newsroom()
    news.heading["signoffs"] = ["legal desk"]
    news.sign(tmp_path)
    for event in news.events.values():
        for one in event.get("signoffs", ()):
            one["role"] = "Legal  Desk"
    assert told(news.written(tmp_path), "signoff-missing") == []


def test_a_better_wording_of_dates_voids_nothing() -> None:
    """What the program words otherwise, and the ids it gives, are no part of what was signed."""
    one = {"id": "e1", "headline": "A", "date": {"words": "May 2021", "edtf": "2021-05"}}
    other = {"id": "e2", "headline": "A", "date": {"words": "in May 2021", "edtf": "2021-05"}}
    assert signing.fingerprint(one) == signing.fingerprint(other)
    assert differences(one, other) == ()


def test_things_in_another_order_are_told_as_one_difference() -> None:
    """That sources changed places is said once, and not as each gone and each new."""
    one, other = {"tags": ["a", "b"]}, {"tags": ["b", "a"]}
    (only,) = differences(one, other)
    assert only.moved
    assert only.in_words() == "tag: was “a; b”, is “b; a”"


# Who wrote it, by git.


def git(root: Path, *words: str, by: str = "R. Porter") -> None:
    """Run git in a folder as somebody."""
    who = ["-c", f"user.name={by}", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def commit(root: Path, by: str) -> None:
    """Commit everything in a folder as somebody."""
    git(root, "add", "-A", by=by)
    git(root, "commit", "-q", "-m", "Save", by=by)


@pytest.fixture
def history(tmp_path: Path) -> tuple[Newsroom, Path]:
    """A newsroom in git, everything in it written by R. Porter."""
    news = Newsroom()
    root = news.written(tmp_path / "desk")
    git(tmp_path, "init", "-q", "desk")
    commit(root, "R. Porter")
    return news, root


def test_who_wrote_it_does_not_sign_it_as_editor(history: tuple[Newsroom, Path]) -> None:
    """By git's history the reporter approved the reporter's own event."""
    news, root = history
    news.sign(root, by="r.  porter").written(root)
    assert len(told(root, "self-approved")) == 3
    commit(root, "R. Porter")
    assert len(told(root, "self-approved")) == 3


def test_an_editor_who_commits_a_signature_wrote_nothing(history: tuple[Newsroom, Path]) -> None:
    """Committing the sign-off, a note or a waiver makes nobody the author of an event."""
    news, root = history
    news.sign(root, by="E. Ditor")
    news.events["built"]["notes"] = "Call again."
    news.written(root)
    commit(root, "E. Ditor")
    assert told(root, "self-approved") == []


def test_an_editor_who_rewrites_is_the_writer(history: tuple[Newsroom, Path]) -> None:
    """Whoever last changed what readers get cannot be the only editor who signs it."""
    news, root = history
    news.events["built"]["summary"] = "The editor's own words."
    news.sign(root, by="E. Ditor").written(root)
    commit(root, "E. Ditor")
    (sentence,) = told(root, "self-approved")
    assert sentence == (
        "“E. Ditor” wrote “The fuel dock is built, a harbor worker says” and signed it as editor."
    )


def test_renaming_a_file_makes_nobody_its_writer(history: tuple[Newsroom, Path]) -> None:
    """An editor who tidies up file names wrote nothing."""
    news, root = history
    news.events["built"]["id"] = "built"
    news.sign(root, by="E. Ditor").written(root)
    commit(root, "R. Porter")
    git(root, "mv", "events/built.yaml", "events/dock-built.yaml")
    commit(root, "E. Ditor")
    assert told(root, "self-approved") == []


def test_moving_the_folder_makes_nobody_a_writer(history: tuple[Newsroom, Path]) -> None:
    """An editor who moves a whole investigation to another folder wrote nothing."""
    news, root = history
    news.sign(root, by="E. Ditor").written(root)
    commit(root, "R. Porter")
    (root / "data").mkdir()
    for name in ("events", "investigation.yaml", "sources.yaml", "people.yaml", "media"):
        git(root, "mv", name, f"data/{name}")
    commit(root, "E. Ditor")
    assert told(root / "data", "self-approved") == []


def test_a_history_that_was_cut_off_accuses_nobody(
    history: tuple[Newsroom, Path], tmp_path: Path
) -> None:
    """In a copy with the last commit alone nobody is taken for the writer of all there is."""
    news, root = history
    news.sign(root, by="E. Ditor").written(root)
    commit(root, "E. Ditor")
    copy = tmp_path / "copy"
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(copy))
    assert told(copy, "self-approved") == []


def test_what_nobody_committed_is_not_held_against_anybody(
    history: tuple[Newsroom, Path],
) -> None:
    """Git does not know who made changes that are not committed; the other sign-offs decide."""
    news, root = history
    news.events["built"]["summary"] = "Fresh words."
    news.sign(root, by="R. Porter").written(root)
    assert len(told(root, "self-approved")) == 2  # the other two events are as committed


def test_the_shape_of_what_is_kept(tmp_path: Path) -> None:
    """What was signed is plain JSON under its fingerprint, and holds no note."""
    news = Newsroom()
    news.events["inspected"]["notes"] = "Secret."
    path, text = signing.to_keep(signing.content(load(news.written(tmp_path)), "inspected"))
    said: dict[str, Any] = json.loads(text)
    assert path == f"signed/{signing.fingerprint(said)}.json"
    assert said["headline"] == "An inspector looks at the fuel dock"
    assert "Secret" not in text
