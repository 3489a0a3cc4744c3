"""Checks tell of a vault in the clear and of records that say too much, and never repeat it."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HEADING, write_investigation
from tests.vault.safe import SECRETS, Safe, made
from timelines.checks import check
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import load
from timelines.vault import opening
from timelines.vault.buried import buried
from timelines.vault.entries import Entry, Vault
from timelines.vault.names import Names
from timelines.vault.telltale import telltales

TODAY = date(2023, 7, 1)
REFERENCE = "bcdf-ghjk-mnpq-rstv"
OTHER = "bcdf-ghjk-mnpq-rstw"
AGE = b"age-encryption.org/v1\n-> X25519 x\n"
VAULT = Vault(
    (),
    {
        REFERENCE: Entry(
            "Robin Q. Quixwold (Bobby Quix)", "Signal +1 816 555 0142, rq@canary.example"
        ),
        OTHER: Entry("Zoë Müller", "@zoe_tells"),
    },
)
SOURCE = f"""
id: harbor-worker
kind: interview
title: What a harbor worker told us
terms: on-background
label: a harbor worker
why_anonymous: Works for the harbor.
manager_knows: city editor
vault: {REFERENCE}
"""
EVENT = """
headline: A worker meets a reporter.
date: 2023-05-16
sources:
  - {source: harbor-worker, at: minute 3, quote: I saw it}
notes: It rained.
"""


def told(folder: Path, files: dict[str, str | bytes], vault: Vault | None = VAULT) -> list[Finding]:
    """What `vault-told` says of these files."""
    base = {"sources.yaml": SOURCE, "events/met.yaml": EVENT}
    where = write_investigation(folder, {**base, **files})
    found = check(load(where), TODAY, vault=vault)
    return [one for one in found if one.check == "vault-told"]


PLACES = {
    "id": ({"sources.yaml": SOURCE.replace("id: harbor-worker", "id: call-quixwold")}, 2),
    "joined": ({"sources.yaml": SOURCE.replace("id: harbor-worker", "id: robinquixwold")}, 2),
    "title": ({"sources.yaml": SOURCE.replace("a harbor worker told", "Quixwold told")}, 4),
    "turned": ({"sources.yaml": SOURCE.replace("a harbor worker told", "QUIXWOLD, ROBIN told")}, 4),
    "nickname": ({"sources.yaml": SOURCE.replace("a harbor worker told", "Bobby Quix told")}, 4),
    "label": ({"sources.yaml": SOURCE.replace("label: a harbor worker", "label: Mr. Quixwold")}, 6),
    "note": ({"sources.yaml": SOURCE + "notes: R. Quixwold is shy.\n"}, 10),
    "file": ({"sources.yaml": SOURCE + "file: robin_quixwold.txt\n"}, 10),
    "contact": ({"sources.yaml": SOURCE + "notes: RQ@Canary.example\n"}, 10),
    "digits": ({"sources.yaml": SOURCE + "notes: ring 816.555.0142\n"}, 10),
    "locator": ({"events/met.yaml": EVENT.replace("minute 3", "tape of Quixwold")}, 5),
    "quote": ({"events/met.yaml": EVENT.replace("I saw it", "I, Robin Quixwold, saw it")}, 5),
    "says": ({"events/met.yaml": EVENT.replace("quote: I", "says: {who: Quixwold}, quote: I")}, 5),
    "event’s note": ({"events/met.yaml": EVENT.replace("It rained", "Quixwold was late")}, 6),
    "elsewhere": ({"events/met.yaml": EVENT.replace("A worker meets", "Robin Quixwold meets")}, 2),
    "over two lines": (
        {"events/met.yaml": EVENT.replace("It rained.", "With Robin\n  Quixwold.")},
        6,
    ),
    "comment": ({"events/met.yaml": EVENT + "# Robin Quixwold\n"}, 7),
    "heading": ({"investigation.yaml": HEADING + "notes: ask Zoe Mueller\n"}, 3),
    "accents": ({"investigation.yaml": HEADING + "notes: ask ZOË MÜLLER\n"}, 3),
    "handle": ({"investigation.yaml": HEADING + "notes: ask @Zoe_tells\n"}, 3),
    "name of an event’s file": ({"events/robin-quixwold.yaml": EVENT}, None),
    "name of a document": ({"evidence/RobinQuixwold.txt": "x"}, None),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_says_who_it_is_is_found_and_not_repeated(tmp_path: Path, place: str) -> None:
    """By its line, at error, with nothing of the name in any part of the finding."""
    files, line = PLACES[place]
    found = told(tmp_path, dict(files))
    assert line in [one.line for one in found], [(one.file, one.line) for one in found]
    assert {one.level for one in found} == {"error"}
    for one in found:
        whole = repr(one).casefold()
        secrets = ("quix", "robin", "bobby", "müller", "mueller", "0142", "canary.ex", "zoe")
        assert not [word for word in secrets if word in whole], whole
    assert len({one.fingerprint for one in found}) == len(found)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"events/met.yaml": EVENT.replace("It rained", "The robin sang")},
        {"events/met.yaml": EVENT.replace("A worker meets", "Robin Other meets")},
        {"events/met.yaml": EVENT.replace("It rained", "Case 2016-555-01420 of 816 pages")},
        {"events/met.yaml": EVENT.replace("It rained", "Call 913-555-0142")},
        {
            "people.yaml": "{id: quixwold, name: Robin Quixwold, kind: person}",
            "events/met.yaml": EVENT.replace("A worker meets", "Robin Quixwold denies he meets"),
        },
        {
            "investigation.yaml": HEADING + "known_contacts: [rq@canary.example]\n",
            "events/met.yaml": EVENT.replace("It rained", "rq@canary.example"),
        },
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_left_in_peace(tmp_path: Path, files: dict[str, str]) -> None:
    """A word that is also a name, another person, a case number, somebody of the story."""
    assert told(tmp_path, dict(files)) == []


def test_a_given_name_alone_is_a_warning_in_the_sources_record(tmp_path: Path) -> None:
    """It may be anybody's: in the record of the source itself it is looked at all the same."""
    text = SOURCE.replace("a harbor worker told", "Robin told")
    found = told(tmp_path, {"sources.yaml": text})
    assert [one.level for one in found] == ["warning"]


