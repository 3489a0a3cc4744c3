"""Nothing of the vault is found anywhere else: not in files, not in git, not in what is printed."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.publish.newsroom import NOW, TODAY, Newsroom
from tests.vault.safe import CONTACT, NAME, NOTES, ciphertext, leaks, made, traces
from timelines.desk import save
from timelines.investigation import load
from timelines.publish.publication import prepare
from timelines.vault import FILE, VARIABLE, KeyHanded, opening
from timelines.vault.tokens import is_token

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = "bcdf-ghjk-mnpq-rstv"
TYPED = f"name: {NAME}\ncontact: {CONTACT}\nnotes: {NOTES}\n"


def git(folder: Path, *words: str) -> str:
    """A git command in a repository of the test's own."""
    done = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
        cwd=folder, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode()


def test_a_name_is_nowhere_but_in_the_vault(tmp_path: Path) -> None:
    """After every command neither files, nor git, nor temporary folders, nor the output have it."""
    safe = made(tmp_path)
    git(safe.folder.parent, "init", "-q")
    git(safe.folder.parent, "add", "-A")
    git(safe.folder.parent, "commit", "-qm", "begin")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    where = {
        "TMPDIR": str(temporary), "HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(temporary),
        "TIMELINES_DEBUG": "1",
    }  # fmt: skip
    path = str(safe.folder)
    by = ("--by", "R. Ortiz", "--commit")
    added = safe.run("vault", path, "add", *by, given=TYPED, **where)
    token = added.stdout.decode().split()[-1]
    assert added.returncode == 0, added.stderr
    assert is_token(token)
    (safe.folder / "sources.yaml").write_text(
        f"- {{id: star, kind: interview, title: A talk, terms: on-background, vault: {token}}}\n"
    )
    printed = [added]
    for words, given, code in (
        (("list",), "", 0),
        (("edit", token, *by), f"notes: {NOTES} again\n", 0),
        (("edit", token), f"{NAME}\n", 2),
        (("show", token), "", 2),
        (("recipients",), "", 0),
        (("rekey", *by), "", 0),
        (("add",), TYPED, 2),
    ):
        done = safe.run("vault", path, *words, given=given, **where)
        assert done.returncode == code, done.stderr
        printed.append(done)
    printed.append(safe.run("check", path, **where))
    printed.append(safe.run("check", path, "--format", "sarif", **where))
    (safe.folder / FILE).write_bytes(ciphertext(safe)[:-1])
    printed.append(safe.run("vault", path, "list", **where))
    assert [traces(one.stdout + one.stderr) for one in printed] == [[]] * len(printed)
    assert b"Traceback" not in b"".join(one.stderr for one in printed)
    assert leaks(tmp_path) == {}
    # That nothing was found means something only if a secret in git would have been.
    (safe.folder / "events" / "slip.yaml").write_text(f"headline: {NAME}\ndate: 2021\n")
    git(safe.folder.parent, "add", "-A")
    git(safe.folder.parent, "commit", "-qm", "slip")
    (safe.folder / "events" / "slip.yaml").unlink()
    assert leaks(safe.folder.parent / ".git")


def test_git_keeps_the_encrypted_file_and_its_history_tells_nothing(tmp_path: Path) -> None:
    """The commit says that the vault changed, and by whom; a vault in the clear is never taken."""
    safe = made(tmp_path)
    git(safe.folder, "init", "-q")
    done = safe.run("vault", str(safe.folder), "rekey", "--by", "R. Ortiz", "--commit")
    assert done.returncode == 0, done.stderr
    assert git(safe.folder, "log", "--format=%an: %s") == "R. Ortiz: The vault changed\n"
    shown = subprocess.run(
        ["git", "show", f"HEAD:./{FILE}"], cwd=safe.folder, capture_output=True, check=True
    )
    assert shown.stdout == ciphertext(safe)
    for name in ("vault.yaml", FILE):
        (safe.folder / name).write_text(NAME)
        saved = save(
            safe.folder, "event", "filed", {("notes",): name}, author="R. Ortiz", files=[name]
        )
        assert saved.commit is None
        assert saved.note is not None
        assert "not encrypted" in saved.note
    assert leaks(safe.folder / ".git") == {}


