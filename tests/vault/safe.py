"""A newsroom with a vault: real keys, a real folder, the real command."""

from __future__ import annotations

import base64
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from tests.conftest import write_investigation
from timelines.cli import main
from timelines.vault import FILE, VARIABLE, opening, sealing, writing
from timelines.vault.entries import Entry, Recipient
from timelines.vault.sealing import Key
from timelines.vault.tokens import new_token

NAME = "Zéphyrine Quixwold-Canary"
CONTACT = "+1 816 555 0142, zq@canary.example"
NOTES = "meets behind the grain elevator"
SECRETS = (NAME, "Quixwold", "555 0142", "zq@canary.example", "grain elevator")

TEXTS = {
    "sources.yaml": "- {id: star, kind: document, title: The report}\n",
    "events/filed.yaml": "headline: The permit is filed.\ndate: 2021-05-07\nsources: [star]\n",
}


@dataclass(frozen=True)
class Safe:
    """An investigation's folder, the file of a key outside it, and that key."""

    folder: Path
    key_file: Path
    key: Key
    public: str

    def add(self, name: str = NAME) -> str:
        """Write somebody down; their token."""
        made: list[str] = []

        def alter(vault):  # type: ignore[no-untyped-def]
            more, token = vault.added(Entry(name, CONTACT, "", NOTES, "R. Ortiz"), new_token)
            made.append(token)
            return more

        writing.change(self.folder, self.key, alter)
        return made[0]

    def run(self, *words: str, given: str = "", key: bool = True, **env: str) -> Done:
        """The real command, with the key in the environment or without; no terminal anywhere."""
        streams = [io.TextIOWrapper(io.BytesIO(one), "utf-8") for one in (given.encode(), b"", b"")]
        ours = {VARIABLE: str(self.key_file) if key else "", **env}
        held = mock.patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2])
        with mock.patch.dict(os.environ, ours), held:
            code = main(words)
            for one in streams[1:]:
                one.flush()
        out, err = (one.buffer.getvalue() for one in streams[1:])  # type: ignore[attr-defined]
        return Done(code, out, err)


class Done(NamedTuple):
    """What a command ended with, and what it printed."""

    returncode: int
    stdout: bytes
    stderr: bytes


def made(tmp_path: Path, **more: str) -> Safe:
    """A folder with an empty vault, in a folder of its own below `tmp_path`."""
    folder = write_investigation(tmp_path / "desk" / "story", {**TEXTS, **more})
    key_file = tmp_path / "home" / "key.txt"
    key_file.parent.mkdir()
    secret, public = sealing.made_key()
    opening.write_key(key_file, folder, secret, public)
    writing.create(folder, (Recipient(public, "R. Ortiz"),))
    return Safe(folder, key_file, opening.key_from(key_file, folder), public)


def traces(data: bytes, secrets: tuple[str, ...] = SECRETS) -> list[str]:
    """Which of the secrets stand in these bytes, as text, escaped, encoded or packed."""
    found = []
    whole = b"\0".join((data, *_unpacked(data)))
    for secret in secrets:
        raw = secret.encode()
        forms = {
            raw,
            secret.encode("utf-16-le"),
            secret.encode("unicode_escape"),
            raw.hex().encode(),
        }
        for shift in range(3):
            text = base64.b64encode(b"\0" * shift + raw)
            forms.add(text[4:-4] if shift else text[:-4])
        if any(form in whole for form in forms):
            found.append(secret)
    return found


def _unpacked(data: bytes) -> Iterator[bytes]:
    for unpack in (zlib.decompress, gzip.decompress):
        try:
            yield unpack(data)
        except (OSError, EOFError, zlib.error):
            continue


def leaks(*folders: Path) -> dict[str, list[str]]:
    """Every file below these folders, git's objects among them, in which a secret stands."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            if traces(os.fsencode(path.name)):
                found[f"name of {path}"] = traces(os.fsencode(path.name))
            if path.is_file() and (told := traces(path.read_bytes())):
                found[str(path)] = told
    return found


def ciphertext(safe: Safe) -> bytes:
    """The vault's file as it lies there."""
    return (safe.folder / FILE).read_bytes()