def test_a_finding_stays_the_same_when_lines_move(tmp_path: Path) -> None:
    """An editor who put it aside is not asked again, and no name can be guessed from its number."""
    before = told(tmp_path / "a", {"events/met.yaml": EVENT + "# Robin Quixwold\n"})
    after = told(
        tmp_path / "b", {"events/met.yaml": "# One line.\n" + EVENT + "# Robin Quixwold\n"}
    )
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert all("quix" not in " ".join(one.identity).casefold() for one in before)


def test_without_the_key_it_is_said_that_nobody_looked(tmp_path: Path) -> None:
    """Once, where there is a vault; not a word where there is none."""
    assert told(tmp_path / "none", {}, vault=None) == []
    found = told(tmp_path / "some", {"vault.age": AGE}, vault=None)
    assert [(one.level, one.file) for one in found] == [("question", "vault.age")]


def test_a_reference_that_leads_nowhere_is_known_with_the_key(tmp_path: Path) -> None:
    """With it, by the entry; without it, by the vault that is not there."""
    where = write_investigation(tmp_path, {"sources.yaml": SOURCE, "vault.age": AGE})
    for vault, many in ((None, 0), (VAULT, 0), (Vault(()), 1)):
        found = [one for one in check(load(where), TODAY, vault=vault)
                 if one.check == "vault-dangling"]  # fmt: skip
        assert len(found) == many


def test_a_name_in_place_of_the_token_is_refused_without_a_word_of_it(tmp_path: Path) -> None:
    """What stands there by mistake may be the very name."""
    where = write_investigation(
        tmp_path, {"sources.yaml": SOURCE.replace(REFERENCE, "Robin Quixwold")}
    )
    problems = load(where).problems
    assert [(one.check, one.line) for one in problems] == [("unreadable", 9)]
    assert "Quixwold" not in repr(problems)