def test_an_entry_is_shown_on_a_screen_alone_and_taken_away_again(tmp_path: Path) -> None:
    """Not into a pipe or a file; on a terminal it stands on the other screen until Enter."""
    safe = made(tmp_path)
    token = safe.add()
    piped = safe.run("vault", str(safe.folder), "show", token)
    assert piped.returncode == 2
    assert traces(piped.stdout) == []
    assert NAME in safe.run("vault", str(safe.folder), "show", token, "--plain").stdout.decode()
    parent, child = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "timelines", "vault", str(safe.folder), "show", token],
        stdin=child, stdout=child, stderr=child, cwd=ROOT,
        env={**os.environ, VARIABLE: str(safe.key_file)},
    )  # fmt: skip
    os.close(child)
    seen = b""
    while b"takes it away" not in seen:
        assert select.select([parent], [], [], 30)[0], seen
        seen += os.read(parent, 4096)
    assert NAME in seen.decode()
    assert seen.index(b"\x1b[?1049h") < seen.index(NAME.encode())
    os.write(parent, b"\n")
    assert program.wait(30) == 0
    rest = os.read(parent, 4096)
    assert rest.endswith(b"\x1b[?1049l")
    os.close(parent)


def test_two_people_save_at_once_and_both_entries_are_there(tmp_path: Path) -> None:
    """Whoever comes second works on what the first one left."""
    safe = made(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        tokens = list(pool.map(lambda number: safe.add(f"Person {number}"), range(24)))
    assert sorted(opening.opened(safe.folder, safe.key).entries) == sorted(tokens)


def test_a_kill_while_saving_leaves_the_old_vault_or_the_new_one(tmp_path: Path) -> None:
    """At every instant: whole, encrypted, and with no entry lost."""
    safe = made(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.vault.killed", safe.folder, safe.key_file],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert told["broken"] == []
    assert told["kills"] >= 10


@pytest.mark.parametrize(
    "words", [("publish", "--to"), ("export", "--as", "csv", "--to"), ("history", "filed")]
)
def test_what_leaves_the_desk_does_not_run_with_the_key(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """It refuses before it reads or writes anything; without the key it runs beside a vault."""
    safe = made(tmp_path)
    target = tmp_path / "out"
    command, *rest = words
    line = (command, str(safe.folder), *rest, *([str(target)] if "--to" in rest else []))
    handed = safe.run(*line)
    assert handed.returncode == 1
    assert b"without the vault" in handed.stderr
    assert str(safe.key_file).encode() not in handed.stderr
    assert not target.exists()
    assert b"without the vault" not in safe.run(*line, key=False).stderr


def test_the_publication_itself_refuses_a_key_and_never_reads_the_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever program asks for it; and with or without a vault readers get the same bytes."""
    news = Newsroom()
    news.sources["worker"]["vault"] = REFERENCE
    news.sign(tmp_path / "sign")
    folder = news.written(tmp_path / "story")
    before = prepare(load(folder), TODAY, NOW)
    with_vault = made(tmp_path / "other")
    with_vault.add()
    shutil.copy(with_vault.folder / FILE, folder / FILE)
    after = prepare(load(folder), TODAY, NOW)
    assert after.decision.open, after.decision.missing
    assert after.publication.files == before.publication.files
    whole = b"".join(after.publication.files.values())
    assert traces(whole, (REFERENCE, "vault.age")) == []
    monkeypatch.setenv(VARIABLE, str(with_vault.key_file))
    with pytest.raises(KeyHanded):
        prepare(load(folder), TODAY, NOW)


def test_publishing_does_not_even_have_the_library() -> None:
    """What goes to readers is made by a program that could not open the vault with any key."""
    asked = (
        "import sys, timelines.publish.publication, timelines.publish.folder, timelines.checks\n"
        "timelines.checks.shelf()\n"
        "import timelines.commands.publish, timelines.commands.export, timelines.commands.history\n"
        "print([one for one in sys.modules if 'pyrage' in one or one.endswith('vault.sealing')])"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_an_export_carries_no_token_unless_notes_are_asked_for(tmp_path: Path) -> None:
    """Two sources with one token are one person: that stays at the desk with the notes."""
    source = f"- {{id: star, kind: interview, title: A talk, vault: {REFERENCE}}}\n"
    safe = made(tmp_path, **{"sources.yaml": source})
    line = ("export", str(safe.folder), "--as", "json", "--to", "-")
    assert REFERENCE.encode() not in safe.run(*line, key=False).stdout
    assert REFERENCE.encode() in safe.run(*line, "--notes", key=False).stdout
