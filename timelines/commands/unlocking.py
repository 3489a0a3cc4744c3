"""Unlocks the vault for a command: the key from its file, a passphrase from the terminal."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from timelines.vault import opening
from timelines.vault.entries import Vault
from timelines.vault.sealing import Key


def unlock(folder: Path, given: str | None = None) -> Key:
    """The key for an investigation's vault, from --key or the environment; VaultRefused without.

    A crash of the program leaves no image of its memory on the disk from here on.
    """
    _no_core()
    path = opening.key_file(os.environ, given)
    key = opening.key_from(path, folder, _passphrase)
    if opening.readable_by_others(path):
        print(f"Others on this computer can read your key: chmod 600 {path}", file=sys.stderr)
    return key


def opened(folder: Path) -> Vault:
    """The vault of an investigation, with the key that the environment names."""
    return opening.opened(folder, unlock(folder))


def _passphrase() -> str | None:
    if not sys.stdin.isatty():
        return None
    return getpass.getpass("Passphrase of your key: ")


def _no_core() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
