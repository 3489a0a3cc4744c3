"""Real git, asked carefully: no hooks, no pager, no prompts, nothing of the caller's environment.

What a repository's own configuration says otherwise is trusted, filters for large or encrypted
files among it: whoever can write there can run programs anyway. Commits are not signed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from timelines.desk.refused import Refused
from timelines.vault.looks import BEGINNING, holds_plaintext, is_called_vault, is_sealed

_SECONDS = 60
_BUSY_TRIES = 50
_BUSY_PAUSE = 0.1
_AT_WORK = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "BISECT_LOG": "bisect",
}
_SETTINGS = (
    f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "core.quotePath=false",
    "i18n.commitEncoding=UTF-8", "i18n.logOutputEncoding=UTF-8", "color.ui=false",
    "log.showSignature=false", "advice.detachedHead=false",
)  # fmt: skip


class NoHistory(Exception):
    """There is no history to be had; `why` is the name of a note, with what it tells of."""

    def __init__(self, why: str, /, **fields: str) -> None:
        super().__init__(why)
        self.why = why
        self.fields: Mapping[str, str] = fields


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves: the name that the history tells, and an address if there is one."""

    name: str
    email: str = ""


def person(said: Author | str) -> Author:
    """An author from “R. Ortiz” or “R. Ortiz <ortiz@example.org>”; Refused for a blank name."""
    if isinstance(said, str):
        found = re.fullmatch(r"\s*([^<>]*?)\s*<\s*([^<>\s]*)\s*>\s*", said)
        said = Author(found[1], found[2]) if found else Author(said)
    name = " ".join(re.sub(r"[<>\x00-\x1f\x7f]", " ", said.name).split())
    # Git takes signs like these off the ends of a name, and puts its own where none is left.
    if not name.strip(" .,:;\"'\\<>"):
        raise Refused("Whose change is this? Give a name.")
    return Author(name, re.sub(r"[<>\s\x00-\x1f\x7f]", "", said.email))


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that holds an investigation. `prefix` is the folder's path in it, with `/`."""

    root: Path
    prefix: str
    inner: Path

    def git(self, *words: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """What a git command answers; raises NoHistory where it fails."""
        return _git(self.root, *words, given=given, env=env)

    def contents(self, places: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes] | None]:
        """The name and bytes of what lay at paths in commits, in turn; None for nothing there."""
        asked = "".join(f"{commit}:{self.prefix}{name}\n" for commit, name in places)
        answer = self.git("cat-file", "--batch", given=asked.encode()) if asked else b""
        at = 0
        while at < len(answer):
            line_end = answer.index(b"\n", at)
            head = answer[at:line_end].split(b" ")
            at = line_end + 1
            if len(head) != 3 or not head[2].isdigit():
                yield None
                continue
            size = int(head[2])
            blob = answer[at : at + size]
            yield (head[0].decode(), blob) if head[1] == b"blob" else None
            at += size + 1


def repository(root: Path) -> Repository:
    """The repository around a folder; raises NoHistory where there is none to use."""
    if shutil.which("git") is not None and not _is_around(root):
        raise NoHistory("no_repository")  # said without starting a process
    answer = _git(root, "rev-parse", "--is-inside-work-tree", "--absolute-git-dir", "--show-prefix")
    inside, inner, prefix = (*answer.decode().split("\n"), "", "")[:3]
    if inside != "true":
        raise NoHistory("no_repository")
    return Repository(root, prefix, Path(inner))


def _is_around(root: Path) -> bool:
    """Whether a folder may lie in a repository's work tree: what git looks for first."""
    here = root.resolve()
    return any(os.path.lexists(folder / ".git") for folder in (here, *here.parents))