@pytest.mark.parametrize(
    ("file", "data", "found"),
    [
        ("vault.yaml", b"name: x", True),
        ("Vault.TXT", b"name: x", True),
        (".vault.age.swp", b"b0VIM", True),
        ("vault.age~", b"name: x", True),
        ("vault_old.json", b"{}", True),
        ("vault", b"name: x", True),
        ("vault.age", b"", True),
        ("vault/robin.md", b"x", True),
        ("evidence/vault.age", b"name: x", True),
        ("evidence/list.json", b'{"format": "timelines-vault"}', True),
        ("my.key", b"AGE-SECRET-KEY-1" + b"Q" * 58, True),
        ("vault.age.bak", AGE, False),
        ("vault.recipients", b"# us\nage1abc E. Ditor\n", False),
        ("vault.age", b"-----BEGIN AGE ENCRYPTED FILE-----\nx", False),
        ("evidence/vault-door.jpg", b"\xff\xd8", False),
        ("vaulting.txt", b"sport", False),
        ("evidence/notes.txt", b"the vault of the bank", False),
    ],
)
def test_a_vault_in_the_clear_blocks(tmp_path: Path, file: str, data: bytes, found: bool) -> None:
    """By name and by how it begins; encrypted copies, public keys and other vaults do not."""
    where = write_investigation(tmp_path, {file: data})
    said = [one for one in check(load(where), TODAY) if one.check == "vault-unencrypted"]
    assert [(one.level, one.file) for one in said] == ([("block", file)] if found else [])
    assert not [
        one for one in load(where).problems if one.check == "file-unexpected" and ".age" in file
    ]


def test_git_remembers_a_vault_in_the_clear(tmp_path: Path) -> None:
    """Also one that was encrypted, amended away, or lay on a branch that is gone."""
    where = write_investigation(tmp_path / "repository" / "story", {"vault.yaml": "name: x"})

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
            cwd=tmp_path / "repository", check=True, capture_output=True,
        )  # fmt: skip

    def commit(*more: str) -> None:
        git("add", "-A")
        git("commit", "-qm", "x", *more)

    git("init", "-q")
    assert [(one.file, one.commit) for one in buried(where)] == [("vault.yaml", None)]
    commit()
    (where / "vault.yaml").unlink()
    (where / "vault.age").write_bytes(b"in the clear")
    commit()
    (where / "vault.age").write_bytes(AGE)
    commit("--amend")
    git("checkout", "-qb", "gone")
    (where / "vault").mkdir()
    (where / "vault" / "notes.txt").write_text("x")
    (where / "vaulting.txt").write_text("sport")
    commit()
    git("checkout", "-q", "-")
    git("branch", "-D", "gone")
    found = [one for one in check(load(where), TODAY) if one.check == "vault-in-history"]
    assert [(one.level, one.file) for one in found] == [
        ("block", "vault.age"), ("block", "vault.yaml"), ("block", "vault/notes.txt"),
    ]  # fmt: skip


def test_check_with_the_key_tells_in_every_format_and_repeats_nothing(tmp_path: Path) -> None:
    """In words, as JSON, for GitHub and as SARIF; a key that does not fit is told in a sentence."""
    safe: Safe = made(tmp_path)
    token = safe.add()
    (safe.folder / "sources.yaml").write_text(SOURCE.replace(REFERENCE, token))
    (safe.folder / "events/met.yaml").write_text(EVENT + "# Zéphyrine Quixwold-Canary\n")
    for form in ("text", "json", "github", "sarif"):
        done = safe.run("check", str(safe.folder), "--format", form, "--today", "2023-07-01")
        assert done.returncode == 1
        assert b"vault-told" in done.stdout
        assert "needs the key" not in done.stdout.decode()
        assert not [one for one in SECRETS if one in done.stdout.decode()]
    other = made(tmp_path / "other")
    (other.folder / "vault.age").write_bytes((safe.folder / "vault.age").read_bytes())
    done = other.run("check", str(other.folder), "--today", "2023-07-01")
    assert b"locked for other keys" in done.stderr
    assert b"that needs the key" in done.stdout.replace(b"\n", b" ").replace(b"  ", b" ")


def test_looking_through_an_investigation_does_not_grow_with_the_square(tmp_path: Path) -> None:
    """Every word is looked up, not every name looked for: a text is read about once."""
    many = {f"{at}": Entry(f"Given{at} Family{at}", f"+1 816 555 {at:04}") for at in range(2_000)}
    names = Names(many)
    text = "The harbor board met on Tuesday and approved the permit. " * 3_000
    assert list(names.whole(text)) == []
    assert [one.token for one in names.whole(text + "family7, given7")] == ["7"]


def test_an_open_vault_is_looked_at_by_the_check_alone(tmp_path: Path) -> None:
    """A docket without it has none, and what is found holds no entry."""
    where = write_investigation(tmp_path, {"sources.yaml": SOURCE, "events/met.yaml": EVENT})
    docket = Docket(load(where), TODAY)
    assert docket.vault is None
    assert telltales(docket, VAULT) == []
    assert "Quixwold" not in repr(Docket(load(where), TODAY, vault=VAULT).vault)
    assert opening.LARGEST > 1_000_000
