"""Finds vaults in the clear in what git keeps: real objects, of all branches and of the reflog."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from timelines.desk.repository import NoHistory, Repository, repository
from timelines.vault.looks import (
    holds_plaintext,
    holds_secret_key,
    is_called_vault,
    is_sealed,
    only_public_keys,
)

COMMITS = 20_000
"""So many commits are looked through, the newest first; each is looked at for its names alone."""
LARGEST = 4_000_000
"""Bytes of an object that is opened; what is larger is no vault."""
MOST = 1_000
"""So many objects are opened."""

_GLOBS = {"GIT_LITERAL_PATHSPECS": "0", "GIT_ICASE_PATHSPECS": "1"}
_NOTHING = "0" * 40


class Buried(NamedTuple):
    """A file in the clear, by its path within the investigation.

    `commit` is the one that brought it; None for what the next commit may bring.
    """

    file: str
    commit: str | None


def buried(root: Path) -> tuple[Buried, ...]:
    """Every vault in the clear that git keeps or is about to keep of an investigation's folder.

    Files called “vault” are looked at, in the folder and below it, under the name that the folder
    has now. Without git, or outside of a repository, there is nothing.
    """
    try:
        where = repository(root)
        state = where.git("rev-parse", "--all", "--reflog") if _has_commits(where) else b""
        kept = _kept(where, state) if state else ()
        return (*kept, *_coming(where, {one.file for one in kept}))
    except NoHistory:
        return ()


def _has_commits(where: Repository) -> bool:
    return bool(where.git("rev-list", "--all", "--reflog", "--max-count=1").strip())


@lru_cache(maxsize=64)
def _kept(where: Repository, state: bytes) -> tuple[Buried, ...]:
    """What the commits hold. `state` are the names of all of them: none is looked at twice."""
    answer = where.git(
        "log", "--all", "--reflog", "-z", "--raw", "--no-abbrev", "--no-renames", "-m",
        "--no-ext-diff", "--no-textconv", "--diff-filter=AMT", f"--max-count={COMMITS}",
        "--format=%x01%H", "--relative", "--", *_patterns(), env=_GLOBS,
    )  # fmt: skip
    found: dict[str, Buried] = {}
    for part in answer.decode("utf-8", "replace").split("\x01")[1:]:
        commit, _, rest = part.partition("\0")
        words = [one.lstrip("\n") for one in rest.split("\0")]
        for at in range(0, len(words) - 1, 2):
            blob, file = words[at].split(" ")[3], words[at + 1]
            if blob.strip("0") and _looked_for(file):
                found.setdefault(blob, Buried(file, commit))
    return _in_the_clear(where, found)


def _patterns() -> tuple[str, ...]:
    own = [f":(glob){start}vault*" for start in ("", ".", "#", "~", ".#")]
    return (*own, ":(glob)vault*/**", ":(glob)**/vault.age")


def _looked_for(file: str) -> bool:
    """A vault by its name; in folders of documents and records, only by that of a vault’s file."""
    folder, _, name = file.rpartition("/")
    if not folder or is_called_vault(folder.partition("/")[0]):
        return is_called_vault(name) or bool(folder)
    return name.casefold() == "vault.age"


def _in_the_clear(where: Repository, found: dict[str, Buried]) -> tuple[Buried, ...]:
    """Those of the objects that are not encrypted: one a path."""
    names = list(found)[:MOST]
    sizes = where.git("cat-file", "--batch-check", given=_lines(names)).decode().splitlines()
    small = [
        name
        for name, line in zip(names, sizes, strict=True)
        if (parts := line.split())[1:2] == ["blob"] and int(parts[2]) <= LARGEST
    ]
    told: dict[str, Buried] = {}
    for name in small:
        if _gives_away(where.git("cat-file", "blob", name)):
            told.setdefault(found[name].file, found[name])
    return tuple(sorted(told.values()))


def _gives_away(data: bytes) -> bool:
    if is_sealed(data) or not data.strip():
        return False
    return holds_plaintext(data) or holds_secret_key(data) or not only_public_keys(data)


def _lines(names: list[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _coming(where: Repository, known: set[str]) -> list[Buried]:
    """Files in the clear that are staged, or that git is not told to leave alone."""
    answer = where.git(
        "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *_patterns(),
        env=_GLOBS,
    )  # fmt: skip
    found = []
    for file in sorted({one for one in answer.decode("utf-8", "replace").split("\0") if one}):
        if file in known or not _looked_for(file):
            continue
        path = where.root / file
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
            continue
        if _gives_away(path.read_bytes()):
            found.append(Buried(file, None))
    return found