def _git(
    root: Path, *words: str, given: bytes = b"", env: Mapping[str, str] | None = None
) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise NoHistory("no_git")
    settings = [word for one in _SETTINGS for word in ("-c", one)]
    clean = {name: one for name, one in os.environ.items() if not name.startswith("GIT_")}
    clean |= {
        "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "GIT_EDITOR": "true", "LC_ALL": "C",
        "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", **(env or {}),
    }  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every word is its own
            [program, "--no-pager", *settings, *words],
            cwd=root, env=clean, input=given, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NoHistory("failed", why=f"{fault}.") from None
    if done.returncode != 0:
        raise _failure(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _failure(said: str) -> NoHistory:
    if "not a git repository" in said:
        return NoHistory("no_repository")
    if "dubious ownership" in said:
        return NoHistory("not_trusted")
    if ".lock': File exists" in said or "Another git process" in said:
        return NoHistory("locked")
    lines = [line for line in said.splitlines() if line.startswith(("fatal:", "error:"))]
    first = (lines or said.splitlines() or [""])[0]
    return NoHistory("failed", why=first.removeprefix("fatal: ").removeprefix("error: ").strip())


def commit(where: Repository, names: Sequence[str], who: Author, message: str) -> str | None:
    """Commit these files of the investigation as they are, and nothing else that is staged.

    Returns the commit's name; None where git has them as they are already. Raises NoHistory
    where it cannot be done.
    """
    at_work = next((what for name, what in _AT_WORK.items() if (where.inner / name).exists()), None)
    if at_work is not None:
        raise NoHistory("in_between", what=at_work)
    plain = next((name for name in names if _is_open_vault(where.root, name)), None)
    if plain is not None:
        raise NoHistory("open_vault", name=plain)
    known = set(_listed(where.git("ls-files", "-z", "--", *names)))
    new = [name for name in names if name not in known and (where.root / name).exists()]
    if new and set(_ignored(where, new)) == {*new} and not known:
        raise NoHistory("ignored")
    new = [name for name in new if name not in _ignored(where, new)]
    both = [*sorted(known), *new]
    if not both:
        return None
    named = {
        f"GIT_{role}_{what}": said
        for role in ("AUTHOR", "COMMITTER")
        for what, said in (("NAME", who.name), ("EMAIL", who.email))
    }
    pause = Event()
    for turn in range(_BUSY_TRIES):
        try:
            if new:
                where.git("add", "--intent-to-add", "--", *new)
            if not where.git("status", "--porcelain", "-z", "--untracked-files=no", "--", *both):
                return None
            where.git(
                "commit", "--quiet", "--only", "--no-verify", "--no-gpg-sign",
                "--cleanup=verbatim", "--file=-", "--", *both, given=message.encode(), env=named,
            )  # fmt: skip
        except NoHistory as fault:
            if fault.why != "locked" or turn == _BUSY_TRIES - 1:
                raise
            pause.wait(_BUSY_PAUSE)
            continue
        return where.git("rev-parse", "HEAD").decode().strip()
    return None


def _is_open_vault(root: Path, name: str) -> bool:
    """Whether a file is a vault that is not encrypted: what git keeps it keeps for good."""
    try:
        path = root / name
        if not path.is_file():
            return False
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError:
        return False
    if is_sealed(beginning):
        return False
    return bool(beginning) and (is_called_vault(name) or holds_plaintext(beginning))


def owner(where: Repository) -> Author | None:
    """The name and address that git is set up with here; None where there is no name."""
    said = []
    for key in ("user.name", "user.email"):
        try:
            said.append(where.git("config", key).decode("utf-8", "replace").strip())
        except NoHistory:
            said.append("")
    return person(Author(said[0], said[1])) if said[0] else None


def _listed(answer: bytes) -> list[str]:
    return [one.decode("utf-8", "surrogateescape") for one in answer.split(b"\0") if one]


def _ignored(where: Repository, names: Sequence[str]) -> list[str]:
    try:
        return _listed(where.git("check-ignore", "-z", "--", *names))
    except NoHistory:
        return []  # git fails where none of them is
